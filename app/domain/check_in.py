"""A check-in: one moment of saying how it is."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.errors import DomainError
from app.domain.feeling import FEELING_KEYS
from app.domain.ids import Id
from app.domain.kept import Kept, require_offset, require_short

HARDEST_LEVEL = 1
BEST_LEVEL = 5
MOOD_LEVELS = range(HARDEST_LEVEL, BEST_LEVEL + 1)
LOW_LEVELS = (1, 2)
"""Levels after which help is offered, never opened."""


class Energy(StrEnum):
    """How much energy there is."""

    LOW = "low"
    MIDDLE = "middle"
    HIGH = "high"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class CheckIn(Kept):
    """How it was at one moment. Everything but the moment may be left out.

    ``mood`` is a level from 1 (hardest) to 5 (best), or none. ``cannot_name`` says that there is no level because
    the person can't name it; with a level it is a contradiction. ``feelings`` are keys of ``FEELINGS``,
    ``with_supports`` ids of supports; neither names anything twice.
    """

    when: datetime
    mood: int | None = None
    cannot_name: bool = False
    feelings: tuple[str, ...] = ()
    energy: Energy | None = None
    with_supports: tuple[Id, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        super(CheckIn, self).__post_init__()
        require_offset("when", self.when)
        require_short("note", self.note)
        if self.mood is not None and self.mood not in MOOD_LEVELS:
            raise DomainError("mood", "no_such_level")
        if self.mood is not None and self.cannot_name:
            raise DomainError("mood", "named_and_not")
        if not FEELING_KEYS.issuperset(self.feelings):
            raise DomainError("feelings", "unknown")
        if len(set(self.feelings)) < len(self.feelings):
            raise DomainError("feelings", "twice")
        if len(set(self.with_supports)) < len(self.with_supports):
            raise DomainError("with_supports", "twice")

    @property
    def is_low(self) -> bool:
        """Whether help may be offered after it."""
        return self.mood in LOW_LEVELS
