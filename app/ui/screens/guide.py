"""Pages to read: how this works, what is kept where, what this app cannot do, and the keys of a keyboard.

They hold nothing of the person, so they stand before the door too.
"""

from collections.abc import Callable
from functools import partial

import flet as ft

from app import VERSION, words
from app.ui.screen import GUIDE, HOME, HOW, KEYBOARD, LIMITS, WHERE, Host, Screen
from app.ui.theme import INSIDE
from app.ui.widgets import button
from app.ui.widgets.card import card, stack
from app.ui.widgets.door_row import door_row
from app.ui.widgets.text import body, heading

Section = tuple[str, tuple[str, ...]]
"""A heading, and what is said under it."""

_KEY = {HOW: "how", WHERE: "where", LIMITS: "limits"}


def name_of(path: str) -> str:
    """What the page of that path is called."""
    return words.settings.keyboard if path == KEYBOARD else words.guide.pages[_KEY[path]]


def sections(path: str) -> tuple[Section, ...]:
    """Gather what the page of that path says."""
    said = words.guide
    if path == HOW:
        return (
            (said.check_in, said.check_in_lines),
            (said.supports, said.supports_lines),
            (said.plan, said.plan_lines),
            (said.hard, said.hard_lines),
            (said.looking, said.looking_lines),
        )
    if path == WHERE:
        return (
            (said.locked, said.locked_lines),
            (said.beside, said.beside_lines),
            (said.copies, said.copies_lines),
            (said.nowhere, said.nowhere_lines),
        )
    return (
        (said.acting, said.acting_lines),
        (said.restoring, said.restoring_lines),
        (said.protecting, said.protecting_lines),
        (said.caring, said.caring_lines),
    )


def ways_to_read(host: Host, *, but: str = "") -> ft.Control:
    """A row for each of the pages, but for one."""
    return stack(
        *(door_row(name_of(path), "", _to(host, path)) for path in GUIDE if path != but), spacing=INSIDE
    )


def _to(host: Host, path: str) -> Callable[[], None]:
    return lambda: host.go(path)


class GuideScreen(Screen):
    """One of the pages, and the ways to the others."""

    def __init__(self, host: Host, path: str) -> None:
        super().__init__(host)
        self._path = path

    @property
    def title(self) -> str:
        """The heading."""
        return name_of(self._path)

    def content(self) -> ft.Control:
        """Lay out what the page says."""
        if self._path == KEYBOARD:
            cards = [card(*map(body, words.settings.keys))]
        else:
            cards = [card(heading(name), *map(body, lines)) for name, lines in sections(self._path)]
        return stack(
            *cards,
            *self._again(),
            heading(words.guide.more),
            ways_to_read(self.host, but=self._path),
            *self._version(),
        )

    def _version(self) -> list[ft.Control]:
        return [body(words.guide.this_is.format(version=VERSION))] if self._path == HOW else []

    def _again(self) -> list[ft.Control]:
        if self._path != HOW or not self.host.unlocked:
            return []
        return [button.buttons(button.second_button(words.tour.again, self._tour_again))]

    def _tour_again(self) -> None:
        preferences = self.host.session.preferences
        if self.host.attempt(lambda: preferences.change(toured=False)) is not None:
            self.host.go(HOME)


how, where, limits, keyboard = (partial(GuideScreen, path=path) for path in GUIDE)
