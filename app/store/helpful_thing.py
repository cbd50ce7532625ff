"""What a person finds helpful."""

from app.domain.helpful_thing import HelpfulThing
from app.store.left_out import LeftOut
from app.store.shelf import Shelf
from app.vault import Vault


def helpful_things(vault: Vault, left_out: LeftOut | None = None) -> Shelf[HelpfulThing]:
    """The shelf of what is helpful."""
    note = (left_out or LeftOut()).of("helpful_thing", "helpful_things")
    return Shelf(vault.collection("helpful_things").table("helpful_things"), HelpfulThing, note=note)
