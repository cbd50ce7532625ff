"""Supports, and their order in the safety net."""

from app.domain.safety_net import SafetyNetEntry
from app.domain.support import Support
from app.store.shelf import Shelf
from app.vault import Vault


def supports(vault: Vault) -> Shelf[Support]:
    """The shelf of supports."""
    return Shelf(vault.collection("supports").table("supports"), Support)


def safety_net(vault: Vault) -> Shelf[SafetyNetEntry]:
    """The shelf of places in the safety net."""
    return Shelf(vault.collection("safety_net").table("entries"), SafetyNetEntry)
