"""Everything that is remembered, as one JSON file that anyone can read (docs/export-format.md)."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from app.store.draft import is_draft
from app.store.record import Record, UnreadableRecord, from_row, to_whole_record
from app.store.settings import Settings
from app.store.shelf import DELETED_AT
from app.store.stem import STEMS, Stem
from app.vault import Vault, write_whole
from app.vault.frames import dumps

FORMAT = "holdfast-export"
SCHEMA_VERSION = 1

Left = list[dict[str, Any]]


def export(
    vault: Vault, settings: Settings, now: datetime, path: Path, *, folder: Path, replace: bool
) -> None:
    """Write everything, unlocked, to a file for its owner alone (0600), whole or not at all. ``folder`` is the vault's.

    VaultExists unless ``replace`` if there is something already; NotWritten, DiskFull; VaultUnsupported or VaultError
    if a part of the vault cannot be opened. Of a damaged part, what is left is written.
    """
    write_whole(path, everything(vault, settings, now), replace=replace, outside=folder, prove=lambda _: None)


def everything(vault: Vault, settings: Settings, now: datetime) -> Iterator[bytes]:
    """The bytes of an export, piece by piece: one JSON object in UTF-8, a record to a line. Errors as of Vault.collection."""
    head = {
        "format": FORMAT,
        "schema_version": SCHEMA_VERSION,
        "exported_at": now.isoformat(timespec="seconds"),
        "settings": asdict(settings),
    }
    yield b"{"
    for key, value in head.items():
        yield b"\n" + dumps(key) + b": " + dumps(value) + b","
    left: dict[str, Left] = {"deleted": [], "unreadable": [], "other": list(_other(vault))}
    for stem in STEMS:
        yield from _list(stem.name, _records(vault, stem, left))
        yield b","
    for last, (key, records) in enumerate(left.items(), start=1):
        yield from _list(key, records)
        yield b"," if last < len(left) else b"\n}\n"


def _list(key: str, records: Iterable[Record]) -> Iterator[bytes]:
    yield b"\n" + dumps(key) + b": ["
    for place, record in enumerate(records):
        yield (b",\n" if place else b"\n") + dumps(record)
    yield b"]"


def _records(vault: Vault, stem: Stem, left: dict[str, Left]) -> Iterator[Record]:
    for collection in filter(stem.holds, vault.collections()):
        for document in vault.collection(collection).table(stem.table):
            record = dict(document)
            if DELETED_AT in record:
                left["deleted"].append({"kind": stem.name} | record)
                continue
            try:
                yield _whole(stem, document.doc_id, record)
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


def _other(vault: Vault) -> Iterator[dict[str, Any]]:
    """What no stem accounts for: a newer version may have left it."""
    for collection in vault.collections():
        known = {stem.table for stem in STEMS if stem.holds(collection)}
        database = vault.collection(collection)
        for table in sorted(database.tables() - known):
            for document in database.table(table):
                yield {
                    "collection": collection,
                    "table": table,
                    "row": str(document.doc_id),
                    "record": dict(document),
                }
