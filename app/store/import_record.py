"""Imports: which there were, and what they brought, written and taken back in changes that a log can hold."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from app.domain.check_in import CheckIn
from app.domain.ids import Id
from app.domain.import_record import ImportRecord
from app.store.check_in import PREFIX
from app.store.left_out import LeftOut
from app.store.record import Record, row_of, to_record
from app.store.shelf import DELETED_AT, Shelf, put_in_row
from app.vault import Vault

MOST_IN_ONE_CHANGE_BYTES = 8 << 20
MOST_TAKEN_BACK_IN_ONE_CHANGE = 50_000
"""How many check-ins go in one change: what is left of one is short."""

_TABLE = "check_ins"
_USING = ("feelings", "body_signals", "where", "doing", "topics")
_BESIDES_TEXT_BYTES = 500

Step = Callable[[], None]
"""Called before each month is looked through; may raise Stopped."""


def import_records(vault: Vault, left_out: LeftOut | None = None) -> Shelf[ImportRecord]:
    """The shelf of imports."""
    note = (left_out or LeftOut()).of("import_record", "imports")
    return Shelf(vault.collection("imports").table("imports"), ImportRecord, note=note)


def months(vault: Vault) -> tuple[str, ...]:
    """The collections in which there are check-ins."""
    return vault.collections(PREFIX)


def month_of(day: date) -> str:
    """The collection that holds the check-ins of a day."""
    return f"{PREFIX}{day:%Y-%m}"


def here(vault: Vault, wanted: Mapping[str, Iterable[Id]], taken_back: Iterable[datetime]) -> set[Id]:
    """Those of these check-ins, by month, that are here, were changed or moved here, or were deleted by the person.

    What went at one of the moments ``taken_back`` went with its import, and is not here.
    """
    moments = {moment.isoformat() for moment in taken_back}
    found: set[Id] = set()
    for month, things in wanted.items():
        documents = vault.tables(month).get(_TABLE, {})
        if documents:
            found |= {one for one in things if _stands(documents.get(str(row_of(one))), moments)}
    return found


def anywhere(vault: Vault) -> set[Id]:
    """The ids of all check-ins that are here, in whatever month."""
    found: set[Id] = set()
    for month in months(vault):
        documents = vault.tables(month).get(_TABLE, {})
        found |= {one["id"] for one in documents.values() if "id" in one and DELETED_AT not in one}
    return found


def used_by(check_ins: Iterable[CheckIn]) -> set[str]:
    """The ids and keys of all words, labels and topics that these check-ins have."""
    return {
        word for one in check_ins for word in (*one.feelings, *one.body_signals, *one.where, *one.doing)
    } | {thing for one in check_ins for thing in (*one.topics, one.label) if thing is not None}


def _stands(document: Any, moments: set[str]) -> bool:
    return document is not None and document.get(DELETED_AT) not in moments


def parts(check_ins: Iterable[CheckIn]) -> Iterator[list[CheckIn]]:
    """The same in parts that one change can hold, at least one: it may be empty."""
    part: list[CheckIn] = []
    size = 0
    for one in check_ins:
        more = _BESIDES_TEXT_BYTES + 2 * (len(one.note) + len(one.source_text))
        if part and size + more > MOST_IN_ONE_CHANGE_BYTES:
            yield part
            part, size = [], 0
        part.append(one)
        size += more
    yield part


def add(vault: Vault, check_ins: Iterable[CheckIn]) -> None:
    """Keep check-ins that are not here. To be called within a change and a visit."""
    by_month: dict[str, list[CheckIn]] = {}
    for one in check_ins:
        by_month.setdefault(month_of(one.when), []).append(one)
    for month, those in by_month.items():
        table = vault.collection(month).table(_TABLE)
        for one in those:
            put_in_row(table, row_of(one.id), to_record(one))


@dataclass(slots=True, repr=False)
class Brought:
    """What one import brought and nobody has changed since, by month; and those of some ids that other check-ins use."""

    rows: dict[str, list[int]] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    @property
    def count(self) -> int:
        """How many check-ins these are."""
        return sum(map(len, self.rows.values()))

    def parts(self) -> Iterator[dict[str, list[int]]]:
        """The rows in parts that one change can hold, at least one: it may be empty."""
        part: dict[str, list[int]] = {}
        for month, rows in self.rows.items():
            if part and sum(map(len, part.values())) + len(rows) > MOST_TAKEN_BACK_IN_ONE_CHANGE:
                yield part
                part = {}
            part[month] = rows
        yield part


def brought(vault: Vault, record: ImportRecord, step: Step) -> Brought:
    """Look through all check-ins for those of an import, and for those that use what it added besides."""
    added = {*record.words, *record.labels, *record.topics}
    at = record.created_at.isoformat()
    found = Brought()
    for month in months(vault):
        step()
        for row, document in vault.tables(month).get(_TABLE, {}).items():
            if _is_as_brought(document, record.id, at):
                found.rows.setdefault(month, []).append(int(row))
            elif DELETED_AT not in document:
                found.used |= added & _uses(document)
    return found


def take_back(vault: Vault, rows: Mapping[str, list[int]], at: datetime) -> None:
    """Forget these check-ins but for their ids and the time. To be called within a change and a visit."""
    for month, those in rows.items():
        vault.collection(month).table(_TABLE).update(_gone(at.isoformat()), doc_ids=those)


def _is_as_brought(document: Record, by: Id, at: str) -> bool:
    return (
        document.get("brought_by") == by
        and DELETED_AT not in document
        and document.get("created_at") == document.get("changed_at") == at
    )


def _uses(document: Record) -> set[str]:
    lists = [document.get(name) for name in _USING]
    words = {
        word for words in lists if isinstance(words, list | tuple) for word in words if isinstance(word, str)
    }
    label = document.get("label")
    return words | {label} if isinstance(label, str) else words


def _gone(at: str) -> Callable[[Any], None]:
    def gone(document: dict[str, Any]) -> None:
        thing = document["id"]
        document.clear()
        document.update({"id": thing, DELETED_AT: at})

    return gone
