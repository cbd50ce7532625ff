"""What is known of someone's hours at this moment, on the clock of whoever asks."""

from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.domain.hours import Here, Hours, Now, Span, now_by, week_of


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownHours:
    """Hours as they were said; the same on my clock, where that says something else; and whether that is now.

    ``here`` is empty and ``now`` None where there is nothing to say or it cannot be known. ``now.changes`` is a moment
    on my clock.
    """

    hours: Hours
    here: tuple[Span, ...]
    now: Now | None


def known_hours(hours: Hours, at: datetime) -> KnownHours:
    """Return what is known of hours at a moment that the clock of this app has told."""
    zone, here = zone_named(hours.zone), my_clock(at)
    now = now_by(hours, zone, at)
    if now is not None and now.changes is not None:
        now = replace(now, changes=here(now.changes))
    if zone is None or hours.always:
        return KnownHours(hours=hours, here=(), now=now)
    there, mine = (
        week_of(hours, zone, at, clock) for clock in (lambda moment: moment.astimezone(zone), here)
    )
    return KnownHours(hours=hours, here=() if mine == there else mine, now=now)


def my_clock(at: datetime) -> Here:
    """Return how clocks here say a moment: by the rules of this device, unless ``at`` was told by another offset."""
    device = at.astimezone()
    if device.utcoffset() == at.utcoffset():
        return lambda moment: moment.astimezone()
    return lambda moment: moment.astimezone(at.tzinfo)


@cache
def zone_named(name: str) -> ZoneInfo | None:
    """Return the time zone of that name; None for "" and for one that this device has no rules for."""
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):  # OSError: a name that is a folder of names
        return None
