"""The pace of long work: how far it is, told now and then, and whether it is to stop."""

from collections.abc import Callable, Iterable, Iterator

from app.vault.errors import Stopped

Progress = Callable[[int, int], None]
"""Told how many hundredths are done, and a hundred."""

Stop = Callable[[], bool]
"""Says whether the work is to stop where it is."""

_HUNDRED = 100


class Pace:
    """Goes through work of ``total`` bytes, or files. ``progress`` is told a hundred times at most, ``stop`` asked at each step."""

    def __init__(self, total: int, progress: Progress | None = None, stop: Stop | None = None) -> None:
        self._total = max(total, 1)
        self._progress, self._stop = progress, stop
        self._done = self._told = 0

    def step(self, size: int) -> None:
        """Go so many of them further; Stopped if that was asked for."""
        if self._stop is not None and self._stop():
            raise Stopped("it was stopped")
        self._done = min(self._done + size, self._total)
        far = self._done * _HUNDRED // self._total
        if self._progress is not None and far > self._told:
            self._told = far
            self._progress(far, _HUNDRED)

    def over(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """The same pieces, with a step before each is handed on."""
        for piece in pieces:
            self.step(len(piece))
            yield piece
