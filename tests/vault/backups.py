"""Vaults and backups of them for tests, with what they should hold."""

from pathlib import Path
from typing import Any

from app.vault import Backup, Disk, Vault
from tests.vault.disks import CheapDisk, fresh_vault

CONTENT: dict[str, Any] = {
    "check_ins/2026-10": {"check_ins": {str(row): {"n": row, "note": "calm"} for row in range(1, 6)}},
    "check_ins/2026-11": {"check_ins": {"1": {"n": 0}}},
    "plan": {"parts": {"1": {"text": "line"}}},
}


def filled(folder: Path, passphrase: str = "passphrase", disk: Disk | None = None) -> Vault:
    """A new cheap vault that holds CONTENT."""
    vault = fresh_vault(folder, passphrase, disk)
    for name, tables in CONTENT.items():
        for table, rows in tables.items():
            for document in rows.values():
                vault.collection(name).table(table).insert(document)
    vault.fold("check_ins/2026-10")
    return vault


def backed_up(folder: Path, path: Path, passphrase: str = "passphrase") -> Path:
    """A backup of such a vault, which is closed again."""
    vault = filled(folder, passphrase)
    vault.back_up(path, about={"made": 1})
    vault.close()
    return path


def opened(path: Path, passphrase: str = "passphrase", disk: Disk | None = None) -> Backup:
    """A backup of a cheap vault, opened."""
    return Backup.open(path, passphrase, disk=disk or CheapDisk())


def held(vault: Vault) -> dict[str, Any]:
    """Everything in a vault."""
    return {name: vault.collection(name).storage.read() for name in vault.collections()}
