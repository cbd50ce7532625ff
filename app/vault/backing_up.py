"""Writing a backup: whole or not at all, and opened again before it takes its place."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from app.vault import key_copies
from app.vault.backup import Backup, content
from app.vault.backup_frames import Head, opened_frames, sealed_frames
from app.vault.checking import Check
from app.vault.errors import NotWritten, VaultDamaged, VaultError
from app.vault.folder import LOG, Folder
from app.vault.key_file import KeyFile
from app.vault.marks import MARKS
from app.vault.whole_file import write_whole

_PIECE_BYTES = 1 << 16


def back_up(folder: Folder, path: Path, about: object, *, replace: bool) -> Check:
    """Write a backup of an open vault that is at rest. Returns what a check of the finished backup found.

    Errors as of Vault.back_up.
    """
    head = Head.fresh(_key_file(folder).without_device(folder.keys))
    sealed = _Sealed(folder, head, about)
    return write_whole(
        path, sealed.pieces(), replace=replace, outside=folder.path, prove=sealed.prove, disk=folder.disk
    )


def _key_file(folder: Folder) -> KeyFile:
    for key_file in key_copies.read(folder.disk, folder.path).sound:
        if key_file.proven(folder.keys):
            return key_file
    raise VaultDamaged("the key file is damaged")


class _Sealed:
    """A backup that is being made, with the size and the digest of what was sealed into it."""

    def __init__(self, folder: Folder, head: Head, about: object) -> None:
        self._folder = folder
        self._head = head
        self._about = about
        self._size = 0
        self._digest = hashlib.sha256()

    def pieces(self) -> Iterator[bytes]:
        """The bytes of the file: the head, then frame after frame."""
        yield self._head.raw
        yield from sealed_frames(self._head, self._folder.keys, self._counted())

    def prove(self, path: Path) -> Check:
        """Read it back: the head as it was written, and sealed in it what was read from the vault."""
        disk, keys = self._folder.disk, self._folder.keys
        found, left = hashlib.sha256(), self._size
        try:
            read = Head.read(disk, path)
            for piece in opened_frames(disk, path, read, keys):
                found.update(piece[:left])
                left -= min(left, len(piece))
        except VaultDamaged:
            raise NotWritten("the backup does not open again") from None
        if read.raw != self._head.raw or left or found.digest() != self._digest.digest():
            raise NotWritten("the backup does not hold what it should")
        return Backup(disk, path, self._head, keys).check()

    def _counted(self) -> Iterator[bytes]:
        for piece in content(self._about, _files(self._folder)):
            self._digest.update(piece)
            self._size += len(piece)
            yield piece


def _files(folder: Folder) -> Iterator[tuple[str, int, Iterator[bytes]]]:
    """Every sealed log, the marks first: they tell what the others are called."""
    first = folder.log_path(MARKS).name
    for name in sorted(folder.names(), key=lambda name: (name != first, name)):
        if name.endswith(LOG):
            try:
                size = folder.disk.size(folder.path / name)
            except OSError as error:
                raise VaultError("a file of the vault cannot be read") from error
            yield name, size, _pieces(folder, folder.path / name, size)


def _pieces(folder: Folder, path: Path, size: int) -> Iterator[bytes]:
    for offset in range(0, size, _PIECE_BYTES):
        wanted = min(_PIECE_BYTES, size - offset)
        try:
            piece = folder.disk.read_part(path, offset, wanted)
        except OSError as error:
            raise VaultError("a file of the vault cannot be read") from error
        if len(piece) < wanted:
            raise VaultError("a file of the vault changed while it was read")
        yield piece
