"""An example to look at from the first screen: a made-up vault in a folder of its own, which is gone when it is left.

It is sealed with a passphrase that nobody learns, so what a kill leaves opens for nobody, and it is erased at the next
start. It lies beside the person's vault under another name, and is never taken for it.
"""

from contextlib import suppress
from pathlib import Path

from app import session as sessions
from app.session.erasing import erase_all
from app.session.unlocked import Chance, Clock
from app.vault import Disk, Vault, VaultError, VaultExists

NAME = ".example"
"""Ends the name of its folder."""

_YEARS, _PER_DAY = 1, 2
_KEY_BYTES = 32


def place_of(folder: Path) -> Path:
    """Return where the example lies of a window whose vault has its place in ``folder``."""
    return folder.with_name(folder.name + NAME)


def begun(folder: Path, *, clock: Clock, chance: Chance, disk: Disk | None = None) -> "sessions.Session":
    """Make the example and open it. Blocks for about a second.

    VaultError or OSError says why not; then there is none.
    """
    from app import example  # noqa: PLC0415  # few look at it, and the door can spare it

    clear(folder, disk=disk)
    place = place_of(folder)
    if (disk or Disk()).taken(place):
        raise VaultExists("something else lies there")
    try:
        vault = Vault.create(place, chance(_KEY_BYTES).hex(), disk=disk)
        try:
            example.write(vault, clock(), years=_YEARS, per_day=_PER_DAY)
        except BaseException:
            vault.close()
            raise
        return sessions.Session(vault, clock=clock, chance=chance)
    except BaseException:
        clear(folder, disk=disk)
        raise


def clear(folder: Path, *, disk: Disk | None = None) -> None:
    """Erase what is there of the example. One that is open in another window stays, and what cannot be removed."""
    place = place_of(folder)
    if place.is_dir() and not place.is_symlink():
        with suppress(VaultError, OSError):
            erase_all(place, disk=disk)
