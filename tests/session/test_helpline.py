"""Helplines: own ones first, pinned, hidden, checked, corrected; kept sealed, and of two devices the later counts."""

from app.domain.support import SupportKind
from app.session import Session
from app.session.helpline import Marked
from app.store.helpline import helplines
from tests.session.house import House

SAMARITANS, SHOUT, CHILDLINE = helplines()["GB"]


def keys(session: Session) -> list[str]:
    return [one.line.key for one in session.helplines.of_region("GB") if not one.hidden]


def marked(session: Session, key: str) -> Marked:
    return next(one for one in session.helplines.of_region("GB") if one.line.key == key)


def test_at_first_they_stand_as_in_the_list(session: Session) -> None:
    assert keys(session) == ["gb-samaritans", "gb-shout", "gb-childline"]
    assert session.helplines.of_region("ZZ") == session.helplines.of_region("") == ()
    assert session.helplines.all == ()


def test_a_pinned_one_stands_first_and_after_a_lock_too(house: House) -> None:
    house.session.helplines.pin(SHOUT)
    assert keys(house.session) == keys(house.come_back()) == ["gb-shout", "gb-samaritans", "gb-childline"]
    house.session.helplines.pin(SHOUT, pinned=False)
    assert keys(house.session) == ["gb-samaritans", "gb-shout", "gb-childline"]


def test_a_hidden_one_is_put_away_and_comes_back(house: House) -> None:
    undo = house.session.helplines.hide(SAMARITANS)
    assert keys(house.come_back()) == ["gb-shout", "gb-childline"]
    assert marked(house.session, "gb-samaritans").hidden
    undo = house.session.helplines.hide(SHOUT)
    undo()
    assert keys(house.session) == ["gb-shout", "gb-childline"]
    house.session.helplines.hide(SAMARITANS, hidden=False)
    assert len(keys(house.session)) == 3


def test_pinning_shows_and_hiding_unpins(session: Session) -> None:
    session.helplines.hide(SHOUT)
    session.helplines.pin(SHOUT)
    assert (marked(session, "gb-shout").hidden, marked(session, "gb-shout").pinned) == (False, True)
    session.helplines.hide(SHOUT)
    assert (marked(session, "gb-shout").hidden, marked(session, "gb-shout").pinned) == (True, False)


def test_that_it_was_checked_is_kept_with_the_day(house: House) -> None:
    house.session.helplines.check(SAMARITANS)
    mark = marked(house.come_back(), "gb-samaritans").mark
    assert mark is not None
    assert mark.checked_on == house.clock().date()
    assert len(house.session.helplines.all) == 1
    house.session.helplines.pin(SAMARITANS)
    assert len(house.session.helplines.all) == 1


def test_one_that_is_made_ones_own_is_a_support_in_its_place(house: House) -> None:
    own, _ = house.session.helplines.make_own(SHOUT, "from the list")
    session = house.come_back()
    assert keys(session)[0] == "gb-shout"
    assert marked(session, "gb-shout").own == session.supports.one(own.id) == own
    assert (own.kind, own.note) == (SupportKind.HELPLINE, "from the list")
    assert [(way.kind, way.value) for way in own.ways] == [(way.kind, way.value) for way in SHOUT.ways]
    assert {way.id for way in own.ways}.isdisjoint(way.id for way in SHOUT.ways)
    session.supports.change(own, name="Shout, corrected")
    assert marked(session, "gb-shout").own == session.supports.one(own.id)


def test_when_ones_own_is_deleted_the_line_is_as_it_was(session: Session) -> None:
    own, _ = session.helplines.make_own(SHOUT, "")
    undo = session.remove_support(own)
    assert marked(session, "gb-shout").own is None
    undo()
    back = marked(session, "gb-shout").own
    assert back is not None
    assert back.name == own.name


def test_undo_takes_ones_own_back_unless_it_was_changed_since(session: Session) -> None:
    _, undo = session.helplines.make_own(SHOUT, "")
    undo()
    assert [one.name for one in session.supports.all] == []
    assert marked(session, "gb-shout").own is None
    own, undo = session.helplines.make_own(SHOUT, "")
    session.supports.change(own, name="Mine")
    undo()
    assert [one.name for one in session.supports.all] == ["Mine"]


def test_of_two_marks_on_one_line_the_later_counts(house: House) -> None:
    session = house.session
    session.helplines.hide(SHOUT)
    first = session.helplines.all[0]
    house.clock.turn(minutes=1)
    other = type(first)(**session._unlocked.stamp(), line="gb-shout", pinned=True)
    session.helplines._keep(other)
    assert len(session.helplines.all) == 2
    assert marked(session, "gb-shout").pinned
    house.clock.turn(minutes=1)
    session.helplines.hide(SHOUT)
    assert marked(session, "gb-shout").hidden


def test_a_mark_on_a_line_that_no_list_has_any_more_is_kept(house: House) -> None:
    session = house.session
    session.helplines.hide(SHOUT)
    gone = type(session.helplines.all[0])(**session._unlocked.stamp(), line="xx-gone", hidden=True)
    session.helplines._keep(gone)
    assert len(house.come_back().helplines.all) == 2
    assert keys(house.session) == ["gb-samaritans", "gb-childline"]
