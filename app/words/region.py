"""Names of countries, regions and languages, by Babel's language data."""

from collections.abc import Iterable

from app.words import moment
from app.words.name_order import by_name


def region_name(code: str) -> str:
    """Return the name of a region by its code of two letters; the code itself where it has no name."""
    from babel import Locale  # noqa: PLC0415  # its data loads in a tenth of a second that a start can spare

    return str(Locale.parse(moment.locale()).territories.get(code, code))


def regions_by_name(codes: Iterable[str]) -> list[tuple[str, str]]:
    """Return (code, name) of every region, in the order of their names."""
    return sorted(((code, region_name(code)) for code in codes), key=lambda pair: by_name(pair[1]))


def language_name(code: str) -> str:
    """Return the name of a language by its code of two letters; the code itself where it has no name."""
    from babel import Locale  # noqa: PLC0415  # as above

    return str(Locale.parse(moment.locale()).languages.get(code, code))
