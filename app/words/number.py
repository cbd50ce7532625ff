"""Whole numbers as people write them, by Babel's language data."""

from app.words import moment

_WRITTEN_ALIKE = 1000
"""Below this a number has no marks between its digits, in all languages we speak."""


def number(n: int) -> str:
    """Return a whole number as it is written: 22,000."""
    if -_WRITTEN_ALIKE < n < _WRITTEN_ALIKE:
        return str(n)
    from babel.numbers import format_decimal  # noqa: PLC0415  # its data loads in a tenth of a second that a start can spare

    return format_decimal(n, locale=moment.locale())
