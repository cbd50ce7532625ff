"""Hours at which someone can be reached: as they were said, and what follows from them for a moment and a place."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo

from app.domain.errors import DomainError

DAYS = tuple(range(7))
"""The days of the week, 0 for Monday."""

MOST_SPANS = 14
MIDNIGHT = time(0)

Here = Callable[[datetime], datetime]
"""Gives a moment as the clocks of a place say it."""

_ZONE = re.compile(r"[A-Za-z0-9_+-]{1,32}(/[A-Za-z0-9_+-]{1,32}){0,2}|")
_TYPED = re.compile(r"(\d{1,2})(?:\s*[:.h\u2236]?\s*(\d{2}))?\s*h?\s*(?:([ap])\.?\s*m?\.?)?", re.IGNORECASE)
_DAY = timedelta(days=1)
_HALF_A_DAY = 12


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Span:
    """The same hours on some days of the week, in their order. ``begins`` and ``ends`` are whole minutes.

    Hours that end no later than they begin end on the next day: 00:00 to 00:00 is a whole day.
    """

    days: tuple[int, ...]
    begins: time
    ends: time

    def __post_init__(self) -> None:
        if not self.days:
            raise DomainError("days", "blank")
        if self.days != tuple(day for day in DAYS if day in self.days):
            raise DomainError("days", "out_of_range")
        if any(one != time(one.hour, one.minute) for one in (self.begins, self.ends)):
            raise DomainError("begins", "out_of_range")

    def __repr__(self) -> str:
        return "<Span>"

    @property
    def next_day(self) -> bool:
        """Whether it ends on the day after the one on which it begins."""
        return self.ends <= self.begins


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Hours:
    """When someone can be reached. ``zone`` names a time zone as IANA does, such as Europe/Vienna; "" where not said."""

    spans: tuple[Span, ...]
    zone: str = ""

    def __post_init__(self) -> None:
        if not self.spans:
            raise DomainError("spans", "blank")
        if len(self.spans) > MOST_SPANS:
            raise DomainError("spans", "too_long")
        if len(set(self.spans)) < len(self.spans):
            raise DomainError("spans", "twice")
        if not _ZONE.fullmatch(self.zone):
            raise DomainError("zone", "out_of_range")

    def __repr__(self) -> str:
        return "<Hours>"

    @property
    def always(self) -> bool:
        """Whether it is every day, day and night: then the zone changes nothing."""
        whole_days = [day for span in self.spans if span.begins == span.ends == MIDNIGHT for day in span.days]
        return set(whole_days) == set(DAYS)


ALWAYS = Hours(spans=(Span(days=DAYS, begins=MIDNIGHT, ends=MIDNIGHT),))


@dataclass(frozen=True, slots=True, kw_only=True)
class Now:
    """Whether someone can be reached at a moment, and when that changes (UTC); None where it does not."""

    is_open: bool
    changes: datetime | None


def time_typed(text: str) -> time:
    """Return the time of day that was typed, such as 9, 17:30, 0930 or 5 pm; DomainError if it is none.

    24 and 24:00 are midnight. The error's field is "time".
    """
    found = _TYPED.fullmatch(text.strip())
    if found is None:
        raise DomainError("time", "blank" if not text.strip() else "no_time")
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half and not 1 <= hour <= _HALF_A_DAY:
        raise DomainError("time", "no_time")
    if half:
        hour = hour % _HALF_A_DAY + (_HALF_A_DAY if half == "p" else 0)
    if (hour, minute) == (24, 0):
        return MIDNIGHT
    try:
        return time(hour, minute)
    except ValueError:
        raise DomainError("time", "no_time") from None


def now_by(hours: Hours, zone: tzinfo | None, at: datetime) -> Now | None:
    """Return what holds at a moment with its offset; None where it cannot be known, because the zone is not."""
    if hours.always:
        return Now(is_open=True, changes=None)
    if zone is None:
        return None
    end = at + 8 * _DAY
    stretches = _joined(_openings(hours, zone, at, days=9))
    for begins, ends in stretches:
        if begins <= at < ends:
            return Now(is_open=True, changes=ends if ends < end else None)
        if at < begins:
            return Now(is_open=False, changes=begins)
    return Now(is_open=False, changes=None)


def week_of(hours: Hours, zone: tzinfo, at: datetime, here: Here) -> tuple[Span, ...]:
    """Return the hours of seven days, from the zone's day of that moment on, as clocks say them somewhere else.

    Where a clock changes within these days, they have hours before and after the change.
    """
    days: dict[tuple[time, time], set[int]] = {}
    today = at.astimezone(zone).date()
    for begins, ends in _openings(hours, zone, at, days=7):
        if today <= begins.astimezone(zone).date():
            first, last = here(begins), here(ends)
            days.setdefault((_minute(first), _minute(last)), set()).add(first.weekday())
    spans = [Span(days=tuple(sorted(on)), begins=begins, ends=ends) for (begins, ends), on in days.items()]
    return tuple(sorted(spans, key=lambda span: (span.days, span.begins, span.ends)))


def _openings(hours: Hours, zone: tzinfo, at: datetime, *, days: int) -> Iterator[tuple[datetime, datetime]]:
    """Begin and end, in UTC, of all that begins from the day before that moment on, for so many days and that one."""
    today = at.astimezone(zone).date()
    for offset in range(-1, days):
        day = today + offset * _DAY
        for span in sorted(hours.spans, key=lambda one: one.begins):
            if day.weekday() in span.days:
                begins = datetime.combine(day, span.begins, zone)
                ends = datetime.combine(day + _DAY if span.next_day else day, span.ends, zone)
                yield begins.astimezone(UTC), _last(ends)


def _last(moment: datetime) -> datetime:
    """The moment in UTC; the later one where clocks are set back and say it twice.

    A time that clocks skip counts as before they were set forward (RFC 5545, 3.3.5), here as where something begins.
    """
    return max(moment.replace(fold=fold).astimezone(UTC) for fold in (0, 1))


def _joined(openings: Iterator[tuple[datetime, datetime]]) -> Iterator[tuple[datetime, datetime]]:
    """The same, with what touches or overlaps as one."""
    stretch: tuple[datetime, datetime] | None = None
    for begins, ends in sorted(openings):
        if stretch is not None and begins <= stretch[1]:
            stretch = (stretch[0], max(stretch[1], ends))
        else:
            if stretch is not None:
                yield stretch
            stretch = (begins, ends)
    if stretch is not None:
        yield stretch


def _minute(moment: datetime) -> time:
    return time(moment.hour, moment.minute)
