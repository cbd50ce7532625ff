"""Versions of the plan: kept, compared, brought back, and nothing that was written is lost on the way."""

from datetime import date

import pytest

from app.domain.safety_plan import Link, items
from app.domain.support import Support
from app.session import Session
from tests.session.house import Clock, House, remembered, sealed


def write(session: Session, *texts: str) -> None:
    plan = session.safety_plan
    for text in texts:
        plan.add_item(plan.plan.parts[1], text=text)


def lines(session: Session) -> list[str]:
    return [item.text for item in items(session.safety_plan.plan)]


def test_the_plan_is_kept_as_it_is_and_the_next_version_goes_on(house: House) -> None:
    write(house.session, "Tea")
    house.session.plan_versions.begin()
    write(house.session, "Walk")
    session = house.come_back()
    (kept,) = session.plan_versions.all
    assert [item.text for item in items(kept.plan)] == ["Tea"]
    assert (kept.plan.version, session.safety_plan.plan.version) == (1, 2)
    assert lines(session) == ["Tea", "Walk"]
    assert not session.plan_versions.since(kept).none


def test_undo_of_a_new_version_leaves_one_and_all_that_was_written(house: House) -> None:
    write(house.session, "Tea")
    undo = house.session.plan_versions.begin()
    write(house.session, "Walk")
    undo()
    session = house.come_back()
    assert (session.plan_versions.all, session.safety_plan.plan.version) == ((), 1)
    assert lines(session) == ["Tea", "Walk"]


def test_going_back_keeps_what_was_left_as_a_version_of_its_own(house: House, clock: Clock) -> None:
    session = house.session
    write(session, "Tea")
    session.plan_versions.begin()
    write(session, "Walk")
    clock.turn(days=1)
    session.plan_versions.bring_back(session.plan_versions.all[0])
    session = house.come_back()
    assert lines(session) == ["Tea"]
    assert session.safety_plan.plan.version == 3
    assert [[item.text for item in items(one.plan)] for one in session.plan_versions.all] == [
        ["Tea", "Walk"],
        ["Tea"],
    ]


def test_undo_of_going_back_is_as_before(house: House, clock: Clock) -> None:
    session = house.session
    write(session, "Tea")
    session.plan_versions.begin()
    write(session, "Walk")
    clock.turn(days=1)
    undo = session.plan_versions.bring_back(session.plan_versions.all[0])
    undo()
    session = house.come_back()
    assert (lines(session), session.safety_plan.plan.version, len(session.plan_versions.all)) == (
        ["Tea", "Walk"],
        2,
        1,
    )


def test_undo_of_going_back_loses_nothing_that_was_written_meanwhile(house: House) -> None:
    session = house.session
    write(session, "Tea")
    session.plan_versions.begin()
    write(session, "Walk")
    undo = session.plan_versions.bring_back(session.plan_versions.all[0])
    write(session, "Soup")
    undo()
    session = house.come_back()
    assert lines(session) == ["Tea", "Walk"]
    assert ["Tea", "Soup"] in [[item.text for item in items(one.plan)] for one in session.plan_versions.all]


def test_a_version_is_deleted_and_put_back(house: House) -> None:
    write(house.session, "Tea")
    house.session.plan_versions.begin()
    (kept,) = house.session.plan_versions.all
    undo = house.session.plan_versions.remove(kept)
    assert sealed(house.session)["plan_versions"] == ()
    undo()
    assert [one.plan for one in house.come_back().plan_versions.all] == [kept.plan]


@pytest.fixture
def ana(session: Session) -> Support:
    """Someone who is named by a line of the plan and of a version of it."""
    ana = session.supports.add("Ana")
    session.safety_plan.add_item(session.safety_plan.plan.parts[3], links=(Link(support=ana.id),))
    session.plan_versions.begin()
    return ana


def test_a_version_keeps_the_name_of_a_support_that_is_deleted(session: Session, ana: Support) -> None:
    undo = session.remove_support(ana)
    (kept,) = session.plan_versions.all
    assert [(item.text, item.links) for item in items(kept.plan)] == [("Ana", ())]
    undo()
    (kept,) = session.plan_versions.all
    assert [item.links[0].support for item in items(kept.plan)] == [ana.id]
    assert sealed(session) == remembered(session)


def test_two_undone_removals_leave_no_link_to_who_is_gone(session: Session, ana: Support) -> None:
    ben = session.supports.add("Ben")
    session.safety_plan.add_item(session.safety_plan.plan.parts[3], links=(Link(support=ben.id),))
    session.plan_versions.begin()
    undo = session.remove_support(ana)
    session.remove_support(ben)
    undo()
    known = {ana.id}
    assert {
        link.support for one in session.plan_versions.all for item in items(one.plan) for link in item.links
    } == known


def test_a_day_to_read_it_again_is_done_with_once_it_has_come(house: House, clock: Clock) -> None:
    plan = house.session.safety_plan
    write(house.session, "Tea")
    plan.read_again_in(1)
    assert plan.plan.read_again_on == date(2026, 12, 21)
    plan.read_through()
    assert plan.plan.read_again_on == date(2026, 12, 21)
    clock.turn(days=30)
    undo = plan.read_through()
    assert [plan.plan.last_read_through, plan.plan.read_again_on] == [date(2026, 12, 21), None]
    undo()
    read = house.come_back().safety_plan
    assert [read.plan.last_read_through, read.plan.read_again_on] == [date(2026, 11, 21), date(2026, 12, 21)]
    read.read_again_in(None)
    assert read.plan.read_again_on is None
