"""Housekeeping in one window: begun a while after unlocking, done in short steps, given up the moment it is locked."""

import asyncio
from collections.abc import Iterator

from app.ui.door import Door
from app.vault import VaultError

BEGIN_AFTER_SECONDS = 20.0
AGAIN_AFTER_SECONDS = 300.0
BETWEEN_STEPS_SECONDS = 0.1
"""Time for everything else in the window; a step itself folds one collection at most."""


class Tidying:
    """Runs the housekeeping of what is open behind a door, between ``start`` and ``stop``. Nothing ever waits for it."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._loop = asyncio.get_running_loop()
        self._timer: asyncio.TimerHandle | None = None

    def start(self) -> None:
        """Begin after a while, and again every five minutes."""
        self.stop()
        self._timer = self._loop.call_later(BEGIN_AFTER_SECONDS, self._begin)

    def stop(self) -> None:
        """Do nothing more."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _begin(self) -> None:
        self._next(self._door.session.housekeeping.steps())

    def _next(self, steps: Iterator[None]) -> None:
        self._timer = self._loop.call_later(BETWEEN_STEPS_SECONDS, self._step, steps)

    def _step(self, steps: Iterator[None]) -> None:
        if (
            self._door.working or self._door.session.turn.busy or self._goes_on(steps)
        ):  # the vault is for one thread at a time
            self._next(steps)
        else:
            self._timer = self._loop.call_later(AGAIN_AFTER_SECONDS, self._begin)

    def _goes_on(self, steps: Iterator[None]) -> bool:
        try:
            next(steps)
        except StopIteration:
            return False
        except (VaultError, OSError):
            return False  # what is wrong with the disk shows itself where somebody saves; it is tried again later
        return True
