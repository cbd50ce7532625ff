"""How a vault comes to be open: its first files are written, or its key file is unlocked and what was cut off is tidied."""

import errno
from contextlib import suppress
from pathlib import Path

from app.vault import key_copies
from app.vault.catalogue import Catalogue
from app.vault.change import INTENT, finish_intent
from app.vault.cost import Cost
from app.vault.disk import Disk
from app.vault.erasing import is_going
from app.vault.errors import Notice, NoticeKind, NoVault, ReadOnly, VaultError
from app.vault.folder import LOG, NEW, Folder
from app.vault.key_file import KeyFile
from app.vault.key_slot import Secret
from app.vault.lock import LOCK_FILE, Held
from app.vault.marks import MARKS, Marks
from app.vault.rotation import LEAVING, finish_rotation

Opened = tuple[Folder, Held, Catalogue]
"""An open folder, the lock that keeps others out of it, and its collections."""


def create(folder: Path, passphrase: str, disk: Disk, cost: Cost | None) -> Opened:
    """Make a vault and open it. Errors as of Vault.create."""
    cost = cost or disk.usual_cost()
    if not cost.allowed(disk.least_cost):
        raise ValueError("a cost that no vault may have")
    key_copies.refuse_existing(disk, folder)
    try:
        disk.make_folder(folder)
    except OSError as error:
        raise ReadOnly("the folder cannot be made") from error
    held = _held(disk, folder)
    try:
        key_copies.refuse_existing(disk, folder)
        key_file, keys = KeyFile.fresh(passphrase, cost)
        place = Folder(folder, disk, keys)
        return place, held, Catalogue(place, _begun(place, key_file), [])
    except BaseException:
        held.release()
        raise


def unlock(folder: Path, secret: Secret, disk: Disk, *, to_read: bool = False) -> Opened:
    """Open a vault with whatever opens one of its slots. Errors as of Vault.unlock and KeyFile.unlock_with."""
    if is_going(folder, disk):
        raise NoVault("what is in this folder is to go")
    key_copies.read(disk, folder)
    held = _held(disk, folder, to_read=to_read)
    try:
        copies = key_copies.read(disk, folder)
        key_file, keys = copies.unlock_with(secret)
        place = Folder(folder, disk, keys)
        marks = Marks.read(place)
        catalogue = Catalogue(place, marks, key_copies.heal(place, copies, key_file))
        if not finish_intent(place, catalogue.storage):
            catalogue.notices.append(Notice(NoticeKind.DAMAGED, INTENT))
        if not finish_rotation(place):
            catalogue.notices.append(Notice(NoticeKind.DAMAGED, LEAVING))
        there = place.names()
        _sweep(place, there)
        if _older_marks(place, catalogue, there):
            catalogue.notices.append(Notice(NoticeKind.ROLLED_BACK, MARKS))
    except BaseException:
        held.release()
        raise
    return place, held, catalogue


def _held(disk: Disk, folder: Path, *, to_read: bool = False) -> Held:
    path = folder / LOCK_FILE
    try:
        try:
            return disk.hold(path)
        except OSError as error:
            if not to_read or error.errno != errno.EROFS:
                raise
            return disk.hold_to_read(path)  # and everything else that would write is refused as this was
    except OSError as error:
        raise VaultError("the folder of the vault cannot be locked") from error


def _begun(place: Folder, key_file: KeyFile) -> Marks:
    """Write the first files, the key file last: until it is there, there is no vault."""
    try:
        marks = Marks.begin(place)
        key_copies.write(place, key_file)
    except BaseException:
        for path in (
            place.path / key_copies.SECOND_COPY,
            place.path / key_copies.KEY_FILE,
            place.log_path(MARKS),
        ):
            with suppress(OSError):
                place.disk.remove(path)
        raise
    return marks


def _older_marks(place: Folder, catalogue: Catalogue, there: set[str]) -> bool:
    """Whether a log lies here of which sound marks know nothing: each is named in them before it begins."""
    known = {place.log_name(name) for name in (*catalogue.marks.names(), MARKS, INTENT)}
    unknown = {name for name in there if name.endswith(LOG)} - known
    return catalogue.marks.whole and bool(unknown) and not place.has(place.log_path(LEAVING))


def _sweep(place: Folder, there: set[str]) -> None:
    """Remove files that were never finished."""
    with suppress(OSError):
        for name in there:
            if name.endswith(NEW):
                place.disk.remove(place.path / name)
