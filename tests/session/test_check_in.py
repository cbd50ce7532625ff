"""Check-ins as a person has them: recorded, changed, moved, removed, put back."""

import errno
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.domain.check_in import CheckIn, Energy
from app.domain.errors import DomainError
from app.session import Session
from app.session.check_in import RECENT
from app.store.check_in import CheckIns
from app.vault import VaultError
from tests.domain.sample import stamp
from tests.session.house import MORNING, Clock, House, every_check_in, remembered, sealed
from tests.vault.disks import ModelDisk


def test_a_recorded_check_in_is_there_after_a_lock(house: House) -> None:
    check_in = house.session.check_ins.record(mood=4)
    assert (check_in.mood, check_in.when, check_in.created_at) == (4, MORNING, MORNING)
    assert house.session.check_ins.recent == (check_in,)
    assert house.come_back().check_ins.recent == (check_in,)
    assert house.session.check_ins.one(check_in.id) == check_in


def test_what_cannot_be_named_is_a_check_in_too(house: House) -> None:
    check_in = house.session.check_ins.record(cannot_name=True)
    assert house.come_back().check_ins.recent == (check_in,)
    assert check_in.mood is None


def test_everything_that_is_added_later_is_there_after_a_lock(house: House, clock: Clock) -> None:
    check_in = house.session.check_ins.record(mood=2)
    clock.turn(minutes=3)
    changed = house.session.check_ins.change(
        check_in, note="rain", feelings=("sad", "tired"), energy=Energy.LOW, with_supports=(check_in.id,)
    )
    assert (changed.created_at, changed.changed_at) == (MORNING, MORNING + timedelta(minutes=3))
    assert house.come_back().check_ins.recent == (changed,)
    plain = house.session.check_ins.change(changed, note="", feelings=(), energy=None, with_supports=())
    assert house.come_back().check_ins.recent == (plain,)


@pytest.mark.parametrize(
    "impossible", [{"mood": 9}, {"cannot_name": True}, {"feelings": ("no such",)}, {"note": "x" * 20_001}]
)
def test_an_impossible_change_changes_nothing(session: Session, impossible: dict[str, Any]) -> None:
    check_in = session.check_ins.record(mood=2)
    before = remembered(session)
    with pytest.raises(DomainError):
        session.check_ins.change(check_in, **impossible)
    with pytest.raises(DomainError):
        session.check_ins.record(mood=2, cannot_name=True)
    assert remembered(session) == sealed(session) == before


def test_a_removed_check_in_is_gone_and_undo_brings_it_back(house: House, clock: Clock) -> None:
    check_in = house.session.check_ins.record(mood=2)
    undo = house.session.check_ins.remove(check_in)
    assert house.session.check_ins.recent == every_check_in(house.session) == ()
    assert house.session.check_ins.one(check_in.id) is None
    clock.turn(minutes=1)
    undo()
    again = every_check_in(house.session)[0]
    assert (again.id, again.mood, again.when) == (check_in.id, 2, MORNING)
    assert again.changed_at == MORNING + timedelta(minutes=1), "later than the removal, for another device"
    assert house.come_back().check_ins.recent == (again,)


def test_a_removed_check_in_stays_gone_after_a_lock(house: House) -> None:
    house.session.check_ins.remove(house.session.check_ins.record(mood=2))
    assert every_check_in(house.come_back()) == ()


def test_undo_brings_back_an_old_check_in_that_is_not_recent(session: Session, clock: Clock) -> None:
    old = session.check_ins.record(mood=1)
    for _ in range(RECENT):
        clock.turn(days=1)
        session.check_ins.record(mood=3)
    assert session.check_ins.one(old.id) == old
    session.check_ins.remove(old)()
    again = session.check_ins.one(old.id)
    assert again is not None
    assert again == every_check_in(session)[-1]


def test_a_moved_check_in_is_removed_where_it_is_now(house: House) -> None:
    shown = house.session.check_ins.record(mood=2)
    moved = house.session.check_ins.change(shown, when=MORNING - timedelta(days=40))
    undo = house.session.check_ins.remove(shown)
    assert every_check_in(house.session) == ()
    undo()
    assert [one.when for one in every_check_in(house.come_back())] == [moved.when]


