"""What check-ins add up to, so that years can be drawn without reading each of them again."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import TypeVar

from app.domain.check_in import CheckIn

K = TypeVar("K")

Levels = Counter[int]
"""How many check-ins there are of each level. 0 stands for those without one."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Digest:
    """Counts of some check-ins. ``days`` has the levels of each day in order of time, by ISO date.

    ``hours`` has levels by the hour of the day, of those whose time is known; ``around`` by what was there: the field
    of a check-in and the key or id in it. ``feelings`` and ``body_signals`` count how often each was there,
    ``connected`` the answers to whether the person felt connected, by ISO date and then by answer.
    """

    days: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    hours: Mapping[int, Levels] = field(default_factory=dict)
    around: Mapping[tuple[str, str], Levels] = field(default_factory=dict)
    feelings: Counter[str] = field(default_factory=Counter)
    body_signals: Counter[str] = field(default_factory=Counter)
    connected: Mapping[str, Counter[str]] = field(default_factory=dict)

    @property
    def check_ins(self) -> int:
        """How many there are."""
        return sum(map(len, self.days.values()))


AROUND = ("with_supports", "what_helped", "where", "doing", "topics")
"""The fields of a check-in that say what was there."""


def digest_of(check_ins: Iterable[CheckIn]) -> Digest:
    """Add up check-ins, in whatever order they come. Each belongs to the day that its own clock showed."""
    ordered = sorted(check_ins, key=lambda one: (one.when.date(), one.when, one.created_at, one.id))
    days = {
        day.isoformat(): tuple(one.mood or 0 for one in of_day)
        for day, of_day in groupby(ordered, key=lambda one: one.when.date())
    }
    hours: dict[int, Levels] = {}
    around: dict[tuple[str, str], Levels] = {}
    connected: dict[str, Counter[str]] = {}
    for one in ordered:
        level = one.mood or 0
        if one.time_known:
            hours.setdefault(one.when.hour, Counter())[level] += 1
        for name in AROUND:
            for key in getattr(one, name):
                around.setdefault((name, key), Counter())[level] += 1
        if one.felt_connected is not None:
            connected.setdefault(one.when.date().isoformat(), Counter())[one.felt_connected.value] += 1
    return Digest(
        days=days,
        hours=hours,
        around=around,
        feelings=Counter(key for one in ordered for key in one.feelings),
        body_signals=Counter(key for one in ordered for key in one.body_signals),
        connected=connected,
    )


def together(digests: Iterable[Digest]) -> Digest:
    """Add up digests of different days."""
    several = tuple(digests)
    return Digest(
        days={day: levels for one in several for day, levels in one.days.items()},
        hours=_summed(one.hours for one in several),
        around=_summed(one.around for one in several),
        feelings=_counted(one.feelings for one in several),
        body_signals=_counted(one.body_signals for one in several),
        connected={day: answers for one in several for day, answers in one.connected.items()},
    )


def _summed(counts: Iterable[Mapping[K, Levels]]) -> dict[K, Levels]:
    summed: dict[K, Levels] = {}
    for one in counts:
        for key, counted in one.items():
            summed.setdefault(key, Counter()).update(counted)
    return summed


def _counted(counts: Iterable[Counter[str]]) -> Counter[str]:
    counted: Counter[str] = Counter()
    for one in counts:
        counted.update(one)
    return counted
