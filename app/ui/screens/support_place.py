"""Where a support stands, as a part of its page: how things stand, how close, and which way to turn it on the map."""

import flet as ft

from app import words
from app.domain.support import Ring, Support, SupportState
from app.ui.screens.support_map import scene_of
from app.ui.screens.support_moving import move_buttons, moved, where
from app.ui.screens.support_page import SupportPage
from app.ui.widgets.card import fill, stack
from app.ui.widgets.map_drawing import Scene
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
        ring = self._page.choices("ring", words.support.ring, Ring, support.ring, words.support.rings)
        place = self._scene.shown.one(support.id)
        said = [] if place is None else [quiet(words.support_more.wheres[place.side])]
        return [ring, *said, move_buttons(self._move)]

    @property
    def _scene(self) -> Scene:
        session = self._page.host.session
        return scene_of(session, session.supports.all)

    def _move(self, rings: int, degrees: int) -> None:
        support = self._page.support
        if support is None:
            return
        undo = moved(self._page.host, self._scene, support, rings, degrees)
        now = self._page.support
        if undo is not None and now is not None:
            fill(self._where, *self._shown(now))
            self._page.host.say(where(self._scene, now), undo)
