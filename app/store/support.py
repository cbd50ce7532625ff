"""Supports, how things stood with them, names of those that are gone, and their order in the safety net."""

from app.domain.gone_name import GoneName
from app.domain.safety_net import SafetyNetEntry
from app.domain.support import Support
from app.domain.support_past import StateChange
from app.store.left_out import LeftOut
from app.store.shelf import Shelf
from app.vault import Vault


def supports(vault: Vault, left_out: LeftOut | None = None) -> Shelf[Support]:
    """The shelf of supports."""
    note = (left_out or LeftOut()).of("support", "supports")
    return Shelf(vault.collection("supports").table("supports"), Support, note=note)


def state_changes(vault: Vault, left_out: LeftOut | None = None) -> Shelf[StateChange]:
    """The shelf of how things stood with supports."""
    note = (left_out or LeftOut()).of("support_state", "supports")
    return Shelf(vault.collection("supports").table("states"), StateChange, note=note)


def gone_names(vault: Vault, left_out: LeftOut | None = None) -> Shelf[GoneName]:
    """The shelf of names of supports and coping tools that are gone."""
    note = (left_out or LeftOut()).of("gone_name", "supports")
    return Shelf(vault.collection("supports").table("gone_names"), GoneName, note=note)


def safety_net(vault: Vault, left_out: LeftOut | None = None) -> Shelf[SafetyNetEntry]:
    """The shelf of places in the safety net."""
    note = (left_out or LeftOut()).of("safety_net", "safety_net")
    return Shelf(vault.collection("safety_net").table("entries"), SafetyNetEntry, note=note)
