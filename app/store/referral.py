"""Referrals."""

from app.domain.referral import Referral
from app.store.left_out import LeftOut
from app.store.shelf import Shelf
from app.vault import Vault


def referrals(vault: Vault, left_out: LeftOut | None = None) -> Shelf[Referral]:
    """The shelf of referrals."""
    note = (left_out or LeftOut()).of("referral", "referrals")
    return Shelf(vault.collection("referrals").table("referrals"), Referral, note=note)
