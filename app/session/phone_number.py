"""Phone numbers as they are read, and which of them reach an emergency service: by the region that was chosen.

What stands in a support is what was typed, and what is dialled is derived from that (app/domain/support.py).
"""

import re
from contextlib import suppress

from app.domain.support import PHONE_KINDS, ContactWay, dialled
from app.store.emergency import emergency_numbers

_DIGITS = re.compile(r"(?<!\w)\d(?:[\d ]*\d)?(?!\w)")

_EVERYWHERE = frozenset({"112", "911"})
"""Every mobile phone takes these for emergency calls, wherever it is (3GPP TS 22.101, 10.1.1)."""


def shown(way: ContactWay, region: str) -> str:
    """Return how a way reads: a number with the spaces of its country, anything else as it was typed.

    ``region`` is where the reader is; a number of elsewhere stands with its country's code. A number that is not whole
    or valid, or has words beside it, stays as it was typed.
    """
    return formatted(way.value, region) if way.kind in PHONE_KINDS else way.value


def formatted(value: str, region: str) -> str:
    """Return a number with the spaces of its country, or ``value`` as it is. As of ``shown``."""
    import phonenumbers as library  # noqa: PLC0415  # loads in a fiftieth of a second that a start can spare

    number = dialled(value)
    if not _is_all(value, number):
        return value
    with suppress(library.NumberParseException):
        parsed = library.parse(number, region or None)
        if library.is_valid_number(parsed):
            at_home = parsed.country_code == library.country_code_for_region(region)
            form = library.PhoneNumberFormat
            return str(library.format_number(parsed, form.NATIONAL if at_home else form.INTERNATIONAL))
    return value


def _is_all(value: str, number: str) -> bool:
    """Whether what is dialled is all that was typed: no words, no second number, no pause."""
    typed = [str(int(sign)) for sign in value.replace("(0)", "") if sign.isdecimal()]
    return not any(sign.isalpha() for sign in value) and "".join(typed) == number.removeprefix("+")


def as_dialled_anywhere(number: str, region: str) -> str:
    """Return a number of ``region`` with its country's code, so that two ways to write it are the same; else as it is."""
    import phonenumbers as library  # noqa: PLC0415

    with suppress(library.NumberParseException):
        return str(
            library.format_number(library.parse(number, region or None), library.PhoneNumberFormat.E164)
        )
    return number


def is_emergency(number: str, region: str) -> bool:
    """Whether a number, as it is dialled, reaches an emergency service where ``region`` is; also with digits after it.

    While the region is not known, every number that does so somewhere counts.
    """
    import phonenumbers as library  # noqa: PLC0415

    number = number.replace(";", ",").partition(",")[0]
    listed = emergency_numbers()
    regions = [region] if region in listed else listed
    return (
        number in _EVERYWHERE
        or any(number == one.number for code in regions for one in listed[code])
        or (region in listed and library.connects_to_emergency_number(number, region))
    )


def numbers_in(text: str, region: str) -> tuple[str, ...]:
    """Return the numbers in a line of text, as they stand there: whole numbers, and short ones of ``region``."""
    import phonenumbers as library  # noqa: PLC0415

    found = [match.raw_string for match in library.PhoneNumberMatcher(text, region or None)]
    return tuple(found) or tuple(
        number
        for number in _DIGITS.findall(text)
        if _is_short(number, region) or is_emergency(dialled(number), region)
    )


def _is_short(number: str, region: str) -> bool:
    import phonenumbers as library  # noqa: PLC0415

    with suppress(library.NumberParseException):
        parsed = library.parse(number, region or None)
        return bool(library.is_valid_short_number_for_region(parsed, region))
    return False
