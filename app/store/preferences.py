"""Preferences, sealed with everything else."""

from app.domain.preferences import Preferences
from app.store.left_out import LeftOut
from app.store.shelf import Shelf
from app.vault import Vault


def preferences(vault: Vault, left_out: LeftOut | None = None) -> Shelf[Preferences]:
    """The shelf of preferences. It holds one at most; of several, by another device, the one changed last counts."""
    note = (left_out or LeftOut()).of("preferences", "preferences")
    return Shelf(vault.collection("preferences").table("preferences"), Preferences, note=note)
