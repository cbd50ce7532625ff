"""Below the field at a door: what became of a try, and how long to wait until the next one."""

import asyncio
from collections.abc import Callable
from math import ceil

import flet as ft

from app import words
from app.ui.screen import Host
from app.ui.widgets.card import fill
from app.ui.widgets.shown import refresh
from app.ui.widgets.text import announced, quiet

_IN_SECONDS_UP_TO = 90


class NextTry:
    """Shows sentences and a button in ``below``; while there is a wait, how long it still is.

    The button stays: pressed too soon it says so again. Nothing else on the screen has to wait.
    """

    def __init__(self, host: Host, below: ft.Column, button: Callable[[], ft.Control]) -> None:
        self._host, self._below, self._button = host, below, button
        self._left: ft.Text | None = None

    def say(self, *sentences: str) -> None:
        """Show these, and the wait if there is one."""
        fill(self._below, *self.controls(*sentences))

    def controls(self, *sentences: str) -> list[ft.Control]:
        """Return what ``say`` shows."""
        self._left = None
        seconds = self._host.door.tries.wait_seconds
        said: list[ft.Control] = [announced(sentence) for sentence in sentences]
        if seconds:
            self._left = quiet(words.unlock.wait_left.format(how_long=how_long(seconds)))
            said += [announced(words.unlock.wait.format(how_long=how_long(seconds))), self._left]
            shown = self._left
            self._host.run(lambda: self._count_down(shown))
        return [*said, self._button()]

    async def _count_down(self, shown: ft.Text) -> None:
        while self._left is shown and (seconds := self._host.door.tries.wait_seconds):
            shown.value = words.unlock.wait_left.format(how_long=how_long(seconds))
            refresh(shown)
            await asyncio.sleep(1)
        if self._left is shown:
            self._left = None
            if not self._host.unlocked:
                fill(self._below, announced(words.unlock.wait_over), self._button())

    def stop(self) -> None:
        """Count down no longer: the screen is left."""
        self._left = None


def how_long(seconds: int) -> str:
    """A wait in words: seconds while they are few, else minutes, rounded up."""
    if seconds <= _IN_SECONDS_UP_TO:
        return words.unlock.seconds(seconds)
    return words.unlock.minutes(ceil(seconds / 60))
