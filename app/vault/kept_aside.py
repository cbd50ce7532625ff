"""What restores replaced and kept beside the vault: found by its name, and taken away when its time is over."""

import re
from contextlib import suppress
from pathlib import Path

from app.vault.disk import Disk
from app.vault.erasing import erase
from app.vault.errors import VaultError

KEPT = ".before-restore"
"""Ends the name of a vault that was replaced; a number may follow."""


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
    if not place.is_symlink():  # what a link leads to is no business of ours
        with suppress(OSError, VaultError):
            erase(place, beside=beside, disk=disk)
