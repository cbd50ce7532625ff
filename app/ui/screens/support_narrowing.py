"""Narrowing supports down, as a part of their list and of their map: what is chosen, what that hides, and all of it again."""

from collections.abc import Callable, Iterable
from dataclasses import replace

import flet as ft

from app import words
from app.domain.exchange import Direction, Given
from app.domain.ids import Id
from app.domain.support_filter import Wanted
from app.ui.screen import Host
from app.ui.theme import INSIDE
from app.ui.widgets import button, choice
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.text import announced, subheading


class SupportNarrowing:
    """A button, and when it was pressed, what can be chosen. ``changed`` is called after each choice.

    What is chosen holds for the list and the map until the vault is locked.
    """

    def __init__(self, host: Host, changed: Callable[[], object]) -> None:
        self._host, self._changed = host, changed
        self._open = False
        self._said, self._choices = stack(), stack()

    def laid_out(self) -> tuple[ft.Control, ft.Control]:
        """What is chosen; and the button, with the choices while they are open."""
        self._said.controls, self._choices.controls = self._told(), self._offered()
        return self._said, self._choices

    @property
    def _wanted(self) -> Wanted:
        return self._host.session.supports.wanted

    def _want(self, wanted: Wanted) -> None:
        self._host.session.supports.wanted = wanted
        fill(self._said, *self._told())
        self._changed()

    def _show_all(self) -> None:
        self._want(Wanted())
        fill(self._choices, *self._offered())

    def _turn(self) -> None:
        self._open = not self._open
        fill(self._choices, *self._offered())

    def _told(self) -> list[ft.Control]:
        if not self._wanted.narrows:
            return []
        supports = self._host.session.supports
        said = words.support_narrowing
        chosen = [text for *_, options, picked in self._groups() for key, text in options if key in picked]
        hidden = len(supports.all) - len(supports.shown)
        told = f"{said.only.format(what=', '.join(chosen))} {said.hidden(hidden)}"
        return [card(announced(told), button.buttons(button.second_button(said.show_all, self._show_all)))]

    def _offered(self) -> list[ft.Control]:
        said = words.support_narrowing
        door = button.line_button(
            said.close if self._open else said.narrow, self._turn, icon=ft.Icons.FILTER_LIST
        )
        if not self._host.session.supports.all:
            return []
        groups = [
            stack(
                subheading(title),
                choice.any_of(options, picked, lambda key, on, name=name: self._pick(name, key, on=on)),  # type: ignore[misc]
                spacing=INSIDE,
            )
            for name, title, options, picked in self._groups()
            if options
        ]
        return [door, *([card(*groups)] if self._open else [])]

    def _groups(self) -> list[tuple[str, str, list[tuple[str, str]], Iterable[str]]]:
        """Each kind: its name, its title, what it offers, and what is chosen of it. Only topics that some support has."""
        session, more, now = self._host.session, words.support_more, self._wanted
        used = {topic for support in session.supports.all for topic in support.topics} | now.topics
        topics = [(one.id, one.name) for one in session.topics.all if one.id in used]
        received = [(one.value, more.received[one]) for one in Given if one is not Given.OTHER]
        directions = [(one.value, more.directions[one]) for one in Direction]
        return [
            ("topics", more.topics, [(str(key), name) for key, name in topics], now.topics),
            ("received", more.ways["i_receive"], received, now.received),
            ("directions", more.direction, directions, now.directions),
        ]

    def _pick(self, name: str, key: str, *, on: bool) -> None:
        kinds: dict[str, Callable[[str], object]] = {"topics": Id, "received": Given, "directions": Direction}
        one = {kinds[name](key)}
        now = getattr(self._wanted, name)
        self._want(replace(self._wanted, **{name: now | one if on else now - one}))
