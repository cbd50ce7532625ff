"""Time zones by their cities and countries, by Babel's language data."""

from functools import cache

from app.words import moment
from app.words.region import region_name

_NO_COUNTRY = frozenset({"001", "ZZ"})


def zone_name(zone: str) -> str:
    """Return the city that a time zone is named for: Vienna."""
    from babel.dates import get_timezone_location  # noqa: PLC0415  # its data loads in a tenth of a second that a start can spare

    try:
        return get_timezone_location(zone, locale=moment.locale(), return_city=True)
    except LookupError:
        return zone.rpartition("/")[2].replace("_", " ")


def zones_by_name() -> tuple[tuple[str, str], ...]:
    """Return (zone, city and country) of every time zone that is named for a city, in the order of their names."""
    return _by_name(moment.locale())


@cache
def _by_name(_: str) -> tuple[tuple[str, str], ...]:
    from babel.core import get_global  # noqa: PLC0415  # as above

    named = (
        (zone, f"{zone_name(zone)}, {region_name(country)}")
        for zone, country in get_global("zone_territories").items()
        if country not in _NO_COUNTRY
    )
    return tuple(sorted(named, key=lambda pair: pair[1].casefold()))


def zones_of(region: str) -> tuple[str, ...]:
    """Return the time zones of a region by its code of two letters."""
    from babel.core import get_global  # noqa: PLC0415  # as above

    return () if region in _NO_COUNTRY else tuple(get_global("territory_zones").get(region, ()))
