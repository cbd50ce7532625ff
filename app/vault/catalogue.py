"""The collections of an open vault: found by name, opened once, compared with their marks."""

import json
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from app.vault.change import Changes
from app.vault.errors import Notice, NoticeKind, VaultError
from app.vault.folder import Folder
from app.vault.frames import BLOCK_BYTES, Header, dumps, read_headers
from app.vault.marks import Mark, Marks
from app.vault.sealed_log import SealedLog
from app.vault.state import Tables
from app.vault.storage import SealedStorage
from app.vault.table import SealedDatabase
from app.vault.tail import end_of

_LONGEST_NAME = 200


class Catalogue:
    """What is open of a vault, and what was noticed while opening it."""

    def __init__(self, folder: Folder, marks: Marks, notices: list[Notice]) -> None:
        self._folder = folder
        self.marks = marks
        self.notices = notices + marks.notices
        self.changes = Changes(folder, marks.register)
        self._storages: dict[str, SealedStorage] = {}
        self._databases: dict[str, SealedDatabase] = {}
        self._opened_at: dict[str, bytes] = {}
        self._summaries: dict[str, tuple[bytes, bytes]] = {}
        self._seen_folded: set[str] = set()
        there = self._files()
        for name in marks.names():
            if marks.of(name).number and folder.log_name(name) not in there:
                self.notices.append(Notice(NoticeKind.MISSING, name))

    def names(self, prefix: str) -> tuple[str, ...]:
        """The names of collections that have a file, or had one, sorted."""
        names = [name for name in self.marks.names() if name.startswith(prefix)]
        begun = {name for name in names if not self.marks.of(name).number}
        there = self._files() if begun else set()
        return tuple(name for name in names if name not in begun or self._folder.log_name(name) in there)

    def database(self, name: str) -> SealedDatabase:
        """Return the collection as a TinyDB, the same object each time. Errors as of storage."""
        if name not in self._databases:
            self._databases[name] = SealedDatabase(self.storage(name))
        return self._databases[name]

    def storage(self, name: str) -> SealedStorage:
        """Return the collection, opened at first use.

        ValueError for a name that is empty, begins with a dot or has more than 200 characters. VaultUnsupported,
        VaultError if its file cannot be read.
        """
        if not name or name.startswith(".") or len(name) > _LONGEST_NAME:
            raise ValueError("not a name of a collection")
        if name not in self._storages:
            log = SealedLog(self._folder, name)
            tables = self._read(log)
            self._opened_at[name] = log.ending
            self._seen_folded.discard(name)
            self._storages[name] = SealedStorage(log, tables, self.changes.write)
        return self._storages[name]

    def look(self, name: str) -> tuple[SealedLog, Tables]:
        """Return the log and the live tables of a collection; one that is not open is read and not kept. Errors as of storage."""
        if name in self._storages:
            return self._storages[name].log, self._storages[name].tables
        log = SealedLog(self._folder, name)
        tables = self._read(log)
        log.close()
        return log, tables

    def opened(self) -> frozenset[str]:
        """The names of the collections that are open."""
        return frozenset(self._storages)

    def let_go(self, names: Iterable[str]) -> None:
        """Forget the documents of open collections, which are read anew when asked for; their marks are written first.

        VaultError if those cannot be: then all stay open.
        """
        marks = {name: self._mark(name) for name in names}
        self.marks.write({name: mark for name, mark in marks.items() if mark != self.marks.of(name)})
        for name in marks:
            self._databases.pop(name, None)
            self._opened_at.pop(name, None)
            self._storages.pop(name).forget()

    def mark_of_copy(self, log: SealedLog, number: int, tag: bytes, ending: bytes) -> Mark:
        """The mark of a copy of this log, as it is now, whose only frame has this number and tag and whose file ends so.

        A summary that holds of the log holds of the copy. A log that was rolled back, and then left alone, has a copy
        that is known as rolled back.
        """
        name = log.collection
        if self._left_rolled_back(name, log):
            mark = self.marks.of(name)
            number, tag = max(number, mark.number), mark.tag
        text, made_of = self._summary(name)
        if not made_of or made_of != log.ending:
            return Mark(number=number, tag=tag)
        return Mark(number=number, tag=tag, summary=json.loads(text), summary_of=ending)

    def fold(self, name: str) -> None:
        """Fold the file of a collection, if it has one; its summary still holds. Errors as of SealedLog.fold."""
        storage = self.storage(name)
        before = storage.log.ending
        storage.log.fold(storage.tables)
        text, made_of = self._summary(name)
        if made_of and made_of == before:
            self._summaries[name] = text, storage.log.ending

    def folded(self, name: str, but_for: int) -> bool:
        """Whether there is nothing to fold, or in an open collection no more than ``but_for`` frames.

        Reads the header of a collection that is not open, once while it stays so; VaultError if it cannot be.
        """
        if name in self._storages:
            log = self._storages[name].log
            few = log.last - log.first < but_for
            return few or log.folded or log.damaged or not log.exists
        if name not in self._seen_folded and self._is_folded(name):
            self._seen_folded.add(name)
        return name in self._seen_folded

    def refuse_newer(self, names: Iterable[str]) -> None:
        """VaultUnsupported if the file of one of these collections is of a newer version; what cannot be read is none."""
        for name in names:
            if name not in self._storages:
                with suppress(OSError):
                    self._headers(name)

    def summary(self, name: str) -> Any:
        """The summary of a collection; None if it has changed since, or there is none. Opens nothing."""
        text, made_of = self._summary(name)
        return json.loads(text) if made_of and made_of == self._ending(name) else None

    def summarise(self, name: str, value: Any) -> None:
        """Keep a summary of the collection as it is when the change that is going on is durable; now if none is."""
        text = dumps(value)
        self.changes.afterwards(lambda: self._summaries.update({name: (text, self._ending(name))}))

    def write_marks(self) -> None:
        """Make durable how far each opened collection has got. VaultError if it cannot be."""
        marks = {}
        for name in self._storages.keys() | self._summaries.keys():
            mark = self._mark(name)
            if mark != self.marks.of(name):
                marks[name] = mark
        self.marks.write(marks)
        self.marks.fold_if_long()

    def forget(self) -> None:
        """Drop all documents, summaries, marks and keys."""
        self.changes.forget()
        for storage in self._storages.values():
            storage.forget()
        self._summaries.clear()
        self.marks.forget()
        self._folder.keys.forget()

    def _read(self, log: SealedLog) -> Tables:
        mark = self.marks.of(log.collection)
        if not self._folder.has(self._folder.log_path(log.collection)):
            log.damaged = mark.number > 0  # noticed as missing at the unlock
            return {}
        tables, found = log.open(known_to=mark.number)
        if not log.damaged and (log.last < mark.number or log.tag_of(mark.number) not in {None, mark.tag}):
            found.add(NoticeKind.ROLLED_BACK)
        self.notices += [Notice(kind, log.collection) for kind in sorted(found, key=lambda kind: kind.value)]
        return tables

    def _is_folded(self, name: str) -> bool:
        mark = self.marks.of(name)
        try:
            headers = self._headers(name)
        except FileNotFoundError:
            return True
        except OSError as error:
            raise VaultError("a file of the vault cannot be read") from error
        return any((header.first, header.link) == (mark.number, mark.tag) for header in headers)

    def _headers(self, name: str) -> list[Header]:
        raw = self._folder.disk.read_part(self._folder.log_path(name), 0, BLOCK_BYTES)
        return read_headers(raw, self._folder.keys.vault_id)

    def _mark(self, name: str) -> Mark:
        """The mark to write. A file that was rolled back and then left alone keeps the mark that told so."""
        mark = self.marks.of(name)
        number, tag = mark.number, mark.tag
        storage = self._storages.get(name)
        if (
            storage is not None
            and storage.log.exists
            and not storage.log.damaged
            and not self._left_rolled_back(name, storage.log)
        ):
            number, tag = storage.log.last, storage.log.tag
        text, made_of = self._summary(name)
        return Mark(number=number, tag=tag, summary=json.loads(text) if made_of else None, summary_of=made_of)

    def _summary(self, name: str) -> tuple[bytes, bytes]:
        """The newest summary as JSON, and the ending of the file that it was made of; none of both if there is none."""
        mark = self.marks.of(name)
        if name not in self._summaries and mark.summary_of:
            return dumps(mark.summary), mark.summary_of
        return self._summaries.get(name, (b"", b""))

    def _left_rolled_back(self, name: str, log: SealedLog) -> bool:
        """Whether a file was rolled back and nothing was written to it since."""
        rolled_back = Notice(NoticeKind.ROLLED_BACK, name) in self.notices
        return rolled_back and log.ending == self._opened_at.get(name, log.ending)

    def _ending(self, name: str) -> bytes:
        if name in self._storages:
            return self._storages[name].log.ending
        try:
            return end_of(self._folder.disk, self._folder.log_path(name))[1]
        except OSError:
            return b""

    def _files(self) -> set[str]:
        return self._folder.names()
