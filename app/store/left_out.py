"""Records that could not be read and were left out: which kind, and where. Never what they say."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A record that was left out. It stays in its row as it is. ``stem`` is a name from our own list of stems.

    ``newer`` says that a newer version wrote it, in a shape that this one does not know.
    """

    stem: str
    collection: str
    row: int
    newer: bool


Note = Callable[[Mapping[int, bool]], None]
"""Takes the rows of a table that could not be read just now, and of each whether a newer version wrote it."""


class LeftOut:
    """What was left out so far, by the last reading of each table."""

    def __init__(self) -> None:
        self._by_table: dict[tuple[str, str], tuple[Unread, ...]] = {}

    @property
    def all(self) -> tuple[Unread, ...]:
        """Every record that was left out when its table was last read."""
        return tuple(one for of_table in self._by_table.values() for one in of_table)

    def of(self, stem: str, collection: str) -> Note:
        """Where the readings of a stem in a collection are noted."""

        def note(rows: Mapping[int, bool]) -> None:
            self._by_table[stem, collection] = tuple(
                Unread(stem=stem, collection=collection, row=row, newer=newer) for row, newer in rows.items()
            )

        return note


def untold(_: Mapping[int, bool]) -> None:
    """Note nothing: for who reads and has nobody to tell."""
