"""Growing: what was used last, one line to add, and the way to each list."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from heapq import nsmallest
from typing import Any

import flet as ft

from app import words
from app.domain.hope import HopeState
from app.session import Session
from app.ui.screen import (
    ABOUT_ME,
    GIVING,
    HELPFUL,
    HOPES,
    KEEP_BOX,
    MEETINGS,
    PEER_PAGE,
    REFERRALS,
    TURNS,
    Host,
    Place,
    Screen,
)
from app.ui.screens.goal import GOAL
from app.ui.screens.kept_kind import KeptKind, add_line, opening
from app.ui.screens.kept_list import Line, row
from app.ui.screens.learning import LEARNING
from app.ui.screens.meetings import path_of as meeting_path
from app.ui.screens.practice import KINDS, TOOL
from app.ui.screens.reflection import REFLECTION
from app.ui.screens.win import WIN
from app.ui.theme import INSIDE
from app.ui.widgets import button, choice
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.draft_field import draft_field
from app.ui.widgets.meeting_said import called, moment
from app.ui.widgets.rows import rows, way
from app.ui.widgets.text import body, heading, subheading
from app.words.name_order import by_name

LATELY = 3
"""How many of the things used last are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """The way to a list: its path, its picture and its name."""

    path: str
    icon: ft.IconData
    name: Callable[[], str]


def _door(kind: KeptKind[Any]) -> Door:
    return Door(path=kind.listed, icon=kind.icon, name=lambda: kind.said.title)


def _page(path: str, icon: ft.IconData, said: Any, title: str = "title") -> Door:
    return Door(path=path, icon=icon, name=lambda: str(getattr(said, title)))


DOORS: tuple[tuple[str, tuple[Door, ...]], ...] = (
    (
        "helps",
        (
            _door(TOOL),
            _page(HELPFUL, ft.Icons.HANDSHAKE_OUTLINED, words.helpful_thing),
            _page(KEEP_BOX, ft.Icons.INVENTORY_2_OUTLINED, words.keep_box),
        ),
    ),
    (
        "together",
        (
            _page(MEETINGS, ft.Icons.GROUPS_OUTLINED, words.meeting),
            _door(LEARNING),
            _door(REFLECTION),
            _page(TURNS, ft.Icons.RECORD_VOICE_OVER_OUTLINED, words.turns),
            _page(GIVING, ft.Icons.SYNC_ALT, words.giving),
        ),
    ),
    (
        "towards",
        (
            _door(WIN),
            _door(GOAL),
            _page(HOPES, ft.Icons.ADD_CIRCLE_OUTLINE, words.support_hope, "list_title"),
            _page(REFERRALS, ft.Icons.SIGNPOST_OUTLINED, words.referral),
        ),
    ),
    (
        "about",
        (
            _page(ABOUT_ME, ft.Icons.PERSON_OUTLINED, words.about_me),
            _page(PEER_PAGE, ft.Icons.ARTICLE_OUTLINED, words.peer_page),
        ),
    ),
)
"""The doors, in groups that ``words.growing.groups`` names."""


def lately(session: Session) -> tuple[Line, ...]:
    """Gather what was added or changed last; what was so in the same second, by the alphabet.

    The keep box stays out: what is in it is shown only when it is asked for.
    """
    last = nsmallest(LATELY, _used(session), key=lambda used: (-used[0].timestamp(), by_name(used[1].text)))
    return tuple(line for _, line in last)


def _used(session: Session) -> Iterator[tuple[datetime, Line]]:
    for kind in KINDS:
        for one in kind.verbs(session).all:
            if not kind.hidden(one):
                text, path = opening(kind.text(one)), f"{kind.page}{one.id}"
                yield one.changed_at, Line(path=path, text=text, about=kind.said.one)
    for meeting in session.meetings.all:
        about = f"{words.meeting.meeting_of} · {moment(meeting)}"
        yield (
            meeting.changed_at,
            Line(path=meeting_path(meeting), text=called(session, meeting), about=about),
        )
    for thing in session.helpful_things.all:
        text, path = opening(thing.text), f"{HELPFUL}/{thing.id}"
        yield thing.changed_at, Line(path=path, text=text, about=words.helpful_thing.title)
    for referral in session.referrals.all:
        text, path = opening(referral.service), f"/referral/{referral.id}"
        yield referral.changed_at, Line(path=path, text=text, about=words.referral.title)
    for hope in session.hopes.of(HopeState.HOPING, HopeState.LOOKING):
        about = words.support_hope.list_title
        yield hope.changed_at, Line(path=f"/hope/{hope.id}", text=opening(hope.name), about=about)


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
            *(self._group(said.groups[key], doors) for key, doors in DOORS),
        )

    def _used_last(self) -> list[ft.Control]:
        lines = lately(self.host.session)
        if not lines:
            return [body(words.growing.empty)]
        return [heading(words.growing.lately), stack(*map(self._row, lines), spacing=INSIDE)]

    def _row(self, line: Line) -> ft.Control:
        return row(line, lambda: self.host.go(line.path))

    def _group(self, title: str, doors: tuple[Door, ...]) -> ft.Control:
        ways = (way(door.name(), partial(self.host.go, door.path), icon=door.icon) for door in doors)
        return stack(subheading(title), rows(*ways), spacing=INSIDE)

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
