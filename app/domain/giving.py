"""What came to me and what I gave over time: how many meetings, never one side against the other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.meeting import Meeting
from app.domain.picture import Unit, first_of, runs_without, starts_between, unit_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """How many meetings there were, in how many something was received, and in how many something was given."""

    meetings: int
    received: int
    gave: int

    @classmethod
    def in_these(cls, meetings: Sequence[Meeting]) -> "Passed":
        """The counts of some meetings."""
        return cls(
            meetings=len(meetings),
            received=sum(bool(one.received.strip()) for one in meetings),
            gave=sum(bool(one.gave.strip()) for one in meetings),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PassedOver:
    """Columns of a month or more from one day to another, both included.

    ``columns`` are by their place, from 0; those without a meeting are not among them. ``in_all`` counts all of them.
    """

    since: date
    until: date
    unit: Unit
    starts: tuple[date, ...]
    columns: dict[int, Passed]
    in_all: Passed

    @property
    def empty(self) -> tuple[tuple[date, date], ...]:
        """The first and the last start of each run of columns without a meeting."""
        return runs_without(self.starts, self.columns)


def passed_over(meetings: Iterable[Meeting], since: date, until: date) -> PassedOver:
    """Count the meetings from one day to another in columns that are not too many.

    Each belongs to the day that its own clock showed.
    """
    unit = unit_for(since, until, shortest=Unit.MONTH)
    starts = starts_between(since, until, unit)
    places = {start: place for place, start in enumerate(starts)}
    within = [one for one in meetings if since <= one.when.date() <= until]
    columns: dict[int, list[Meeting]] = {}
    for one in within:
        columns.setdefault(places[first_of(one.when.date(), unit)], []).append(one)
    return PassedOver(
        since=since,
        until=until,
        unit=unit,
        starts=starts,
        columns={place: Passed.in_these(found) for place, found in sorted(columns.items())},
        in_all=Passed.in_these(within),
    )
