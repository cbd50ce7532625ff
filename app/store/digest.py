"""Digests of months, kept sealed so that a year is drawn from one small collection instead of twelve large ones.

They are derived: one that is missing, unreadable or older than its month is counted anew. A month's own summary in the
vault says which digest is of the month as it is now, because the vault drops it with the next change.
"""

import json
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from typing import Any

from tinydb.table import Document

from app.domain.digest import Digest, digest_of
from app.store.check_in import PREFIX, CheckIns
from app.store.shelf import put_in_row
from app.store.stem import DIGESTS
from app.vault import Vault, VaultError

_TABLE = "months"
_SHAPE = 1
_LEVELS = range(6)
_AROUND = {"w": "with_supports", "e": "what_helped", "p": "where", "d": "doing", "t": "topics"}


class Digests:
    """The digests of a vault. Opens one collection a year, and a month only where its digest is not known."""

    def __init__(self, vault: Vault, check_ins: CheckIns) -> None:
        self._vault, self._check_ins = vault, check_ins

    def months(self) -> tuple[str, ...]:
        """Return the months that have a collection, as ``2026-11``, oldest first."""
        return tuple(name.removeprefix(PREFIX) for name in self._vault.collections(PREFIX))

    def open(self, month: str) -> None:
        """Open the year of a month, so that its other months need no reading."""
        self._vault.collection(_year(month))

    def month(self, month: str) -> Digest:
        """Return the digest of a month; an empty one for a month that has no check-ins.

        What was counted is kept, but for the newest month, which is about to change again. Where it cannot be kept it is
        counted again the next time. VaultUnsupported if the month is of a newer version.
        """
        name = PREFIX + month
        known = self._known(name, month)
        if known is not None:
            return known
        digest = digest_of(self._check_ins.of_month(month))
        if month in self.months()[:-1]:
            with suppress(VaultError):
                self._keep(name, month, digest)
        return digest

    def _known(self, name: str, month: str) -> Digest | None:
        mark = self._vault.summary(name)
        if not isinstance(mark, str):
            return None
        kept = self._vault.collection(_year(month)).table(_TABLE).get(doc_id=int(month[5:]))
        if not isinstance(kept, Document) or kept.get("of") != mark:
            return None
        with suppress(KeyError, TypeError, ValueError, AttributeError):
            return _from_record(month, kept)
        return None

    def _keep(self, name: str, month: str, digest: Digest) -> None:
        record = _to_record(digest)
        mark = sha256(json.dumps(record, sort_keys=True).encode()).hexdigest()[:24]
        table = self._vault.collection(_year(month)).table(_TABLE)
        put_in_row(table, int(month[5:]), {**record, "of": mark})
        self._vault.summarise(name, mark)


def _year(month: str) -> str:
    """The collection of a year's digests, by one of its months."""
    return DIGESTS + month[:4]


def _to_record(digest: Digest) -> dict[str, Any]:
    return {
        "shape": _SHAPE,
        "days": {day[8:]: "".join(map(str, levels)) for day, levels in digest.days.items()},
        "hours": {str(hour): _list(levels) for hour, levels in digest.hours.items()},
        "around": {
            short: {key: _list(levels) for (name, key), levels in digest.around.items() if name == field}
            for short, field in _AROUND.items()
        },
        "feelings": dict(digest.feelings),
        "body_signals": dict(digest.body_signals),
        "connected": {day[8:]: dict(answers) for day, answers in digest.connected.items()},
    }


def _from_record(month: str, record: Mapping[str, Any]) -> Digest:
    if record["shape"] != _SHAPE:
        raise ValueError("another shape")
    return Digest(
        days={f"{month}-{day}": tuple(map(int, levels)) for day, levels in record["days"].items()},
        hours={int(hour): _levels(counts) for hour, counts in record["hours"].items()},
        around={
            (_AROUND[short], key): _levels(counts)
            for short, found in record["around"].items()
            for key, counts in found.items()
        },
        feelings=Counter(record["feelings"]),
        body_signals=Counter(record["body_signals"]),
        connected={f"{month}-{day}": Counter(answers) for day, answers in record["connected"].items()},
    )


def _list(levels: Mapping[int, int]) -> list[int]:
    return [levels.get(level, 0) for level in _LEVELS]


def _levels(counts: list[int]) -> Counter[int]:
    return Counter({level: count for level, count in zip(_LEVELS, counts, strict=True) if count})
