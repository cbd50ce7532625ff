"""A screen that goes on as it is when its window grows wide: it may be at work."""

import flet as ft

from app.ui.screen import Host, Screen
from app.ui.widgets.card import fill, stack


class LastingScreen(Screen):
    """Fills one body, first with what ``_begin`` gives. What was typed and what is at work outlives a rebuilt view."""

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._body = stack()
        self._left = False

    def content(self) -> ft.Control:
        """Lay out the body as it is."""
        if not self._body.controls:
            self._body.controls = self._begin()
        return self._body

    def carry_on_from(self, before: Screen) -> None:
        """Become what the screen before was: its buttons and its work go on there, and what they change counts here."""
        self.__dict__ = vars(before)

    def leave(self) -> None:
        """Show nothing more."""
        self._left = True

    def _begin(self) -> list[ft.Control]:
        raise NotImplementedError

    def _fill(self, *controls: ft.Control) -> None:
        fill(self._body, *controls)
