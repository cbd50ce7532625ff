"""Meetings: one thing must be said of each, they stand by their own day, and what is to come back to waits for its day."""

from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from app.domain.errors import DomainError
from app.domain.meeting import PEOPLE, newest_first, to_come_back_to
from app.domain.someone import Someone, without_support
from tests.domain.sample import LATER, NOW, meeting, new_id

NOTHING: dict[str, Any] = {"worth_remembering": " "}
TODAY = NOW.date()


@pytest.mark.parametrize(
    "said",
    [
        {"received": "A lift"},
        {"gave": "A song"},
        {"worth_remembering": "Tea"},
        {"with_whom": (Someone(name="Ana"),)},
    ],
)
def test_one_thing_is_enough(said: dict[str, Any]) -> None:
    assert meeting(**NOTHING | said).when == NOW


@pytest.mark.parametrize("more", [{}, {"follow_up": "Call"}, {"follow_up_on": TODAY}])
def test_a_meeting_of_which_nothing_is_said_is_none(more: dict[str, Any]) -> None:
    with pytest.raises(DomainError) as told:
        meeting(**NOTHING, **more)
    assert (told.value.field, told.value.rule) == ("meeting", "blank")


@pytest.mark.parametrize(
    ("fields", "field", "rule"),
    [
        ({"when": datetime(2026, 11, 21)}, "when", "needs_offset"),  # noqa: DTZ001  # that is the mistake
        ({"with_whom": (Someone(name="Ana"), Someone(name="Ana"))}, "with_whom", "twice"),
        ({"received": "x" * 20_001}, "received", "too_long"),
        ({"gave": "x" * 20_001}, "gave", "too_long"),
        ({"worth_remembering": "x" * 20_001}, "worth_remembering", "too_long"),
        ({"follow_up": "x" * 20_001}, "follow_up", "too_long"),
    ],
)
def test_what_cannot_be_is_named_by_its_field(fields: dict[str, Any], field: str, rule: str) -> None:
    with pytest.raises(DomainError) as told:
        meeting(**fields)
    assert (told.value.field, told.value.rule) == (field, rule)


def test_meetings_stand_by_the_day_that_their_own_clock_showed() -> None:
    far_east = datetime(2026, 11, 22, 0, 30, tzinfo=timezone(timedelta(hours=12)))
    first, second = meeting(when=NOW), meeting(when=far_east)
    assert far_east.astimezone(NOW.tzinfo).date() == TODAY
    assert sorted([first, second], key=newest_first) == [second, first]


def test_within_a_day_one_whose_time_is_not_known_is_older_than_one_whose_time_is() -> None:
    unknown, known = meeting(when=NOW + timedelta(hours=1)), meeting(when=NOW, time_known=True)
    assert sorted([unknown, known], key=newest_first) == [known, unknown]


def test_what_is_to_come_back_to_waits_for_its_day_and_is_gone_when_it_is_done() -> None:
    today, earlier = meeting(follow_up_on=TODAY), meeting(follow_up_on=TODAY - timedelta(days=40))
    tomorrow = meeting(follow_up="Call", follow_up_on=TODAY + timedelta(days=1))
    done = meeting(follow_up_on=TODAY, followed_up=True)
    undated = meeting(follow_up="Call")
    found = to_come_back_to([earlier, tomorrow, done, today, undated], TODAY)
    assert found == (today, earlier)


def test_a_meeting_is_freed_of_a_support_that_goes_and_else_left_as_it_is() -> None:
    ana = new_id()
    met = meeting(with_whom=(Someone(support=ana), Someone(name="Ben")), **NOTHING)
    freed = without_support(met, PEOPLE, ana, "Ana", LATER)
    assert freed.with_whom == (Someone(name="Ana"), Someone(name="Ben"))
    assert freed.changed_at == LATER
    assert without_support(freed, PEOPLE, ana, "Ana", NOW) is freed


def test_a_meeting_says_nothing_of_itself() -> None:
    assert repr(meeting(gave="A song")) == "<Meeting>"
