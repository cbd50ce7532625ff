"""How far long work is, on a terminal: one line that is written over, and only once it has taken a while."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from app.command_line.terminal import is_watched, tell_over
from app.words import command_line as words

TELL_AFTER_SECONDS = 2.0
_AGAIN_AFTER_SECONDS = 0.2


@contextmanager
def told(*, now: Callable[[], float] = monotonic) -> Iterator[Callable[[int, int], None]]:
    """Give a function that takes how much is done, and of how much, and says it on standard error if that is a terminal.

    What was said is wiped when the block ends, however it does.
    """
    begun = last = now()
    said = ""

    def progress(done: int, total: int) -> None:
        nonlocal last, said
        moment = now()
        if moment - begun < TELL_AFTER_SECONDS or moment - last < _AGAIN_AFTER_SECONDS:
            return
        last = moment
        said = words.far.format(percent=100 * done // max(total, 1))
        tell_over(said)

    try:
        yield progress if is_watched() else _silent
    finally:
        if said:
            tell_over(" " * len(said))
            tell_over("")


def _silent(_done: int, _total: int) -> None:
    """Say nothing: nobody sits there."""
