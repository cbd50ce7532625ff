"""Giving and receiving in words: what was noted, counted, and nothing weighed."""

from datetime import date, timedelta

import pytest

from app import words
from app.domain.meeting import Meeting
from app.domain.patterns import FEWEST
from app.session.giving import Giving, giving
from app.session.patterns import Period
from tests.domain.sample import meeting
from tests.session.house import MORNING

TODAY = MORNING.date()


def met(*days: int, **said: str) -> list[Meeting]:
    return [meeting(when=MORNING - timedelta(days=day), **said) for day in days]


def seen(meetings: list[Meeting], period: Period = Period.YEAR, name: str = "") -> Giving:
    ordered = sorted(meetings, key=lambda one: one.when, reverse=True)
    return giving(ordered, period, TODAY, name=name)


def test_a_year_is_summed_up_by_what_was_noted() -> None:
    both = met(1, 2, 3, received="Soup", gave="A song")
    only_received, neither, long_ago = met(40, 50, received="Soup"), met(60), met(400, gave="A song")
    year = seen([*both, *only_received, *neither, *long_ago])
    assert year.meetings == 6
    assert year.in_all == (
        "In these 12 months you noted 6 meetings. In 5 you received something, in 3 you gave something."
    )
    everything = seen([*both, *only_received, *neither, *long_ago], Period.EVERYTHING)
    assert everything.in_all == (
        "Since 17 October 2025 you noted 7 meetings. In 5 you received something, in 4 you gave something."
    )


def test_with_one_support_its_name_stands_in_the_sentence() -> None:
    assert seen(met(1, received="Soup"), name="Ana").in_all == (
        "In these 12 months you noted 1 meeting with Ana. In 1 you received something."
    )


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"received": "Soup"}, "In 1 you received something."),
        ({"gave": "A song"}, "In 1 you gave something."),
        ({}, "What came to you and what you gave is left open."),
    ],
)
def test_a_way_of_which_nothing_was_noted_is_not_held_against_the_other(
    said: dict[str, str], sentence: str
) -> None:
    (fact,) = [fact for fact in seen(met(1, **said)).facts if "1 meeting" in fact]
    assert fact == f"November 2026: 1 meeting. {sentence}"
    assert " 0 " not in fact


def test_every_month_is_told_in_order_and_gaps_as_one() -> None:
    facts = seen(met(0, 1, 100, received="Soup")).facts
    assert facts == (
        "November 2025 to July 2026: no meeting noted.",
        "August 2026: 1 meeting. In 1 you received something.",
        "September 2026 to October 2026: no meeting noted.",
        "November 2026: 2 meetings. In 2 you received something.",
    )


def test_it_is_enough_from_the_stated_number_on() -> None:
    assert not seen(met(*range(FEWEST - 1))).enough
    assert seen(met(*range(FEWEST))).enough
    assert not seen(met(*range(400, 400 + FEWEST))).enough


def test_without_a_meeting_there_is_nothing_and_nothing_fails() -> None:
    for period in (Period.YEAR, Period.EVERYTHING):
        none = seen([], period)
        assert (none.meetings, none.enough) == (0, False)
    assert seen([], Period.EVERYTHING).over.since == TODAY


def test_everything_begins_with_the_first_meeting_and_years_make_wider_columns() -> None:
    long = seen(met(0, 366 * 20, gave="A song"), Period.EVERYTHING)
    assert long.over.since == TODAY - timedelta(days=366 * 20)
    assert len(long.over.starts) < 90
    assert long.over.starts[0] <= date(2006, 11, 21)
    assert sum(column.gave for column in long.over.columns.values()) == 2


def test_no_sentence_weighs_one_way_against_the_other() -> None:
    judged = ("more than", "less than", "balance", "equal", "score", "ratio", "%", "should", "enough")
    told = [
        *seen(met(*range(9), gave="A song")).facts,
        seen(met(*range(9), gave="A song")).in_all,
        words.giving.intro,
        *words.giving.no_limits,
    ]
    assert [one for one in told for word in judged if word in one] == []
