"""Giving and receiving over time: every meeting counts once, each way by itself, and times without one stay open."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from app.domain.giving import Passed, passed_over
from app.domain.meeting import Meeting
from app.domain.picture import Unit
from tests.domain.sample import meeting

SINCE, UNTIL = date(2025, 12, 1), date(2026, 11, 30)


def on(year: int, month: int, day: int, **said: str) -> Meeting:
    return meeting(when=datetime(year, month, day, 12, tzinfo=UTC), **said)


def test_each_month_counts_its_meetings_and_each_way_by_itself() -> None:
    over = passed_over(
        [
            on(2026, 3, 1, received="A lift"),
            on(2026, 3, 31, received="Soup", gave="A song"),
            on(2026, 3, 9, gave=" "),
            on(2026, 5, 2, gave="An ear"),
        ],
        SINCE,
        UNTIL,
    )
    assert over.unit is Unit.MONTH
    assert len(over.starts) == 12
    assert over.columns == {
        3: Passed(meetings=3, received=2, gave=1),
        5: Passed(meetings=1, received=0, gave=1),
    }
    assert over.in_all == Passed(meetings=4, received=2, gave=2)


def test_months_without_a_meeting_are_gaps() -> None:
    over = passed_over([on(2026, 3, 1), on(2026, 5, 2)], SINCE, UNTIL)
    assert over.empty == (
        (date(2025, 12, 1), date(2026, 2, 1)),
        (date(2026, 4, 1), date(2026, 4, 1)),
        (date(2026, 6, 1), date(2026, 11, 1)),
    )


def test_what_lies_outside_does_not_count() -> None:
    over = passed_over([on(2025, 11, 30), on(2026, 12, 1)], SINCE, UNTIL)
    assert over.columns == {}
    assert over.in_all == Passed(meetings=0, received=0, gave=0)
    assert over.empty == ((date(2025, 12, 1), date(2026, 11, 1)),)


days = st.dates(date(1990, 1, 1), date(2030, 1, 1))


@given(st.lists(st.tuples(days, st.booleans(), st.booleans()), max_size=20), days, days)
def test_columns_add_up_to_all_that_lies_within(
    met: list[tuple[date, bool, bool]], one: date, other: date
) -> None:
    since, until = min(one, other), max(one, other)
    meetings = [
        on(day.year, day.month, day.day, received="x" * got, gave="x" * gave) for day, got, gave in met
    ]
    over = passed_over(meetings, since, until)
    within = [(got, gave) for day, got, gave in met if since <= day <= until]
    assert over.in_all.meetings == sum(column.meetings for column in over.columns.values()) == len(within)
    assert over.in_all.received == sum(column.received for column in over.columns.values())
    assert over.in_all.received == sum(got for got, _ in within)
    assert over.in_all.gave == sum(column.gave for column in over.columns.values())
    assert over.in_all.gave == sum(gave for _, gave in within)
    assert all(0 <= place < len(over.starts) for place in over.columns)
