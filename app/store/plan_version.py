"""Earlier versions of the safety plan, each whole in one record."""

from app.domain.plan_version import PlanVersion
from app.store.left_out import LeftOut
from app.store.shelf import Shelf
from app.vault import Vault


def plan_versions(vault: Vault, left_out: LeftOut | None = None) -> Shelf[PlanVersion]:
    """The shelf of earlier versions."""
    note = (left_out or LeftOut()).of("plan_version", "plan_versions")
    return Shelf(vault.collection("plan_versions").table("versions"), PlanVersion, note=note)
