"""What came from a support: meetings, what was learned there, what was passed on. A place for whatever else names it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import flet as ft

from app import words
from app.domain.coping_tool import CopingTool
from app.domain.ids import Id
from app.domain.someone import Someone
from app.domain.support import Support
from app.session import Session
from app.session.giving import giving
from app.session.patterns import Period
from app.ui.screens.giving import path_of as giving_path
from app.ui.screens.meetings import note_with, path_of
from app.ui.screens.support_page import SupportPage
from app.ui.theme import INSIDE
from app.ui.widgets import button
from app.ui.widgets.card import stack
from app.ui.widgets.door_row import door_row
from app.ui.widgets.in_parts import in_parts
from app.ui.widgets.meeting_said import gist, moment
from app.ui.widgets.text import body, heading, quiet


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
    tools, them = session.coping_tools.all, Someone(support=support)
    yield from (_tool("learned", one) for one in tools if them in one.taught_by)
    yield from (_tool("passed_on", one) for one in tools if them in one.passed_on_to)


def _meetings(session: Session, support: Id) -> Iterator[Came]:
    for one in session.meetings.with_support(support):
        people = session.vocabulary.named(one.with_whom)
        about = tuple(filter(None, (people if len(one.with_whom) > 1 else "", moment(one))))
        yield Came(kind="meeting", name=gist(one) or people, path=path_of(one), about=about)


def _tool(kind: str, tool: CopingTool) -> Came:
    return Came(kind=kind, name=tool.name, path=f"/tool/{tool.id}")


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
        return button.row_button(
            ft.Column([name, *map(quiet, one.about)], spacing=INSIDE // 2),
            lambda: self.host.go(one.path),
            name=", ".join((opened, *one.about)),
        )
