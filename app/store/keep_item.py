"""The keep box."""

from app.domain.keep_item import KeepItem, KeptFile, Medium
from app.store.left_out import LeftOut
from app.store.shelf import Shelf
from app.vault import SealedFile, Vault

COLLECTION = "keep_items+files"


def keep_items(vault: Vault, left_out: LeftOut | None = None) -> Shelf[KeepItem]:
    """The shelf of things in the keep box."""
    note = (left_out or LeftOut()).of("keep_item", COLLECTION)
    return Shelf(vault.collection(COLLECTION).table("keep_items"), KeepItem, note=note)


def kept_file(sealed: SealedFile, medium: Medium) -> KeptFile:
    """What a thing remembers of a file that was sealed."""
    return KeptFile(name=sealed.name, key=sealed.key, size=sealed.size, medium=medium)


def sealed_file(file: KeptFile) -> SealedFile:
    """What the vault finds the file of a thing by."""
    return SealedFile(file.name, file.key, file.size)
