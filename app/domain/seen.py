"""Which digests there were: a set that takes some twelve bytes for each, where Python's own takes ten times that."""

from array import array
from collections.abc import Iterable, Iterator

_BITS = 64
_FIRST_SLOTS = 1 << 6


class Seen:
    """Digests by their lowest 64 bits: of 150,000, two are taken for one once in a thousand million files."""

    def __init__(self, numbers: Iterable[int] = ()) -> None:
        self._slots = array("Q", bytes(8 * _FIRST_SLOTS))
        self._count = 0
        for number in numbers:
            self.add(number)

    def add(self, number: int) -> bool:
        """Take a digest in; whether it was not there before."""
        short = _shortened(number)
        place = self._place(short)
        if self._slots[place]:
            return False
        self._slots[place] = short
        self._count += 1
        if 3 * self._count > 2 * len(self._slots):
            self._grow()
        return True

    def __contains__(self, number: object) -> bool:
        return isinstance(number, int) and self._slots[self._place(_shortened(number))] != 0

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[int]:
        return (short for short in self._slots if short)

    def _place(self, short: int) -> int:
        """Where it stands, or may be put: the first slot from its own on that holds it, or nothing."""
        last = len(self._slots) - 1
        place = short & last
        while self._slots[place] not in {0, short}:
            place = (place + 1) & last
        return place

    def _grow(self) -> None:
        before, self._slots = self._slots, array("Q", bytes(16 * len(self._slots)))
        for short in before:
            if short:
                self._slots[self._place(short)] = short


def _shortened(number: int) -> int:
    """The lowest bits of a digest, of which at least one is set."""
    return (number & ((1 << _BITS) - 1)) or 1
