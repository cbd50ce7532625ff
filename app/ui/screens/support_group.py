"""A fold of the map, opened: its supports in a list."""

import flet as ft

from app import words
from app.domain.ids import Id
from app.domain.map_fold import Fold
from app.exports.support_said import name_of
from app.ui.screen import Host, Place, Screen
from app.ui.screens.supports import line_of, row
from app.ui.widgets import button
from app.ui.widgets.card import stack
from app.ui.widgets.in_parts import in_parts
from app.ui.widgets.text import body, quiet


class SupportGroupScreen(Screen):
    """Lists the supports that the map draws as one, each to be opened."""

    place = Place.SUPPORTS

    def __init__(self, host: Host, fold: str) -> None:
        super().__init__(host)
        self._id = Id(fold)

    @property
    def title(self) -> str:
        """The heading."""
        fold = self._fold
        return name_of(fold) if fold else words.support_map.title

    @property
    def _fold(self) -> Fold | None:
        """The fold as it is now; None where its supports have room for themselves by now."""
        session = self.host.session
        shapes = session.shapes(session.supports.shown)
        return next((one for one in shapes if isinstance(one, Fold) and one.id == self._id), None)

    def content(self) -> ft.Control:
        """Lay out the list, or say that the map has room for all of them."""
        fold, session = self._fold, self.host.session
        if fold is None:
            away = button.second_button(words.support_map.to_map, lambda: self.host.go("/supports/map"))
            return stack(body(words.support_map.unfolded), button.buttons(away))
        in_net = session.safety_net.numbers
        lines = [line_of(one, in_net.get(one.id)) for one in fold.members]
        ring = words.support.rings[fold.ring]
        return stack(
            quiet(words.support_map.in_fold(len(lines)).format(ring=ring)),
            in_parts(lines, lambda line: row(self.host, line), words.support_map.more),
        )
