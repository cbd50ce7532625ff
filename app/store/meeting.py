"""Meetings."""

from app.domain.meeting import Meeting
from app.store.left_out import LeftOut
from app.store.shelf import Shelf
from app.vault import Vault


def meetings(vault: Vault, left_out: LeftOut | None = None) -> Shelf[Meeting]:
    """The shelf of meetings."""
    note = (left_out or LeftOut()).of("meeting", "meetings")
    return Shelf(vault.collection("meetings").table("meetings"), Meeting, note=note)
