"""Days and times as other apps write them."""

import re
from datetime import date, datetime, time
from enum import StrEnum

FIRST_YEAR, LAST_YEAR = 1970, 2199

_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.\d+)?)?\s*(?:([ap])\.?\s?m\.?)?", re.IGNORECASE)
_NUMBERS = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_NAMED = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?\.?\s+([^\W\d_]{3})[^\W\d_]*\.?,?(?:\s+(\d{4}))?", re.IGNORECASE
)
_NAMED_FIRST = re.compile(
    r"([^\W\d_]{3})[^\W\d_]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?(?:\s+(\d{4}))?", re.IGNORECASE
)
_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec jän feb mär apr mai jun jul aug sep okt nov dez"
_MONTHS = {name: place % 12 + 1 for place, name in enumerate(_NAMES.split())}  # English, then German

_NOON = 12


class DateOrder(StrEnum):
    """In which order a file writes days as numbers. Of 3/4/2021 nobody can guess it."""

    YEAR_FIRST = "year_first"
    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


def iso_day(text: str) -> date | None:
    """The day that ``YYYY-MM-DD`` names, with or without a time after it; None if it is none."""
    try:
        return _plausible(date.fromisoformat(text.strip()[:10]))
    except ValueError:
        return None


def named_day(text: str, year: str = "") -> date | None:
    """The day that ``8th Dec 2021``, ``18 May`` or ``May 18`` names in English or German; ``year`` where it stands elsewhere."""
    text = text.strip()
    if found := _NAMED.fullmatch(text):
        day, month, own = found.groups()
    elif found := _NAMED_FIRST.fullmatch(text):
        month, day, own = found.groups()
    else:
        return None
    own = own or year.strip()
    if month.lower() not in _MONTHS or not own.isdecimal():
        return None
    return _day(int(own), _MONTHS[month.lower()], int(day))


def ordered_day(text: str, order: DateOrder) -> date | None:
    """The day in a cell whose numbers stand in this order, or that names its month."""
    if order is DateOrder.YEAR_FIRST:
        text = text.strip().replace("/", "-").replace(".", "-")
        return iso_day(text) or named_day(text)
    found = _NUMBERS.match(text.strip())
    if found is None:
        return named_day(text)
    first, second, year = map(int, found.groups())
    day, month = (first, second) if order is DateOrder.DAY_FIRST else (second, first)
    return _day(year, month, day)


def clock_time(text: str) -> time | None:
    """The time that ``13:48``, ``8:30 pm`` or ``12:15 AM`` names; None if it is none."""
    found = _CLOCK.fullmatch(text.strip().replace("\u202f", " ").replace("\xa0", " "))
    if found is None:
        return None
    hour, half = int(found[1]), (found[4] or "").lower()
    if half and not 1 <= hour <= _NOON:
        return None
    if half:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    try:
        return time(hour, int(found[2]), int(found[3] or 0))
    except ValueError:
        return None


def moment_with_offset(text: str) -> datetime | None:
    """The moment that ``2026-01-09 15:34:06 -0500`` or an ISO time with an offset names; None if it is none."""
    with_offset = re.sub(r"\s+(?=[+-]\d{2}:?\d{2}$)", "", text.strip())
    try:
        moment = datetime.fromisoformat(with_offset)
    except ValueError:
        return None
    plausible = moment.utcoffset() is not None and _plausible(moment.date()) is not None
    return moment if plausible else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return _plausible(date(year, month, day))
    except ValueError:
        return None


def _plausible(day: date) -> date | None:
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None
