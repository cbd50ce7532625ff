"""Supports as a list, by how close they are."""

from collections.abc import Iterable
from dataclasses import dataclass

import flet as ft

from app import words
from app.domain.support import Ring, Support
from app.session import Session
from app.ui.screen import CONTACTS, CONTACTS_COPY, Host, Place, Screen
from app.ui.theme import BETWEEN, INSIDE
from app.ui.widgets import button
from app.ui.widgets.card import stack
from app.ui.widgets.kind import KIND_ICONS
from app.ui.widgets.support_said import said_of
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
    """Gather what the screen shows: rings that hold someone, nearest first, and then what is not on the map."""
    in_net = session.safety_net.numbers

    def group(title: str, ones: Iterable[Support]) -> Group:
        lines = (
            Line(id=one.id, kind=one.kind, name=one.name, about=" · ".join(said_of(one, in_net.get(one.id))))
            for one in ones
        )
        return Group(title=title, lines=tuple(lines))

    everyone = session.supports.all
    rings = [
        group(words.support.rings[ring], (one for one in everyone if one.on_map and one.ring is ring))
        for ring in Ring
    ]
    drawer = group(words.support_map.drawer, (one for one in everyone if not one.on_map))
    return tuple(shown for shown in (*rings, drawer) if shown.lines)


class SupportsScreen(Screen):
    """Lists every support and adds one."""

    place = Place.SUPPORTS

    @property
    def title(self) -> str:
        """The heading."""
        return words.support.title

    def content(self) -> ft.Control:
        """Lay out the list."""
        groups = supports(self.host.session)
        add = button.buttons(
            button.main_button(words.support.add, lambda: self.host.go("/support/new"), icon=ft.Icons.ADD)
        )
        shown: list[ft.Control] = []
        for group in groups:
            shown.append(heading(group.title))
            shown.append(stack(*(row(self.host, line) for line in group.lines), spacing=INSIDE))
        if not groups:
            shown = [body(words.support.empty)]
        return stack(supports_tabs(self.host, "/supports"), *shown, add, self._files())

    def _files(self) -> ft.Control:
        """The ways in from a phone's contacts, and back to them while there is somebody to take along."""
        said = words.contacts
        ways = [button.second_button(said.way_in, lambda: self.host.go(CONTACTS))]
        if self.host.session.contacts.offered:
            ways.append(button.second_button(said.way_out, lambda: self.host.go(CONTACTS_COPY)))
        return button.buttons(*ways)


def row(host: Host, line: Line) -> ft.Control:
    """A support as a row that opens it."""
    said = ft.Column(
        [ft.Text(line.name, theme_style=ft.TextThemeStyle.TITLE_LARGE), quiet(line.about)],
        spacing=0,
        expand=True,
    )
    return button.row_button(
        ft.Row([ft.Icon(KIND_ICONS[line.kind], color=ft.Colors.PRIMARY, size=28), said], spacing=BETWEEN),
        lambda: host.go(f"/support/{line.id}"),
        name=f"{words.support.open_one.format(name=line.name)}, {line.about}",
    )
