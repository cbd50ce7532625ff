"""Whose turn it is: long work on the vault is done by one thread at a time, and the last of it ends before the lock."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Lock, RLock

from app.vault import Stopped


class Turn:
    """The turn of one session. A thread that has it may take it again."""

    def __init__(self) -> None:
        self._one = RLock()
        self._counting = Lock()
        self._takers = 0
        self._ending = Event()

    @property
    def busy(self) -> bool:
        """Whether a thread is at work, or waits to be."""
        return self._takers > 0

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Wait for the turn and have it. Stopped once the session is ending: nothing begins then."""
        self._count(1)
        try:
            with self._one:
                if self._ending.is_set():
                    raise Stopped("the session is ending")
                yield
        finally:
            self._count(-1)

    @contextmanager
    def if_free(self) -> Iterator[bool]:
        """Have the turn if nobody has it and the session goes on; says whether that is so. Waits for nobody."""
        free = self._one.acquire(blocking=False)
        try:
            yield free and not self._ending.is_set()
        finally:
            if free:
                self._one.release()

    @property
    def ending(self) -> bool:
        """Whether the session is about to end: whoever is at work and can stop should."""
        return self._ending.is_set()

    def end(self) -> None:
        """From now on no work begins, and what can be stopped should be."""
        self._ending.set()

    @contextmanager
    def last(self) -> Iterator[None]:
        """Wait until nobody is at work, and let nobody begin."""
        self.end()
        with self._one:
            yield

    def _count(self, more: int) -> None:
        with self._counting:
            self._takers += more
