"""The peer support page: what was chosen is there next time, what is only me cannot be, and copies are remembered."""

import pytest

from app.domain.about_me import AboutPart
from app.domain.errors import DomainError
from app.domain.kept import Share
from app.domain.plan_copy import Form
from app.domain.support import SupportState
from app.session import Session
from tests.session.house import Clock, House, remembered, sealed
from tests.session.two_devices import both_ways, take

OPEN = Share.MAY_BE_SHARED


def test_nothing_is_chosen_at_first_and_nothing_is_saved_of_that(session: Session) -> None:
    session.topics.add(name="art")
    assert session.peer_page.chosen == frozenset()
    assert session.peer_page.document().is_empty
    assert sealed(session)["peer_pages"] == ()


def test_what_was_chosen_is_there_after_a_lock(house: House) -> None:
    art = house.session.topics.add(name="art")
    house.session.peer_page.choose((art.id,), on=True)
    again = house.come_back().peer_page
    assert again.chosen == {art.id}
    again.choose((art.id,), on=False)
    assert again.chosen == frozenset()


def test_what_is_only_me_cannot_be_chosen_and_is_not_chosen_once_it_may_be_shared(session: Session) -> None:
    ana = session.supports.add("Ana")
    page = session.peer_page
    page.choose((ana.id, AboutPart.ACCESS), on=True)
    assert page.now.chosen == ()
    session.supports.change(ana, share=OPEN)
    assert page.offered == {ana.id}
    assert page.chosen == frozenset()


def test_what_becomes_only_me_goes_from_the_page_at_once(session: Session) -> None:
    asked = session.helpful_things.add(text="Being asked", share=OPEN)
    page = session.peer_page
    page.choose((asked.id,), on=True)
    assert len(page.document().parts) == 1
    session.helpful_things.change(asked, share=Share.ONLY_ME)
    assert page.document().is_empty


def test_a_hope_that_is_found_stands_under_what_is_received(session: Session) -> None:
    mentor = session.supports.add("A mentor", share=OPEN, state=SupportState.HOPED_FOR)
    session.peer_page.choose((mentor.id,), on=True)
    assert [one.heading for one in session.peer_page.document().parts] == [
        "What further peer support I’d like"
    ]
    session.supports.change(mentor, state=SupportState.HERE_NOW)
    assert [one.heading for one in session.peer_page.document().parts] == ["Peer support I receive"]


def test_a_support_that_is_deleted_is_gone_from_the_page_and_back_after_an_undo(session: Session) -> None:
    ana = session.supports.add("Ana", share=OPEN)
    session.peer_page.choose((ana.id,), on=True)
    undo = session.remove_support(ana)
    assert session.peer_page.document().is_empty
    undo()
    assert session.peer_page.chosen == {ana.id}


def test_the_name_is_what_others_may_know_until_another_is_said(session: Session) -> None:
    about, page = session.about_me, session.peer_page
    about.change(about.now, called="Noor")
    assert page.called == ""
    about.change(about.now, shared=(AboutPart.CALLED,))
    assert page.document().made_by == "Made by Noor"
    page.change(called="")
    assert page.document().made_by == ""


def test_an_impossible_name_changes_nothing(session: Session) -> None:
    before = remembered(session)
    with pytest.raises(DomainError):
        session.peer_page.change(called="x" * 201)
    with pytest.raises(DomainError):
        session.peer_page.record(session.peer_page.document(), Form.PDF, "x" * 201)
    assert remembered(session) == sealed(session) == before


def test_copies_are_remembered_newest_first_and_can_be_forgotten(house: House, clock: Clock) -> None:
    page = house.session.peer_page
    first = page.record(page.document(), Form.PDF, " Bo ")
    clock.turn(minutes=1)
    second = page.record(page.document(), Form.TEXT)
    assert [one.given_to for one in page.copies] == ["", "Bo"]
    undo = page.forget(second)
    assert [one.id for one in page.copies] == [first.id]
    undo()
    assert [one.id for one in house.come_back().peer_page.copies] == [second.id, first.id]


def test_what_two_devices_chose_apart_is_one_after_a_change_and_what_was_chosen_last_holds(
    house: House, other: House
) -> None:
    art = house.session.topics.add(name="art")
    take(other, house)
    house.session.peer_page.choose((art.id,), on=True)
    other.clock.turn(minutes=1)
    other.session.peer_page.change(called="Nur")
    take(house, other)
    assert (house.session.peer_page.called, house.session.peer_page.chosen) == ("Nur", frozenset())
    house.clock.turn(minutes=2)
    house.session.peer_page.choose((art.id,), on=True)
    both_ways(house, other)
    for device in (house, other):
        assert device.session.peer_page.chosen == {art.id}
        assert len(sealed(device.session)["peer_pages"]) == 1
