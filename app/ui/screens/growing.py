"""Growing: what was used last, one line to add, and the way to each list."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from heapq import nsmallest
from typing import Any

import flet as ft

from app import words
from app.session import Session
from app.ui.screen import Host, Place, Screen
from app.ui.screens.kept_kind import KeptKind, add_line, opening
from app.ui.screens.kept_list import Line, row
from app.ui.screens.practice import KINDS
from app.ui.screens.win import WIN
from app.ui.theme import INSIDE
from app.ui.widgets import button, choice
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.draft_field import draft_field
from app.ui.widgets.text import body, heading

LATELY = 3
"""How many of the things used last are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """The way to a list: its path, its picture and its name."""

    path: str
    icon: ft.IconData
    name: Callable[[], str]


DOORS = tuple(Door(path=one.listed, icon=one.icon, name=partial(getattr, one.said, "title")) for one in KINDS)


def lately(session: Session) -> tuple[Line, ...]:
    """Gather what was added or changed last, whatever its kind; what was so in the same second, by the alphabet."""
    known = ((kind, one) for kind in KINDS for one in kind.verbs(session).all if not kind.hidden(one))
    last = nsmallest(LATELY, known, key=_latest_first)
    return tuple(
        Line(path=f"{kind.page}{one.id}", text=opening(kind.text(one)), about=kind.said.one)
        for kind, one in last
    )


def _latest_first(known: tuple[KeptKind[Any], Any]) -> tuple[Any, ...]:
    kind, one = known
    return -one.changed_at.timestamp(), kind.text(one).casefold(), one.id


class GrowingScreen(Screen):
    """Opens on what was used last. Nothing in it is counted."""

    place = Place.GROWING
    _NEW, _WHAT = "growing/new", "growing/what"

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._lately = stack()

    @property
    def title(self) -> str:
        """The heading."""
        return words.growing.title

    def content(self) -> ft.Control:
        """Lay out what was used last, the line to add, and the doors."""
        said = words.growing
        self._lately.controls = self._used_last()
        self._field = draft_field(self.host, self._NEW, said.add, hint=said.add_hint, submit=self._add)
        kinds = [(one.stem, one.said.short) for one in KINDS]
        add = button.main_button(words.shell.add, self._add, icon=ft.Icons.ADD)
        return stack(
            self._lately,
            card(
                self._field,
                choice.one_of(said.what, kinds, self._kind.stem, self._what),
                button.buttons(add),
                spacing=INSIDE,
            ),
            heading(said.look),
            stack(*map(self._door, DOORS), spacing=INSIDE),
        )

    def _used_last(self) -> list[ft.Control]:
        lines = lately(self.host.session)
        if not lines:
            return [body(words.growing.empty)]
        return [heading(words.growing.lately), stack(*map(self._row, lines), spacing=INSIDE)]

    def _row(self, line: Line) -> ft.Control:
        return row(line, lambda: self.host.go(line.path))

    def _door(self, door: Door) -> ft.Control:
        name = door.name()
        text = ft.Text(name, theme_style=ft.TextThemeStyle.BODY_LARGE)
        icon = ft.Icon(door.icon, color=ft.Colors.ON_SURFACE_VARIANT)
        return button.onward_row(text, press=lambda: self.host.go(door.path), name=name, before=icon)

    @property
    def _kind(self) -> KeptKind[Any]:
        kept = self.host.draft(self._WHAT)
        return next((one for one in KINDS if one.stem == kept), WIN)

    def _what(self, stem: str) -> None:
        self.host.keep_draft(self._WHAT, stem)

    def _add(self) -> None:
        undo = add_line(self.host, self._kind, self._NEW, self._field)
        if undo is not None:
            fill(self._lately, *self._used_last())
            self.host.say(words.shell.saved, undo)
