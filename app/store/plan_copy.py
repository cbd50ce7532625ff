"""Who is shown the plan, and the copies that were made for them."""

from app.domain.plan_copy import PlanCopy, TrustedPeer
from app.store.left_out import LeftOut
from app.store.shelf import Shelf
from app.vault import Vault


def trusted_peers(vault: Vault, left_out: LeftOut | None = None) -> Shelf[TrustedPeer]:
    """The shelf of those who are shown the plan."""
    note = (left_out or LeftOut()).of("trusted_peer", "plan_copies")
    return Shelf(vault.collection("plan_copies").table("peers"), TrustedPeer, note=note)


def plan_copies(vault: Vault, left_out: LeftOut | None = None) -> Shelf[PlanCopy]:
    """The shelf of copies that were made."""
    note = (left_out or LeftOut()).of("plan_copy", "plan_copies")
    return Shelf(vault.collection("plan_copies").table("copies"), PlanCopy, note=note)
