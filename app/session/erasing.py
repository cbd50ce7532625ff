"""Erasing everything on this device."""

from pathlib import Path

from app.store.settings import BESIDE
from app.vault import Disk, erase, finish_erasing
from app.vault.kept_aside import kept_aside, remove_kept_aside


def erase_all(folder: Path, *, disk: Disk | None = None) -> bool:
    """Erase the locked vault in a folder, its settings, and what restores kept aside, for good.

    Returns whether nothing of ours is left there. Errors as of erase: then everything is as it was.
    """
    whole = erase(folder, beside=BESIDE, disk=disk)
    for name in kept_aside(folder, disk=disk):
        remove_kept_aside(folder.with_name(name), beside=BESIDE, disk=disk)
    return whole and not kept_aside(folder, disk=disk)


def finish_erasing_all(folder: Path, *, disk: Disk | None = None) -> None:
    """Go on erasing where that was begun and cut off. VaultInUse if someone else is at it."""
    if finish_erasing(folder, beside=BESIDE, disk=disk):
        for name in kept_aside(folder, disk=disk):
            remove_kept_aside(folder.with_name(name), beside=BESIDE, disk=disk)
