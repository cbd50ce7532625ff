"""Times on a clock that was changed twice a year."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.imports.zone import Turned, placed, zones
from app.words.zone import zone_name, zones_by_name

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("clock", "offset", "turned"),
    [
        ("2026-03-29 01:59", 1, None),
        ("2026-03-29 02:00", 1, Turned.SKIPPED),
        ("2026-03-29 02:59", 1, Turned.SKIPPED),
        ("2026-03-29 03:00", 2, None),
        ("2026-10-25 01:59", 2, None),
        ("2026-10-25 02:00", 2, Turned.TWICE),
        ("2026-10-25 02:59", 2, Turned.TWICE),
        ("2026-10-25 03:00", 1, None),
    ],
)
def test_a_skipped_time_stays_as_written_and_of_two_the_first_is_taken(
    clock: str, offset: int, turned: Turned | None
) -> None:
    moment = datetime.fromisoformat(clock)
    when, told = placed(moment, BERLIN)
    assert when.replace(tzinfo=None) == moment
    assert (when.utcoffset(), told) == (timedelta(hours=offset), turned)


FIRST, LAST = map(datetime.fromisoformat, ("1970-01-02", "2100-01-01"))


@given(st.datetimes(FIRST, LAST), st.sampled_from(sorted(zones())))
def test_any_time_that_is_one_moment_is_that_moment(moment: datetime, name: str) -> None:
    zone = ZoneInfo(name)
    when, turned = placed(moment, zone)
    back = when.astimezone(UTC).astimezone(zone).replace(tzinfo=None, fold=0)
    assert (back == moment) == (turned is not Turned.SKIPPED)


def test_a_device_has_rules_for_the_places_that_are_offered() -> None:
    places = dict(zones_by_name())
    assert places["Europe/Vienna"] == "Vienna, Austria"
    assert zone_name("America/New_York") == "New York"
    assert len(places.keys() - zones()) <= 5
    assert len(places) > 400
