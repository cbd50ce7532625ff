"""Everything a person can do while unlocked: the verbs, by stem."""

from app.session.session import (
    Session,
    create,
    exists,
    names_device_key,
    recover,
    unlock,
    unlock_with_device_key,
    vault_id,
)
from app.session.unlocked import Undo

__all__ = [
    "Session",
    "Undo",
    "create",
    "exists",
    "names_device_key",
    "recover",
    "unlock",
    "unlock_with_device_key",
    "vault_id",
]
