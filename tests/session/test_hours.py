"""Hours at this moment: on my clock where that differs, and whether that is now only where it can be known."""

import time as clock
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta, timezone
from zoneinfo import available_timezones

import pytest

from app.domain.hours import ALWAYS, DAYS, Hours, Now, Span
from app.session.hours import known_hours, my_clock, zone_named

MORNING = datetime(2026, 11, 27, 9, 30, tzinfo=timezone(timedelta(hours=1)))


def office(zone: str) -> Hours:
    return Hours(spans=(Span(days=DAYS[:5], begins=time(9), ends=time(17)),), zone=zone)


@pytest.fixture
def in_vienna(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """This device goes by the clock in Vienna."""
    monkeypatch.setenv("TZ", "Europe/Vienna")
    clock.tzset()
    yield
    monkeypatch.undo()
    clock.tzset()


def test_the_same_clock_is_not_said_twice() -> None:
    known = known_hours(office("Europe/Vienna"), MORNING)
    assert known.here == ()
    assert known.now == Now(is_open=True, changes=MORNING.replace(hour=17, minute=0))


def test_another_clock_is_said_in_mine_and_so_is_when_it_opens() -> None:
    known = known_hours(office("America/New_York"), MORNING)
    assert known.here == (Span(days=DAYS[:5], begins=time(15), ends=time(23)),)
    assert known.now is not None
    assert known.now.changes is not None
    assert (known.now.is_open, known.now.changes.hour) == (False, 15)
    assert known.now.changes.utcoffset() == timedelta(hours=1)


@pytest.mark.parametrize("zone", ["", "Europe/Atlantis", "Europe"])
def test_without_a_zone_or_rules_for_it_nothing_is_known(zone: str) -> None:
    known = known_hours(office(zone), MORNING)
    assert (known.here, known.now) == ((), None)
    assert zone_named(zone) is None


def test_day_and_night_is_the_same_on_every_clock() -> None:
    known = known_hours(Hours(spans=ALWAYS.spans, zone="America/New_York"), MORNING)
    assert (known.here, known.now) == ((), Now(is_open=True, changes=None))


@pytest.mark.usefixtures("in_vienna")
def test_my_clock_goes_by_the_rules_of_this_device_also_after_they_change() -> None:
    before = datetime(2026, 10, 24, 12, tzinfo=timezone(timedelta(hours=2)))
    mine = my_clock(before)
    assert mine(datetime(2026, 10, 26, 8, tzinfo=UTC)).hour == 9
    known = known_hours(office("America/New_York"), before)
    assert known.here == (Span(days=DAYS[:5], begins=time(14), ends=time(22)),)


@pytest.mark.usefixtures("in_vienna")
def test_a_moment_told_by_another_clock_is_told_by_that_one() -> None:
    tokyo = timezone(timedelta(hours=9))
    assert my_clock(MORNING.astimezone(tokyo))(MORNING).utcoffset() == timedelta(hours=9)


def test_a_zone_that_was_renamed_is_known_by_either_name() -> None:
    assert {"Asia/Calcutta", "Asia/Kolkata"} <= available_timezones()
    assert zone_named("Asia/Calcutta") is not None