def test_a_change_keeps_what_was_changed_since_the_screen_was_shown(house: House) -> None:
    shown = house.session.check_ins.record(mood=2)
    house.session.check_ins.change(shown, note="rain", when=MORNING - timedelta(days=40))
    changed = house.session.check_ins.change(shown, feelings=("calm",))
    assert (changed.note, changed.feelings, changed.when) == ("rain", ("calm",), MORNING - timedelta(days=40))
    assert every_check_in(house.come_back()) == (changed,)


def test_recent_are_the_newest_few_newest_first(house: House, clock: Clock) -> None:
    for _ in range(RECENT + 2):
        clock.turn(days=11)
        house.session.check_ins.record(mood=3)
    newest = every_check_in(house.session)[:RECENT]
    assert house.session.check_ins.recent == newest
    assert [one.when for one in newest] == sorted((one.when for one in newest), reverse=True)
    assert newest[0].when == clock.moment
    assert house.come_back().check_ins.recent == newest


def test_moments_are_whole_seconds_with_their_offset(house: House) -> None:
    house.clock.moment = datetime.fromisoformat("2026-11-21T08:34:05.678+02:00")
    check_in = house.session.check_ins.record(mood=3)
    assert house.come_back().check_ins.recent[0].when.isoformat() == "2026-11-21T08:34:05+02:00"
    assert check_in.changed_at.microsecond == 0


class _OldMonthsCannotBeRead(ModelDisk):
    broken_reads = False

    def read(self, path: Path) -> bytes:
        if self.broken_reads and path.suffix == ".db":
            raise OSError(errno.EIO, "cannot be read")
        return super().read(path)


def test_a_removal_that_would_show_a_month_that_cannot_be_read_changes_nothing() -> None:
    disk = _OldMonthsCannotBeRead()
    house = House(Path("/modelled"), disk)
    for _ in range(RECENT + 1):
        house.session.check_ins.record(mood=3)
        house.clock.turn(days=32)
    session = house.come_back()
    before = session.check_ins.recent
    disk.broken_reads = True
    with pytest.raises(VaultError):
        session.check_ins.remove(before[0])
    disk.broken_reads = False
    assert session.check_ins.recent == before
    assert len(every_check_in(house.come_back())) == RECENT + 1


def test_an_old_check_in_is_held_changed_and_read_back(house: House) -> None:
    old = _long_ago(house)
    assert house.session.check_ins.one(old.id) is None
    held = house.session.check_ins.hold(old)
    assert held == house.session.check_ins.one(old.id) == old
    changed = house.session.check_ins.change(old, note="again")
    assert house.session.check_ins.hold(old) == changed
    moved = house.session.check_ins.change(changed, when=changed.when + timedelta(days=40))
    assert house.session.check_ins.hold(old) == moved


def test_a_check_in_that_is_gone_is_not_held(house: House) -> None:
    old = _long_ago(house)
    house.session.check_ins.hold(old)
    undo = house.session.check_ins.remove(old)
    assert house.session.check_ins.hold(old) is None
    assert house.session.check_ins.one(old.id) is None
    undo()
    held = house.session.check_ins.hold(old)
    assert held is not None
    assert held.note == old.note


def test_holding_reads_what_was_kept_behind_the_session(house: House) -> None:
    old = _long_ago(house)
    house.session.check_ins.hold(old)
    newer = replace(old, note="from another device", changed_at=old.changed_at + timedelta(hours=1))
    CheckIns(house.session._unlocked.vault).put(newer)
    assert house.session.check_ins.hold(old) == newer


def test_what_went_behind_the_session_is_not_held_any_more(house: House) -> None:
    old = _long_ago(house)
    house.session.check_ins.hold(old)
    CheckIns(house.session._unlocked.vault).remove(old, old.changed_at)
    assert house.session.check_ins.hold(old) is None
    assert house.session.check_ins.one(old.id) is None


def _long_ago(house: House) -> CheckIn:
    old = CheckIn(**stamp(), when=house.session.now() - timedelta(days=900), mood=2, note="old")
    CheckIns(house.session._unlocked.vault).put(old)
    return old
