"""What a person says about themselves, sealed with everything else."""

from app.domain.about_me import AboutMe
from app.store.left_out import LeftOut
from app.store.shelf import Shelf
from app.vault import Vault


def about_me(vault: Vault, left_out: LeftOut | None = None) -> Shelf[AboutMe]:
    """The shelf of what is said about oneself. It holds one, and more only where devices have written apart."""
    note = (left_out or LeftOut()).of("about_me", "about_me")
    return Shelf(vault.collection("about_me").table("about_me"), AboutMe, note=note)
