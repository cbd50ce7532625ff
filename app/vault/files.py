"""The sealed files of an open vault: each belongs to a document that names it, and goes when no document does any more."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from app.vault.backup import Backup
from app.vault.backup_frames import Head
from app.vault.catalogue import Catalogue
from app.vault.errors import Notice, NoticeKind, VaultDamaged, WrongKey
from app.vault.folder import KEPT, Folder, beside
from app.vault.frames import NAMES_FILES
from app.vault.sealed_file import FILE, SealedFile, Sealing, named_in, opened_file, opens, raw_of

_UNSURE = {NoticeKind.DAMAGED, NoticeKind.MISSING, NoticeKind.REBUILT, NoticeKind.ROLLED_BACK}
"""What means that a collection may have named more than it does now."""


class Files:
    """What can be done with sealed files. They are read when asked for, and never at an unlock."""

    def __init__(self, folder: Folder, catalogue: Catalogue) -> None:
        self._folder = folder
        self._catalogue = catalogue

    def keep(self, content: Iterable[bytes]) -> SealedFile:
        """Seal a new file: it is on disk, whole, when this returns, and stays once a document names it.

        One frame is in memory at a time. DiskFull: the vault stays usable; ReadOnly. What ``content`` raises is passed
        on, and must be no OSError of its own. Then nothing is left of it.
        """
        self._folder.check()
        sealing = Sealing()
        path = self._folder.path / sealing.file_name
        try:
            self._folder.stream_new(path, sealing.sealed(content))
            self._folder.put_new(path)
            self._folder.sync()
        except OSError as error:
            raise self._folder.failed(error) from error
        return sealing.done

    def read(self, named: SealedFile) -> Iterator[bytes]:
        """The content of a file, one frame in memory at a time. Only after the last piece is all of it proven.

        VaultDamaged if it is damaged or missing, which is noticed then; VaultError if it cannot be read.
        """
        try:
            yield from opened_file(named, self._raw(named))
        except VaultDamaged:
            self._notice(named)
            raise

    def lost(self) -> tuple[SealedFile, ...]:
        """Those files that documents name and that are damaged or missing. Reads all of them; errors as of read."""
        return tuple(one for one in self._named() if not self._is_whole(one))

    def clear(self, *, but: Collection[str] = ()) -> tuple[str, ...]:
        """Remove every file that no document names, but for those of these names; returns what is gone.

        Nothing where a document may be lost that did: where a collection is damaged, or older than it was, or bytes are
        set aside. VaultError if a collection cannot be read.
        """
        there = {name for name in self._folder.names() if name.endswith(FILE)}
        if not there or self._folder.read_only or not self._sure():
            return ()
        named = {one.file_name for one in self._named()} | {name + FILE for name in but}
        if not self._sure():  # reading them may have told
            return ()
        gone = []
        for name in sorted(there - named):
            with suppress(OSError):  # it stays, and is asked for again
                self._folder.disk.remove(self._folder.path / name)
                gone.append(name)
        return tuple(gone)

    def take(self, backup: Backup, wanted: Iterable[SealedFile]) -> tuple[SealedFile, ...]:
        """Take files that are not here, or do not open, from a backup; returns those that came. Others are left out.

        As they lie there: a file is the same in every vault that has it. Errors as of Backup.entries, and of keep.
        """
        missing = {one.file_name: one for one in wanted if not self._is_whole(one)}
        came = []
        for entry in backup.entries() if missing else ():
            one = missing.get(entry.name)
            if one is not None and self._taken(one, entry.pieces):
                came.append(one)
        return tuple(came)

    def bring_back(self, path: Path, wanted: Iterable[SealedFile]) -> tuple[SealedFile, ...]:
        """The same from a backup of this vault, for which no passphrase is needed. Errors as of Salvage.look_in, and of keep.

        Once nothing is lost any more, nothing is noticed any more.
        """
        disk, keys = self._folder.disk, self._folder.keys
        head = Head.read(disk, path)
        if not head.key_file.proven(keys):
            raise WrongKey("a backup of another vault, or under another data key")
        came = self.take(Backup(disk, path, head, keys), wanted)
        if came and not self.lost():
            notices = self._catalogue.notices
            notices[:] = [one for one in notices if one.kind is not NoticeKind.FILE_LOST]
        return came

    def _taken(self, one: SealedFile, pieces: Iterator[bytes]) -> bool:
        self._folder.check()
        path = self._folder.path / one.file_name
        try:
            self._folder.stream_new(path, pieces)
            if not opens(one, raw_of(self._folder.disk, beside(path))):
                self._folder.discard_new(path)
                return False
            self._folder.put_new(path)
            self._folder.sync()
        except OSError as error:
            raise self._folder.failed(error) from error
        return True

    def _is_whole(self, one: SealedFile) -> bool:
        return opens(one, self._raw(one))

    def _raw(self, one: SealedFile) -> Iterator[bytes]:
        return raw_of(self._folder.disk, self._folder.path / one.file_name)

    def _notice(self, lost: SealedFile) -> None:
        """Note once that a file is lost, by the collection that names it."""
        for name in self._collections():
            notice = Notice(NoticeKind.FILE_LOST, name)
            if lost in named_in(self._catalogue.look(name)[1]) and notice not in self._catalogue.notices:
                self._catalogue.notices.append(notice)

    def _named(self) -> Iterator[SealedFile]:
        for name in self._collections():
            yield from named_in(self._catalogue.look(name)[1])

    def _collections(self) -> list[str]:
        return [name for name in self._catalogue.names("") if name.endswith(NAMES_FILES)]

    def _sure(self) -> bool:
        """Whether every document that ever named a file and was not deleted is still here."""
        unsure = any(
            one.kind in _UNSURE and (one.collection.endswith(NAMES_FILES) or one.collection.startswith("."))
            for one in self._catalogue.notices
        )
        return not unsure and not any(name.endswith(KEPT) for name in self._folder.names())
