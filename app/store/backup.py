"""Backups of what the app remembers: when one was made, how much is in it, and how new that is."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app import VERSION
from app.store.shelf import DELETED_AT
from app.store.stem import STEMS, Stem
from app.vault import Backup, Check
from app.vault.pace import Progress, Stop
from app.vault.state import Tables

_MADE_AT = "made_at"
_MADE_BY = "made_by"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a test of a backup found. ``counts`` by stem, without what was deleted; times are None where none is known."""

    check: Check
    made_at: datetime | None
    counts: dict[str, int]
    newest: datetime | None


def about(now: datetime) -> dict[str, str]:
    """What a backup made now says of itself."""
    return {_MADE_AT: now.isoformat(timespec="seconds"), _MADE_BY: VERSION}


def contents(backup: Backup, *, progress: Progress | None = None, stop: Stop | None = None) -> Contents:
    """Open everything in a backup, in memory, and count it. VaultError as of Backup.check; Stopped."""
    counts: Counter[str] = Counter()
    newest: datetime | None = None

    def count(collection: str, tables: Tables) -> None:
        nonlocal newest
        for stem, document in _things(collection, tables):
            if DELETED_AT not in document:
                counts[stem.name] += stem.counted
                changed = moment_in(document.get("changed_at"))
                newest = max((moment for moment in (newest, changed) if moment), default=None)

    check = backup.look_through(count, progress=progress, stop=stop)
    told = backup.about()
    made_at = moment_in(told.get(_MADE_AT)) if isinstance(told, dict) else None
    return Contents(check=check, made_at=made_at, counts=dict(+counts), newest=newest)


def moment_in(text: object) -> datetime | None:
    """The moment that a record's text names; None if it names none, or one without an offset."""
    try:
        moment = datetime.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
    return moment if moment is not None and moment.utcoffset() is not None else None


def _things(collection: str, tables: Tables) -> Iterator[tuple[Stem, dict[str, Any]]]:
    for stem in STEMS:
        if stem.holds(collection):
            yield from ((stem, document) for document in tables.get(stem.table, {}).values())
