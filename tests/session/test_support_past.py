"""How things stood with a support: noted with each change, taken out, merged, and gone and back with the support."""

from pathlib import Path

import pytest

from app.domain.support import SupportState
from app.session import Session
from app.vault import VaultError
from tests.session.house import Clock, House
from tests.session.two_devices import both_ways
from tests.vault.disks import CheapDisk

GROWING, RESTING = SupportState.GROWING, SupportState.RESTING


def states(session: Session) -> list[tuple[SupportState, int]]:
    ana = session.supports.all[0]
    return [(one.state, one.created_at.day) for one in session.supports.past.of(ana.id)]


def test_each_change_of_a_state_is_noted_with_its_day_and_nothing_else_is(
    session: Session, clock: Clock
) -> None:
    ana = session.supports.add("Ana")
    assert states(session) == []
    session.supports.change(ana, state=GROWING)
    clock.turn(days=2)
    session.supports.change(ana, note="tea")
    session.supports.change(ana, state=RESTING)
    assert states(session) == [(RESTING, 23), (GROWING, 21)]


def test_of_several_changes_on_one_day_the_last_is_kept(session: Session, clock: Clock) -> None:
    ana = session.supports.add("Ana")
    session.supports.change(ana, state=GROWING)
    clock.turn(minutes=1)
    session.supports.change(ana, state=RESTING)
    assert states(session) == [(RESTING, 21)]


def test_what_was_noted_can_be_taken_out_and_put_back(house: House) -> None:
    session = house.session
    session.supports.change(session.supports.add("Ana"), state=GROWING)
    (noted,) = session.supports.past.all
    undo = session.supports.past.remove(noted)
    assert states(session) == []
    undo()
    assert states(house.come_back()) == [(GROWING, 21)]


def test_what_two_devices_noted_is_all_there_after_they_met(house: House, tmp_path: Path) -> None:
    ana = house.session.supports.add("Ana")
    other = House(tmp_path / "other", seed=2)
    both_ways(house, other)
    house.session.supports.change(ana, state=GROWING)
    other.clock.turn(days=3)
    other.session.supports.change(ana, state=RESTING)
    both_ways(house, other)
    assert states(house.session) == states(other.session) == [(RESTING, 24), (GROWING, 21)]
    other.session.lock()


def test_it_goes_with_its_support_and_comes_back_with_it(house: House) -> None:
    session = house.session
    ben = session.supports.add("Ben")
    session.supports.change(ben, state=RESTING)
    ana = session.supports.add("Ana")
    session.supports.change(ana, state=GROWING)
    undo = session.remove_support(ana)
    assert [one.support for one in session.supports.past.all] == [ben.id]
    undo()
    assert states(house.come_back()) == [(GROWING, 21)]


def test_a_state_that_could_not_be_saved_is_not_noted(tmp_path: Path) -> None:
    disk = CheapDisk()
    house = House(tmp_path / "vault", disk)
    ana = house.session.supports.add("Ana")
    house.session._unlocked.vault.close()
    with pytest.raises(VaultError):
        house.session.supports.change(ana, state=GROWING)
    again = house.reopen()
    assert states(again) == []
    assert again.supports.all[0].state is SupportState.HERE_NOW
    again.lock()
