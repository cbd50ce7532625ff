"""A small library for one sealed folder of TinyDB collections. It knows bytes and keys, and nothing of the app."""

from app.vault.backup import Backup
from app.vault.backup_frames import BACKUP_SIGNATURE
from app.vault.checking import Check
from app.vault.cost import Cost
from app.vault.disk import Disk
from app.vault.erasing import erase, finish_erasing, whole_or_gone
from app.vault.errors import (
    CutShort,
    DiskFull,
    NoBackup,
    Notice,
    NoticeKind,
    NotWritten,
    NoVault,
    ReadOnly,
    Stopped,
    TooLittleMemory,
    VaultDamaged,
    VaultError,
    VaultExists,
    VaultInUse,
    VaultUnsupported,
    WrongKey,
    WrongPassphrase,
)
from app.vault.key_slots import KeySlots
from app.vault.locked_line import locked_line, opened_line
from app.vault.restoring import Restored, restore
from app.vault.salvage import Salvage, SetAside
from app.vault.sealed_file import SealedFile
from app.vault.table import SealedTable
from app.vault.vault import Vault
from app.vault.whole_file import write_whole

__all__ = [
    "BACKUP_SIGNATURE",
    "Backup",
    "Check",
    "Cost",
    "CutShort",
    "Disk",
    "DiskFull",
    "KeySlots",
    "NoBackup",
    "NoVault",
    "NotWritten",
    "Notice",
    "NoticeKind",
    "ReadOnly",
    "Restored",
    "Salvage",
    "SealedFile",
    "SealedTable",
    "SetAside",
    "Stopped",
    "TooLittleMemory",
    "Vault",
    "VaultDamaged",
    "VaultError",
    "VaultExists",
    "VaultInUse",
    "VaultUnsupported",
    "WrongKey",
    "WrongPassphrase",
    "erase",
    "finish_erasing",
    "locked_line",
    "opened_line",
    "restore",
    "whole_or_gone",
    "write_whole",
]
