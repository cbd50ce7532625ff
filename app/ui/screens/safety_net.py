"""The safety net: whom to reach first, in order."""

from dataclasses import dataclass
from functools import partial

import flet as ft

from app import words
from app.domain.ids import Id
from app.domain.support import Support, SupportState
from app.session import Session
from app.ui.screen import Host, Place, Screen
from app.ui.theme import BETWEEN
from app.ui.widgets import button
from app.ui.widgets.card import card, stack
from app.ui.widgets.in_net import Line, consent_line, net_lines, reach_line
from app.ui.widgets.reach import nowhere
from app.ui.widgets.tabs import supports_tabs
from app.ui.widgets.text import body, heading, own_words, quiet


@dataclass(frozen=True, slots=True, kw_only=True)
class Net:
    """What the screen shows: the net in order, and the supports that are not in it, but for those only hoped for."""

    lines: tuple[Line, ...]
    others: tuple[Support, ...]


def net(session: Session) -> Net:
    """Gather what the screen shows."""
    lines = net_lines(session)
    inside = {line.support for line in lines}
    others = (one for one in session.supports.all if one.state is not SupportState.HOPED_FOR)
    return Net(lines=lines, others=tuple(one for one in others if one.id not in inside))


class SafetyNetScreen(Screen):
    """Shows the net and reaches whoever is in it with one press."""

    place = Place.SUPPORTS

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._inside = ft.Container()

    @property
    def title(self) -> str:
        """The heading."""
        return words.safety_net.title

    def content(self) -> ft.Control:
        """Lay out the net and who could be added."""
        self._inside.content = self._laid_out()
        return stack(supports_tabs(self.host, "/safety-net"), self._inside)

    def _laid_out(self) -> ft.Control:
        shown = net(self.host.session)
        if not shown.lines and not shown.others:
            add = button.main_button(
                words.support.add, lambda: self.host.go("/support/new"), icon=ft.Icons.ADD
            )
            return stack(body(words.safety_net.no_supports), button.buttons(add))
        intro = body(words.safety_net.intro) if shown.lines else body(words.safety_net.empty)
        return stack(intro, *map(self._card, shown.lines), *self._order(shown), *self._others(shown))

    # ------------------------------------------------------------ who is in it

    def _card(self, line: Line) -> ft.Control:
        name = words.safety_net.position.format(n=line.number, name=line.name)
        purposes = [quiet(line.purposes)] if line.purposes else []
        title = ft.Column(
            [ft.Semantics(content=own_words(name), heading_level=2), *purposes], spacing=0, expand=True
        )
        change = button.icon_button(
            ft.Icons.EDIT_OUTLINED,
            words.safety_net.edit.format(name=line.name),
            lambda: self.host.go(f"/safety-net/{line.entry.id}"),
        )
        top = ft.Row([title, change], vertical_alignment=ft.CrossAxisAlignment.START)
        return card(
            top,
            *([] if line.ways else [nowhere(self.host, line.support, line.name)]),
            *reach_line(self.host, line),
            *consent_line(self.host, line),
            spacing=BETWEEN,
        )

    def _order(self, shown: Net) -> list[ft.Control]:
        if len(shown.lines) < 2:  # noqa: PLR2004  # one alone is first and last
            return []
        reorder = button.second_button(
            words.safety_net.reorder, lambda: self.host.go("/safety-net/order"), icon=ft.Icons.SWAP_VERT
        )
        return [button.buttons(reorder)]

    # ------------------------------------------------------------ who is not

    def _others(self, shown: Net) -> list[ft.Control]:
        if not shown.others:
            return [quiet(words.safety_net.everyone_in)]
        adds = [
            button.second_button(
                words.safety_net.put_in.format(name=one.name),
                partial(self._add, one.id),
                icon=ft.Icons.ADD,
            )
            for one in shown.others
        ]
        return [heading(words.safety_net.add), button.pile(*adds)]

    def _add(self, support: Id) -> None:
        if self.host.attempt(lambda: self.host.session.safety_net.add(support)) is not None:
            self._inside.content = self._laid_out()
            self._inside.update()
