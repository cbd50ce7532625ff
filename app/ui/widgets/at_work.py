"""Long work started from a screen: nothing is shown at first, then how far it is, with a way to stop it."""

import asyncio
from collections.abc import Callable
from threading import Event
from typing import TypeVar

import flet as ft

from app import words
from app.ui.screen import Host
from app.ui.stimulus import is_still
from app.ui.theme import INSIDE
from app.ui.widgets import button
from app.ui.widgets.card import fill, stack
from app.ui.widgets.shown import refresh
from app.ui.widgets.text import announced, quiet

T = TypeVar("T")

Progress = Callable[[int, int], None]
"""Told how much is done, and of how much. May be called from any thread."""

Stop = Callable[[], bool]
"""Says whether to stop. Work that was stopped raises Stopped and has changed nothing."""

SHOW_AFTER_SECONDS = 0.2


async def at_work(
    host: Host,
    place: ft.Column,
    what: str,
    work: Callable[[Progress, Stop], T],
    *,
    stoppable: bool = True,
) -> T:
    """Do blocking work on the vault in a thread, shown in ``place`` instead of what was there, and return what it does.

    ``what`` says in a sentence what is being done. Nothing else in the window can touch the vault meanwhile. Raises
    what the work raises; Stopped if it was stopped, or if the window was locked meanwhile: then nothing may follow.
    Afterwards ``place`` still shows the work: fill it. At the door, where there is no vault to touch, a lock does
    not come into it: who leaves a screen there stops its work.
    """
    shown = _Shown(what, stoppable=stoppable)
    turn = host.session.turn if host.unlocked else None

    def task() -> T:
        return work(shown.tell, lambda: shown.stopped or (turn is not None and turn.ending))

    fill(place)
    timer = asyncio.get_running_loop().call_later(SHOW_AFTER_SECONDS, lambda: fill(place, *shown.laid_out()))
    try:
        return await (asyncio.to_thread(task) if turn is None else host.door.work(task))
    finally:
        timer.cancel()
        shown.end()


class _Shown:
    """The bar of one piece of work, its sentence and its button."""

    def __init__(self, what: str, *, stoppable: bool) -> None:
        self._loop = asyncio.get_running_loop()
        self._stop = Event()
        self._ended = False
        self._told: tuple[int, int] | None = None
        self._due = False
        self._bar = ft.ProgressBar(value=_not_known(), semantics_label=what, bar_height=8, border_radius=4)
        self._count = quiet("")
        self._said = stack(announced(what))
        self._below = stack(
            *([button.buttons(button.second_button(words.at_work.stop, self._press))] if stoppable else [])
        )

    def laid_out(self) -> list[ft.Control]:
        """What stands in the place of the work."""
        return [self._said, stack(self._bar, self._count, spacing=INSIDE), self._below]

    @property
    def stopped(self) -> bool:
        """Whether the person has asked to stop."""
        return self._stop.is_set()

    def tell(self, done: int, total: int) -> None:
        """Show how much is done, from any thread. What is told faster than it can be drawn is drawn once."""
        self._told = done, total
        if not self._due:
            self._due = True
            self._loop.call_soon_threadsafe(self._draw)

    def end(self) -> None:
        """Draw no more."""
        self._ended = True

    def _draw(self) -> None:
        self._due = False
        if self._ended or self._told is None:
            return
        done, total = self._told
        self._bar.value = min(done / total, 1.0) if total else _not_known()
        self._count.value = words.at_work.done_of.format(done=done, total=total) if total else ""
        refresh(self._bar)
        refresh(self._count)

    def _press(self) -> None:
        self._stop.set()
        fill(self._said, announced(words.at_work.stopping))
        fill(self._below)


def _not_known() -> float | None:
    """What a bar shows while nobody knows how far it is: a moving light, or an empty bar where nothing may move."""
    return 0.0 if is_still() else None
