"""Hours and time zones in words, in the language of the reader."""

from datetime import UTC, datetime, time

import pytest

from app.session.hours import zone_named
from app.words import moment
from app.words.direction import use_right_to_left
from app.words.hours import days_said, span_said, when_said
from app.words.zone import zone_name, zones_by_name, zones_of


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ((0, 1, 2, 3, 4), "Mon–Fri"),
        ((0, 1, 2, 3, 6), "Mon–Thu, Sun"),
        ((5, 6), "Sat, Sun"),
        ((2,), "Wed"),
        ((0, 2, 4), "Mon, Wed, Fri"),
        ((0, 1, 2, 3, 4, 5, 6), "Every day"),
    ],
)
def test_days_in_a_row_are_said_by_the_first_and_the_last(days: tuple[int, ...], said: str) -> None:
    assert days_said(days) == said


def test_hours_are_said_as_the_language_says_them() -> None:
    assert span_said((0, 1, 2), time(9), time(17, 30)) == "Mon–Wed 09:00–17:30"
    assert span_said((6,), time(0), time(0)) == "Sun all day"
    moment.use_locale("en_US")
    assert span_said((6,), time(9), time(17)) == "Sun 9:00\u202fAM–5:00\u202fPM"


def test_on_a_page_read_from_right_to_left_hours_begin_where_they_begin() -> None:
    use_right_to_left(True)  # a switch
    assert "\u206609:00–17:00\u2069" in span_said((6,), time(9), time(17))


def test_a_moment_of_today_needs_no_day() -> None:
    now = datetime(2026, 11, 27, 9, 30, tzinfo=UTC)
    assert when_said(now.replace(hour=17, minute=0), now=now) == "17:00"
    assert when_said(now.replace(day=30, hour=8), now=now) == "Monday 08:30"


def test_zones_are_named_by_their_city_and_country() -> None:
    named = dict(zones_by_name())
    assert named["Europe/Vienna"] == "Vienna, Austria"
    assert zone_name("Asia/Calcutta") == "Kolkata"
    assert zone_name("Europe/Atlantis") == "Atlantis"
    assert zones_of("AT") == ("Europe/Vienna",)
    assert zones_of("") == zones_of("ZZ") == ()
    moment.use_locale("de")
    assert dict(zones_by_name())["Europe/Vienna"] == "Wien, Österreich"


def test_every_zone_on_offer_has_rules_and_no_two_have_the_same_name() -> None:
    named = zones_by_name()
    assert len(named) > 400
    assert [zone for zone, _ in named if zone_named(zone) is None] == []
    assert len({name for _, name in named}) == len(named)
