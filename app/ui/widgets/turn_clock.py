"""The clock of taking turns: whose turn it is and the minutes left, large enough for two; no sound, no seconds."""

import asyncio
from collections.abc import Callable

import flet as ft

from app import words
from app.domain.turns import Turns
from app.session import Session
from app.session.turns import TurnVerbs
from app.ui.screen import Host
from app.ui.theme import TIGHT_LINE_HEIGHT
from app.ui.widgets import button
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.shown import refresh
from app.ui.widgets.text import own_words, quiet


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
        self._left = None
        end = button.buttons(button.quiet_button(words.turns.end, self._end))
        other = self._verbs.name(1 - turns.whose).strip()
        if turns.is_over(self._host.session.now()):
            return [*self._over(turns, other), end]
        return [*self._running(turns, other), quiet(words.turns.goes_on), end]

    def _over(self, turns: Turns, other: str) -> list[ft.Control]:
        """That the turn is over, and the press with which the next one begins."""
        said, name = words.turns, self._verbs.name(turns.whose).strip()
        told = said.over_of.format(name=name) if name else said.over
        begins = said.begins.format(name=other) if other else said.next_begins
        return [_heard(told), button.main_button(begins, lambda: self._do(self._verbs.swap))]

    def _running(self, turns: Turns, other: str) -> list[ft.Control]:
        """Whose turn it is, the minutes, and what can be done; it goes on by itself unless it rests."""
        said, name = words.turns, self._verbs.name(turns.whose).strip()
        rests = turns.over_at is None
        self._left, self._unit = _number(), own_words("", large=True)
        self._tell(turns)
        swap = said.swap_to.format(name=other) if other else said.swap
        if not rests:
            self._host.run(lambda session=self._host.session, left=self._left: self._go_on(session, left))  # type: ignore[misc]  # bound now
        return [
            _heard(said.talks.format(name=name) if name else said.one_talks[turns.whose]),
            card(self._left, self._unit, *([quiet(said.paused)] if rests else []), spacing=0),
            button.main_button(swap, lambda: self._do(self._verbs.swap), icon=ft.Icons.SWAP_VERT),
            button.second_button(said.go_on, lambda: self._do(self._verbs.go_on))
            if rests
            else button.second_button(said.pause, lambda: self._do(self._verbs.pause)),
        ]

    def _tell(self, turns: Turns) -> bool:
        """Put what is left into words; whether they have changed."""
        minutes, left = turns.minutes_left(self._host.session.now()), self._left
        if left is None or left.value == f"{minutes}":
            return False
        left.value = f"{minutes}"
        self._unit.value = words.turns.left(minutes) if minutes > 1 else words.turns.last_minute
        return True

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
            if self._tell(turns):
                refresh(left)
                refresh(self._unit)

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


def _heard(told: str) -> ft.Control:
    """Words that a screen reader says when they appear."""
    return ft.Semantics(content=own_words(told, large=True), live_region=True, container=True)


def _number() -> ft.Text:
    """The number that both look at."""
    return ft.Text("", style=ft.TextStyle(size=_LARGE, height=TIGHT_LINE_HEIGHT))


_LARGE = 96
"""In logical pixels: to be read from a table between two."""
