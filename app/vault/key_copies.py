"""The two copies of the key file: read, chosen between, written and healed."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.vault.cost import Cost
from app.vault.disk import Disk
from app.vault.errors import (
    Notice,
    NoticeKind,
    NoVault,
    VaultDamaged,
    VaultError,
    VaultExists,
    VaultUnsupported,
)
from app.vault.folder import Folder
from app.vault.key_file import KeyFile, claims_newer
from app.vault.key_slot import Passphrase, Secret
from app.vault.keys import Keys

KEY_FILE = "vault.key"
SECOND_COPY = "vault.key.bak"


@dataclass(frozen=True, slots=True, repr=False)
class KeyCopies:
    """What the copies hold; ``sound`` are those whose checksum holds, the newest first."""

    first: bytes | None
    second: bytes | None
    sound: tuple[KeyFile, ...]

    def unlock(self, passphrase: str, least: Cost) -> tuple[KeyFile, Keys]:
        """Return the copy that this passphrase opens, and its keys. Errors as of KeyFile.unlock."""
        return self.unlock_with(Passphrase(passphrase, least))

    def unlock_with(self, secret: Secret) -> tuple[KeyFile, Keys]:
        """Return the copy that opens, and its keys. Errors as of KeyFile.unlock_with.

        The newest copy decides whether a passphrase is right. An older one is asked only where that was altered.
        """
        altered: VaultDamaged | None = None
        for key_file in self.sound:
            try:
                return key_file, key_file.unlock_with(secret)
            except VaultDamaged as error:
                altered = error
            except Exception:
                if altered is None:
                    raise
        raise altered or VaultDamaged("the key file is damaged")

    def proven(self, keys: Keys) -> KeyFile:
        """Return the newest copy that was written by someone who had the data key; VaultDamaged if there is none."""
        for key_file in self.sound:
            if key_file.proven(keys):
                return key_file
        raise VaultDamaged("the key file is damaged")


def exist(disk: Disk, folder: Path) -> bool:
    """Whether there is a copy of a key file in the folder, or may be: the disk does not tell."""
    try:
        return disk.exists(folder / KEY_FILE) or disk.exists(folder / SECOND_COPY)
    except OSError:
        return True


def are_newer(disk: Disk, folder: Path) -> bool:
    """Whether a newer version wrote the key file in the folder, as far as it can be read."""
    try:
        read(disk, folder)
    except VaultUnsupported:
        return True
    except (VaultError, OSError):
        return False
    return False


def refuse_existing(disk: Disk, folder: Path) -> None:
    """VaultExists if there is a copy of a key file in the folder."""
    if exist(disk, folder):
        raise VaultExists("there is a vault in this folder already")


def read(disk: Disk, folder: Path) -> KeyCopies:
    """Read both copies, changing nothing.

    NoVault if there is none; VaultUnsupported if one is of a newer version; VaultDamaged if no copy is sound, but
    VaultError if that is because the system lets nobody, or not this person, read one.
    """
    refused: list[OSError] = []
    raws = [_raw(disk, folder / name, refused) for name in (KEY_FILE, SECOND_COPY)]
    there = [raw for raw in raws if raw is not None]
    if not there:
        raise NoVault("there is no vault in this folder")
    sound = []
    for raw in there:
        with suppress(VaultDamaged):
            sound.append(KeyFile.parse(raw))
    if not sound:
        if len(there) > 1 and there[0] == there[1] and claims_newer(there[0]):
            raise VaultUnsupported("the key file is of a newer version")
        if refused:
            raise VaultError("the key file cannot be read") from refused[0]
        raise VaultDamaged("the key file is damaged")
    return KeyCopies(raws[0], raws[1], tuple(sorted(sound, key=lambda key_file: -key_file.epoch)))


def _raw(disk: Disk, path: Path, refused: list[OSError]) -> bytes | None:
    try:
        return disk.read(path) if disk.exists(path) else None
    except OSError as error:
        refused.append(error)
        return b""  # while there is another, a copy that cannot be read is a damaged one


def write(folder: Folder, key_file: KeyFile) -> None:
    """Put a key file in the place of both copies. DiskFull if there is no room; then nothing has changed.

    ReadOnly if the disk fails later: the next unlock opens with exactly one of the two, old or new.
    """
    paths = folder.path / KEY_FILE, folder.path / SECOND_COPY
    try:
        for path in paths:
            folder.write_new(path, key_file.raw)
    except BaseException as error:
        for path in paths:
            folder.discard_new(path)
        if isinstance(error, OSError):
            raise folder.failed(error) from error
        raise
    try:
        for path in paths:
            folder.put_new(path)
        folder.sync()
    except OSError as error:
        folder.read_only = True
        raise folder.failed(error) from error


def heal(folder: Folder, copies: KeyCopies, good: KeyFile) -> list[Notice]:
    """Bring both copies to the one that opened, durably. Returns what was noticed.

    A second copy that is only older or not there yet is what a cut-off write leaves, and no notice.
    """
    notices = []
    older = {key_file.raw for key_file in copies.sound if key_file.epoch < good.epoch}
    unfinished = copies.second is None or copies.second in older
    if copies.first != good.raw or not (copies.second == good.raw or unfinished):
        notices.append(Notice(NoticeKind.HEALED, ""))
    try:
        for name, raw in ((KEY_FILE, copies.first), (SECOND_COPY, copies.second)):
            if raw != good.raw:
                folder.write_new(folder.path / name, good.raw)
                folder.put_new(folder.path / name)
        folder.sync()
    except OSError as error:
        folder.failed(error)
    return notices
