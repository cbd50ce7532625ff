"""Imports: which there were, and what they brought, written and taken back in changes that a log can hold."""

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from app.domain.check_in import CheckIn
from app.domain.ids import Id
from app.domain.import_record import ImportRecord
from app.store.check_in import PREFIX
from app.store.left_out import LeftOut
from app.store.record import Record, row_of, to_record, words_in
from app.store.shelf import DELETED_AT, Shelf, put_in_row
from app.store.stem import STEMS
from app.vault import Vault

MOST_IN_ONE_CHANGE_BYTES = 2 << 20
MOST_TAKEN_BACK_IN_ONE_CHANGE = 2_000
"""How many check-ins go in one change: what is left of one is short."""

MOST_MONTHS_IN_ONE_CHANGE = 36
"""All months that a change touches are in memory until it is made."""

_TABLE = "check_ins"
_NAMED = ("topics", "good_for")
"""Fields of things besides check-ins that hold topics and own words."""

_ELSEWHERE = tuple(stem for stem in STEMS if stem.kind not in (CheckIn, ImportRecord))

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


def here(vault: Vault, wanted: Mapping[str, Container[int]], taken_back: Iterable[datetime]) -> Iterator[int]:
    """Those of these rows, by month, whose check-ins are here, were changed or moved here, or were deleted by the person.

    What went at one of the moments ``taken_back`` went with its import, and is not here.
    """
    moments = {moment.isoformat() for moment in taken_back}
    for month, rows in wanted.items():
        for row, document in vault.tables(month).get(_TABLE, {}).items():
            if document.get(DELETED_AT) not in moments and int(row) in rows:
                yield int(row)


def anywhere(vault: Vault, wanted: Container[int]) -> Iterator[int]:
    """Those of these rows whose check-ins are here, in whatever month."""
    for month in months(vault):
        for row, document in vault.tables(month).get(_TABLE, {}).items():
            if DELETED_AT not in document and int(row) in wanted:
                yield int(row)


def used_by(check_ins: Iterable[CheckIn]) -> set[str]:
    """The ids and keys of all words, labels and topics that these check-ins have."""
    return {
        word for one in check_ins for word in (*one.feelings, *one.body_signals, *one.where, *one.doing)
    } | {thing for one in check_ins for thing in (*one.topics, one.label) if thing is not None}


def named_elsewhere(vault: Vault) -> set[str]:
    """The ids of all topics and own words that anything but a check-in names, also where it cannot be read."""
    return {
        word
        for stem in _ELSEWHERE
        for collection in filter(stem.holds, vault.collections())
        for record in vault.tables(collection).get(stem.table, {}).values()
        for field in _NAMED
        for word in words_in(record, field)
    }


@dataclass(slots=True, repr=False)
class Part:
    """Check-ins that are in memory at the same time, by month. ``whole`` says that they are all, and fit into one change."""

    by_month: dict[str, list[CheckIn]] = field(default_factory=dict)
    size: int = 0
    whole: bool = False

    @property
    def check_ins(self) -> list[CheckIn]:
        """All of them."""
        return [one for those in self.by_month.values() for one in those]

    def add(self, check_in: CheckIn) -> None:
        """Take one in."""
        self.by_month.setdefault(month_of(check_in.when), []).append(check_in)
        self.size += size_of(check_in)


def parts(check_ins: Iterable[CheckIn]) -> Iterator[Part]:
    """The same in parts that memory can hold, at least one: it may be empty."""
    part, first = Part(), True
    for one in check_ins:
        if part.size and part.size + size_of(one) > MOST_IN_ONE_CHANGE_BYTES:
            yield part
            part, first = Part(), False
        part.add(one)
    part.whole = first and len(part.by_month) <= MOST_MONTHS_IN_ONE_CHANGE
    yield part


def size_of(check_in: CheckIn) -> int:
    """About how many bytes a check-in takes, rather too many."""
    return _BESIDES_TEXT_BYTES + 2 * (len(check_in.note) + len(check_in.source_text))


def add(vault: Vault, month: str, check_ins: Iterable[CheckIn]) -> None:
    """Keep check-ins of a month that are not here. To be called within a change and a visit."""
    table = vault.collection(month).table(_TABLE)
    for one in check_ins:
        put_in_row(table, row_of(one.id), to_record(one))


@dataclass(slots=True, repr=False)
class Brought:
    """How many check-ins there are, by month, that one import brought and nobody has changed since.

    ``used`` are those of the ids it added besides that other check-ins use.
    """

    by_month: Counter[str] = field(default_factory=Counter)
    used: set[str] = field(default_factory=set)

    @property
    def whole(self) -> bool:
        """Whether all of it can be taken back in one change."""
        few = self.by_month.total() <= MOST_TAKEN_BACK_IN_ONE_CHANGE
        return few and len(self.by_month) <= MOST_MONTHS_IN_ONE_CHANGE


def brought(vault: Vault, record: ImportRecord, step: Step) -> Brought:
    """Look through all check-ins for those of an import, and for those that use what it added besides."""
    added = {*record.words, *record.labels, *record.topics}
    at = record.created_at.isoformat()
    found = Brought()
    for month in months(vault):
        step()
        for document in vault.tables(month).get(_TABLE, {}).values():
            if _is_as_brought(document, record.id, at):
                found.by_month[month] += 1
            elif DELETED_AT not in document:
                found.used |= added & _uses(document)
    return found


def take_back(vault: Vault, month: str, record: ImportRecord, at: datetime) -> None:
    """Forget the check-ins of a month that came with an import, but for their ids and the time.

    To be called within a change and a visit.
    """
    came = record.created_at.isoformat()
    vault.collection(month).table(_TABLE).update(
        _gone(at.isoformat()), lambda document: _is_as_brought(document, record.id, came)
    )


def _is_as_brought(document: Mapping[str, Any], by: Id, at: str) -> bool:
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
