"""Where a support stands, as a part of its page: how things stand, how close, and which way to turn it on the map."""

import flet as ft

from app import words
from app.domain.support import Ring, Support, SupportState
from app.domain.support_map import TURN
from app.session import Undo
from app.ui.screens.support_page import SupportPage
from app.ui.widgets import button
from app.ui.widgets.card import fill, stack
from app.ui.widgets.text import heading, quiet


class PlaceOnMap:
    """Chooses state and ring, and moves the support by buttons."""

    def __init__(self, page: SupportPage) -> None:
        self._page, self._where = page, stack()

    def laid_out(self, support: Support) -> list[ft.Control]:
        """The headings, the choices and the buttons."""
        self._where.controls = self._shown(support)
        more = words.support_more
        state = self._page.choices("state", more.state, SupportState, support.state, more.states)
        return [heading(words.support.ring), self._where, heading(more.state), state]

    def _shown(self, support: Support) -> list[ft.Control]:
        more, verbs = words.support_more, self._page.host.session.supports
        ring = self._page.choices("ring", words.support.ring, Ring, support.ring, words.support.rings)
        moves = button.buttons(
            button.second_button(more.closer, lambda: self._move(-1), icon=ft.Icons.CLOSE_FULLSCREEN),
            button.second_button(more.further, lambda: self._move(1), icon=ft.Icons.OPEN_IN_FULL),
            button.second_button(more.left, lambda: self._turn(-TURN), icon=ft.Icons.ROTATE_LEFT),
            button.second_button(more.right, lambda: self._turn(TURN), icon=ft.Icons.ROTATE_RIGHT),
        )
        place = verbs.map.one(support.id)
        where = [] if place is None else [quiet(more.wheres[place.side])]
        return [ring, *where, moves]

    def _move(self, step: int) -> None:
        support = self._page.support
        if support is not None:
            self._moved(self._page.host.attempt(lambda: self._page.host.session.supports.move(support, step)))

    def _turn(self, degrees: int) -> None:
        support = self._page.support
        if support is not None:
            self._moved(
                self._page.host.attempt(lambda: self._page.host.session.supports.turn(support, degrees))
            )

    def _moved(self, undo: Undo | None) -> None:
        support = self._page.support
        if support is None or undo is None:
            return
        fill(self._where, *self._shown(support))
        place = self._page.host.session.supports.map.one(support.id)
        said = words.support.rings[support.ring]
        if place is not None:
            said = f"{said}. {words.support_more.wheres[place.side]}"
        self._page.host.say(said, undo)
