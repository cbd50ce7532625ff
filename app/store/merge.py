"""Merging another device's backup: of each thing the later version, deletions included, and nothing twice.

A thing is known by its kind and its id, in whatever month it lies. Its version is the later one by ``changed_at`` or
``deleted_at``; of two from the same moment a deletion, and else the one whose content comes later in the order of its
text, so that every device decides alike. Within one vault a thing that is there outweighs what it left in another
month when it moved. So the outcome is the greatest version of each thing, whoever merges with whom, in any order.

Drafts have no time and stay on the device where they were typed.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from app.store.backup import moment_in
from app.store.record import Record
from app.store.shelf import DELETED_AT, put_in_row
from app.store.stem import STEMS
from app.vault import Backup, Vault

_CHANGED_AT = "changed_at"
_LONG_AGO = datetime.min.replace(tzinfo=UTC)

_STEMS = {(stem.collection.rstrip("/"), stem.table): stem.name for stem in STEMS}

Name = tuple[str, str, str]
"""What a thing is known by: its collection without the month, its table, its id."""


@dataclass(slots=True, kw_only=True)
class Counts:
    """How many things of one kind come in as ``new``, are replaced by ``newer`` versions or are ``deleted`` here.

    ``older`` are those whose version in the backup differs, and stays out.
    """

    new: int = 0
    newer: int = 0
    older: int = 0
    deleted: int = 0

    @property
    def changes(self) -> bool:
        """Whether anything is different here afterwards that a person would see."""
        return bool(self.new or self.newer or self.deleted)


@dataclass(frozen=True, slots=True, repr=False)
class _Version:
    """A thing as one row has it."""

    collection: str
    table: str
    row: int
    at: datetime
    deleted: bool
    record: Record

    def outweighs(self, other: "_Version") -> bool:
        """Whether this one stays and not the other, on whatever device. Neither does where they are the same."""
        if (self.at, self.deleted) != (other.at, other.deleted):
            return (self.at, self.deleted) > (other.at, other.deleted)
        return self.text > other.text

    @property
    def text(self) -> tuple[str, str]:
        """What decides between two from one moment. Where something lay that was deleted decides nothing."""
        return json.dumps(self.record, sort_keys=True), "" if self.deleted else self.collection


@dataclass(slots=True, repr=False)
class _Thing:
    """What a thing is in one vault: its newest row that is there, else its last deletion; and all its rows.

    There is more than one row where it moved to another month.
    """

    version: _Version
    rows: list[_Version]

    def add(self, row: _Version) -> None:
        """Take in one more row."""
        self.rows.append(row)
        before = self.version
        if row.outweighs(before) if row.deleted == before.deleted else before.deleted:
            self.version = row


def preview(vault: Vault, backup: Backup) -> dict[str, Counts]:
    """Say what a merge would do, by stem; nothing is changed. Kinds that have no stem here go by collection and table.

    VaultError as of Backup.collections, and if a collection here cannot be opened.
    """
    return _counted(_compared(vault, backup))


def merge(vault: Vault, backup: Backup) -> dict[str, Counts]:
    """Bring what is later in a backup into the vault, as one change. Returns what preview() would have said.

    Errors as of preview(), and of any write: VaultDamaged if it concerns a damaged collection. Then nothing has changed.
    """
    compared = _compared(vault, backup)
    with vault.change():
        for ours, theirs in compared.values():
            if ours is None or theirs.outweighs(ours.version):
                _take(vault, ours, theirs)
    return _counted(compared)


_Compared = dict[Name, tuple[_Thing | None, _Version]]


def _compared(vault: Vault, backup: Backup) -> _Compared:
    """Each thing of the backup, beside what is here of it."""
    ours = _gathered(_rows_of_vault(vault))
    theirs = _gathered(_rows_of_backup(backup))
    return {name: (ours.get(name), thing.version) for name, thing in theirs.items()}


def _counted(compared: _Compared) -> dict[str, Counts]:
    told: dict[str, Counts] = {}
    for (collection, table, _), (ours, theirs) in compared.items():
        stem = _STEMS.get((collection, table), f"{collection}/{table}")
        _count(told.setdefault(stem, Counts()), None if ours is None else ours.version, theirs)
    return told


def _count(counts: Counts, here: _Version | None, theirs: _Version) -> None:
    if here is not None and not theirs.outweighs(here):
        counts.older += here.outweighs(theirs)
    elif theirs.deleted:
        counts.deleted += here is not None and not here.deleted
    elif here is None or here.deleted:
        counts.new += 1
    else:
        counts.newer += 1


def _take(vault: Vault, ours: _Thing | None, theirs: _Version) -> None:
    """Write a version that won, and let no other row of the thing say something else."""
    for row in ours.rows if ours is not None else ():
        if theirs.deleted:
            _put(vault, row, theirs.record)
        elif not row.deleted and row.collection != theirs.collection:
            _put(vault, row, {"id": theirs.record["id"], DELETED_AT: theirs.record.get(_CHANGED_AT)})
    if not theirs.deleted or ours is None:
        _put(vault, theirs, theirs.record)


def _put(vault: Vault, place: _Version, record: Record) -> None:
    put_in_row(vault.collection(place.collection).table(place.table), place.row, record)


def _gathered(rows: Iterable[tuple[Name, _Version]]) -> dict[Name, _Thing]:
    things: dict[Name, _Thing] = {}
    for name, version in rows:
        if name in things:
            things[name].add(version)
        else:
            things[name] = _Thing(version, [version])
    return things


def _rows_of_vault(vault: Vault) -> Iterator[tuple[Name, _Version]]:
    for collection in vault.collections():
        database = vault.collection(collection)
        for table in database.tables():
            for document in database.table(table):
                yield from _row(collection, table, document.doc_id, dict(document))


def _rows_of_backup(backup: Backup) -> Iterator[tuple[Name, _Version]]:
    for collection, tables in backup.collections():
        for table, documents in tables.items():
            for row, document in documents.items():
                yield from _row(collection, table, int(row), document)


def _row(collection: str, table: str, row: int, record: dict[str, Any]) -> Iterator[tuple[Name, _Version]]:
    """The row as a version of a thing; nothing if it is none, as a draft is."""
    known = record.get("id")
    deleted = DELETED_AT in record
    if isinstance(known, str) and (deleted or _CHANGED_AT in record):
        at = moment_in(record[DELETED_AT if deleted else _CHANGED_AT]) or _LONG_AGO
        stem = collection.partition("/")[0]
        yield (stem, table, known), _Version(collection, table, row, at, deleted, record)
