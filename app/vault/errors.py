"""What can go wrong with a vault, and what is noticed about its files. Nothing here quotes what a person wrote."""

from dataclasses import dataclass
from enum import Enum


class VaultError(Exception):
    """The vault cannot do what was asked. Its sentence comes from our own code and holds no word of a person."""


class NoVault(VaultError):  # noqa: N818  # named for what happened, as all our errors are
    """There is no vault in this folder."""


class VaultExists(VaultError):  # noqa: N818  # named for what happened
    """There is a vault in this folder already; nothing was touched."""


class WrongPassphrase(VaultError):  # noqa: N818  # named for what happened
    """The key file is sound and this passphrase opens none of its slots."""


class WrongKey(VaultError):  # noqa: N818  # named for what happened
    """The key file is sound and this recovery key, or this device's key, opens none of its slots (any more)."""


class VaultDamaged(VaultError):  # noqa: N818  # named for what happened
    """Bytes that were sealed here are lost or altered; every byte that is left is kept as it is.

    Raised by an unlock whose key file is damaged in both copies, and by a write to a collection that is damaged.
    """


class CutShort(VaultDamaged):
    """The end of a backup is missing: it was never copied whole."""


class NoBackup(NoVault):
    """This file is not there, or is no backup of ours."""


class NotWritten(VaultError):  # noqa: N818  # named for what happened
    """A file or folder outside the vault could not be written. In its place is what was there before, or the whole new one."""


class VaultUnsupported(VaultError):  # noqa: N818  # named for what happened
    """Made by a newer version, or with a key derivation this version does not run; nothing was touched."""


class VaultInUse(VaultError):  # noqa: N818  # named for what happened
    """Another window or process has this vault open."""


class Stopped(VaultError):  # noqa: N818  # named for what happened
    """It was stopped, as was asked for; everything is as it was."""


class TooLittleMemory(VaultError):  # noqa: N818  # named for what happened
    """This device could not give the memory that the passphrase's key derivation needs."""


class ReadOnly(VaultError):  # noqa: N818  # named for what happened
    """A write failed in a way that makes the disk not to be trusted: nothing more is written until reopened."""


class DiskFull(VaultError):  # noqa: N818  # named for what happened
    """There was no room for the change. Nothing has changed, and the vault stays usable."""


class NoticeKind(Enum):
    """What was noticed about a file."""

    TORN_TAIL = "torn tail"
    """A write was cut short; what there was of it is set aside in a file ending in ``.torn``. Nothing saved is lost."""

    DAMAGED = "damaged"
    """Something is lost or altered. The collection shows what is left of it and takes no more changes."""

    MISSING = "missing"
    """The file is gone. The collection is empty and takes no more changes."""

    ROLLED_BACK = "rolled back"
    """The file is sound and older than, or another than, the one that was last locked here."""

    REBUILT = "rebuilt"
    """The file was damaged or missing, and a whole one was put in its place, with all that could be known."""

    FILE_LOST = "file lost"
    """A sealed file that a document of the collection names is damaged or missing. The collection itself is sound."""

    HEALED = "healed"
    """One of two copies was damaged and the other served. Nothing is lost."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something noticed about the file of a collection; of the key file, where ``collection`` is empty."""

    kind: NoticeKind
    collection: str
