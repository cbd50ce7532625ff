"""Hopes: said to be looked for, not now, or found; each taken back whole, with its past."""

import pytest

from app.domain.hope import Hope, HopeState
from app.domain.support import Support, SupportForm, SupportState
from app.session import Session
from tests.session.house import Clock, House, remembered, sealed


@pytest.fixture
def hope(session: Session) -> Support:
    return session.supports.add(
        "Someone who writes",
        state=SupportState.HOPED_FOR,
        form=SupportForm.MENTORING,
        hope=Hope(in_the_way="I know nobody", smallest_step="Ask at the library"),
    )


def test_what_is_found_is_a_support_with_all_its_words(house: House, hope: Support) -> None:
    house.session.hopes.say(hope, HopeState.FOUND)
    (found,) = house.come_back().supports.all
    assert (found.state, found.hoping) == (SupportState.HERE_NOW, HopeState.FOUND)
    assert (found.name, found.form) == (hope.name, hope.form)
    assert found.hope.in_the_way == "I know nobody"
    assert house.session.hopes.of(HopeState.FOUND) == (found,)


@pytest.mark.parametrize("later", [HopeState.LOOKING, HopeState.NOT_NOW, HopeState.FOUND])
@pytest.mark.parametrize("days", [0, 3])
def test_what_was_said_is_taken_back_with_its_past(
    house: House, hope: Support, clock: Clock, later: HopeState, days: int
) -> None:
    session = house.session
    session.hopes.say(hope, HopeState.NOT_NOW)
    before = remembered(session)
    clock.turn(days=days)
    session.hopes.say(hope, later)()
    now = remembered(session)
    assert sealed(session) == now
    (was,), (again,) = before["supports"], now["supports"]
    assert (again.state, again.hope) == (was.state, was.hope)
    assert [(one.id, one.state) for one in now["past"]] == [(one.id, one.state) for one in before["past"]]


def test_taking_back_keeps_what_was_written_since_and_brings_back_nothing_that_was_deleted(
    session: Session, hope: Support
) -> None:
    undo = session.hopes.say(hope, HopeState.FOUND)
    session.supports.change(hope, name="Ana", note="Met her")
    undo()
    (now,) = session.supports.all
    assert (now.name, now.note, now.hoping) == ("Ana", "Met her", HopeState.HOPING)
    undo = session.hopes.say(now, HopeState.FOUND)
    session.remove_support(now)
    undo()
    assert session.supports.all == ()


def test_hopes_stand_by_name(session: Session, hope: Support) -> None:
    choir = session.supports.add("A choir", state=SupportState.HOPED_FOR)
    session.supports.add("Ben")
    session.hopes.say(hope, HopeState.LOOKING)
    names = [one.name for one in session.hopes.of(HopeState.HOPING, HopeState.LOOKING)]
    assert names == [choir.name, hope.name]
    assert session.hopes.of(HopeState.HOPING) == (choir,)
