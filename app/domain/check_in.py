"""A check-in: one moment of saying how it is."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.circumstance import DOING, WHERE
from app.domain.errors import DomainError
from app.domain.feeling import BODY_SIGNALS, FEELING_KEYS
from app.domain.ids import Id, is_id
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


class FeltConnected(StrEnum):
    """Whether there was somebody or something to belong to."""

    NOT_AT_ALL = "not_at_all"
    A_LITTLE = "a_little"
    YES = "yes"


class Source(StrEnum):
    """Where a check-in came from: this app, or a file of another one."""

    APP = "app"
    DAYLIO_CSV = "daylio_csv"
    DAYLIO_BACKUP = "daylio_backup"
    PIXELS = "pixels"
    BEARABLE = "bearable"
    STATE_OF_MIND = "state_of_mind"
    CSV = "csv"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class CheckIn(Kept):
    """How it was at one moment. Everything but the moment may be left out.

    ``mood`` is a level from 1 (hardest) to 5 (best), or none; ``label`` the id of the person's own word for it.
    ``cannot_name`` says that there is no level because the person can't name it; with a level it is a contradiction.
    ``feelings``, ``body_signals``, ``where`` and ``doing`` are keys of our own lists or ids of own words; of the
    feelings some may be there ``a_little`` or ``a_lot``. ``with_supports`` are ids of supports, ``what_helped`` of
    coping tools and supports, ``topics`` of topics. Nothing is named twice. Where ``time_known`` is false only the day
    of ``when`` was said. ``source_text`` is the imported row as it was, ``brought_by`` the id of its import.
    """

    when: datetime
    mood: int | None = None
    label: Id | None = None
    cannot_name: bool = False
    feelings: tuple[str, ...] = ()
    a_little: tuple[str, ...] = ()
    a_lot: tuple[str, ...] = ()
    body_signals: tuple[str, ...] = ()
    energy: Energy | None = None
    with_supports: tuple[Id, ...] = ()
    where: tuple[str, ...] = ()
    doing: tuple[str, ...] = ()
    topics: tuple[Id, ...] = ()
    felt_connected: FeltConnected | None = None
    what_helped: tuple[Id, ...] = ()
    note: str = ""
    time_known: bool = True
    source: Source = Source.APP
    source_text: str = ""
    brought_by: Id | None = None

    def __post_init__(self) -> None:
        super(CheckIn, self).__post_init__()
        require_offset("when", self.when)
        require_short("note", self.note)
        require_short("source_text", self.source_text)
        if self.mood is not None and self.mood not in MOOD_LEVELS:
            raise DomainError("mood", "no_such_level")
        if self.mood is not None and self.cannot_name:
            raise DomainError("mood", "named_and_not")
        if self.label is not None and self.mood is None:
            raise DomainError("label", "without_mood")
        _require_known("feelings", self.feelings, FEELING_KEYS)
        _require_known("body_signals", self.body_signals, BODY_SIGNALS)
        _require_known("where", self.where, WHERE)
        _require_known("doing", self.doing, DOING)
        for field in ("with_supports", "topics", "what_helped"):
            _require_once(field, getattr(self, field))
        _require_once("a_little", self.a_little + self.a_lot)
        if not set(self.feelings).issuperset(self.a_little + self.a_lot):
            raise DomainError("a_little", "not_felt")

    @property
    def is_low(self) -> bool:
        """Whether help may be offered after it."""
        return self.mood in LOW_LEVELS


def _require_known(field: str, picked: tuple[str, ...], keys: Collection[str]) -> None:
    _require_once(field, picked)
    if not all(one in keys or is_id(one) for one in picked):
        raise DomainError(field, "unknown")


def _require_once(field: str, picked: tuple[str, ...]) -> None:
    if len(set(picked)) < len(picked):
        raise DomainError(field, "twice")
