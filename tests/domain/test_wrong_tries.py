"""The wait after wrong tries: none at first, then gently more, and never so much that a person gives up."""

from datetime import UTC, datetime, timedelta

import pytest

from app.domain.wrong_tries import LONGEST_WAIT_SECONDS, MOST_COUNTED, WrongTries

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


def after(count: int) -> WrongTries:
    tries = WrongTries()
    for _ in range(count):
        tries = tries.another(NOW)
    return tries


def test_the_first_few_wrong_tries_cost_no_wait() -> None:
    assert [after(count).wait_seconds(NOW) for count in range(5)] == [0, 0, 0, 0, 0]


def test_the_wait_grows_and_stops_growing_at_five_minutes() -> None:
    waits = [after(count).wait_seconds(NOW) for count in range(5, 130)]
    assert waits == sorted(waits)
    assert waits[0] == 5
    assert max(waits) == LONGEST_WAIT_SECONDS == 300
    assert after(130).count == MOST_COUNTED


def test_a_wait_passes_with_the_clock() -> None:
    tries = after(7)
    assert tries.wait_seconds(NOW) == 30
    assert tries.wait_seconds(NOW + timedelta(seconds=29, milliseconds=500)) == 1
    assert tries.wait_seconds(NOW + timedelta(seconds=30)) == 0


@pytest.mark.parametrize("back", [timedelta(seconds=1), timedelta(days=4_000)])
def test_a_clock_that_was_set_back_makes_no_wait_longer_than_it_was(back: timedelta) -> None:
    assert after(20).wait_seconds(NOW - back) == LONGEST_WAIT_SECONDS
