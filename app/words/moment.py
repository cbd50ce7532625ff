"""Days and times as people say them, by Babel's language data."""

from datetime import date, datetime, time

_USUAL = "en_GB"
_wanted: tuple[str, ...] = (_USUAL,)
_locale = ""


def use_locale(*names: str) -> None:
    """From now on days and times are said as in the first of these locales that has a form of its own, such as ``de_AT``."""
    global _wanted, _locale  # one person reads one language at a time
    _wanted, _locale = names, ""


def locale() -> str:
    """Return the name of the locale in use."""
    global _locale  # noqa: PLW0603  # looked up once, when it is first needed
    if not _locale:
        from babel.localedata import exists  # noqa: PLC0415  # as below

        _locale = next((name for name in _wanted if exists(name)), _USUAL)
    return _locale


def day(when: date) -> str:
    """Return a day in full: 21 November 2026."""
    from babel.dates import format_date  # noqa: PLC0415  # its data loads in a tenth of a second that a start can spare

    return format_date(when, "long", locale=locale())


def weekday(when: date) -> str:
    """Return a day in full with its name: Saturday 21 November 2026."""
    from babel.dates import format_date  # noqa: PLC0415  # as above

    return format_date(when, "full", locale=locale())


def month_alone(when: date) -> str:
    """Return the name of a month: November."""
    from babel.dates import format_date  # noqa: PLC0415  # as above

    return format_date(when, "LLLL", locale=locale())


def weekdays() -> tuple[str, ...]:
    """Return the names of the days of the week as short as they are written, from Monday on: Mo."""
    from babel.dates import get_day_names  # noqa: PLC0415  # as above

    names = get_day_names("short", "stand-alone", locale=locale())
    return tuple(names[number] for number in range(7))


def days_of_week() -> tuple[str, ...]:
    """Return the names of the days of the week in their usual short form, from Monday on: Mon."""
    from babel.dates import get_day_names  # noqa: PLC0415  # as above

    names = get_day_names("abbreviated", "stand-alone", locale=locale())
    return tuple(names[number] for number in range(7))


def day_of_week(when: date) -> str:
    """Return the name of a day of the week: Saturday."""
    from babel.dates import format_date  # noqa: PLC0415  # as above

    return format_date(when, "cccc", locale=locale())


def first_weekday(region: str) -> int:
    """Return the day on which weeks begin in a region, 0 for Monday; that of the language for a region not known."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415  # as above

    try:
        return Locale.parse(f"und_{region}").first_week_day
    except (ValueError, UnknownLocaleError):
        return Locale.parse(locale()).first_week_day


def short_day(when: date) -> str:
    """Return a day without its year: Sat, 21 Nov."""
    from babel.dates import format_skeleton  # noqa: PLC0415  # as above

    return format_skeleton("MMMEd", when, locale=locale())


def month(when: date) -> str:
    """Return a month and its year: November 2026."""
    from babel.dates import format_skeleton  # noqa: PLC0415  # as above

    return format_skeleton("yMMMM", when, locale=locale())


def time_of_day(when: datetime | time) -> str:
    """Return hours and minutes: 06:34."""
    from babel.dates import format_time  # noqa: PLC0415  # as above

    clock = when.time() if isinstance(when, datetime) else when
    return format_time(clock, "short", locale=locale())


def moment(when: datetime, *, now: datetime) -> str:
    """Return a moment as it is said now: the time alone for today, else weekday, day and time."""
    from babel.dates import format_skeleton  # noqa: PLC0415  # as above

    if when.date() == now.date():
        return time_of_day(when)
    skeleton = "EEEEdMMM" if when.year == now.year else "yMMMd"
    return f"{format_skeleton(skeleton, when.replace(tzinfo=None), locale=locale())}, {time_of_day(when)}"
