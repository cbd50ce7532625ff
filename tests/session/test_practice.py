"""Learnings, reflections, wins and goals: kept, put away with a way back, in order, and freed from supports that go."""

from typing import Any

import pytest

from app.domain.errors import DomainError
from app.domain.goal import GoalState
from app.domain.someone import Someone
from app.session import Session
from app.store.shelf import Shelf
from tests.session.house import House, remembered, sealed

PEOPLE = {
    "learnings": ("learned_from", "passed_on_to"),
    "reflections": ("with_people",),
    "wins": ("with_people", "tell"),
    "goals": ("who_could_support",),
}


def verbs(session: Session, stem: str) -> Any:
    return getattr(session, stem)


@pytest.mark.parametrize("stem", PEOPLE)
def test_one_line_is_enough_and_it_is_found_after_a_lock(house: House, stem: str) -> None:
    one = verbs(house.session, stem).add(text="Ana laughed")
    assert verbs(house.come_back(), stem).all == (one,)


@pytest.mark.parametrize("stem", PEOPLE)
def test_what_is_impossible_changes_nothing(house: House, stem: str) -> None:
    one = verbs(house.session, stem).add(text="Ana laughed")
    with pytest.raises(DomainError, match="text: blank"):
        verbs(house.session, stem).change(one, text=" ")
    assert verbs(house.session, stem).all == (one,)


@pytest.mark.parametrize("stem", ["learnings", "reflections", "wins"])
def test_putting_away_is_undone_without_what_was_changed_since(house: House, stem: str) -> None:
    kept = verbs(house.session, stem)
    one = kept.add(text="Ana laughed")
    undo = kept.alter(one, put_away=True)
    assert kept.all[0].put_away
    kept.change(one, text="Ana laughed a lot")
    undo()
    assert (kept.all[0].put_away, kept.all[0].text) == (False, "Ana laughed a lot")


def test_an_undo_of_what_is_gone_by_now_does_nothing(house: House) -> None:
    kept = house.session.wins
    one = kept.add(text="I called")
    undo = kept.alter(one, put_away=True)
    kept.remove(one)
    undo()
    assert kept.all == ()


@pytest.mark.parametrize("stem", ["learnings", "reflections", "wins"])
def test_the_newest_stands_first(house: House, stem: str) -> None:
    for text in ("one", "two", "three"):
        verbs(house.session, stem).add(text=text)
        house.clock.turn(minutes=1)
    assert [one.text for one in verbs(house.come_back(), stem).all] == ["three", "two", "one"]


def test_wins_stand_by_their_day_which_is_today_if_none_is_said(house: House) -> None:
    kept = house.session.wins
    today = kept.add(text="today")
    assert today.day == house.clock.moment.date()
    house.clock.turn(minutes=1)
    kept.add(text="long ago", day=today.day.replace(year=2001))
    assert [one.text for one in kept.all] == ["today", "long ago"]


def test_goals_of_now_stand_before_those_of_later_and_what_matters_before_the_rest(house: House) -> None:
    kept = house.session.goals
    kept.add(text="let go", state=GoalState.LET_GO)
    kept.add(text="later", state=GoalState.LATER, important=True)
    kept.add(text="matters", important=True)
    house.clock.turn(minutes=1)
    kept.add(text="now")
    assert [one.text for one in kept.all] == ["matters", "now", "later", "let go"]


# ------------------------------------------------------------ supports that go


@pytest.mark.parametrize("stem", PEOPLE)
def test_a_support_that_goes_leaves_its_name_and_comes_back_with_an_undo(house: House, stem: str) -> None:
    session = house.session
    ana = session.supports.add("Ana")
    both = (Someone(support=ana.id), Someone(name="Ben"))
    verbs(session, stem).add(text="T", **dict.fromkeys(PEOPLE[stem], both))
    undo = session.remove_support(ana)
    (freed,) = verbs(session, stem).all
    assert {getattr(freed, name) for name in PEOPLE[stem]} == {(Someone(name="Ana"), both[1])}
    assert remembered(session) == sealed(session)
    undo()
    (again,) = verbs(session, stem).all
    assert {getattr(again, name) for name in PEOPLE[stem]} == {both}
    assert remembered(session) == sealed(session)


def test_people_that_were_changed_since_stay_so_after_the_undo(house: House) -> None:
    session = house.session
    ana = session.supports.add("Ana")
    win = session.wins.add(text="T", with_people=(Someone(support=ana.id),), tell=(Someone(support=ana.id),))
    undo = session.remove_support(ana)
    session.wins.change(win, tell=())
    undo()
    (again,) = session.wins.all
    assert (again.with_people, again.tell) == ((Someone(support=ana.id),), ())
    session.wins.remove(again)
    session.remove_support(ana)()
    assert session.wins.all == ()


def test_what_is_kept_is_not_read_again_for_each_that_is_added(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = house.session.learnings
    kept.add(text="one")
    monkeypatch.setattr(Shelf, "all", lambda _: pytest.fail("all was read"))
    two = kept.add(text="two")
    kept.change(two, text="two, really")
    kept.alter(two, put_away=True)()
    kept.remove(two)()
    assert sorted(one.text for one in kept.all) == ["one", "two, really"]
