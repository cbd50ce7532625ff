"""Everything that is remembered, as one JSON file that anyone can read (docs/export-format.md)."""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import datetime
from operator import attrgetter
from pathlib import Path
from typing import Any

from app import VERSION, words
from app.store.draft import is_draft
from app.store.record import Record, UnreadableRecord, from_row, to_whole_record
from app.store.settings import Settings
from app.store.shelf import DELETED_AT
from app.store.stem import COPIES, DIGESTS, STEMS, Stem
from app.vault import SealedFile, Vault, VaultDamaged, write_whole
from app.vault.files import Files
from app.vault.frames import dumps
from app.vault.pace import Pace, Progress, Stop
from app.vault.state import Tables

FORMAT = "holdfast-export"
SCHEMA_VERSION = 1

Left = list[dict[str, Any]]


def export(
    vault: Vault,
    settings: Settings,
    now: datetime,
    path: Path,
    *,
    folder: Path,
    replace: bool,
    progress: Progress | None = None,
    stop: Stop | None = None,
) -> None:
    """Write everything, unlocked, to a file for its owner alone (0600), whole or not at all. ``folder`` is the vault's.

    VaultExists unless ``replace`` if there is something already; NotWritten, DiskFull; VaultUnsupported or VaultError
    if a part of the vault cannot be opened; Stopped. Of a damaged part, what is left is written.
    """
    pieces = everything(vault, settings, now, progress=progress, stop=stop)
    write_whole(path, pieces, replace=replace, outside=folder, prove=lambda _: None)


def everything(
    vault: Vault,
    settings: Settings,
    now: datetime,
    *,
    progress: Progress | None = None,
    stop: Stop | None = None,
) -> Iterator[bytes]:
    """The bytes of an export, piece by piece: one JSON object in UTF-8, a record to a line. Errors as of export.

    One collection is in memory at a time, but for those that are open already.
    """
    look = _Look(vault, Pace(2 * len(vault.collections()), progress, stop))
    head = {
        "format": FORMAT,
        "schema_version": SCHEMA_VERSION,
        "made_by": VERSION,
        "exported_at": now.isoformat(timespec="seconds"),
        "settings": asdict(settings),
        "not_in_here": {stem.name: words.everything.not_in_here for stem in STEMS if not stem.exported},
    }
    yield b"{"
    for key, value in head.items():
        yield b"\n" + dumps(key) + b": " + dumps(value) + b","
    left: dict[str, Left] = {"deleted": [], "unreadable": [], "other": list(_other(look))}
    for stem in filter(attrgetter("exported"), STEMS):
        yield from _list(stem.name, _records(look, stem, left), look.files)
        yield b","
    for last, (key, records) in enumerate(left.items(), start=1):
        yield from _list(key, records)
        yield b"," if last < len(left) else b"\n}\n"


def _list(key: str, records: Iterable[Record], files: Files | None = None) -> Iterator[bytes]:
    yield b"\n" + dumps(key) + b": ["
    for place, record in enumerate(records):
        yield b",\n" if place else b"\n"
        named = SealedFile.named_by(record) if files is not None else None
        if files is None or named is None:
            yield dumps(record)
        else:
            yield from _with_file(record, files.read(named))
    yield b"]"


def _with_file(record: Record, content: Iterator[bytes]) -> Iterator[bytes]:
    """A record with what is in its file, in place of what the vault finds it by. Of a damaged file, what is left.

    Pieces of a file are multiples of three bytes but for the last: so base64 of each is base64 of all.
    """
    file = {key: value for key, value in record["file"].items() if key not in {"name", "key"}}
    rest = {key: value for key, value in record.items() if key != "file"}
    yield dumps(rest)[:-1] + b', "file": ' + dumps(file)[:-1] + b', "base64": "'
    whole = True
    try:
        for piece in content:
            yield b64encode(piece)
    except VaultDamaged:
        whole = False
    yield b'", "whole": ' + dumps(whole) + b"}}"


class _Look:
    """Reads the collections of a vault one after the other, and tells how far it is."""

    def __init__(self, vault: Vault, pace: Pace) -> None:
        self._vault, self._pace = vault, pace
        self.files = vault.files
        self.names = vault.collections()

    def tables(self, collection: str) -> Tables:
        """The tables of a collection, not to be changed."""
        self._pace.step(1)
        return self._vault.tables(collection)


def _records(look: _Look, stem: Stem, left: dict[str, Left]) -> Iterator[Record]:
    for collection in filter(stem.holds, look.names):
        for row, record in look.tables(collection).get(stem.table, {}).items():
            if DELETED_AT in record:
                left["deleted"].append({"kind": stem.name} | record)
                continue
            try:
                yield _whole(stem, int(row), record)
            except UnreadableRecord:
                left["unreadable"].append({"kind": stem.name, "record": record})


def _whole(stem: Stem, row: int, record: Record) -> Record:
    if stem.kind is None:
        if not is_draft(record):
            raise UnreadableRecord(stem.name)
        return record
    value, placed = from_row(stem.kind, row, record, elsewhere=stem.elsewhere, besides=stem.besides)
    whole = to_whole_record(value)
    return {key: kept for key, kept in whole.items() if key not in stem.elsewhere} | placed


def _other(look: _Look) -> Iterator[dict[str, Any]]:
    """What no stem accounts for: a newer version may have left it."""
    for collection in look.names:
        if collection == COPIES or collection.startswith(DIGESTS):
            continue
        known = {stem.table for stem in STEMS if stem.holds(collection)}
        tables = look.tables(collection)
        for table in sorted(tables.keys() - known):
            for row, record in tables[table].items():
                yield {"collection": collection, "table": table, "row": row, "record": record}
