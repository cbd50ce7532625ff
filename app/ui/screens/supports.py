"""Supports as a list, by how close they are."""

from collections.abc import Iterable
from dataclasses import dataclass

import flet as ft

from app import words
from app.domain.support import Ring, Support
from app.exports.support_said import said_of
from app.session import Session
from app.ui.screen import CONTACTS, CONTACTS_COPY, Host, Place, Screen
from app.ui.screens.support_narrowing import SupportNarrowing
from app.ui.widgets import button
from app.ui.widgets.card import fill, stack
from app.ui.widgets.in_parts import in_parts
from app.ui.widgets.kind import KIND_ICONS
from app.ui.widgets.tabs import supports_tabs
from app.ui.widgets.text import body, heading, quiet


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One support in the list."""

    id: str
    kind: str
    name: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The supports of one ring, or those in the drawer."""

    title: str
    lines: tuple[Line, ...]


def supports(session: Session) -> tuple[Group, ...]:
    """Gather what the screen shows of those that are wanted: rings that hold someone, nearest first, and then what is not on the map."""
    in_net = session.safety_net.numbers

    def group(title: str, ones: Iterable[Support]) -> Group:
        return Group(title=title, lines=tuple(line_of(one, in_net.get(one.id)) for one in ones))

    everyone = session.supports.shown
    rings = [
        group(words.support.rings[ring], (one for one in everyone if one.on_map and one.ring is ring))
        for ring in Ring
    ]
    drawer = group(words.support_map.drawer, (one for one in everyone if not one.on_map))
    return tuple(shown for shown in (*rings, drawer) if shown.lines)


def line_of(support: Support, in_net: int | None) -> Line:
    """A support as it stands in a list. ``in_net`` is its place in the safety net, from 1."""
    about = " · ".join(said_of(support, in_net))
    return Line(id=support.id, kind=support.kind, name=support.name, about=about)


class SupportsScreen(Screen):
    """Lists every support and adds one."""

    place = Place.SUPPORTS

    @property
    def title(self) -> str:
        """The heading."""
        return words.support.title

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._list = stack()
        self._narrowing = SupportNarrowing(host, lambda: fill(self._list, *self._listed()))

    def content(self) -> ft.Control:
        """Lay out the list."""
        self._list.controls = self._listed()
        return stack(
            supports_tabs(self.host, "/supports"),
            *self._narrowing.laid_out(),
            self._list,
            adding(self.host, *self._files()),
        )

    def _listed(self) -> list[ft.Control]:
        groups, everyone = supports(self.host.session), self.host.session.supports.all
        shown: list[ft.Control] = []
        for group in groups:
            shown.append(heading(group.title))
            shown.append(in_parts(group.lines, lambda line: row(self.host, line), words.support_map.more))
        if not groups:
            shown = [body(words.support_narrowing.none if everyone else words.support.empty)]
        return shown

    def _files(self) -> list[ft.Control]:
        """The ways in from a phone's contacts, and back to them while there is somebody to take along."""
        said = words.contacts
        ways = [button.second_button(said.way_in, lambda: self.host.go(CONTACTS))]
        if self.host.session.contacts.offered:
            ways.append(button.second_button(said.way_out, lambda: self.host.go(CONTACTS_COPY)))
        return ways


def adding(host: Host, *more: ft.Control) -> ft.Control:
    """The ways to add a support: one that is there, one that is hoped for, and what ``more`` there is."""
    return button.pile(
        button.main_button(words.support.add, lambda: host.go("/support/new"), icon=ft.Icons.ADD),
        button.second_button(words.support_hope.title, lambda: host.go("/support/hope")),
        *more,
    )


def row(host: Host, line: Line) -> ft.Control:
    """A support as a row that opens it."""
    return button.onward_row(
        ft.Text(line.name, theme_style=ft.TextThemeStyle.TITLE_LARGE),
        quiet(line.about),
        before=ft.Icon(KIND_ICONS[line.kind], color=ft.Colors.PRIMARY, size=28),
        press=lambda: host.go(f"/support/{line.id}"),
        name=f"{words.support.open_one.format(name=line.name)}, {line.about}",
    )
