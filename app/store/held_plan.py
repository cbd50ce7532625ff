"""Plans that are held for others."""

from app.domain.held_plan import HeldPlan
from app.store.left_out import LeftOut
from app.store.shelf import Shelf
from app.vault import Vault


def held_plans(vault: Vault, left_out: LeftOut | None = None) -> Shelf[HeldPlan]:
    """The shelf of plans that are held for others."""
    note = (left_out or LeftOut()).of("held_plan", "held_plans")
    return Shelf(vault.collection("held_plans").table("held_plans"), HeldPlan, note=note)
