"""What can be said of many check-ins: counts and the usual answer, never a cause and never a share of a feeling."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.check_in import MOOD_LEVELS, FeltConnected
from app.domain.digest import Digest, Levels

FEWEST = 5
"""Of fewer check-ins than this nothing is said: chance would speak."""

MOST_LISTED = 12

PARTS_OF_DAY: Mapping[str, range] = {
    "night": range(6),
    "morning": range(6, 12),
    "afternoon": range(12, 18),
    "evening": range(18, 24),
}
"""The hours of the day that belong to each part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Usual:
    """The usual answer among check-ins with a level: the levels said most often, the best first; two at most.

    More than two that are said equally often leave no usual answer. ``of`` is how many check-ins have a level.
    """

    levels: tuple[int, ...]
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A day and its levels in order of time, 0 for a check-in without one."""

    day: date
    levels: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A week or a month that begins on ``start``: how often each answer was given. Days without one count nothing."""

    start: date
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """The usual answer in check-ins where something was: ``field`` and ``key`` as in a digest."""

    field: str
    key: str
    usual: Usual


def usual(levels: Mapping[int, int]) -> Usual:
    """Return the usual answer."""
    counted = {level: levels.get(level, 0) for level in MOOD_LEVELS}
    most = max(counted.values())
    said = tuple(level for level in reversed(MOOD_LEVELS) if most and counted[level] == most)
    return Usual(levels=said if len(said) <= 2 else (), of=sum(counted.values()))  # noqa: PLR2004


def dots(digest: Digest, since: date, until: date) -> tuple[Dot, ...]:
    """Return the days from ``since`` to ``until``, both included, that have a check-in. Days without one are gaps."""
    days = ((date.fromisoformat(day), levels) for day, levels in digest.days.items())
    return tuple(Dot(day=day, levels=levels) for day, levels in sorted(days) if since <= day <= until)


def by_part_of_day(digest: Digest) -> dict[str, Usual]:
    """Return the usual answer for each part of the day that has enough check-ins with a level and a known time."""
    summed = {
        part: sum((digest.hours.get(hour, Counter()) for hour in hours), Counter[int]())
        for part, hours in PARTS_OF_DAY.items()
    }
    return {part: usual(levels) for part, levels in summed.items() if usual(levels).of >= FEWEST}


def most_frequent(counts: Mapping[str, int], most: int = MOST_LISTED) -> tuple[tuple[str, int], ...]:
    """Return keys with how often each was there, the most frequent first, and by the alphabet among equals."""
    return tuple(sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:most])


def around(digest: Digest, field: str) -> tuple[Around, ...]:
    """Return the usual answer around each thing of a field with enough check-ins, the most frequent first."""
    found = [
        Around(field=name, key=key, usual=usual(levels))
        for (name, key), levels in digest.around.items()
        if name == field and usual(levels).of >= FEWEST
    ]
    return tuple(sorted(found, key=lambda one: (-one.usual.of, one.key)))


def connected_by_month(digest: Digest) -> tuple[Span, ...]:
    """Return for each month with an answer how often the person felt connected, oldest first."""
    months: dict[date, Counter[str]] = {}
    for day, answers in digest.connected.items():
        months.setdefault(date.fromisoformat(day).replace(day=1), Counter()).update(answers)
    return tuple(
        Span(start=start, counts={answer.value: months[start][answer.value] for answer in FeltConnected})
        for start in sorted(months)
    )


def weeks(start: date, until: date) -> Iterable[date]:
    """Yield the Mondays of the weeks from one day to another."""
    monday = start - timedelta(days=start.weekday())
    while monday <= until:
        yield monday
        monday += timedelta(days=7)


def levels_of(digest: Digest) -> Levels:
    """Return how many check-ins there are of each level, 0 for those without one."""
    counted: Levels = Counter()
    for levels in digest.days.values():
        counted.update(levels)
    return counted
