"""Everything a person can do while unlocked: the verbs, by stem.

What stands behind the lock is loaded when it is first asked for: the door is shown without it.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from app.session.locked import exists, names_device_key, vault_id
from app.session.unlocked import Undo

if TYPE_CHECKING:
    from app.session.session import Session, create, recover, unlock, unlock_with_device_key

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


def __getattr__(name: str) -> Any:
    if name in __all__:
        return getattr(import_module("app.session.session"), name)
    raise AttributeError(name)
