"""What came from a support: meetings, what was learned there, what was passed on. A place for whatever else names it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import flet as ft

from app import words
from app.domain.ids import Id
from app.domain.someone import Someone
from app.domain.support import Support
from app.session import Session
from app.session.giving import giving
from app.session.patterns import Period
from app.ui.screens.giving import path_of as giving_path
from app.ui.screens.goal import GOAL
from app.ui.screens.kept_kind import KeptKind, opening
from app.ui.screens.learning import LEARNING
from app.ui.screens.meetings import note_with, path_of
from app.ui.screens.practice import TOOL
from app.ui.screens.reflection import REFLECTION
from app.ui.screens.support_page import SupportPage
from app.ui.screens.win import WIN
from app.ui.widgets import button
from app.ui.widgets.card import stack
from app.ui.widgets.door_row import door_row
from app.ui.widgets.in_parts import in_parts
from app.ui.widgets.meeting_said import gist, moment
from app.ui.widgets.text import body, heading, quiet

_NAMING: tuple[tuple[str, KeptKind[Any], str], ...] = (
    ("tool", TOOL, "taught_by"),
    ("tool_passed_on", TOOL, "passed_on_to"),
    ("learning", LEARNING, "learned_from"),
    ("learning_passed_on", LEARNING, "passed_on_to"),
    ("reflection", REFLECTION, "with_people"),
    ("win", WIN, "with_people"),
    ("win_to_tell", WIN, "tell"),
    ("goal", GOAL, "who_could_support"),
)
"""Which fields name someone, of the kinds that are practised, under which heading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """One thing that names a support. ``kind`` is a key of ``words.came_from.kinds``; things of a kind stand together."""

    kind: str
    name: str
    path: str
    about: tuple[str, ...] = ()


def came_from(session: Session, support: Id) -> Iterator[Came]:
    """Yield everything that names a support, kind by kind. Another kind is another line here."""
    yield from _meetings(session, support)
    them = Someone(support=support)
    for key, kind, field in _NAMING:
        for one in kind.verbs(session).all:
            if them in getattr(one, field):
                yield Came(kind=key, name=opening(kind.text(one)), path=f"{kind.page}{one.id}")
    for referral in session.referrals.all:
        if referral.suggested_by == them:
            yield Came(kind="referral", name=opening(referral.service), path=f"/referral/{referral.id}")
    for referral in session.referrals.all:
        if referral.support == support:
            yield Came(kind="referral_found", name=opening(referral.service), path=f"/referral/{referral.id}")
    for kept in session.keep_items.all:
        if kept.from_whom == them:
            yield Came(kind="keep_item", name=kept.name, path=f"/keep/{kept.id}")


def _meetings(session: Session, support: Id) -> Iterator[Came]:
    for one in session.meetings.with_support(support):
        people = session.vocabulary.named(one.with_whom)
        about = tuple(filter(None, (people if len(one.with_whom) > 1 else "", moment(one))))
        yield Came(kind="meeting", name=gist(one) or people, path=path_of(one), about=about)


class SupportCameScreen(SupportPage):
    """Lists what came from a support, and notes a meeting with it."""

    def page_of(self, support: Support) -> ft.Control:
        """Lay out what is known, one kind below the other."""
        came = list(came_from(self.host.session, support.id))
        groups: list[ft.Control] = []
        for kind, things in groupby(came, key=lambda one: one.kind):
            groups.append(heading(words.came_from.kinds[kind].format(name=support.name)))
            groups.append(in_parts(list(things), self._row, words.meeting.show_more))
        return stack(
            button.buttons(
                button.main_button(
                    words.meeting.add_with.format(name=support.name),
                    lambda: note_with(self.host, support),
                    icon=ft.Icons.ADD,
                )
            ),
            *([] if came else [body(words.came_from.nothing)]),
            *self._giving(support),
            *groups,
        )

    def _giving(self, support: Support) -> list[ft.Control]:
        session = self.host.session
        if not session.preferences.now.giving:
            return []
        meetings = session.meetings.with_support(support.id)
        seen = giving(meetings, Period.YEAR, session.now().date(), name=support.name)
        if not seen.enough:
            return []
        return [door_row(words.giving.title, seen.in_all, lambda: self.host.go(giving_path(support.id)))]

    def _row(self, one: Came) -> ft.Control:
        name = ft.Text(one.name, theme_style=ft.TextThemeStyle.TITLE_LARGE)
        opened = words.came_from.open_one.format(name=one.name)
        return button.onward_row(
            name,
            *map(quiet, one.about),
            press=lambda: self.host.go(one.path),
            name=", ".join((opened, *one.about)),
        )
