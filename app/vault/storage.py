"""A collection in memory, as a TinyDB storage: reads touch no disk, writes go to the sealed log first."""

import json
from collections.abc import Callable
from typing import Any

from tinydb.storages import Storage

from app.vault.errors import VaultError
from app.vault.frames import dumps
from app.vault.sealed_log import SealedLog
from app.vault.state import Change, Documents, Tables, Undo, copied, differences, make

Write = Callable[["SealedStorage", list[Change]], None]
"""Makes changes of a collection durable and applies them, or raises VaultError."""


class SealedStorage(Storage):
    """The tables of one open collection over its log. Any TinyDB table works on it; ours costs only the change."""

    def __init__(self, log: SealedLog, tables: Tables, write: Write) -> None:
        self.log = log
        self._tables: Tables | None = tables
        self._write = write
        self.taken_back: Callable[[], None] = lambda: None
        """Called when changes that had been applied were undone, or forgotten."""

    @property
    def tables(self) -> Tables:
        """The live tables, not to be changed; VaultError("locked") once forgotten."""
        if self._tables is None:
            raise VaultError("locked")
        return self._tables

    def documents(self, table: str) -> Documents:
        """The live documents of a table, not to be changed; empty where there is no such table."""
        return self.tables.get(table, {})

    def change(self, changes: list[Change]) -> None:
        """Make changes, all or none. VaultError says why not; TypeError or ValueError if they are not JSON."""
        if not changes:
            return
        try:
            self._write(self, changes)
        except BaseException:
            self.taken_back()
            raise

    def apply(self, changes: list[Change], undo: Undo | None) -> None:
        """Make changes that were checked in memory alone."""
        tables = self.tables
        for change in changes:
            make(tables, change, undo)

    def mend(self, tables: Tables | None, *, reached: int, ending: str) -> None:
        """Put a whole file with these tables, or with what could be read, in the place of a damaged one; see SealedLog.mend."""
        whole: Tables = self.tables if tables is None else json.loads(dumps(tables))
        self.log.mend(whole, reached=reached, ending=ending)
        self._tables = whole
        self.taken_back()

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Return a copy of all tables, because the stock table changes documents in place; None if there are none."""
        return copied(self.tables) or None

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Turn the tables into ``data``; only what differs is written. Errors as of change."""
        self.change(differences(self.tables, data))

    def close(self) -> None:
        """Do nothing: a collection stays open until its vault is locked."""

    def forget(self) -> None:
        """Drop every document and the key of the log."""
        if self._tables is not None:
            self._tables.clear()
        self._tables = None
        self.log.forget()
        self.taken_back()
