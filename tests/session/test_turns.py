"""Taking turns: the time goes on while it is locked; of names nothing is kept unless that is wanted."""

import pytest

from app.session import Session
from app.session.turns import TOLD_FOR
from tests.session.house import Clock, House


def test_a_turn_goes_by_the_clock_also_while_it_is_locked(house: House, clock: Clock) -> None:
    house.session.turns.begin(5)
    clock.turn(minutes=2)
    now = house.come_back().turns.now
    assert now is not None
    assert (now.whose, now.minutes_left(clock())) == (0, 3)


def test_it_swaps_rests_and_goes_on(session: Session, clock: Clock) -> None:
    turns = session.turns
    turns.begin(5)
    clock.turn(minutes=1)
    turns.swap()
    clock.turn(minutes=1)
    turns.pause()
    clock.turn(minutes=30)
    turns.go_on()
    now = turns.now
    assert now is not None
    assert (now.whose, now.minutes_left(clock())) == (1, 4)


def test_one_that_rests_still_rests_after_a_lock(house: House, clock: Clock) -> None:
    house.session.turns.begin(5)
    house.session.turns.pause()
    clock.turn(days=1)
    now = house.come_back().turns.now
    assert now is not None
    assert now.minutes_left(clock()) == 5


def test_what_was_over_long_ago_is_told_no_more(session: Session, clock: Clock) -> None:
    session.turns.begin(1)
    clock.turn(minutes=1, seconds=TOLD_FOR.total_seconds())
    assert session.turns.now is not None
    clock.turn(seconds=1)
    assert session.turns.now is None


def test_ending_leaves_nothing(house: House) -> None:
    turns = house.session.turns
    turns.call(0, "Mei")
    turns.begin(5)
    turns.end()
    assert (turns.now, turns.name(0)) == (None, "")
    assert dict(house.come_back().drafts._now) == {}


@pytest.mark.parametrize("kept", [False, True])
def test_names_outlive_an_end_and_a_lock_only_where_that_is_wanted(house: House, *, kept: bool) -> None:
    turns = house.session.turns
    turns.call(0, "Mei")
    turns.keep_names(kept=kept)
    turns.call(1, "Ben")
    assert (turns.name(0), turns.name(1), turns.kept) == ("Mei", "Ben", kept)
    turns.end()
    again = house.come_back().turns
    assert (again.name(0), again.name(1)) == (("Mei", "Ben") if kept else ("", ""))
    assert again.kept is kept


def test_names_that_were_kept_are_forgotten_when_that_is_not_wanted_any_more(house: House) -> None:
    turns = house.session.turns
    turns.keep_names(kept=True)
    turns.call(0, "Mei")
    turns.keep_names(kept=False)
    assert turns.name(0) == "Mei", "until the lock"
    assert house.come_back().turns.name(0) == ""


@pytest.mark.parametrize("text", ["", "5", "five 0 - 3", "5 0 - -", "5 7 - 3", "99 0 - 3", "5 0 noon -"])
def test_what_is_no_turn_is_none(session: Session, text: str) -> None:
    session.drafts.keep("turns/now", text)
    assert session.turns.now is None
    session.turns.swap()
    assert session.turns.now is None
