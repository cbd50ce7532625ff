"""Preferences, sealed with everything else."""

from app.domain.preferences import Preferences
from app.store.shelf import Shelf
from app.vault import Vault


def preferences(vault: Vault) -> Shelf[Preferences]:
    """The shelf of preferences. It holds one at most; of several, by another device, the one changed last counts."""
    return Shelf(vault.collection("preferences").table("preferences"), Preferences)
