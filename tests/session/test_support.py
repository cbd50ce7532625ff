"""Supports: added, changed, and removed with everything that is tied to them, as one change."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from app.domain.check_in_table import COLUMNS
from app.domain.errors import DomainError
from app.domain.ids import Id
from app.domain.plan_version import renewed
from app.domain.safety_plan import items
from app.domain.support import Ring, Support, SupportKind, WayKind
from app.domain.support_map import arranged
from app.session import Session
from app.session.import_rows import Choices
from app.store.record import row_of
from tests.domain.sample import new_id
from tests.session.house import MORNING, Clock, House, every_check_in, remembered, sealed
from tests.session.lived_in import move_in


def _ana(session: Session) -> Support:
    """The support that is tied to the net, to two parts of the plan and to a check-in."""
    return next(one for one in session.supports.all if one.name.startswith("Ana"))


def _places(session: Session) -> list[Id]:
    return [entry.id for entry in session.safety_net.entries]


def _untimed(session: Session) -> dict[str, Any]:
    """Everything that is remembered, without when it was changed."""

    def plain(thing: Any) -> Any:
        return replace(thing, changed_at=MORNING)

    plan, versions = session.safety_plan.plan, session.plan_versions.all
    return remembered(session) | {
        "supports": tuple(map(plain, session.supports.all)),
        **{
            name: tuple(map(plain, getattr(session, name).all))
            for name in (
                *("coping_tools", "learnings", "reflections", "wins", "goals"),
                *("meetings", "referrals", "keep_items"),
            )
        },
        "safety_net": tuple(map(plain, session.safety_net.entries)),
        "safety_plan": renewed(plan, MORNING),
        "plan_versions": tuple(replace(plain(one), plan=renewed(one.plan, MORNING)) for one in versions),
    }


def test_a_support_is_there_after_a_lock_with_everything_in_it(house: House) -> None:
    supports = house.session.supports
    plain = supports.add("Ben")
    full = supports.add(
        "Café",
        kind=SupportKind.PLACE,
        ring=Ring.CLOSE,
        ways=(supports.way(WayKind.ADDRESS, "1 Hill"), supports.way(WayKind.CALL, "0123", "late")),
        note="quiet",
    )
    assert supports.all == (full, plain)
    assert house.come_back().supports.all == (full, plain)
    assert house.session.supports.one(full.id) == full


def test_supports_stand_by_ring_and_then_by_name(session: Session) -> None:
    for name, ring in (("b", Ring.FURTHER_OUT), ("B", Ring.CLOSE), ("c", Ring.AROUND_ME), ("a", Ring.CLOSE)):
        session.supports.add(name, ring=ring)
    assert [one.name for one in session.supports.all] == ["a", "B", "c", "b"]


def test_a_changed_support_keeps_nothing_of_what_was_taken_out(house: House, clock: Clock) -> None:
    supports = house.session.supports
    ana = supports.add("Ana", note="met at the choir", ways=(supports.way(WayKind.CALL, "0123"),))
    clock.turn(hours=1)
    supports.change(ana, note="", ways=())
    table = house.session._unlocked.vault.collection("supports").table("supports")
    assert table.get(doc_id=row_of(ana.id)) == {
        "id": ana.id,
        "created_at": MORNING.isoformat(),
        "changed_at": (MORNING + timedelta(hours=1)).isoformat(),
        "name": "Ana",
    }


def test_a_change_keeps_what_was_changed_since_the_screen_was_shown(session: Session) -> None:
    shown = session.supports.add("Ana")
    session.supports.change(shown, note="plays the cello")
    changed = session.supports.change(shown, ring=Ring.CLOSE)
    assert (changed.note, changed.ring) == ("plays the cello", Ring.CLOSE)
    assert session.supports.all == (changed,)


@pytest.mark.parametrize("impossible", [{"name": " "}, {"name": "x" * 201}, {"note": "x" * 20_001}])
def test_an_impossible_change_changes_nothing(session: Session, impossible: dict[str, Any]) -> None:
    ana = session.supports.add("Ana")
    before = remembered(session)
    with pytest.raises(DomainError):
        session.supports.change(ana, **impossible)
    with pytest.raises(DomainError):
        session.supports.add(**({"name": "Ben"} | impossible))
    with pytest.raises(DomainError):
        session.supports.way(WayKind.CALL, "no number")
    assert remembered(session) == sealed(session) == before


def test_a_removed_support_is_gone_from_the_net_and_the_plan_and_its_name_stays_in_lines(
    house: House,
) -> None:
    move_in(house.session)
    ana = _ana(house.session)
    lines = [item.text for item in items(house.session.safety_plan.plan)]
    house.session.remove_support(ana)
    session = house.come_back()
    assert [one.name for one in session.supports.all] == ["Ben what was said"]
    assert [entry.support for entry in session.safety_net.entries] == [session.supports.all[0].id]
    links = [link.support for item in items(session.safety_plan.plan) for link in item.links]
    assert links == [session.supports.all[0].id]
    assert [item.text for item in items(session.safety_plan.plan)] == [text or ana.name for text in lines]


def test_undo_puts_a_support_back_with_every_tie_it_had(house: House, clock: Clock) -> None:
    session = house.session
    move_in(session)
    before, check_ins = _untimed(session), every_check_in(session)
    undo = session.remove_support(_ana(session))
    clock.turn(minutes=1)
    undo()
    assert _untimed(session) == before
    assert every_check_in(session) == check_ins
    assert _ana(session).changed_at == MORNING + timedelta(minutes=1), "later than the removal"
    expected = remembered(session)
    assert remembered(house.come_back()) == expected
    linked = [item for item in items(house.session.safety_plan.plan) if len(item.links) > 0]
    assert {item.changed_at for item in linked} == {MORNING + timedelta(minutes=1)}


def test_a_removal_and_its_undo_are_one_change_each(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    session = house.session
    move_in(session)
    ended: list[str] = []
    disk = house.disk
    remove = type(disk).remove

    def removed(self: Any, path: Any) -> None:
        ended.append(path.name)
        remove(self, path)

    monkeypatch.setattr(type(disk), "remove", removed)
    undo = session.remove_support(_ana(session))
    assert len(ended) == 1, "one intent, written before and cleared after"
    undo()
    assert len(ended) == 2


def test_undo_keeps_what_was_written_since_the_removal(house: House) -> None:
    session = house.session
    move_in(session)
    ana = _ana(session)
    plan = session.safety_plan
    undo = session.remove_support(ana)
    part = plan.plan.parts[0]
    plan.add_item(part, text="I hum")
    freed = next(item for item in part.items if item.text == ana.name)
    plan.change_item(part, freed, text="Ring Ana first")
    undo()
    texts = {item.text: [link.support for link in item.links] for item in items(plan.plan)}
    assert texts["I hum"] == []
    assert texts["Ring Ana first"] == [ana.id]
    assert ana.id in texts["Call what was said"]
    expected = remembered(session)
    assert remembered(house.come_back()) == expected


def test_a_support_with_two_places_in_the_net_leaves_both_and_comes_back_to_one(
    session: Session, house: House
) -> None:
    ana = session.supports.add("Ana")
    first = session.safety_net.add(ana.id)
    later = first.created_at + timedelta(minutes=1)
    second = replace(first, id=session._unlocked.new_id(), created_at=later, order=4)
    session.safety_net.keep(second)  # as another device may have given it one
    assert _places(session) == [first.id]
    undo = session.remove_support(ana)
    assert _places(session) == []
    undo()
    assert _places(session) == _places(house.come_back()) == [first.id]


def test_a_support_is_removed_as_it_is_now_and_so_put_back(session: Session) -> None:
    shown = session.supports.add("Ana")
    session.supports.change(shown, name="Anna")
    session.remove_support(shown)()
    assert [one.name for one in session.supports.all] == ["Anna"]


def test_a_support_that_nothing_is_tied_to_is_removed_and_the_plan_stays_unwritten(house: House) -> None:
    ana = house.session.supports.add("Ana")
    house.session.remove_support(ana)()
    assert house.session.supports.one(ana.id) is not None
    assert house.session._unlocked.vault.collections("safety_plan") == ()
    assert house.come_back().safety_plan.plan.is_empty


def test_a_support_is_moved_by_rings_held_at_either_end_and_back(session: Session) -> None:
    def rings() -> list[Ring]:
        return [one.ring for one in session.supports.all]

    ana = session.supports.add("Ana")
    undo = session.supports.move(ana, -5)
    assert rings() == [Ring.CLOSE]
    session.supports.change(ana, note="tea")
    undo()
    assert (rings(), session.supports.all[0].note) == ([Ring.AROUND_ME], "tea")
    session.supports.move(ana, 5)
    assert rings() == [Ring.FURTHER_OUT]


def test_a_support_is_turned_from_where_it_stands_and_back_to_nobody_having_put_it(session: Session) -> None:
    ana = session.supports.add("Ana")
    undo = session.supports.turn(ana, 355, 15)
    assert session.supports.all[0].angle == 10
    undo()
    assert session.supports.all[0].angle is None


def test_a_support_is_put_where_it_was_dropped_or_beside_who_was_put_there_and_back(session: Session) -> None:
    session.supports.add("Ben", ring=Ring.CLOSE, angle=90)
    ana = session.supports.add("Ana")
    undo = session.supports.put(ana, Ring.CLOSE, 90)
    now = session.supports.current(ana)
    assert now.ring is Ring.CLOSE
    assert now.angle is not None
    assert 45 < abs(now.angle - 90) < 70
    undo()
    assert (session.supports.current(ana).ring, session.supports.current(ana).angle) == (Ring.AROUND_ME, None)


def test_one_that_is_moved_to_a_ring_puts_nobody_there_out_of_place(session: Session) -> None:
    ana = session.supports.add("Ana", ring=Ring.AROUND_ME, angle=90)
    ben = session.supports.add("Ben", ring=Ring.CLOSE, angle=90)
    session.supports.move(ana, -1)
    assert session.supports.current(ben).angle == 90
    shown = arranged(session.shapes(session.supports.all))
    assert len({place.radius for place in shown.placed}) == 1


def test_undoing_a_move_of_one_that_is_gone_brings_nobody_back(session: Session) -> None:
    ana = session.supports.add("Ana")
    undo = session.supports.move(ana, 1)
    session.remove_support(ana)
    undo()
    assert session.supports.all == ()


def test_a_topic_of_a_support_stays_when_the_import_that_brought_it_is_taken_back(session: Session) -> None:
    cells = dict.fromkeys(COLUMNS, "") | {
        "when": "2026-10-03T08:00+00:00",
        "mood": "3",
        "topics": "grief | art",
    }
    cells |= {"id": new_id(), "time_known": "yes", "cannot_name": "", "source": "app"}
    content = "\n".join([",".join(cells), ",".join(cells.values())]).encode()
    session.imports.bring(content, "a.csv", Choices())
    topics = {topic.name: topic for topic in session.topics.all}
    assert set(topics) == {"grief", "art"}
    session.supports.add("Ana", topics=(topics["grief"].id,))
    session.imports.undo(session.imports.all[0])
    assert session.topics.all == (topics["grief"],)
