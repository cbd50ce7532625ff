"""Verbs of several stems, saved whole or not at all."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from app.session.unlocked import Unlocked


@contextmanager
def one_change(unlocked: Unlocked, look_again: Callable[[], None]) -> Iterator[None]:
    """What is saved inside is saved together. If it cannot be, ``look_again`` makes what is remembered follow that."""
    try:
        with unlocked.vault.change():
            yield
    except BaseException:
        look_again()
        raise
