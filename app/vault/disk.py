"""The one object that touches the disk."""

import os
import stat
import sys
import time
from collections.abc import Callable
from pathlib import Path

from app.vault.cost import LEAST_COST, Cost
from app.vault.lock import Held, hold, hold_to_read

_BINARY = getattr(os, "O_BINARY", 0)
_SELF_ONLY = getattr(os, "O_NOFOLLOW", 0)
_BUSY_ON_WINDOWS = {5, 32, 33}
_PATIENCE_SECONDS = (0.05, 0.1, 0.2, 0.4, 0.8)


def _full_sync() -> Callable[[int], object] | None:
    """Return what makes a file of Apple's durable, whose fsync stops at the drive's own cache; None elsewhere."""
    if sys.platform == "win32":
        return None
    import fcntl  # noqa: PLC0415  # there is none on Windows

    command = getattr(fcntl, "F_FULLFSYNC", None)
    return None if command is None else lambda file: fcntl.fcntl(file, command)


_FULL_SYNC = _full_sync()
_SYNC_DATA: Callable[[int], object] | None = None if _FULL_SYNC else getattr(os, "fdatasync", None)
_WRITES_AT = hasattr(os, "pwrite")


class Disk:
    """Files of one folder. Every method is one step that may fail with OSError; tests put other disks in its place.

    ``least_cost`` is the weakest key derivation that a vault on this disk is made or opened with. Nothing in the
    application sets it: only the disks of tests ask for less.
    """

    least_cost: Cost = LEAST_COST

    def usual_cost(self) -> Cost:
        """Return what a guess at a new vault's passphrase shall cost: the most this device bears. Blocks for a second."""
        return Cost.measured()

    def hold(self, path: Path) -> Held:
        """Keep other processes out; see app.vault.lock."""
        return hold(path)

    def hold_to_read(self, path: Path) -> Held:
        """Keep those out who would write; see app.vault.lock."""
        return hold_to_read(lambda: os.open(path, os.O_RDONLY | _BINARY), os.close)

    def exists(self, path: Path) -> bool:
        """Whether there is a file at ``path``; OSError where that cannot be told, and never False then."""
        try:
            return stat.S_ISREG(path.stat().st_mode)
        except (FileNotFoundError, NotADirectoryError):
            return False

    def taken(self, path: Path) -> bool:
        """Whether there is anything of this name: a file, a folder, a link."""
        return os.path.lexists(path)

    def names(self, folder: Path) -> list[str]:
        """The names of all files in the folder."""
        return os.listdir(folder)  # noqa: PTH208  # names, not paths

    def make_folder(self, folder: Path) -> None:
        """Make the folder for its owner alone (0700), and those above it if need be."""
        if not folder.is_dir():
            folder.parent.mkdir(parents=True, exist_ok=True)
            folder.mkdir(mode=0o700, exist_ok=True)
            self.sync_folder(folder.parent)
        folder.chmod(0o700)

    def read(self, path: Path) -> bytes:
        """All bytes of a file."""
        return path.read_bytes()

    def size(self, path: Path) -> int:
        """How many bytes a file has."""
        return path.stat().st_size

    def changed_at(self, path: Path) -> float:
        """When a file was last written, in seconds since 1970."""
        return path.stat().st_mtime

    def read_part(self, path: Path, offset: int, size: int) -> bytes:
        """Return ``size`` bytes of a file from ``offset`` on, or what there is of them."""
        with path.open("rb") as file:
            file.seek(offset)
            return file.read(size)

    def open(self, path: Path) -> int:
        """Open a file that is there, for reading and writing; returns its descriptor."""
        return os.open(path, os.O_RDWR | _BINARY | _SELF_ONLY)

    def create(self, path: Path) -> int:
        """Make a file for its owner alone (0600), empty even if there was one; returns its descriptor."""
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC | _BINARY | _SELF_ONLY, 0o600)

    def write_at(self, file: int, data: bytes, offset: int) -> None:
        """Write all of ``data`` at ``offset``."""
        rest = memoryview(data)
        while rest:
            if _WRITES_AT:
                written = os.pwrite(file, rest, offset)
            else:
                os.lseek(file, offset, os.SEEK_SET)
                written = os.write(file, rest)
            rest, offset = rest[written:], offset + written

    def sync(self, file: int) -> None:
        """Return when what was written has reached the medium."""
        if _FULL_SYNC is not None:
            try:
                _FULL_SYNC(file)
            except OSError:
                pass  # a file system without it: fsync is all there is
            else:
                return
        os.fsync(file)

    def sync_data(self, file: int) -> None:
        """Return when what was written within the size that the file had at its last sync has reached the medium.

        Other changes of the file may wait: that is what makes it cheaper than sync, where the system knows the difference.
        """
        if _SYNC_DATA is None:
            self.sync(file)
        else:
            _SYNC_DATA(file)

    def truncate(self, file: int, size: int) -> None:
        """Cut a file to ``size`` bytes."""
        os.ftruncate(file, size)

    def close(self, file: int) -> None:
        """Give a descriptor back."""
        os.close(file)

    def replace(self, old: Path, new: Path) -> None:
        """Put the file ``old`` in the place of ``new``: another process sees the one or the other.

        Or a folder, where there is nothing in its new place.
        """
        for seconds in _PATIENCE_SECONDS:
            try:
                old.replace(new)
            except PermissionError as error:
                if getattr(error, "winerror", None) not in _BUSY_ON_WINDOWS:
                    raise
                time.sleep(seconds)  # an indexer or a virus scanner holds the file for a moment
            else:
                return
        old.replace(new)

    def remove(self, path: Path) -> None:
        """Remove a file."""
        path.unlink()

    def remove_folder(self, folder: Path) -> None:
        """Remove an empty folder."""
        folder.rmdir()

    def sync_folder(self, folder: Path) -> None:
        """Return when the folder's names have reached the medium."""
        if os.name == "nt":
            return  # a folder cannot be opened there, and its file system journals names by itself
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
