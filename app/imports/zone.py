"""The time zone of a file that names none, and what its clocks did to a time when they were changed."""

from datetime import datetime, timedelta, timezone, tzinfo
from enum import StrEnum
from zoneinfo import available_timezones


class Turned(StrEnum):
    """Why a time on the clock is not one moment: clocks were put forward over it, or back over it."""

    SKIPPED = "skipped"
    TWICE = "twice"


def zones() -> frozenset[str]:
    """The time zones whose rules this device has, by their names in the IANA database."""
    return frozenset(available_timezones())


def placed(moment: datetime, zone: tzinfo | None) -> tuple[datetime, Turned | None]:
    """A time on the clock with its offset in a zone, or where that is None, on this device.

    A time that was skipped stays as it is written, with the offset before the change; of two the first is taken, as
    Python has it (PEP 495).
    """
    first, second = (_offset(moment.replace(fold=fold), zone) for fold in (0, 1))
    turned = None if first == second else Turned.SKIPPED if first < second else Turned.TWICE
    return moment.replace(tzinfo=timezone(first)), turned


def _offset(moment: datetime, zone: tzinfo | None) -> timedelta:
    there = moment.replace(tzinfo=zone) if zone else moment.astimezone()
    return there.utcoffset() or timedelta()
