"""Meetings: kept, noted from elsewhere, freed from supports that go, and costing the same however many there are."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from app.domain.errors import DomainError
from app.domain.meeting import Meeting
from app.domain.someone import Someone
from app.session import Session
from app.store.left_out import LeftOut
from app.store.meeting import meetings
from app.store.shelf import Shelf
from app.vault import Vault
from tests.domain.sample import meeting
from tests.session.house import MORNING, Clock, House, remembered, sealed
from tests.session.metered import Calls, metered
from tests.session.two_devices import both_ways, take
from tests.vault.disks import CheapDisk

DAY = timedelta(days=1)


def test_meetings_are_there_after_a_lock_newest_first(house: House) -> None:
    kept = house.session.meetings
    early = kept.add(when=MORNING - DAY, gave="A song")
    now = kept.add(received="A lift", follow_up="Say thanks", follow_up_on=MORNING.date())
    earliest = kept.add(when=MORNING - 9 * DAY, with_whom=(Someone(name="Noor"),))
    assert kept.all == (now, early, earliest)
    assert (now.when, now.time_known) == (MORNING, False)
    assert house.come_back().meetings.all == (now, early, earliest)


@pytest.mark.parametrize("impossible", [{"gave": " "}, {"received": "x" * 20_001}])
def test_an_impossible_change_changes_nothing(session: Session, impossible: dict[str, Any]) -> None:
    met = session.meetings.add(gave="A song")
    before = remembered(session)
    with pytest.raises(DomainError):
        session.meetings.change(met, **impossible)
    assert remembered(session) == sealed(session) == before


def test_a_change_is_made_to_the_meeting_as_it_is_now(session: Session, clock: Clock) -> None:
    shown = session.meetings.add(gave="A song")
    session.meetings.change(shown, received="Soup")
    clock.turn(minutes=5)
    now = session.meetings.change(shown, gave="Two songs")
    assert (now.received, now.gave, now.changed_at) == ("Soup", "Two songs", MORNING + timedelta(minutes=5))
    assert session.meetings.all == (now,)
    assert remembered(session) == sealed(session)


def test_a_deleted_meeting_is_gone_after_a_lock_too(house: House) -> None:
    met = house.session.meetings.add(gave="A song")
    house.session.meetings.remove(met)
    assert list(house.session.meetings.all) == []
    assert list(house.come_back().meetings.all) == []
    assert house.session.meetings.one(met.id) is None


def test_undo_of_a_deletion_brings_back_every_word_also_those_that_came_last(session: Session) -> None:
    shown = session.meetings.add(gave="A song", received="Soup")
    now = session.meetings.change(shown, follow_up="Call")
    session.meetings.remove(shown)()
    assert session.meetings.all == (now,)
    assert remembered(session) == sealed(session)


def test_a_meeting_with_a_support_is_noted_at_one_press(session: Session) -> None:
    ana, ben = session.supports.add("Ana"), session.supports.add("Ben")
    met = session.meetings.note_with(ana)
    assert met.with_whom == (Someone(support=ana.id),)
    assert session.meetings.with_support(ana.id) == (met,)
    assert session.meetings.with_support(ben.id) == ()


def test_a_check_in_is_noted_as_a_meeting_once_with_its_moment_and_who_was_there(
    session: Session, clock: Clock
) -> None:
    ana, ben = session.supports.add("Ana"), session.supports.add("Ben")
    check_in = session.check_ins.record(mood=4)
    check_in = session.check_ins.change(
        check_in, with_supports=(ana.id, ben.id), when=MORNING - DAY, time_known=True
    )
    clock.turn(minutes=7)
    met = session.meetings.note_from(check_in)
    assert (met.when, met.time_known) == (MORNING - DAY, True)
    assert met.with_whom == (Someone(support=ana.id), Someone(support=ben.id))
    session.meetings.change(met, gave="An ear")
    again = session.meetings.note_from(check_in)
    assert (again.id, again.gave) == (met.id, "An ear")
    assert len(session.meetings.all) == 1


def test_a_check_in_with_nobody_is_no_meeting(session: Session) -> None:
    with pytest.raises(DomainError):
        session.meetings.note_from(session.check_ins.record(mood=4))
    assert session.meetings.all == ()


def test_what_is_to_come_back_to_is_told_from_its_day_on(session: Session, clock: Clock) -> None:
    met = session.meetings.add(gave="A song", follow_up="Call", follow_up_on=MORNING.date() + 2 * DAY)
    told = []
    for _ in range(2):
        clock.turn(days=1)
        told.append(session.meetings.to_come_back_to)
    session.meetings.change(met, followed_up=True)
    told.append(session.meetings.to_come_back_to)
    assert told == [(), (met,), ()]


def test_a_deleted_support_leaves_its_name_in_meetings_and_undo_names_it_again(house: House) -> None:
    session = house.session
    ana, ben = session.supports.add("Ana"), session.supports.add("Ben")
    both = session.meetings.add(with_whom=(Someone(support=ana.id), Someone(support=ben.id)))
    other = session.meetings.add(with_whom=(Someone(support=ben.id),))
    undo = session.remove_support(ana)
    freed = session.meetings.one(both.id)
    assert freed is not None
    assert freed.with_whom == (Someone(name="Ana"), Someone(support=ben.id))
    assert session.meetings.one(other.id) == other
    assert remembered(session) == sealed(session)
    undo()
    again = session.meetings.one(both.id)
    assert again is not None
    assert again.with_whom == both.with_whom
    expected = remembered(session)
    assert remembered(house.come_back()) == expected


def test_undo_of_a_deleted_support_keeps_who_was_said_to_be_there_since(session: Session) -> None:
    ana = session.supports.add("Ana")
    kept, changed, gone = (session.meetings.note_with(ana) for _ in range(3))
    undo = session.remove_support(ana)
    session.meetings.change(changed, with_whom=(Someone(name="Anna"),))
    session.meetings.change(kept, gave="A song")
    session.meetings.remove(gone)
    undo()
    assert {one.id: one.with_whom for one in session.meetings.all} == {
        kept.id: (Someone(support=ana.id),),
        changed.id: (Someone(name="Anna"),),
    }
    now = session.meetings.one(kept.id)
    assert now is not None
    assert now.gave == "A song"


def test_meetings_of_two_devices_are_merged_without_a_double(house: House, other: House) -> None:
    mine = house.session.meetings.add(gave="A song")
    theirs = other.session.meetings.add(received="Soup")
    other.session.meetings.all  # noqa: B018  # held in memory before the merge
    both_ways(house, other)
    for session in (house.session, other.session):
        assert {one.id for one in session.meetings.all} == {mine.id, theirs.id}
    take(house, other)
    assert len(house.session.meetings.all) == 2


# ---------------------------------------------------------------- what it costs


def _met(folder: Path, stored: int) -> House:
    house = House(folder, CheapDisk())
    shelf = meetings(house.session._unlocked.vault)
    with house.session._unlocked.vault.change():
        for number in range(stored):
            shelf.put(meeting(when=MORNING - number * DAY, gave="A song"))
    house.session.look()
    return house


def _cost_of_a_save(folder: Path, stored: int) -> Calls:
    house = _met(folder, stored)
    session = house.come_back()
    for _ in range(2):
        session.meetings.add(gave="A song")
    calls = metered(house.disk)
    session.meetings.add(gave="A song")
    cost = list(calls)
    session.lock()
    return cost


def test_a_meeting_costs_the_same_with_few_and_with_many_stored(tmp_path: Path) -> None:
    few = _cost_of_a_save(tmp_path / "few", 10)
    assert few == [("write_at", 512), ("sync_data", 0)]
    assert _cost_of_a_save(tmp_path / "many", 3_000) == few


def test_after_a_save_nothing_is_read_again(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    session.meetings.add(gave="A song")
    monkeypatch.setattr(Shelf, "all", lambda _: pytest.fail("read all of them"))
    met = session.meetings.add(received="Soup")
    session.meetings.change(met, gave="A song")
    session.meetings.remove(met)()
    assert len(session.meetings.all) == 2


def test_unlocking_reads_no_meeting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    house, opened = _met(tmp_path / "vault", 3), []

    def noted(vault: Vault, left_out: LeftOut) -> Shelf[Meeting]:
        opened.append("meetings")
        return meetings(vault, left_out)

    monkeypatch.setattr("app.session.meeting.meetings", noted)
    session = house.come_back()
    assert opened == []
    assert len(session.meetings.all) == 3
    assert opened == ["meetings"]
    session.lock()
