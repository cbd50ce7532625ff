"""Erasing a vault for good: first that it is to go, then the keys, so that the rest opens for nobody, then the rest.

What a kill leaves is no vault any more, and no damage: a file says that it is to go, and whoever comes next goes on. So
a vault that is to be there whole or not at all is made with such a file beside it, which goes last.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from app.vault.disk import Disk
from app.vault.errors import NotWritten, VaultError
from app.vault.folder import KEPT, LOG, NEW, TORN
from app.vault.key_copies import KEY_FILE, SECOND_COPY
from app.vault.lock import LOCK_FILE
from app.vault.sealed_file import FILE
from app.vault.whole_file import not_written

ERASING = "erasing"
"""The name of the file that says that the vault around it is to go. It holds nothing."""

MAKING = "making"
"""The name of the file that says that the vault around it is not made yet, and is to go if nobody is at it. It holds nothing."""

_KEYS = (KEY_FILE, SECOND_COPY)
_OURS = re.compile(
    rf"[a-z2-7]{{24}}({re.escape(LOG)}|{re.escape(FILE)}|(\.\d+)?({re.escape(TORN)}|{re.escape(KEPT)}))",
    re.ASCII,
)


def erase(folder: Path, *, beside: frozenset[str] = frozenset(), disk: Disk | None = None) -> bool:
    """Remove a vault that is closed, for good, and the small files of these names that lie ``beside`` it.

    Returns whether nothing of it is left; what cannot be removed is without its keys. Files of other names stay, and
    their folder with them. VaultInUse if it is open; NotWritten or DiskFull if it cannot even be begun: then
    everything is as it was.
    """
    return _erase(disk or Disk(), folder, ERASING, beside)


def finish_erasing(folder: Path, *, beside: frozenset[str] = frozenset(), disk: Disk | None = None) -> bool:
    """Go on erasing if that was begun and cut off. Returns whether it was. Errors as of erase, but NotWritten.

    What is left of a vault that was never made whole goes as well, and nothing that lies beside it.
    """
    disk = disk or Disk()
    for mark, also in ((ERASING, beside), (MAKING, frozenset[str]())):
        if disk.exists(folder / mark):
            with suppress(NotWritten):
                _erase(disk, folder, mark, also)
            return mark == ERASING
    return False


def is_going(folder: Path, disk: Disk) -> bool:
    """Whether what lies in a folder is no vault any more, or none yet; False where the disk does not tell."""
    with suppress(OSError):
        return disk.exists(folder / ERASING) or disk.exists(folder / MAKING)
    return False


@contextmanager
def whole_or_gone(folder: Path, *, disk: Disk | None = None) -> Iterator[None]:
    """A vault that is made within, and closed, is there once the block has ended. Till then it is one that is to go.

    Where the block raises it goes at once, and the folder as well if that was made here; after a kill it goes with
    finish_erasing. NotWritten or DiskFull if it cannot be begun, or ended.
    """
    disk = disk or Disk()
    there = disk.taken(folder)
    try:
        disk.make_folder(folder)
        _say_so(disk, folder / MAKING)
        yield
        disk.remove(folder / MAKING)
        disk.sync_folder(folder)
    except BaseException as error:
        with suppress(VaultError, OSError):
            _erase(disk, folder, MAKING, frozenset())
            if there:
                disk.make_folder(folder)
        if isinstance(error, OSError):
            raise not_written(error) from error
        raise


def _erase(disk: Disk, folder: Path, mark: str, beside: frozenset[str]) -> bool:
    try:
        held = disk.hold(folder / LOCK_FILE)
    except OSError as error:
        raise NotWritten("the folder of the vault cannot be locked") from error
    try:
        _begin(disk, folder, mark)
        whole = _remove(disk, folder, beside)
    finally:
        held.release()
    if whole:
        _remove_last(disk, folder, mark)
    return whole


def _say_so(disk: Disk, mark: Path) -> None:
    file = disk.create(mark)
    try:
        disk.sync(file)
    finally:
        disk.close(file)
    disk.sync_folder(mark.parent)


def _begin(disk: Disk, folder: Path, mark: str) -> None:
    try:
        _say_so(disk, folder / mark)
        names = set(disk.names(folder))
    except OSError as error:
        raise not_written(error) from error
    for key in _KEYS:
        if key in names:
            _gone(disk, folder / key)
    with suppress(OSError):
        disk.sync_folder(folder)  # the keys are gone before anything else is


def _remove(disk: Disk, folder: Path, beside: frozenset[str]) -> bool:
    """Remove the rest. Returns whether nothing of it is left."""
    whole = True
    with suppress(OSError):
        for name in sorted(disk.names(folder)):
            bare = name.removesuffix(NEW)
            if _OURS.fullmatch(bare) or bare in {*beside, *_KEYS}:
                whole &= _gone(disk, folder / name)
        disk.sync_folder(folder)
        return whole
    return False


def _remove_last(disk: Disk, folder: Path, mark: str) -> None:
    with suppress(OSError):
        disk.remove(folder / mark)
        disk.remove(folder / LOCK_FILE)
        disk.remove_folder(folder)
        disk.sync_folder(folder.parent)


def _gone(disk: Disk, path: Path) -> bool:
    try:
        disk.remove(path)
    except OSError:
        return False
    return True
