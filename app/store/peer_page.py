"""What was chosen for the peer support page, and the copies that were made of it."""

from app.domain.peer_page import PageCopy, PeerPage
from app.store.left_out import LeftOut
from app.store.shelf import Shelf
from app.vault import Vault


def peer_pages(vault: Vault, left_out: LeftOut | None = None) -> Shelf[PeerPage]:
    """The shelf of what was chosen; devices that chose apart have one each until the next change."""
    note = (left_out or LeftOut()).of("peer_page", "peer_page")
    return Shelf(vault.collection("peer_page").table("pages"), PeerPage, note=note)


def page_copies(vault: Vault, left_out: LeftOut | None = None) -> Shelf[PageCopy]:
    """The shelf of copies that were made."""
    note = (left_out or LeftOut()).of("page_copy", "peer_page")
    return Shelf(vault.collection("peer_page").table("copies"), PageCopy, note=note)
