"""Counts of check-ins: whatever is added up first, they say what a slow count of every check-in says."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.check_in import CheckIn, FeltConnected
from app.domain.digest import AROUND, Digest, digest_of, together
from app.domain.patterns import (
    FEWEST,
    PARTS_OF_DAY,
    Dot,
    around,
    by_part_of_day,
    connected_by_month,
    dots,
    levels_of,
    most_frequent,
    usual,
    weeks,
)
from tests.domain.sample import new_id, stamp
from tests.store.things import check_ins

NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)


def check_in(when: datetime = NOON, **fields: Any) -> CheckIn:
    return CheckIn(**stamp(), when=when, **fields)


def plain(digest: Digest) -> dict[str, Any]:
    return {name: getattr(digest, name) for name in Digest.__slots__}


@given(st.lists(check_ins, max_size=12))
def test_the_counts_are_those_of_a_slow_look_at_every_check_in(several: list[CheckIn]) -> None:
    digest = digest_of(several)
    assert digest.check_ins == len(several)
    for one in several:
        day = [other for other in several if other.when.date() == one.when.date()]
        assert Counter(digest.days[one.when.date().isoformat()]) == Counter(other.mood or 0 for other in day)
        for feeling in one.feelings:
            assert digest.feelings[feeling] == sum(feeling in other.feelings for other in several)
        for name in AROUND:
            for key in getattr(one, name):
                there = [other.mood or 0 for other in several if key in getattr(other, name)]
                assert digest.around[name, key] == Counter(there)
    known = [one.when.hour for one in several if one.time_known]
    assert {hour: levels.total() for hour, levels in digest.hours.items()} == Counter(known)
    answered = [one for one in several if one.felt_connected]
    assert sum(answers.total() for answers in digest.connected.values()) == len(answered)


@given(st.lists(check_ins, max_size=12))
def test_months_added_up_are_the_same_as_all_at_once(several: list[CheckIn]) -> None:
    months: dict[tuple[int, int], list[CheckIn]] = {}
    for one in several:
        months.setdefault((one.when.year, one.when.month), []).append(one)
    assert plain(together(map(digest_of, months.values()))) == plain(digest_of(several))


def test_a_check_in_belongs_to_the_day_that_its_own_clock_showed() -> None:
    late = check_in(datetime(2026, 3, 14, 23, 30, tzinfo=timezone(timedelta(hours=-8))), mood=4)
    assert digest_of([late]).days == {"2026-03-14": (4,)}


def test_the_levels_of_a_day_stand_in_order_of_time() -> None:
    evening, morning = (
        check_in(NOON + timedelta(hours=6), mood=5),
        check_in(NOON - timedelta(hours=6), mood=1),
    )
    assert digest_of([evening, check_in(), morning]).days == {"2026-03-14": (1, 0, 5)}


def test_a_day_whose_time_is_not_known_says_nothing_of_the_hour() -> None:
    assert digest_of([check_in(mood=3, time_known=False)]).hours == {}


@pytest.mark.parametrize(
    ("levels", "said", "of"),
    [
        ({}, (), 0),
        ({0: 9}, (), 0),
        ({4: 3, 2: 1}, (4,), 4),
        ({4: 2, 2: 2}, (4, 2), 4),
        ({5: 1, 4: 1, 1: 1}, (), 3),
        ({0: 99, 1: 1}, (1,), 1),
    ],
)
def test_the_usual_answer_is_the_one_given_most_often(
    levels: dict[int, int], said: tuple[int, ...], of: int
) -> None:
    answer = usual(levels)
    assert (answer.levels, answer.of) == (said, of)


def test_of_too_few_nothing_is_said() -> None:
    mei = new_id()
    few = [check_in(mood=4, with_supports=(mei,)) for _ in range(FEWEST - 1)]
    assert around(digest_of(few), "with_supports") == ()
    assert by_part_of_day(digest_of(few)) == {}
    enough = digest_of([*few, check_in(mood=2, with_supports=(mei,))])
    [found] = around(enough, "with_supports")
    assert (found.key, found.usual.levels, found.usual.of) == (mei, (4,), FEWEST)
    assert by_part_of_day(enough)["afternoon"].of == FEWEST
    assert around(enough, "topics") == ()


def test_check_ins_without_a_level_are_not_among_the_few() -> None:
    mei = new_id()
    unnamed = [check_in(with_supports=(mei,)) for _ in range(FEWEST)]
    assert around(digest_of(unnamed), "with_supports") == ()


def test_the_parts_of_a_day_are_all_of_it() -> None:
    assert sorted(hour for hours in PARTS_OF_DAY.values() for hour in hours) == list(range(24))


def test_gaps_stay_gaps() -> None:
    digest = digest_of(
        [check_in(mood=2), check_in(NOON + timedelta(days=3)), check_in(NOON + timedelta(days=9))]
    )
    assert dots(digest, date(2026, 3, 14), date(2026, 3, 17)) == (
        Dot(day=date(2026, 3, 14), levels=(2,)),
        Dot(day=date(2026, 3, 17), levels=(0,)),
    )


def test_the_most_frequent_come_first_and_equals_by_the_alphabet() -> None:
    assert most_frequent(Counter("caabbb"), 2) == (("b", 3), ("a", 2))
    assert most_frequent({"b": 1, "a": 1}) == (("a", 1), ("b", 1))


def test_feeling_connected_is_counted_by_month() -> None:
    answers = (FeltConnected.YES, FeltConnected.YES, FeltConnected.NOT_AT_ALL)
    march = [check_in(NOON + timedelta(days=n), felt_connected=answer) for n, answer in enumerate(answers)]
    may = check_in(NOON.replace(month=5), felt_connected=FeltConnected.A_LITTLE)
    spans = connected_by_month(digest_of([may, *march]))
    assert [(span.start, dict(span.counts)) for span in spans] == [
        (date(2026, 3, 1), {"not_at_all": 1, "a_little": 0, "yes": 2}),
        (date(2026, 5, 1), {"not_at_all": 0, "a_little": 1, "yes": 0}),
    ]


def test_weeks_begin_on_mondays_and_leave_none_out() -> None:
    assert list(weeks(date(2026, 11, 18), date(2026, 12, 1))) == [
        date(2026, 11, 16),
        date(2026, 11, 23),
        date(2026, 11, 30),
    ]


def test_levels_are_counted_over_all_days() -> None:
    assert levels_of(digest_of([check_in(mood=2), check_in(), check_in(mood=2)])) == {2: 2, 0: 1}
