"""Time as columns side by side: days while they are few, then weeks, months, quarters, years. Empty ones stay empty."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from app.domain.digest import Digest, Levels
from app.domain.patterns import Span, connected_by_month


class Unit(StrEnum):
    """What one column stands for, the shortest first."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


_MOST_COLUMNS = {Unit.DAY: 93, Unit.WEEK: 54, Unit.MONTH: 64, Unit.QUARTER: 84}
_MONTHS_OF = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A span of time with check-ins: how many columns stand before it, its first day, and its levels in order of time.

    0 stands for a check-in without a level.
    """

    place: int
    start: date
    levels: tuple[int, ...]

    @property
    def counts(self) -> Levels:
        """How often each level was said."""
        return Counter(self.levels)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Columns from one day to another, both included. Those without a check-in are not among ``columns``."""

    since: date
    until: date
    unit: Unit
    starts: tuple[date, ...]
    columns: tuple[Column, ...]

    @property
    def empty(self) -> tuple[tuple[date, date], ...]:
        """The first and the last start of each run of columns without a check-in."""
        return runs_without(self.starts, {column.place for column in self.columns})


def timeline(digest: Digest, since: date, until: date) -> Timeline:
    """Return the levels of all days from ``since`` to ``until``, both included, in columns that are not too many."""
    unit = unit_for(since, until)
    starts = starts_between(since, until, unit)
    places = {start: place for place, start in enumerate(starts)}
    levels: dict[date, list[int]] = {}
    for day, said in sorted(digest.days.items()):
        when = date.fromisoformat(day)
        if since <= when <= until:
            levels.setdefault(first_of(when, unit), []).extend(said)
    columns = (Column(place=places[start], start=start, levels=tuple(said)) for start, said in levels.items())
    return Timeline(since=since, until=until, unit=unit, starts=starts, columns=tuple(columns))


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Whether the person felt connected, in columns of a month or more. Those without an answer are not in ``spans``."""

    unit: Unit
    starts: tuple[date, ...]
    spans: tuple[Span, ...]

    @property
    def number(self) -> int:
        """How many answers there are."""
        return sum(sum(span.counts.values()) for span in self.spans)


def connected_answers(digest: Digest, since: date, until: date) -> Answers:
    """Return the answers from one day to another in columns that are not too many."""
    unit = unit_for(since, until, shortest=Unit.MONTH)
    found: dict[date, Counter[str]] = {}
    for month in connected_by_month(digest):
        found.setdefault(first_of(month.start, unit), Counter()).update(month.counts)
    spans = tuple(Span(start=start, counts=dict(counts)) for start, counts in sorted(found.items()))
    return Answers(unit=unit, starts=starts_between(since, until, unit), spans=spans)


def runs_without(starts: Sequence[date], filled: Collection[int]) -> tuple[tuple[date, date], ...]:
    """Return the first and the last start of each run of columns whose places are not ``filled``."""
    runs: list[tuple[date, date]] = []
    for place, start in enumerate(starts):
        if place in filled:
            continue
        follows = bool(runs) and place - 1 not in filled and place > 0
        runs[-1 if follows else len(runs) :] = [(runs[-1][0] if follows else start, start)]
    return tuple(runs)


def unit_for(since: date, until: date, *, shortest: Unit = Unit.DAY) -> Unit:
    """Return the shortest unit, from ``shortest`` on, of which there are not too many between two days."""
    units = list(Unit)
    for unit in units[units.index(shortest) :]:
        if unit not in _MOST_COLUMNS or _number(since, until, unit) <= _MOST_COLUMNS[unit]:
            return unit
    return Unit.YEAR


def first_of(day: date, unit: Unit) -> date:
    """Return the first day of the column to which a day belongs. Weeks begin on Monday."""
    if unit is Unit.DAY:
        return day
    if unit is Unit.WEEK:
        return day - timedelta(days=min(day.weekday(), day.toordinal() - 1))
    months = _MONTHS_OF[unit]
    return date(day.year, (day.month - 1) // months * months + 1, 1)


def last_of(start: date, unit: Unit) -> date:
    """Return the last day of the column that begins on a day."""
    if unit is Unit.DAY:
        return start
    if unit is Unit.WEEK:
        return min(start, date.max - timedelta(days=6)) + timedelta(days=6)
    month = start.month + _MONTHS_OF[unit]
    if (start.year, month) >= (date.max.year, 13):
        return date.max
    return date(start.year + (month - 1) // 12, (month - 1) % 12 + 1, 1) - timedelta(days=1)


def marks(starts: Iterable[date], unit: Unit) -> tuple[int, ...]:
    """Return the places of columns at which a longer span of time begins: a week or month of days, a year of months."""
    ordered = tuple(starts)
    if unit is Unit.DAY:
        longer = Unit.WEEK if len(ordered) <= 31 else Unit.MONTH  # noqa: PLR2004  # the longest month
    else:
        longer = Unit.MONTH if unit is Unit.WEEK else Unit.YEAR
    apart = enumerate(pairwise(first_of(start, longer) for start in ordered), start=1)
    return tuple(place for place, (before, now) in apart if before != now) if unit is not Unit.YEAR else ()


def starts_between(since: date, until: date, unit: Unit) -> tuple[date, ...]:
    """Return the first days of the columns from one day to another, both included."""
    starts = []
    start = first_of(since, unit)
    while start <= until:
        starts.append(start)
        last = last_of(start, unit)
        if last == date.max:
            break
        start = last + timedelta(days=1)
    return tuple(starts)


def _number(since: date, until: date, unit: Unit) -> int:
    if unit in {Unit.DAY, Unit.WEEK}:
        days = (first_of(until, unit) - first_of(since, unit)).days
        return days // (1 if unit is Unit.DAY else 7) + 1
    months = (until.year - since.year) * 12 + until.month - since.month
    return months // _MONTHS_OF[unit] + 1
