"""Everything a person can do while unlocked: the verbs, by stem."""

from app.session.session import Session, create, exists, recover, unlock
from app.session.unlocked import Undo

__all__ = ["Session", "Undo", "create", "exists", "recover", "unlock"]
