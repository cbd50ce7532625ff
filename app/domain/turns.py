"""Taking turns: two people, so many minutes each, and whose turn it is. Counted from the clock, never stored."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from math import ceil

from app.domain.errors import DomainError
from app.domain.kept import require_offset

MOST_MINUTES = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Turns:
    """The turn of ``whose`` (0 or 1), with ``minutes`` each.

    While it runs, ``over_at`` is when it is over; while it rests, ``left`` is how much of it is left.
    """

    minutes: int
    whose: int = 0
    over_at: datetime | None = None
    left: timedelta | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.minutes <= MOST_MINUTES:
            raise DomainError("minutes", "out_of_range")
        if self.whose not in (0, 1):
            raise DomainError("whose", "out_of_range")
        if (self.over_at is None) == (self.left is None):
            raise DomainError("over_at", "one_of_two")
        if self.over_at is not None:
            require_offset("over_at", self.over_at)

    def left_at(self, now: datetime) -> timedelta:
        """How much of the turn is left; nothing less than nothing."""
        left = self.left if self.over_at is None else self.over_at - now
        return max(left or timedelta(), timedelta())

    def is_over(self, now: datetime) -> bool:
        """Whether the time of the turn has passed."""
        return not self.left_at(now)

    def minutes_left(self, now: datetime) -> int:
        """The minutes that have at least begun: 1 in the last one, 0 when it is over."""
        return ceil(self.left_at(now) / timedelta(minutes=1))

    def paused(self, now: datetime) -> "Turns":
        """The same turn, at rest."""
        return replace(self, over_at=None, left=self.left_at(now))

    def going_on(self, now: datetime) -> "Turns":
        """The same turn, running again."""
        return replace(self, over_at=now + self.left_at(now), left=None)

    def swapped(self, now: datetime) -> "Turns":
        """The whole turn of the other person, running."""
        return begun(self.minutes, now, whose=1 - self.whose)


def begun(minutes: int, now: datetime, *, whose: int = 0) -> Turns:
    """A turn that begins now; DomainError for minutes that cannot be."""
    if not 1 <= minutes <= MOST_MINUTES:
        raise DomainError("minutes", "out_of_range")
    return Turns(minutes=minutes, whose=whose, over_at=now + timedelta(minutes=minutes))
