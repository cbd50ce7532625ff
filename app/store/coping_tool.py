"""Coping tools."""

from app.domain.coping_tool import CopingTool
from app.store.left_out import LeftOut
from app.store.shelf import Shelf
from app.vault import Vault


def coping_tools(vault: Vault, left_out: LeftOut | None = None) -> Shelf[CopingTool]:
    """The shelf of coping tools."""
    note = (left_out or LeftOut()).of("coping_tool", "coping_tools")
    return Shelf(vault.collection("coping_tools").table("coping_tools"), CopingTool, note=note)
