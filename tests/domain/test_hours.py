"""Hours: what they mean at a moment and in another place, when clocks change, and past midnight."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.errors import DomainError
from app.domain.hours import ALWAYS, DAYS, Here, Hours, Now, Span, now_by, time_typed, week_of

VIENNA, NEW_YORK, AUCKLAND = (
    ZoneInfo("Europe/Vienna"),
    ZoneInfo("America/New_York"),
    ZoneInfo("Pacific/Auckland"),
)
ZONES = [
    VIENNA,
    NEW_YORK,
    AUCKLAND,
    *map(ZoneInfo, ("Asia/Kathmandu", "Pacific/Kiritimati", "UTC", "Asia/Beirut")),
]
WORKDAYS, WEEKEND = DAYS[:5], DAYS[5:]

zones = st.sampled_from(ZONES)
moments = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001  # their zone is beside them
times = st.times().map(lambda one: time(one.hour, one.minute))
spans = st.builds(
    Span, days=st.sets(st.sampled_from(DAYS), min_size=1).map(lambda days: tuple(sorted(days))), begins=times, ends=times
)  # fmt: skip
hours = st.builds(Hours, spans=st.lists(spans, min_size=1, max_size=4, unique=True).map(tuple))


def at(text: str, zone: ZoneInfo) -> datetime:
    """A moment as the clocks of a zone say it."""
    return datetime.fromisoformat(text).replace(tzinfo=zone)


def of(days: tuple[int, ...], begins: str, ends: str) -> Hours:
    return Hours(spans=(span(days, begins, ends),))


def span(days: tuple[int, ...], begins: str, ends: str) -> Span:
    return Span(days=days, begins=time.fromisoformat(begins), ends=time.fromisoformat(ends))


def here(zone: ZoneInfo) -> Here:
    return lambda moment: moment.astimezone(zone)


def changes(now: Now | None, zone: ZoneInfo) -> str:
    assert now is not None
    assert now.changes is not None
    return now.changes.astimezone(zone).strftime("%a %H:%M")


@pytest.mark.parametrize(
    ("moment", "is_open", "then"),
    [
        ("2026-11-27T08:59", False, "Fri 09:00"),
        ("2026-11-27T09:00", True, "Fri 17:00"),
        ("2026-11-27T16:59", True, "Fri 17:00"),
        ("2026-11-27T17:00", False, "Mon 09:00"),
        ("2026-11-29T12:00", False, "Mon 09:00"),
    ],
)
def test_it_is_open_from_the_minute_it_begins_until_the_minute_it_ends(
    moment: str, is_open: bool, then: str
) -> None:
    now = now_by(of(WORKDAYS, "09:00", "17:00"), VIENNA, at(moment, VIENNA))
    assert now is not None
    assert now.is_open == is_open
    assert changes(now, VIENNA) == then


@pytest.mark.parametrize(
    ("moment", "is_open", "then"),
    [
        ("2026-11-28T01:59", True, "Sat 02:00"),
        ("2026-11-28T02:00", False, "Sat 20:00"),
        ("2026-11-28T23:00", True, "Sun 02:00"),
        ("2026-11-30T01:00", False, "Fri 20:00"),
    ],
)
def test_hours_past_midnight_belong_to_the_evening_before(moment: str, is_open: bool, then: str) -> None:
    now = now_by(of((4, 5), "20:00", "02:00"), VIENNA, at(moment, VIENNA))
    assert now is not None
    assert now.is_open == is_open
    assert changes(now, VIENNA) == then


def test_evenings_that_meet_at_midnight_are_one_stretch() -> None:
    both = Hours(spans=(span((4,), "20:00", "00:00"), span((5,), "00:00", "03:00")))
    assert changes(now_by(both, VIENNA, at("2026-11-27T22:00", VIENNA)), VIENNA) == "Sat 03:00"


def test_the_same_moment_is_open_in_one_zone_and_not_in_another() -> None:
    office, noon = of(WORKDAYS, "09:00", "17:00"), at("2026-11-27T12:00", VIENNA)
    assert [now_by(office, zone, noon).is_open for zone in (VIENNA, NEW_YORK)] == [True, False]  # type: ignore[union-attr]  # a known zone


def test_where_the_zone_is_not_known_nothing_is_said_of_now_but_of_always() -> None:
    noon = at("2026-11-27T12:00", VIENNA)
    assert now_by(of(WORKDAYS, "09:00", "17:00"), None, noon) is None
    assert now_by(ALWAYS, None, noon) == Now(is_open=True, changes=None)
    assert ALWAYS.always
    assert not of(WORKDAYS, "00:00", "00:00").always


def test_day_and_night_in_two_halves_never_closes() -> None:
    halves = Hours(spans=(span(DAYS, "08:00", "20:00"), span(DAYS, "20:00", "08:00")))
    assert now_by(halves, VIENNA, at("2026-10-24T23:00", VIENNA)) == Now(is_open=True, changes=None)


def test_after_clocks_are_set_back_it_opens_by_the_new_time() -> None:
    before = at("2026-10-23T18:00", VIENNA)
    now = now_by(of(WORKDAYS, "09:00", "17:00"), VIENNA, before)
    assert now is not None
    assert now.changes == datetime(2026, 10, 26, 8, tzinfo=UTC)  # on Friday nine o'clock was seven in UTC


def test_an_hour_that_clocks_say_twice_is_open_both_times() -> None:
    night = of((6,), "01:00", "02:30")
    opened = [
        now_by(night, VIENNA, datetime(2026, 10, 25, *hm, tzinfo=UTC)) for hm in ((0, 15), (1, 15), (1, 30))
    ]
    assert [one.is_open for one in opened if one] == [True, True, False]


def test_an_hour_that_clocks_skip_counts_as_before_they_were_set_forward() -> None:
    skipped = of((6,), "02:15", "02:45")
    opened = [
        now_by(skipped, VIENNA, datetime(2026, 3, 29, 1, minute, tzinfo=UTC)) for minute in (14, 15, 44, 45)
    ]
    assert [one.is_open for one in opened if one] == [False, True, True, False]


def test_hours_of_another_zone_are_told_in_mine() -> None:
    told = week_of(of(WORKDAYS, "09:00", "17:00"), VIENNA, at("2026-11-27T12:00", VIENNA), here(NEW_YORK))
    assert told == (span(WORKDAYS, "03:00", "11:00"),)


def test_hours_that_fall_on_another_day_here_are_told_on_that_day() -> None:
    told = week_of(of(WEEKEND, "09:00", "17:00"), AUCKLAND, at("2026-11-27T12:00", AUCKLAND), here(VIENNA))
    assert told == (span((4, 5), "21:00", "05:00"),)


def test_in_a_week_in_which_only_one_clock_changes_both_times_are_told() -> None:
    told = week_of(of(DAYS, "09:00", "17:00"), VIENNA, at("2026-10-23T12:00", VIENNA), here(NEW_YORK))
    assert told == (span((0, 1, 2, 3, 6), "04:00", "12:00"), span((4, 5), "03:00", "11:00"))


def test_who_travels_is_told_the_hours_of_where_they_are_now() -> None:
    office, noon = of(WORKDAYS, "09:00", "17:00"), at("2026-11-27T12:00", VIENNA)
    assert week_of(office, VIENNA, noon, here(VIENNA)) == office.spans
    assert week_of(office, VIENNA, noon, here(ZoneInfo("Asia/Kathmandu"))) == (
        span(WORKDAYS, "13:45", "21:45"),
    )


@settings(deadline=None)
@given(hours, zones, moments)
def test_what_is_said_of_now_holds_until_the_moment_it_names_and_no_longer(
    some: Hours, zone: ZoneInfo, moment: datetime
) -> None:
    now = now_by(some, zone, moment)
    assert now is not None
    if now.changes is None:
        assert now.is_open
        return
    assert now.changes > moment
    just_before, then = (
        now_by(some, zone, now.changes - step) for step in (timedelta(seconds=1), timedelta())
    )
    assert just_before is not None
    assert then is not None
    assert (just_before.is_open, then.is_open) == (now.is_open, not now.is_open)


@settings(deadline=None)
@given(hours, zones, moments)
def test_hours_told_where_they_hold_are_the_hours_but_where_clocks_change(
    some: Hours, zone: ZoneInfo, moment: datetime
) -> None:
    offsets = {(moment + timedelta(days=day)).astimezone(zone).utcoffset() for day in range(-1, 9)}
    told = week_of(some, zone, moment, here(zone))
    by_times: dict[tuple[time, time], set[int]] = {}
    for one in some.spans:
        by_times.setdefault((one.begins, one.ends), set()).update(one.days)
    if len(offsets) == 1:
        assert {(one.begins, one.ends): set(one.days) for one in told} == by_times


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9", "09:00"), ("09:30", "09:30"), ("9.30", "09:30"), ("0930", "09:30"), ("930", "09:30"),
        ("17h", "17:00"), ("17 h 15", "17:15"), (" 5 pm ", "17:00"), ("5:15p.m.", "17:15"), ("12 am", "00:00"),
        ("12pm", "12:00"), ("24:00", "00:00"), ("0", "00:00"), ("\u0661\u0667:\u0663\u0660", "17:30"),
    ],
)  # fmt: skip
def test_a_time_is_understood_however_it_is_written(typed: str, meant: str) -> None:
    assert time_typed(typed) == time.fromisoformat(meant)


@pytest.mark.parametrize(
    "typed", ["25", "9:60", "24:01", "13 pm", "0 am", "nine", "9-17", "9:00 17:00", "-9"]
)
def test_what_is_no_time_is_refused_without_a_word_of_it(typed: str) -> None:
    with pytest.raises(DomainError, match="time: no_time") as refused:
        time_typed(typed)
    assert refused.value.__cause__ is None


def test_nothing_typed_is_told_apart() -> None:
    with pytest.raises(DomainError, match="time: blank"):
        time_typed(" ")


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"days": ()}, "days: blank"),
        ({"days": (1, 0)}, "days: out_of_range"),
        ({"days": (0, 0)}, "days: out_of_range"),
        ({"days": (7,)}, "days: out_of_range"),
        ({"begins": time(9, 0, 1)}, "begins: out_of_range"),
        ({"ends": time(9, tzinfo=UTC)}, "begins: out_of_range"),
    ],
)
def test_impossible_spans_are_refused(fields: dict[str, object], why: str) -> None:
    sound: dict[str, object] = {"days": (0,), "begins": time(9), "ends": time(17)}
    with pytest.raises(DomainError, match=why):
        Span(**(sound | fields))  # type: ignore[arg-type]  # that is what is tried


def test_impossible_hours_are_refused() -> None:
    one = span((0,), "09:00", "17:00")
    for fields, why in (
        ({"spans": ()}, "spans: blank"),
        ({"spans": (one, one)}, "spans: twice"),
        ({"spans": tuple(span((0,), f"0{n % 10}:{n}", "17:00") for n in range(10, 25))}, "spans: too_long"),
        ({"spans": (one,), "zone": "../../etc/passwd"}, "zone: out_of_range"),
        ({"spans": (one,), "zone": "/Europe/Vienna"}, "zone: out_of_range"),
    ):
        with pytest.raises(DomainError, match=why):
            Hours(**fields)


def test_a_repr_says_nothing_of_when() -> None:
    assert repr(ALWAYS) + repr(ALWAYS.spans[0]) == "<Hours><Span>"
