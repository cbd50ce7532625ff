"""A file outside the vault: written whole or not at all, for its owner alone, and never over something by accident."""

import errno
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from app.vault.disk import Disk
from app.vault.errors import DiskFull, NotWritten, VaultError, VaultExists
from app.vault.folder import FULL, NEW

T = TypeVar("T")

_CANNOT = {errno.EINVAL, errno.ENOTSUP, errno.ENOSYS}
"""What network drives and the like answer that cannot sync a folder: they take names as they come."""


def write_whole(
    path: Path,
    pieces: Iterable[bytes],
    *,
    replace: bool,
    outside: Path,
    prove: Callable[[Path], T],
    disk: Disk | None = None,
) -> T:
    """Write pieces as one file (0600), durable on return. ``prove`` looks at the file before it takes its place.

    Returns what ``prove`` does. VaultExists unless ``replace`` if there is something already; NotWritten for a place
    in the folder ``outside``, which is a vault's, or if the disk fails; DiskFull. What ``pieces`` or ``prove`` raise is
    passed on. Then what was in the place is there as before; or, where only the folder's name for it could not be
    made durable, the whole new file.
    """
    disk = disk or Disk()
    if path.parent.resolve() == outside.resolve():
        raise NotWritten("nothing else belongs into the folder of the vault")
    if not replace and disk.taken(path):
        raise VaultExists("there is something in this place already")
    new = path.with_name(path.name + NEW)
    try:
        _write(disk, new, pieces)
        proven = prove(new)
        disk.replace(new, path)
        _sync_folder(disk, path.parent)
    except BaseException as error:
        with suppress(OSError):
            disk.remove(new)
        if isinstance(error, OSError):
            raise not_written(error) from error
        raise
    return proven


def not_written(error: OSError) -> VaultError:
    """What to raise where something outside a vault could not be written."""
    if error.errno in FULL:
        return DiskFull("there is no room for it")
    return NotWritten("it could not be written")


def _sync_folder(disk: Disk, folder: Path) -> None:
    try:
        disk.sync_folder(folder)
    except OSError as error:
        if error.errno not in _CANNOT:
            raise


def _write(disk: Disk, path: Path, pieces: Iterable[bytes]) -> None:
    file = disk.create(path)
    try:
        end = 0
        for piece in pieces:
            disk.write_at(file, piece, end)
            end += len(piece)
        disk.sync(file)
    finally:
        disk.close(file)
