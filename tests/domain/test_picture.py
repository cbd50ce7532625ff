"""Time as columns: none is too many, none is lost, and what is empty stays so."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.check_in import CheckIn, FeltConnected
from app.domain.digest import digest_of
from app.domain.picture import Unit, connected_answers, first_of, last_of, marks, timeline, unit_for
from tests.domain.sample import stamp

FIRST = date(2006, 2, 27)
days = st.integers(0, 8000).map(lambda n: FIRST + timedelta(days=n))
spans = st.tuples(days, days).map(sorted)


def said(*moods: tuple[date, int | None], connected: FeltConnected | None = None) -> list[CheckIn]:
    """A check-in for each day and level, an hour after the one before."""
    return [
        CheckIn(
            **stamp(),
            when=datetime(day.year, day.month, day.day, place % 24, tzinfo=UTC),
            mood=mood,
            felt_connected=connected,
        )
        for place, (day, mood) in enumerate(moods)
    ]


@given(span=spans)
def test_columns_are_never_too_many_and_follow_each_other_without_a_hole(span: list[date]) -> None:
    since, until = span
    shown = timeline(digest_of([]), since, until)
    assert 1 <= len(shown.starts) <= 93
    assert shown.starts[0] <= since
    assert last_of(shown.starts[-1], shown.unit) >= until
    ends = [last_of(start, shown.unit) + timedelta(days=1) for start in shown.starts]
    assert ends[:-1] == list(shown.starts[1:])
    assert all(first_of(start, shown.unit) == start for start in shown.starts)


@given(span=spans, moods=st.lists(st.tuples(days, st.none() | st.integers(1, 5)), max_size=30))
def test_every_check_in_of_the_time_stands_in_the_column_of_its_day(
    span: list[date], moods: list[tuple[date, int | None]]
) -> None:
    since, until = span
    shown = timeline(digest_of(said(*moods)), since, until)
    within = [(day, mood or 0) for day, mood in moods if since <= day <= until]
    slow = Counter((first_of(day, shown.unit), mood) for day, mood in within)
    told = Counter({(one.start, level): n for one in shown.columns for level, n in one.counts.items()})
    assert told == slow
    assert all(shown.starts[one.place] == one.start for one in shown.columns)
    filled = {one.start for one in shown.columns}
    empty = [start for first, last in shown.empty for start in shown.starts if first <= start <= last]
    assert sorted([*filled, *empty]) == list(shown.starts)


def test_the_levels_of_a_day_stand_in_order_of_time() -> None:
    day = date(2026, 11, 2)
    shown = timeline(digest_of(said((day, 4), (day, None), (day, 1))), day, day)
    assert shown.columns[0].levels == (4, 0, 1)


def test_runs_of_empty_columns_are_told_from_the_first_to_the_last() -> None:
    start = date(2026, 11, 1)
    shown = timeline(
        digest_of(said((date(2026, 11, 3), 2), (date(2026, 11, 4), 2))), start, date(2026, 11, 6)
    )
    assert shown.empty == (
        (date(2026, 11, 1), date(2026, 11, 2)),
        (date(2026, 11, 5), date(2026, 11, 6)),
    )


@pytest.mark.parametrize(
    ("length", "unit"),
    [(27, Unit.DAY), (92, Unit.DAY), (93, Unit.WEEK), (365, Unit.WEEK), (400, Unit.MONTH)],
)
def test_the_longer_the_time_the_longer_a_column(length: int, unit: Unit) -> None:
    until = date(2026, 11, 21)
    assert unit_for(until - timedelta(days=length), until) is unit


@pytest.mark.parametrize(
    ("years", "unit"), [(5, Unit.MONTH), (6, Unit.QUARTER), (20, Unit.QUARTER), (22, Unit.YEAR)]
)
def test_years_are_told_by_months_quarters_or_themselves(years: int, unit: Unit) -> None:
    assert unit_for(date(2026 - years, 11, 21), date(2026, 11, 21)) is unit


def test_lines_stand_where_a_longer_time_begins() -> None:
    weeks = timeline(digest_of([]), date(2026, 10, 25), date(2026, 11, 21))
    assert marks(weeks.starts, weeks.unit) == (1, 8, 15, 22)
    months = timeline(digest_of([]), date(2024, 11, 21), date(2026, 11, 21))
    assert [months.starts[place] for place in marks(months.starts, months.unit)] == [
        date(2025, 1, 1),
        date(2026, 1, 1),
    ]


def test_days_at_the_ends_of_the_calendar_do_no_harm() -> None:
    shown = timeline(digest_of([]), date.min, date.max)
    assert (shown.starts[0], shown.starts[-1]) == (date(1, 1, 1), date(9999, 1, 1))
    assert last_of(first_of(date.max, Unit.WEEK), Unit.WEEK) == date.max
    assert first_of(date.min, Unit.WEEK) == date.min


@given(answers=st.lists(st.tuples(days, st.sampled_from(FeltConnected)), max_size=20))
def test_answers_of_whether_the_person_felt_connected_are_summed_by_month_or_longer(
    answers: list[tuple[date, FeltConnected]],
) -> None:
    until = FIRST + timedelta(days=8000)
    check_ins = [one for day, answer in answers for one in said((day, 3), connected=answer)]
    shown = connected_answers(digest_of(check_ins), FIRST, until)
    slow = Counter((first_of(day, shown.unit), answer.value) for day, answer in answers)
    told = Counter({(span.start, key): n for span in shown.spans for key, n in span.counts.items() if n})
    assert told == slow
    assert shown.number == len(answers)
    assert {span.start for span in shown.spans} <= set(shown.starts)
