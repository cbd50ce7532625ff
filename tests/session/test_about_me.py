"""About me: kept, gated part by part, one after two devices wrote apart, and the name on copies."""

import pytest

from app.domain.about_me import AboutMe, AboutPart, Sense, WayToTalk
from app.domain.errors import DomainError
from app.session import Session
from tests.session.house import Clock, House, remembered, sealed
from tests.session.two_devices import both_ways, take


def say(house: House, **fields: object) -> AboutMe:
    about = house.session.about_me
    return about.change(about.now, **fields)


def test_it_is_empty_at_first_and_nothing_is_saved_of_that(session: Session) -> None:
    assert not any(value for part in AboutPart for value in session.about_me.now.of(part).values())
    assert sealed(session)["about_me"] == ()


def test_it_is_there_after_a_lock(house: House) -> None:
    said = say(house, called="Noor", senses=(Sense.NOISE,), how_to_talk="Ask twice")
    assert house.come_back().about_me.now == said


def test_an_impossible_change_changes_nothing(house: House) -> None:
    say(house, called="Noor")
    before = remembered(house.session)
    with pytest.raises(DomainError):
        say(house, called="x" * 201)
    assert remembered(house.session) == sealed(house.session) == before


def test_lines_are_what_was_picked_and_then_what_was_written(house: House) -> None:
    say(house, ways_to_talk=(WayToTalk.SLOW,), how_to_talk=" Ask twice \n\nThen wait")
    about = house.session.about_me
    assert about.lines(AboutPart.TALKING) == ("Please speak slowly.", "Ask twice", "Then wait")
    assert about.lines(AboutPart.TALKING, shown=True) == ()
    say(house, shared=(AboutPart.TALKING,))
    assert about.lines(AboutPart.TALKING, shown=True) == about.lines(AboutPart.TALKING)


def test_the_name_stands_on_copies_only_where_it_may_be_shared(house: House) -> None:
    copies = house.session.plan_copies
    say(house, called="Noor")
    assert copies.add("Mei").called == ""
    say(house, shared=(AboutPart.CALLED,))
    ana = house.session.supports.add("Ana")
    assert (copies.add("Ben").called, copies.add_support(ana).called) == ("Noor", "Noor")
    assert "Noor" in copies.document(copies.add("Cleo")).made_by


def test_what_two_devices_wrote_apart_is_read_as_one_and_is_one_after_a_change(
    house: House, other: House, clock: Clock
) -> None:
    say(house, called="Noor", access="A ramp", shared=(AboutPart.ACCESS, AboutPart.CALLED))
    other.clock.turn(minutes=1)
    say(other, called="Nur")
    take(house, other)
    about = house.session.about_me
    assert (about.now.called, about.now.access) == ("Nur", "A ramp")
    assert about.now.shared == (AboutPart.ACCESS,)
    clock.turn(minutes=2)
    say(house, access="")
    assert about.now.access == house.come_back().about_me.now.access == ""
    assert len(sealed(house.session)["about_me"]) == 1
    other.clock.turn(minutes=5)
    both_ways(house, other)
    assert other.session.about_me.now.called == "Nur"
    assert other.session.about_me.now.access == ""
