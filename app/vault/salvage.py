"""Salvage: what was damaged or is missing gets a whole file again, and no byte of what was there goes.

A ``.torn`` file holds what a write that never returned has left, or what could be made anew: it goes after 30 days. A
``.kept`` file may be the only copy of what a person wrote: it goes when they say so, and by nothing else.
"""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.vault.backup import Backup
from app.vault.backup_frames import Head
from app.vault.catalogue import Catalogue
from app.vault.checking import judged
from app.vault.disk import Disk
from app.vault.errors import Notice, NoticeKind, VaultError, WrongKey
from app.vault.folder import KEPT, LOG, TORN, Folder
from app.vault.marks import MARKS, Mark
from app.vault.replay import replay
from app.vault.state import Tables

TORN_FOR = timedelta(days=30)
"""How long the remains of a write that was cut short are kept."""

UNUSABLE = frozenset({NoticeKind.DAMAGED, NoticeKind.MISSING})
"""What means that a collection takes no changes until it is mended."""


@dataclass(frozen=True, slots=True)
class SetAside:
    """A file of bytes that were set aside. ``collection`` is empty where no collection accounts for it.

    ``size`` is in bytes, 0 where a file was missing; ``since`` is None where the disk does not tell.
    """

    name: str
    collection: str
    size: int
    since: datetime | None


def anything_set_aside(folder: Path, disk: Disk) -> bool:
    """Whether a vault's folder holds bytes that may be the only copy of something. OSError if it cannot be read."""
    return any(name.endswith(KEPT) for name in disk.names(folder))


class Salvage:
    """What can be done about damage in an open vault that is at rest."""

    def __init__(self, folder: Folder, catalogue: Catalogue) -> None:
        self._folder = folder
        self._catalogue = catalogue

    @property
    def damaged(self) -> tuple[str, ...]:
        """The names of the collections that were found damaged or missing so far, sorted."""
        names = {one.collection for one in self._catalogue.notices if one.kind in UNUSABLE}
        return tuple(sorted(name for name in names if name and not name.startswith(".")))

    def mend(self, name: str, tables: Tables | None = None) -> None:
        """Give a damaged or missing collection a whole file with these tables, or with what can be read of it.

        The bytes that were there are set aside first, durably; a missing file leaves one of no bytes. A crash leaves
        the collection as it was or mended, and the bytes in either case. What was open of it goes on in the new file.
        What is noticed about it becomes ``REBUILT``. VaultError for one that is not damaged, and as of any write: then
        it is as it was.
        """
        storage = self._catalogue.storage(name)
        self._catalogue.marks.register([name])
        storage.mend(tables, reached=self._catalogue.marks.of(name).number, ending=KEPT)
        self._became_whole(name)

    def rebuild_marks(self, candidates: Iterable[str]) -> None:
        """Make the list of collections anew, if it is damaged or missing, from the files there are.

        The names of files tell nothing, so ``candidates`` are all names that a collection may have. A damaged list
        that tells more than that keeps it. What is noticed becomes ``REBUILT``; where the disk takes no writes it stays
        as it was, and the list holds for as long as the vault is open.
        """
        marks = self._catalogue.marks
        if marks.whole:
            return
        there = self._folder.names()
        found = {name: self._mark(name) for name in candidates if self._folder.log_path(name).name in there}
        with suppress(VaultError):
            marks.rebuild({name: mark for name, mark in found.items() if name not in marks.all()})
            self._became_whole(MARKS)

    def set_aside(self) -> tuple[SetAside, ...]:
        """Every file of bytes that may be the only copy of something, by collection. VaultError if unreadable."""
        names = {self._folder.keys.file_stem(name): name for name in self._catalogue.marks.names()}
        found = [
            self._described(file, names.get(file.partition(".")[0], ""))
            for file in self._folder.names()
            if file.endswith(KEPT)
        ]
        return tuple(sorted(found, key=lambda one: (one.collection, one.name)))

    def let_go(self, one: SetAside) -> None:
        """Remove bytes that were set aside, for ever. VaultError if they cannot be removed."""
        self._folder.check()
        if not one.name.endswith(KEPT) or one.name not in self._folder.names():
            return
        try:
            self._folder.disk.remove(self._folder.path / one.name)
            self._folder.sync()
        except OSError as error:
            raise self._folder.failed(error) from error

    def clear_torn(self, now: datetime) -> tuple[str, ...]:
        """Remove what writes that never returned have left more than 30 days before; returns the names of those files."""
        disk, gone = self._folder.disk, []
        for name in sorted(self._folder.names()):
            since = self._since(name) if name.endswith(TORN) else None
            if since is not None and now - since > TORN_FOR and not self._folder.read_only:
                with suppress(OSError):  # it stays, and is asked for again
                    disk.remove(self._folder.path / name)
                    gone.append(name)
        return tuple(gone)

    def look_in(self, path: Path, names: Iterable[str]) -> dict[str, tuple[Tables, bool]]:
        """What a backup of this vault has of some collections, and whether it is all that the backup ever had.

        Needs no passphrase, and may be called from another thread: it touches nothing that is open. NoBackup,
        CutShort, VaultDamaged, VaultUnsupported; WrongKey for a backup of another vault, or from before another data
        key; VaultError if it cannot be read.
        """
        keys = self._folder.keys
        head = Head.read(self._folder.disk, path)
        if not head.key_file.proven(keys):
            raise WrongKey("a backup of another vault, or under another data key")
        called = {keys.file_stem(name) + LOG: name for name in names}
        found: dict[str, tuple[Tables, bool]] = {}
        for entry in Backup(self._folder.disk, path, head, keys).entries():
            if entry.name in called:
                name = called[entry.name]
                looked = judged(b"".join(entry.pieces), keys, name, Mark())
                found[name] = looked.tables, not looked.found & {NoticeKind.DAMAGED}
        return found

    def _mark(self, name: str) -> Mark:
        try:
            raw = self._folder.disk.read(self._folder.log_path(name))
        except OSError as error:
            raise VaultError("a file of the vault cannot be read") from error
        told = replay(raw, self._folder.keys, name)
        return Mark() if told.damaged else Mark(number=told.last, tag=told.link)

    def _described(self, file: str, collection: str) -> SetAside:
        try:
            size = self._folder.disk.size(self._folder.path / file)
        except OSError as error:
            raise VaultError("a file of the vault cannot be read") from error
        return SetAside(file, collection, size, self._since(file))

    def _since(self, file: str) -> datetime | None:
        try:
            return datetime.fromtimestamp(self._folder.disk.changed_at(self._folder.path / file), UTC)
        except (OSError, OverflowError, ValueError):
            return None

    def _became_whole(self, name: str) -> None:
        others = [
            one for one in self._catalogue.notices if one.collection != name or one.kind not in UNUSABLE
        ]
        self._catalogue.notices[:] = [*others, Notice(NoticeKind.REBUILT, name)]
