"""The wait at the door after wrong tries: counted beside the vault, so that it outlives a restart."""

from collections.abc import Callable
from contextlib import suppress
from math import ceil
from pathlib import Path

from app.domain.wrong_tries import WrongTries
from app.session.unlocked import Clock
from app.store import settings


class TooSoonError(Exception):
    """The wait is not over. ``seconds`` are left of it."""

    def __init__(self, seconds: int) -> None:
        super().__init__("too soon after a wrong try")
        self.seconds = seconds


class Tries:
    """Wrong tries at the door of one vault.

    ``ticks`` gives seconds that only ever grow: while the app runs, a wait passes by them, and no wall clock that is
    set makes it shorter or longer. Across a restart the wall clock decides, and one that was set back makes one wait
    begin anew, of five minutes at most. What cannot be written is still counted until the app ends.
    """

    def __init__(self, folder: Path, *, clock: Clock, ticks: Callable[[], float]) -> None:
        self._folder, self._clock, self._ticks = folder, clock, ticks
        self._known = WrongTries()
        self._over = 0.0
        self._look()

    @property
    def wait_seconds(self) -> int:
        """Whole seconds until the next try; 0 if it may be now."""
        self._look()
        return max(0, ceil(self._over - self._ticks()))

    def refuse_early(self) -> None:
        """TooSoonError unless the next try may be now."""
        if seconds := self.wait_seconds:
            raise TooSoonError(seconds)

    def was_wrong(self) -> None:
        """Count one more."""
        self._look()
        self._keep(self._known.another(self._clock().replace(microsecond=0)))

    def was_right(self) -> None:
        """Forget those that were counted."""
        self._look()
        if self._known.count:
            self._keep(WrongTries())

    def _keep(self, tries: WrongTries) -> None:
        self._take(tries)
        with suppress(OSError):
            settings.save_tries(self._folder, tries)

    def _look(self) -> None:
        """Another window may have counted meanwhile."""
        there = settings.load_tries(self._folder)
        if there.count > self._known.count:
            self._take(there)

    def _take(self, tries: WrongTries) -> None:
        self._known = tries
        self._over = self._ticks() + tries.wait_seconds(self._clock())
