"""What can be had again of damaged collections: what they may be called, and what a backup knows that is not here."""

from collections.abc import Iterator
from datetime import UTC, datetime

from app.store.backup import moment_in
from app.store.record import Record
from app.store.shelf import DELETED_AT
from app.store.stem import COPIES, STEMS
from app.vault.state import Tables

_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


def every_name() -> Iterator[str]:
    """Every name that a collection of this version may have."""
    for name in sorted({COPIES, *(stem.collection for stem in STEMS)}):
        if not name.endswith("/"):
            yield name
            continue
        for year in range(_FIRST_YEAR, _LAST_YEAR + 1):
            yield from (f"{name}{year:04d}-{month:02d}" for month in range(1, 13))


def joined(here: Tables, theirs: Tables) -> tuple[Tables, int]:
    """What is here with what a backup has besides, and how many things come in, or come in later than they are here.

    Nothing here is replaced by something older, or by something that carries no time.
    """
    both: Tables = {table: dict(documents) for table, documents in here.items()}
    came = 0
    for table, documents in theirs.items():
        known = both.setdefault(table, {})
        for row, record in documents.items():
            if row not in known or _moment(record) > _moment(known[row]):
                known[row] = record
                came += DELETED_AT not in record
    return both, came


def _moment(record: Record) -> datetime:
    return moment_in(record.get(DELETED_AT, record.get("changed_at"))) or _LONG_AGO
