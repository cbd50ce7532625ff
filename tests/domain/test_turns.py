"""Taking turns, counted from the clock: nothing waits, and nothing less than nothing is left."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import DomainError
from app.domain.turns import MOST_MINUTES, Turns, begun
from tests.domain.sample import NOW

MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("seconds", "minutes"),
    [(0, 5), (1, 5), (60, 4), (61, 4), (239, 2), (240, 1), (299, 1), (300, 0), (900, 0)],
)
def test_the_minutes_left_are_those_that_have_begun(seconds: int, minutes: int) -> None:
    turns, at = begun(5, NOW), NOW + timedelta(seconds=seconds)
    assert turns.minutes_left(at) == minutes
    assert turns.is_over(at) is (minutes == 0)


def test_a_turn_that_rests_loses_nothing() -> None:
    rests = begun(5, NOW).paused(NOW + 2 * MINUTE)
    assert rests.left_at(NOW + 99 * MINUTE) == 3 * MINUTE
    again = rests.going_on(NOW + 99 * MINUTE)
    assert again.minutes_left(NOW + 100 * MINUTE) == 2
    assert again.left is None


@given(st.integers(1, MOST_MINUTES), st.lists(st.sampled_from(["pause", "go_on", "swap"]), max_size=8))
def test_whatever_is_pressed_there_is_one_turn_with_no_more_than_its_time(
    minutes: int, presses: list[str]
) -> None:
    turns, now, swaps = begun(minutes, NOW), NOW, 0
    for press in presses:
        now += timedelta(seconds=37)
        if press == "pause":
            turns = turns.paused(now)
        elif press == "go_on":
            turns = turns.going_on(now)
        else:
            turns, swaps = turns.swapped(now), swaps + 1
        assert timedelta() <= turns.left_at(now) <= minutes * MINUTE
    assert turns.whose == swaps % 2


@pytest.mark.parametrize(
    "fields",
    [
        {"minutes": 0, "left": MINUTE},
        {"minutes": 61, "left": MINUTE},
        {"minutes": 5, "whose": 2, "left": MINUTE},
        {"minutes": 5},
        {"minutes": 5, "left": MINUTE, "over_at": NOW},
        {"minutes": 5, "over_at": datetime(2026, 11, 21, 6, 34)},  # noqa: DTZ001  # that is the point
    ],
)
def test_what_cannot_be_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(DomainError):
        Turns(**fields)


@pytest.mark.parametrize("minutes", [0, 61])
def test_no_turn_begins_without_minutes(minutes: int) -> None:
    with pytest.raises(DomainError):
        begun(minutes, NOW)
