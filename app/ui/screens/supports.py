"""Supports as a list, by how close they are."""

from dataclasses import dataclass

import flet as ft

from app import words
from app.domain.support import Ring
from app.session import Session
from app.ui.screen import Place, Screen
from app.ui.theme import BETWEEN, INSIDE
from app.ui.widgets import button
from app.ui.widgets.card import stack
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
    """The supports of one ring."""

    ring: str
    lines: tuple[Line, ...]


def supports(session: Session) -> tuple[Group, ...]:
    """Gather what the screen shows: rings that hold someone, nearest first."""
    in_net = {entry.support: place for place, entry in enumerate(session.safety_net.entries, start=1)}
    groups = []
    for ring in Ring:
        lines = []
        for one in session.supports.all:
            if one.ring is ring:
                about = [words.support.kinds[one.kind]]
                about += [words.safety_net.number.format(n=in_net[one.id])] if one.id in in_net else []
                lines.append(Line(id=one.id, kind=one.kind, name=one.name, about=" · ".join(about)))
        if lines:
            groups.append(Group(ring=words.support.rings[ring], lines=tuple(lines)))
    return tuple(groups)


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
            shown.append(heading(group.ring))
            shown.append(stack(*map(self._row, group.lines), spacing=INSIDE))
        if not groups:
            shown = [body(words.support.empty)]
        return stack(supports_tabs(self.host, net=False), *shown, add)

    def _row(self, line: Line) -> ft.Control:
        said = ft.Column(
            [ft.Text(line.name, theme_style=ft.TextThemeStyle.TITLE_LARGE), quiet(line.about)],
            spacing=0,
            expand=True,
        )
        return button.row_button(
            ft.Row([ft.Icon(KIND_ICONS[line.kind], color=ft.Colors.PRIMARY, size=28), said], spacing=BETWEEN),
            lambda: self.host.go(f"/support/{line.id}"),
            name=f"{words.support.open_one.format(name=line.name)}, {line.about}",
        )
