"""Writing a backup: whole or not at all, and opened again before it takes its place."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from app.vault import key_copies
from app.vault.backup import Backup, content
from app.vault.backup_frames import Head, opened_frames
from app.vault.checking import Check
from app.vault.errors import NotWritten, VaultDamaged, VaultError
from app.vault.folder import LOG, Folder
from app.vault.framed import sealed_frames
from app.vault.frames import LINK_BYTES
from app.vault.marks import MARKS
from app.vault.pace import Pace, Progress, Stop
from app.vault.sealed_file import FILE
from app.vault.tail import end_of
from app.vault.whole_file import write_whole

T = TypeVar("T")

_PIECE_BYTES = 1 << 16
_PASSES = 3
"""All of it is written, read back, and opened."""


class WrittenAnew(VaultError):  # noqa: N818  # named for what happened, as all our errors are
    """A file of the vault was written anew since it was gathered: gather again. Nothing is wrong."""


@dataclass(frozen=True, slots=True)
class LogFile:
    """A sealed log at one moment. Logs are only appended to, so its first ``size`` bytes stay as they are: its frames.

    Or a sealed file, which never changes.

    One that was written anew meanwhile is known by its ``ending``, which no other state of any file has.
    """

    name: str
    size: int
    ending: bytes


def log_files(folder: Folder) -> Iterator[LogFile]:
    """Every sealed log, the marks first: they tell what the others are called. VaultError if one cannot be read."""
    first = folder.log_path(MARKS).name
    for name in sorted(folder.names(), key=lambda name: (name != first, name)):
        if name.endswith(LOG):
            try:
                size, ending = end_of(folder.disk, folder.path / name)
            except OSError as error:
                raise VaultError("a file of the vault cannot be read") from error
            yield LogFile(name, size, ending)


def sealed_files(folder: Folder) -> Iterator[LogFile]:
    """Every sealed file. VaultError if one cannot be read."""
    for name in sorted(folder.names()):
        if name.endswith(FILE):
            try:
                size = folder.disk.size(folder.path / name)
                ending = folder.disk.read_part(folder.path / name, max(0, size - LINK_BYTES), LINK_BYTES)
            except OSError as error:
                raise VaultError("a file of the vault cannot be read") from error
            yield LogFile(name, size, ending)


class Gathered:
    """An open vault as it is at one moment, to be written as a backup. Gathered by the thread that has the vault.

    Writing reads sealed files only. So it may go on in another thread while the vault is used, and even after it was
    locked: what is kept for it is the key of this one backup, and that opens none of the files in it.
    """

    def __init__(self, folder: Folder, about: object) -> None:
        self._folder, self._disk, self._keys = folder.path, folder.disk, folder.keys
        self._about = about
        self._files = (*log_files(folder), *sealed_files(folder))
        key_file = key_copies.read(folder.disk, folder.path).proven(folder.keys)
        self._head = Head.fresh(key_file.without_device(folder.keys))
        self._key = self._head.key(folder.keys)
        self._size, self._digest = 0, hashlib.sha256()

    def write(
        self, path: Path, *, replace: bool = False, progress: Progress | None = None, stop: Stop | None = None
    ) -> Check:
        """Write it, and open every file in it again. The vault must stay open until this is done.

        Returns what the check of the finished backup found. Errors as of Vault.back_up.
        """
        pace = Pace(_PASSES * sum(file.size for file in self._files), progress, stop)

        def prove(new: Path) -> Check:
            self._prove(new, pace)
            return Backup(self._disk, new, self._head, self._keys).check(pace=pace)

        return self._write(path, pace, prove, replace=replace)

    def write_unchecked(self, path: Path) -> None:
        """Write it and read it back: it holds what the vault held. Whether that was damaged is not looked at.

        Needs no open vault. Errors as of Vault.back_up; what is there already is not replaced.
        """
        pace = Pace(0)
        self._write(path, pace, lambda new: self._prove(new, pace), replace=False)

    def _write(self, path: Path, pace: Pace, prove: Callable[[Path], T], *, replace: bool) -> T:
        self._size, self._digest = 0, hashlib.sha256()
        return write_whole(
            path, self._pieces(pace), replace=replace, outside=self._folder, prove=prove, disk=self._disk
        )

    def _pieces(self, pace: Pace) -> Iterator[bytes]:
        """The bytes of the file: the head, then frame after frame."""
        yield self._head.raw
        yield from sealed_frames(self._key, self._counted(pace))

    def _counted(self, pace: Pace) -> Iterator[bytes]:
        files = ((file.name, file.size, pace.over(self._read(file))) for file in self._files)
        for piece in content(self._about, files):
            self._digest.update(piece)
            self._size += len(piece)
            yield piece

    def _read(self, file: LogFile) -> Iterator[bytes]:
        ending = b""
        for offset in range(0, file.size, _PIECE_BYTES):
            wanted = min(_PIECE_BYTES, file.size - offset)
            try:
                piece = self._disk.read_part(self._folder / file.name, offset, wanted)
            except FileNotFoundError:
                raise WrittenAnew("a file of the vault went while it was read") from None
            except OSError as error:
                raise VaultError("a file of the vault cannot be read") from error
            ending = (ending + piece)[-LINK_BYTES:]
            yield piece
        if ending != file.ending:
            raise WrittenAnew("a file of the vault was written anew while it was read")

    def _prove(self, new: Path, pace: Pace) -> None:
        """Read it back: the head as it was written, and sealed in it what was read from the vault."""
        found, left = hashlib.sha256(), self._size
        try:
            read = Head.read(self._disk, new)
            for piece in pace.over(opened_frames(self._disk, new, read, self._key)):
                found.update(piece[:left])
                left -= min(left, len(piece))
        except VaultDamaged:
            raise NotWritten("the backup does not open again") from None
        if read.raw != self._head.raw or left or found.digest() != self._digest.digest():
            raise NotWritten("the backup does not hold what it should")
