"""The empty page of *Hide now*: it shows nothing of what this app is for."""

import flet as ft

from app import words
from app.ui.screen import Screen
from app.ui.widgets import button
from app.ui.widgets.card import stack


class HiddenScreen(Screen):
    """A page with one button that leads to the door."""

    @property
    def title(self) -> str:
        """The heading."""
        return words.shell.hidden

    def content(self) -> ft.Control:
        """Lay out the one button."""
        return stack(button.buttons(button.second_button(words.shell.leave_hidden, self.host.leave_alone)))
