"""What every verb has at hand: the open vault, the clock, and the source of ids."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypedDict

from app.domain.ids import ID_SOURCE_BYTES, Id, id_from
from app.session.turn import Turn
from app.store.left_out import LeftOut
from app.vault import Vault

Clock = Callable[[], datetime]
"""Gives the present moment with its offset."""

Chance = Callable[[int], bytes]
"""Gives that many unguessable bytes."""

Undo = Callable[[], None]
"""Puts back what the verb that returned it took away."""


class Stamp(TypedDict):
    """The first fields of a new thing."""

    id: Id
    created_at: datetime
    changed_at: datetime


@dataclass(frozen=True, slots=True, repr=False)
class Unlocked:
    """An open vault with a clock that gives the present moment and a chance that gives unguessable bytes."""

    vault: Vault
    clock: Clock
    chance: Chance
    turn: Turn = field(default_factory=Turn)
    left_out: LeftOut = field(default_factory=LeftOut)

    def now(self) -> datetime:
        """Return the present moment with its offset, in whole seconds."""
        return self.clock().replace(microsecond=0)

    def new_id(self) -> Id:
        """Return an id nobody can guess."""
        return id_from(self.chance(ID_SOURCE_BYTES))

    def stamp(self) -> Stamp:
        """Return id and times for a new thing."""
        now = self.now()
        return {"id": self.new_id(), "created_at": now, "changed_at": now}
