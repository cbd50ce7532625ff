"""The folder of an open vault: its disk, its keys, and whether it may still be written."""

import errno
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from app.vault.disk import Disk
from app.vault.errors import DiskFull, ReadOnly, VaultError
from app.vault.keys import Keys

NEW = ".new"
"""Ends the name of a file that is being written. One that is found was never finished."""

TORN = ".torn"
"""Ends the name of bytes set aside in which nothing is that was ever said to be saved."""

KEPT = ".kept"
"""Ends the name of bytes set aside that may be the only copy of what a person wrote."""

LOG = ".db"
"""Ends the name of a sealed log."""

FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG} if hasattr(errno, "EDQUOT") else {errno.ENOSPC, errno.EFBIG}
"""The error numbers of a disk without room."""


class Folder:
    """Where the files of one vault lie, and the state that all of them share."""

    def __init__(self, path: Path, disk: Disk, keys: Keys) -> None:
        self.path = path
        self.disk = disk
        self.keys = keys
        self.read_only = False

    def log_path(self, collection: str) -> Path:
        """Where the log of a collection lies, whether or not there is one."""
        return self.path / self.log_name(collection)

    def log_name(self, collection: str) -> str:
        """What the log of a collection is called."""
        return self.keys.file_stem(collection) + LOG

    def check(self) -> None:
        """ReadOnly if nothing may be written any more."""
        if self.read_only:
            raise ReadOnly("the vault takes no changes until it is opened again")

    def failed(self, error: OSError) -> VaultError:
        """Return what to raise for a failed write: DiskFull, or ReadOnly, which it is from now on."""
        if not self.read_only and error.errno in FULL:
            return DiskFull("there is no room for the change")
        self.read_only = True
        return ReadOnly("the change could not be written")

    def has(self, path: Path) -> bool:
        """Whether there is a file at ``path``; VaultError if the disk does not tell."""
        try:
            return self.disk.exists(path)
        except OSError as error:
            raise VaultError("a file of the vault cannot be read") from error

    def names(self) -> set[str]:
        """The names of all files; VaultError if the folder cannot be read."""
        try:
            return set(self.disk.names(self.path))
        except OSError as error:
            raise VaultError("the folder of the vault cannot be read") from error

    def write_new(self, path: Path, data: bytes) -> None:
        """Make ``data`` durable beside ``path``. OSError if it cannot be; then nothing is left of it."""
        self.stream_new(path, (data,))

    def stream_new(self, path: Path, pieces: Iterable[bytes]) -> None:
        """The same for more than there is memory for. What ``pieces`` raises is passed on."""
        new, end = beside(path), 0
        try:
            file = self.disk.create(new)
            try:
                for piece in pieces:
                    self.disk.write_at(file, piece, end)
                    end += len(piece)
                self.disk.sync(file)
            finally:
                self.disk.close(file)
        except BaseException:
            self.discard_new(path)
            raise

    def put_new(self, path: Path) -> None:
        """Let what write_new made take the place of ``path``. Durable after sync()."""
        try:
            self.disk.replace(beside(path), path)
        except BaseException:
            self.discard_new(path)
            raise

    def discard_new(self, path: Path) -> None:
        """Remove what write_new made, if it lets itself be removed: the next unlock does it else."""
        with suppress(OSError):
            self.disk.remove(beside(path))

    def sync(self) -> None:
        """Make the folder's names durable."""
        self.disk.sync_folder(self.path)

    def set_aside(self, path: Path, data: bytes, ending: str = TORN) -> None:
        """Keep bytes that are about to go, in a file of their own with that ending. OSError if they cannot be kept.

        Where a file has them already, as after a crash, there is no second one.
        """
        names = set(self.disk.names(self.path))
        place = path.with_suffix(ending)
        count = 1
        while place.name in names and self.disk.read(place) != data:
            count += 1
            place = path.with_suffix(f".{count}{ending}")
        self.write_new(place, data)
        self.put_new(place)
        self.sync()


def beside(path: Path) -> Path:
    """Where a file is written before it takes its place."""
    return path.with_name(path.name + NEW)
