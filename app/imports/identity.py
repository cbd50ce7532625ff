"""Which check-in a row stands for: the same file, or a later one of the same app, brings nothing twice."""

from collections import Counter
from hashlib import sha256

from app.domain.ids import ID_SOURCE_BYTES, Id, id_from
from app.domain.seen import Seen
from app.imports.read import Row


class Identities:
    """The ids of the check-ins of one file, row by row in its order.

    A check-in is known by the app it comes from, its day and time, its note, and which one it is of those that have
    all of these in common. What it is called, where it was put and which level it was given may change: it stays the
    same one. Rows of our own table bring their ids.
    """

    def __init__(self, family: str) -> None:
        self._family = family
        self._seen = Seen()
        self._again: Counter[bytes] = Counter()

    def of(self, row: Row) -> Id:
        """The id of the next row."""
        if row.also is not None:
            return row.also.id
        note = " ".join(
            row.note.split()
        )  # one export of a note has its lines, another has spaces between them
        told = (row.day.isoformat(), row.clock.isoformat() if row.clock else "", note)
        key = _digest("check_in", self._family, *told)
        if not self._seen.add(int.from_bytes(key, "big")):
            self._again[key] += 1
        return id_of("check_in", self._family, *told, str(1 + self._again[key]))


def id_of(*told: str) -> Id:
    """The id of what is known by these words alone."""
    return id_from(_digest(*told))


def _digest(*told: str) -> bytes:
    parts = (text.encode("utf-8", "surrogatepass") for text in told)
    return sha256(b"".join(len(part).to_bytes(8, "big") + part for part in parts)).digest()[:ID_SOURCE_BYTES]
