"""The clock of taking turns: whose turn it is and the minutes left, large enough for two; no sound, no seconds."""

import asyncio
from collections.abc import Callable

import flet as ft

from app import words
from app.domain.turns import Turns
from app.session import Session
from app.session.turns import TurnVerbs
from app.ui.screen import Host
from app.ui.theme import BETWEEN, TIGHT_LINE_HEIGHT
from app.ui.widgets import button
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.shown import refresh
from app.ui.widgets.text import own_words, quiet


def name_of(verbs: TurnVerbs, place: int) -> str:
    """What the first (0) or the second (1) is called, or who they are where that was not said."""
    return verbs.name(place).strip() or words.turns.unnamed[place]


class TurnClock:
    """Shows the turn of now, and swaps, rests and ends it. ``ended`` is called when it was ended."""

    def __init__(self, host: Host, ended: Callable[[], object]) -> None:
        self._host, self._ended = host, ended
        self._place = stack()
        self._left: ft.Text | None = None

    @property
    def _verbs(self) -> TurnVerbs:
        return self._host.session.turns

    def laid_out(self, turns: Turns) -> ft.Control:
        """Lay out the turn as it stands."""
        self._place.controls = self._shown(turns)
        return self._place

    def leave(self) -> None:
        """Tell nothing more here; the time goes on."""
        self._left = None

    def _shown(self, turns: Turns) -> list[ft.Control]:
        said, now = words.turns, self._host.session.now()
        self._left = None
        name, other = name_of(self._verbs, turns.whose), name_of(self._verbs, 1 - turns.whose)
        end = button.quiet_button(said.end, self._end)
        if turns.is_over(now):
            begins = button.main_button(said.next_one.format(name=other), lambda: self._do(self._verbs.swap))
            told = own_words(said.over.format(name=name), large=True)
            return [_heard(told), button.buttons(begins), button.buttons(end)]
        self._left = _large(self._told(turns))
        swap = button.main_button(
            said.swap.format(name=other), lambda: self._do(self._verbs.swap), icon=ft.Icons.SWAP_VERT
        )
        rests = turns.over_at is None
        rest = (
            button.second_button(said.go_on, lambda: self._do(self._verbs.go_on))
            if rests
            else button.second_button(said.pause, lambda: self._do(self._verbs.pause))
        )
        if not rests:
            self._host.run(lambda session=self._host.session, left=self._left: self._go_on(session, left))  # type: ignore[misc]  # bound now
        return [
            _heard(own_words(said.turn_of.format(name=name), large=True)),
            card(self._left, *([quiet(said.paused)] if rests else [])),
            button.buttons(swap, rest),
            quiet(said.goes_on),
            button.buttons(end),
        ]

    def _told(self, turns: Turns) -> str:
        minutes = turns.minutes_left(self._host.session.now())
        return words.turns.left(minutes) if minutes > 1 else words.turns.last_minute

    async def _go_on(self, session: Session, left: ft.Text) -> None:
        """Say anew what is left when a minute has passed, as long as this is what is shown."""
        while True:
            await asyncio.sleep(1)
            there = self._host.unlocked and self._host.session is session
            turns = session.turns.now if there and self._left is left else None
            if turns is None or self._left is not left:
                return
            if turns.is_over(session.now()):
                self._again()
                return
            told = self._told(turns)
            if told != left.value:
                left.value = told
                refresh(left)

    def _do(self, verb: Callable[[], None]) -> None:
        verb()
        self._again()

    def _again(self) -> None:
        turns = self._verbs.now
        if turns is not None:
            fill(self._place, *self._shown(turns))

    def _end(self) -> None:
        self._left = None
        self._verbs.end()
        self._ended()


def _heard(told: ft.Control) -> ft.Control:
    """Words that a screen reader says when they appear."""
    return ft.Semantics(content=told, live_region=True, container=True)


def _large(text: str) -> ft.Text:
    """The number that both look at."""
    return ft.Text(
        text,
        theme_style=ft.TextThemeStyle.HEADLINE_LARGE,
        style=ft.TextStyle(size=_LARGE, height=TIGHT_LINE_HEIGHT),
    )


_LARGE = 2.5 * BETWEEN
"""In logical pixels: to be read from a table between two."""
