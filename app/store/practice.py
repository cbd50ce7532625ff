"""What peer support is practised with: learnings, reflections, wins and goals."""

from typing import TypeVar

from app.domain.goal import Goal
from app.domain.kept import Kept
from app.domain.learning import Learning
from app.domain.reflection import Reflection
from app.domain.win import Win
from app.store.left_out import LeftOut
from app.store.shelf import Shelf
from app.vault import Vault

K = TypeVar("K", bound=Kept)


def learnings(vault: Vault, left_out: LeftOut | None = None) -> Shelf[Learning]:
    """The shelf of learnings."""
    return _shelf(vault, left_out, Learning, "learning", "learnings")


def reflections(vault: Vault, left_out: LeftOut | None = None) -> Shelf[Reflection]:
    """The shelf of reflections."""
    return _shelf(vault, left_out, Reflection, "reflection", "reflections")


def wins(vault: Vault, left_out: LeftOut | None = None) -> Shelf[Win]:
    """The shelf of wins."""
    return _shelf(vault, left_out, Win, "win", "wins")


def goals(vault: Vault, left_out: LeftOut | None = None) -> Shelf[Goal]:
    """The shelf of goals."""
    return _shelf(vault, left_out, Goal, "goal", "goals")


def _shelf(vault: Vault, left_out: LeftOut | None, kind: type[K], stem: str, collection: str) -> Shelf[K]:
    note = (left_out or LeftOut()).of(stem, collection)
    return Shelf(vault.collection(collection).table(collection), kind, note=note)
