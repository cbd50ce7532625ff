"""What restores replaced and kept beside the vault: found by its name, and taken away when its time is over."""

import re
from contextlib import suppress
from pathlib import Path

from app.vault.disk import Disk
from app.vault.errors import VaultError
from app.vault.folder import NEW
from app.vault.key_copies import KEY_FILE, SECOND_COPY
from app.vault.lock import LOCK_FILE

KEPT = ".before-restore"
"""Ends the name of a vault that was replaced; a number may follow."""

_FILE = re.compile(r"[a-z2-7]{24}(\.db|(\.\d+)?\.torn)", re.ASCII)
_KEYS = (KEY_FILE, SECOND_COPY)
"""They go first: what is left then opens for nobody."""


def kept_aside(folder: Path, *, disk: Disk | None = None) -> tuple[str, ...]:
    """Return the names of what restores of the vault in ``folder`` have replaced, sorted; none if that cannot be read."""
    name = re.compile(re.escape(folder.name + KEPT) + r"(\.\d+)?", re.ASCII)
    try:
        return tuple(sorted(filter(name.fullmatch, (disk or Disk()).names(folder.parent))))
    except OSError:
        return ()


def free_name(folder: Path, disk: Disk) -> Path:
    """Return where a vault that lies in ``folder`` is to be kept when it is replaced."""
    place, count = folder.with_name(folder.name + KEPT), 1
    while disk.taken(place):
        count += 1
        place = folder.with_name(f"{folder.name}{KEPT}.{count}")
    return place


def remove_kept_aside(place: Path, *, beside: frozenset[str] = frozenset(), disk: Disk | None = None) -> None:
    """Take away a vault that was kept aside, for good. ``beside`` are names of small files that lie beside a vault.

    Files that are not of a vault's making stay, and their folder with them. One that is open, or cannot be removed,
    stays as well: it can be tried again.
    """
    disk = disk or Disk()
    if place.is_symlink():
        return
    with suppress(OSError, VaultError):
        disk.hold(place / LOCK_FILE).release()
        names = set(disk.names(place))
        ours = {name for name in names if _FILE.fullmatch(name.removesuffix(NEW))} | names & beside
        for name in (*(key for key in _KEYS if key in names), *sorted(ours)):
            disk.remove(place / name)
        if not names - ours - {*_KEYS, LOCK_FILE}:
            disk.remove(place / LOCK_FILE)
            disk.remove_folder(place)
        disk.sync_folder(place.parent)
