"""Moving a support on the map without dragging it: by buttons for the one that is chosen, and by keys for the one that has the keyboard."""

from collections.abc import Callable

import flet as ft

from app import words
from app.domain.ids import Id
from app.domain.map_fold import Fold
from app.domain.map_row import own_angle
from app.domain.support import Support
from app.domain.support_map import TURN
from app.session import Undo
from app.ui.screen import Host
from app.ui.widgets import button, choice
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.map_drawing import Scene
from app.ui.widgets.opening import opening
from app.ui.widgets.text import body, quiet
from app.words.name_order import by_name

KEYS = {"Arrow Up": (-1, 0), "Arrow Down": (1, 0), "Arrow Left": (0, -TURN), "Arrow Right": (0, TURN)}
"""With Shift: so many rings further out, so many degrees to the right."""


def move_buttons(move: Callable[[int, int], object]) -> ft.Control:
    """The four moves. ``move`` is told how many rings further out and how many degrees to the right."""
    more = words.support_more
    return button.buttons(
        button.second_button(more.closer, lambda: move(-1, 0), icon=ft.Icons.CLOSE_FULLSCREEN),
        button.second_button(more.further, lambda: move(1, 0), icon=ft.Icons.OPEN_IN_FULL),
        button.second_button(more.left, lambda: move(0, -TURN), icon=ft.Icons.ROTATE_LEFT),
        button.second_button(more.right, lambda: move(0, TURN), icon=ft.Icons.ROTATE_RIGHT),
    )


def moved(host: Host, scene: Scene, support: Support, rings: int, degrees: int) -> Undo | None:
    """Move a support on the map of a scene; None, and it was said why, if that could not be saved."""
    verbs = host.session.supports
    if rings:
        return host.attempt(lambda: verbs.move(support, rings))
    place = scene.shown.one(support.id)
    angle = own_angle(support.id) if place is None else round(place.angle)
    return host.attempt(lambda: verbs.turn(support, angle, degrees))


def where(scene: Scene, support: Support) -> str:
    """Where a support stands, in words: its ring, and its side of the map if it is drawn by itself."""
    place = scene.shown.one(support.id)
    ring = words.support.rings[support.ring]
    return ring if place is None else f"{ring}. {words.support_more.wheres[place.side]}"


class Moving:
    """The part of the map's page that moves one. ``scene`` gives what is drawn now, ``changed`` is called after a move."""

    def __init__(self, host: Host, scene: Callable[[], Scene], changed: Callable[[], None]) -> None:
        self._host, self._scene, self._changed = host, scene, changed
        self._open = False
        self.chosen: Id | None = None
        self._part = stack()

    def laid_out(self) -> ft.Control:
        """A button, and when it was pressed, what moves."""
        self._part.controls = self._shown()
        return self._part

    def choose(self, shape: Id) -> None:
        """This one is to be moved; a fold is not."""
        if isinstance(self._scene().shapes.get(shape), Support) and shape != self.chosen:
            self.chosen = shape
            if self._open:
                fill(self._part, *self._shown())

    def by_key(self, shape: Id, key: str) -> bool:
        """Move the one that has the keyboard by a key that was pressed with Shift; False if the key moves nothing."""
        if key not in KEYS:
            return False
        self.choose(shape)
        if self.chosen == shape:
            self._move(*KEYS[key])
        return True

    def put(self, support: Support, undo: Undo | None) -> None:
        """Show and say where a support stands now, if it could be moved."""
        self._changed()
        if undo is not None:
            now = self._host.session.supports.current(support)
            self._host.say(
                words.support_map.now_at.format(name=now.name, where=where(self._scene(), now)), undo
            )
        if self._open:
            fill(self._part, *self._shown())

    def _move(self, rings: int, degrees: int) -> None:
        support = self._support
        if support is not None:
            self.put(support, moved(self._host, self._scene(), support, rings, degrees))

    @property
    def _support(self) -> Support | None:
        shape = self._scene().shapes.get(self.chosen) if self.chosen else None
        return None if isinstance(shape, Fold) else shape

    def _turn(self) -> None:
        self._open = not self._open
        fill(self._part, *self._shown())

    def _shown(self) -> list[ft.Control]:
        said = words.support_map
        alone = [one for one in self._scene().shapes.values() if isinstance(one, Support)]
        if not alone:
            return []
        text = said.hide_moves if self._open else said.moves
        door = button.line_button(text, self._turn, icon=ft.Icons.OPEN_WITH)
        return [door, *([card(*self._moves(alone))] if self._open else [])]

    def _moves(self, alone: list[Support]) -> list[ft.Control]:
        said, now = words.support_map, self._support
        names = [(one.id, one.name) for one in sorted(alone, key=lambda one: (by_name(one.name), one.id))]

        def picked(shape: str) -> None:
            self.chosen = Id(shape)
            fill(self._part, *self._shown())

        name = now.name if now else said.nobody_chosen
        which = opening(
            lambda: body(said.which),
            lambda: name,
            lambda: f"{said.which}: {name}",
            lambda _: choice.one_of(said.which, names, now.id if now else "", picked),
        )
        if now is None:
            return [which]
        return [which, quiet(where(self._scene(), now)), move_buttons(self._move), quiet(said.keys)]
