"""What this device remembers of the copies it has made: sealed, and of this device alone."""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime

from tinydb.table import Document

from app.store.record import UnreadableRecord, from_record, to_record
from app.store.shape import newest
from app.store.shelf import put_in_row
from app.store.stem import COPIES
from app.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Begun:
    """An automatic copy that was begun at a moment, of a vault in this state (Vault.state)."""

    name: str
    at: datetime
    state: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Aside:
    """The name of what a restore replaced, and when it was first seen."""

    name: str
    seen: datetime


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Copies:
    """``place`` is the vault's folder, ``folder`` the one for automatic copies, ``last_at`` when any copy was last made.

    ``state`` is the vault's as the last automatic one holds it, ``made`` the names of those that are there, ``begun``
    the one of which it is not known whether it came to be.
    """

    place: str = ""
    automatic: bool = False
    folder: str = ""
    last_at: datetime | None = None
    state: str = ""
    made: tuple[str, ...] = ()
    begun: Begun | None = None
    aside: tuple[Aside, ...] = ()


class CopiesKept:
    """The one record of this. It has no id and no time: no merge takes it along, and no export holds it.

    Each shape has a row of its own, the first one 1: so an older version leaves alone what a newer one remembers.
    """

    def __init__(self, vault: Vault) -> None:
        self._table = vault.collection(COPIES).table(COPIES)
        self._place = str(vault.place)
        self.now = self._load()

    def change(self, **fields: object) -> None:
        """Keep other fields. VaultError if they cannot be; then nothing has changed."""
        changed = replace(self.now, place=self._place, **fields)  # type: ignore[arg-type]  # as of the fields
        if changed != self.now:
            put_in_row(self._table, newest(Copies), to_record(changed))
            self.now = changed

    def _load(self) -> Copies:
        """What is remembered. In another place, as after a restore on another device, nothing of what lay around it is."""
        for row in range(newest(Copies), 0, -1):
            kept = self._table.get(doc_id=row)
            with suppress(UnreadableRecord):
                if isinstance(kept, Document):
                    known = from_record(Copies, dict(kept))
                    if known.place == self._place:
                        return known
                    return Copies(place=self._place, automatic=known.automatic, folder=known.folder)
        return Copies(place=self._place)
