"""What can be told of a vault while it is locked."""

from pathlib import Path

from app.vault import Vault


def exists(folder: Path) -> bool:
    """Whether there is a vault in this folder."""
    return Vault.exists(folder)


def names_device_key(folder: Path) -> bool:
    """Whether a key of a device seems to open the vault in this folder."""
    return Vault.names_device_key(folder)


def vault_id(folder: Path) -> bytes | None:
    """What tells the vault in this folder from others: no secret. None where its key file cannot be read."""
    return Vault.id_in(folder)
