"""Merging another device's backup: of each thing the later version, deletions included, and nothing twice.

A thing is known by its kind and its id, in whatever month it lies. Its version is the later one by ``changed_at`` or
``deleted_at``; of two from the same moment a deletion, and else the one whose content has the greater digest, so that
every device decides alike. Within one vault a thing that is there outweighs what it left in another month when it
moved. So the outcome is the greatest version of each thing, whoever merges with whom, in any order.

First both sides are read for the versions of things, one collection in memory at a time; then the backup is read once
more, and what won is written. Drafts have no time and stay on the device where they were typed.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from app.store.backup import moment_in
from app.store.record import Record
from app.store.shelf import DELETED_AT, put_in_row
from app.store.stem import STEMS
from app.vault import Backup, SealedFile, Stopped, Vault
from app.vault.frames import dumps

MOST_IN_ONE_CHANGE_BYTES = 8 << 20
"""How much is written as one change: what most people have in a lifetime. More is written in several, each whole."""

Progress = Callable[[int, int], None]
"""Told how far it is, and of how far."""

Stop = Callable[[], bool]
"""Says whether to stop."""

_READING = 1000
"""How far reading each side, and then writing, goes on the way that is told."""

_CHANGED_AT = "changed_at"
_LONG_AGO = datetime.min.replace(tzinfo=UTC)

_STEMS = {(stem.collection.rstrip("/"), stem.table): stem for stem in STEMS}

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
    """A thing as one row has it. The digest is that of its content and of the place where it is there."""

    collection: str
    table: str
    row: int
    at: datetime
    deleted: bool
    digest: bytes

    def outweighs(self, other: "_Version") -> bool:
        """Whether this one stays and not the other, on whatever device. Neither does where they are the same."""
        return (self.at, self.deleted, self.digest) > (other.at, other.deleted, other.digest)


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


def preview(
    vault: Vault, backup: Backup, *, progress: Progress | None = None, stop: Stop | None = None
) -> dict[str, Counts]:
    """Say what a merge would do, by stem; nothing is changed. Kinds that have no stem here go by collection and table.

    VaultError as of Backup.collections, and if a collection here cannot be opened; Stopped.
    """
    return _counted(_compared(vault, backup, _Way(2, progress, stop)))


def merge(
    vault: Vault, backup: Backup, *, progress: Progress | None = None, stop: Stop | None = None
) -> dict[str, Counts]:
    """Bring what is later in a backup into the vault. Returns what preview() would have said.

    As one change; what is more than eight MiB as several, everything of one thing in the same one: what a kill leaves
    undone, the same merge does when it is done again. ``stop`` is asked until the first of them is written.
    Errors as of preview(), and of any write: VaultDamaged if it concerns a damaged collection. Then nothing has
    changed, or there were several and the first of them have.
    """
    way = _Way(3, progress, stop)
    compared = _compared(vault, backup, way)
    wanted = {
        name: pair for name, pair in compared.items() if pair[0] is None or pair[1].outweighs(pair[0].version)
    }
    if wanted:
        vault.files.take(backup, _files_of(backup, wanted))
        for part in _parts(_read_again(backup, wanted)):
            with vault.visit():
                _write(vault, wanted, part)
            way.written(len(part), len(wanted))
    return _counted(compared)


_Compared = dict[Name, tuple[_Thing | None, _Version]]
_Won = tuple[Name, Record]


class _Way:
    """How far it is: as many stretches as there are readings and writings, of the same length each."""

    def __init__(self, stretches: int, progress: Progress | None, stop: Stop | None) -> None:
        self._total = stretches * _READING
        self._progress, self._stop = progress, stop
        self._behind, self._done = 0, 0

    def reading(self, done: int, total: int) -> None:
        """So much of one side is read; Stopped if that was asked for."""
        if self._stop is not None and self._stop():
            raise Stopped("the merge was stopped")
        self._tell(done, total)

    def read(self) -> None:
        """One side is read."""
        self._behind += _READING

    def written(self, more: int, total: int) -> None:
        """So much more is written."""
        self._done += more
        self._tell(self._done, total)

    def _tell(self, done: int, total: int) -> None:
        if self._progress is not None:
            self._progress(self._behind + _READING * done // max(total, 1), self._total)


def _compared(vault: Vault, backup: Backup, way: _Way) -> _Compared:
    """Each thing of the backup, beside what is here of it."""
    ours = _gathered(_rows_of_vault(vault, way))
    way.read()
    theirs: dict[Name, _Thing] = {}
    backup.look_through(
        lambda name, tables: _gather(theirs, _versions(name, tables)), progress=way.reading, stop=None
    )
    way.read()
    return _but_unread(vault, {name: (ours.get(name), thing.version) for name, thing in theirs.items()})


def _but_unread(vault: Vault, compared: _Compared) -> _Compared:
    """The same without what would replace something that cannot be read here: that stays as it is."""
    places: dict[str, list[tuple[Name, _Version]]] = {}
    for name, (ours, theirs) in compared.items():
        if ours is None or theirs.outweighs(ours.version):
            for place in (theirs, *(ours.rows if ours is not None else ())):
                places.setdefault(place.collection, []).append((name, place))
    kept = dict(compared)
    for collection, wanted in places.items():
        tables = vault.tables(collection)
        for name, place in wanted:
            if not _can_be_replaced(place, tables.get(place.table, {}).get(str(place.row))):
                kept.pop(name, None)
    return kept


def _can_be_replaced(place: _Version, record: Record | None) -> bool:
    stem = _STEMS.get((place.collection.partition("/")[0], place.table))
    return record is None or stem is None or stem.can_read(place.row, record)


def _read_again(backup: Backup, wanted: _Compared) -> Iterator[_Won]:
    """What won, with its content."""
    for collection, tables in backup.collections():
        for table, documents in tables.items():
            for row, record in documents.items():
                name = _name(collection, table, record)
                if name in wanted and _place(wanted[name][1]) == (collection, table, int(row)):
                    yield name, record


def _files_of(backup: Backup, wanted: _Compared) -> Iterator[SealedFile]:
    """The files of what won: they are here, whole, before anything says that they are."""
    for _, record in _read_again(backup, wanted):
        named = SealedFile.named_by(record)
        if named is not None:
            yield named


def _parts(won: Iterable[_Won]) -> Iterator[list[_Won]]:
    """The same in parts that one change can hold."""
    part: list[_Won] = []
    size = 0
    for one in won:
        more = len(dumps(one[1]))
        if part and size + more > MOST_IN_ONE_CHANGE_BYTES:
            yield part
            part, size = [], 0
        part.append(one)
        size += more
    if part:
        yield part


def _write(vault: Vault, wanted: _Compared, part: list[_Won]) -> None:
    with vault.change():
        for name, record in part:
            ours, theirs = wanted[name]
            _take(vault, ours, theirs, record)


def _counted(compared: _Compared) -> dict[str, Counts]:
    told: dict[str, Counts] = {}
    for (collection, table, _), (ours, theirs) in compared.items():
        stem = _STEMS.get((collection, table))
        name = f"{collection}/{table}" if stem is None else stem.name
        _count(told.setdefault(name, Counts()), None if ours is None else ours.version, theirs)
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


def _take(vault: Vault, ours: _Thing | None, theirs: _Version, record: Record) -> None:
    """Write a version that won, and let no other row of the thing say something else."""
    for row in ours.rows if ours is not None else ():
        if theirs.deleted:
            _put(vault, row, record)
        elif not row.deleted and row.collection != theirs.collection:
            _put(vault, row, {"id": record["id"], DELETED_AT: record.get(_CHANGED_AT)})
    if not theirs.deleted or ours is None:
        _put(vault, theirs, record)


def _put(vault: Vault, place: _Version, record: Record) -> None:
    put_in_row(vault.collection(place.collection).table(place.table), place.row, record)


def _place(version: _Version) -> tuple[str, str, int]:
    return version.collection, version.table, version.row


def _gathered(rows: Iterable[tuple[Name, _Version]]) -> dict[Name, _Thing]:
    things: dict[Name, _Thing] = {}
    _gather(things, rows)
    return things


def _gather(things: dict[Name, _Thing], rows: Iterable[tuple[Name, _Version]]) -> None:
    for name, version in rows:
        if name in things:
            things[name].add(version)
        else:
            things[name] = _Thing(version, [version])


def _rows_of_vault(vault: Vault, way: _Way) -> Iterator[tuple[Name, _Version]]:
    names = vault.collections()
    for done, name in enumerate(names):
        way.reading(done, len(names))
        yield from _versions(name, vault.tables(name))


def _versions(collection: str, tables: Any) -> Iterator[tuple[Name, _Version]]:
    """Every row that is a version of a thing; a draft is none."""
    for table, documents in tables.items():
        for row, record in documents.items():
            name = _name(collection, table, record)
            if name is not None:
                yield name, _version(collection, table, int(row), record)


def _name(collection: str, table: str, record: dict[str, Any]) -> Name | None:
    known = record.get("id")
    if isinstance(known, str) and (DELETED_AT in record or _CHANGED_AT in record):
        return collection.partition("/")[0], table, known
    return None


def _version(collection: str, table: str, row: int, record: Record) -> _Version:
    """The version that a row holds. Where something lay that was deleted decides nothing."""
    deleted = DELETED_AT in record
    at = moment_in(record[DELETED_AT if deleted else _CHANGED_AT]) or _LONG_AGO
    content = json.dumps([record, "" if deleted else collection], sort_keys=True).encode()
    return _Version(collection, table, row, at, deleted, sha256(content).digest()[:16])
