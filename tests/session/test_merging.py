"""Two devices of one person: what was written on either is on both, in the order that was chosen last."""

import pytest

from app.domain.preferences import LOCK_AFTER_MINUTES
from app.domain.safety_plan import PartType
from app.session import Session
from app.vault import Stopped, WrongPassphrase
from tests.session.house import House, remembered, sealed
from tests.session.two_devices import both_ways, opened, take


def shared(session: Session) -> dict[str, object]:
    """What both devices must agree on."""
    known = remembered(session)
    del known["drafts"]
    return known


def lines(session: Session) -> list[str]:
    return [item.text for part in session.safety_plan.plan.parts for item in part.items]


def test_what_came_in_is_remembered_at_once_and_is_what_is_sealed(house: House, other: House) -> None:
    other.session.supports.add("Ana")
    other.session.check_ins.record(mood=1)
    other.session.preferences.change(lock_after_minutes=LOCK_AFTER_MINUTES[0])
    other.session.safety_plan.add_item(other.session.safety_plan.plan.parts[0], text="a sign")
    incoming = take(house, other)
    assert incoming.sound
    assert incoming.changes
    assert [support.name for support in house.session.supports.all] == ["Ana"]
    assert house.session.check_ins.recent[0].mood == 1
    assert house.session.preferences.now.lock_after_minutes == LOCK_AFTER_MINUTES[0]
    assert lines(house.session) == ["a sign"]
    assert remembered(house.session) == sealed(house.session)


def test_the_same_backup_twice_brings_nothing(house: House, other: House) -> None:
    other.session.supports.add("Ana")
    take(house, other)
    assert not opened(house, other).changes


def test_words_that_are_being_typed_stay(house: House, other: House) -> None:
    house.session.drafts.keep("support/note", "half")
    other.session.supports.add("Ana")
    take(house, other)
    assert house.session.drafts.read("support/note") == "half"


def test_what_was_stopped_has_changed_nothing(house: House, other: House) -> None:
    other.session.supports.add("Ana")
    incoming = opened(house, other)
    with pytest.raises(Stopped):
        incoming.bring_in(stop=lambda: True)
    assert [support.name for support in house.session.supports.all] == []
    incoming.bring_in()
    assert [support.name for support in house.session.supports.all] == ["Ana"]


def test_a_wrong_passphrase_is_named_as_such(house: House, other: House) -> None:
    with pytest.raises(WrongPassphrase):
        opened(house, other, "not this one")


def test_the_order_of_lines_that_was_chosen_last_is_kept(house: House, other: House) -> None:
    plan = house.session.safety_plan
    for text in ("one", "two", "three"):
        plan.add_item(plan.plan.parts[0], text=text)
    both_ways(house, other)
    for device in (house, other):
        device.clock.turn(hours=1)
    plan.move_item(plan.plan.parts[0], plan.plan.parts[0].items[2], -2)
    assert lines(house.session) == ["three", "one", "two"]
    both_ways(house, other)
    assert lines(house.session) == lines(other.session) == ["three", "one", "two"]
    assert shared(house.session) == shared(other.session)


def test_the_order_of_parts_that_was_chosen_last_is_kept(house: House, other: House) -> None:
    plan = house.session.safety_plan
    plan.add_item(plan.plan.parts[0], text="one")
    both_ways(house, other)
    for device in (house, other):
        device.clock.turn(hours=1)
    last = plan.plan.parts[-1]
    plan.move_part(last, -1)
    both_ways(house, other)
    assert [part.id for part in other.session.safety_plan.plan.parts] == [part.id for part in plan.plan.parts]
    assert other.session.safety_plan.plan.parts[-2].id == last.id


def test_a_line_that_did_not_move_keeps_what_another_device_has_said_in_it(
    house: House, other: House
) -> None:
    plan = house.session.safety_plan
    for text in ("one", "two", "three"):
        plan.add_item(plan.plan.parts[0], text=text)
    both_ways(house, other)
    other.clock.turn(minutes=30)
    theirs = other.session.safety_plan
    theirs.change_item(theirs.plan.parts[0], theirs.plan.parts[0].items[0], text="changed")
    house.clock.turn(hours=1)
    plan.move_item(plan.plan.parts[0], plan.plan.parts[0].items[2], -1)
    both_ways(house, other)
    assert lines(house.session) == lines(other.session) == ["changed", "three", "two"]


def in_both_nets(house: House, other: House) -> None:
    """One support, put into the net on either device before they met again."""
    ana = house.session.supports.add("Ana")
    house.session.supports.add("Bo")
    take(other, house)
    house.session.safety_net.add(ana.id)
    other.clock.turn(minutes=5)
    bo = next(support for support in other.session.supports.all if support.name == "Bo")
    other.session.safety_net.add(bo.id)
    other.session.safety_net.add(ana.id)
    both_ways(house, other)


def test_a_support_that_two_devices_put_in_the_net_stands_there_once(house: House, other: House) -> None:
    in_both_nets(house, other)
    for device in (house, other):
        net = device.session.safety_net
        names = [device.session.supports.by_id[entry.support].name for entry in net.entries]
        assert sorted(names) == ["Ana", "Bo"]
    assert shared(house.session) == shared(other.session)


def test_taking_it_out_takes_out_both_and_undo_puts_it_back_once(house: House, other: House) -> None:
    in_both_nets(house, other)
    net = house.session.safety_net
    ana = next(support for support in house.session.supports.all if support.name == "Ana")
    before = net.of(ana.id)
    assert before is not None
    undo = net.remove(before)
    assert net.of(ana.id) is None
    undo()
    found = net.of(ana.id)
    assert found is not None
    assert found.id == before.id
    take_out = house.session.remove_support(ana)
    assert [house.session.supports.by_id[entry.support].name for entry in net.entries] == ["Bo"]
    take_out()
    assert net.of(ana.id) is not None


def test_parts_of_every_kind_are_there_once(house: House, other: House) -> None:
    for device in (house, other):
        plan = device.session.safety_plan
        plan.add_item(plan.plan.parts[0], text="mine")
        plan.add_part(PartType.OWN, "Own")
    both_ways(house, other)
    assert shared(house.session) == shared(other.session)
