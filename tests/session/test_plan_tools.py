"""Coping tools that lines of the plan name: seen as they are now, kept as words once they are gone."""

import pytest

from app.domain.coping_tool import CopingTool, MayPassOn
from app.domain.kept import Share
from app.domain.plan_copy import Form
from app.domain.safety_plan import PartType, items
from app.exports.document import ShownTool
from app.session import Session
from tests.session.house import Clock, House, remembered, sealed
from tests.session.two_devices import both_ways, take


@pytest.fixture
def tea(session: Session) -> CopingTool:
    """A tool that two lines name, one of them with words of its own, and a version of the plan."""
    tea = session.coping_tools.add(name="Mint tea", steps=("Fill the kettle", "Pour"))
    part = session.safety_plan.plan.parts[1]
    session.safety_plan.add_item(part, tools=(tea.id,), share=Share.MAY_BE_SHARED)
    session.safety_plan.add_item(part, text="Sit down first", tools=(tea.id,))
    session.plan_versions.begin()
    return tea


def told(session: Session) -> list[list[tuple[str, int]]]:
    """What the lines of the plan and of its version say, and how many tools they name."""
    plans = session.safety_plan.plan, *(one.plan for one in session.plan_versions.all)
    return [[(item.text, len(item.tools)) for item in items(plan)] for plan in plans]


def shown(session: Session, share: Share = Share.MAY_BE_SHARED) -> list[ShownTool]:
    """The tools in a copy for someone who may see everything of that mark."""
    copies = session.plan_copies
    peer = copies.add("Ben")
    copies.choose(peer, [item.id for item in items(session.safety_plan.plan) if item.share is share], on=True)
    parts = copies.document(peer).parts
    return [tool for part in parts for group in part.groups for line in group.lines for tool in line.tools]


def test_a_deleted_tool_leaves_its_name_in_lines_and_versions_and_undo_ties_them_again(
    house: House, tea: CopingTool, clock: Clock
) -> None:
    session = house.session
    clock.turn(minutes=1)
    undo = session.remove_tool(tea)
    assert told(session) == [[("Mint tea", 0), ("Sit down first", 0)]] * 2
    assert remembered(session) == sealed(session)
    undo()
    assert told(house.come_back()) == [[("", 1), ("Sit down first", 1)]] * 2
    assert [one.name for one in house.session.coping_tools.all] == ["Mint tea"]


def test_what_was_written_since_a_tool_was_deleted_stays(session: Session, tea: CopingTool) -> None:
    plan = session.safety_plan
    undo = session.remove_tool(tea)
    part = plan.plan.parts[1]
    plan.change_item(part, part.items[0], text="Tea at the window")
    undo()
    assert told(session)[0] == [("Tea at the window", 1), ("Sit down first", 1)]


def test_a_tool_is_deleted_under_the_name_it_has_now(session: Session, tea: CopingTool) -> None:
    session.coping_tools.change(tea, name="Ginger tea")
    session.remove_tool(tea)
    assert told(session)[0][0] == ("Ginger tea", 0)


def test_a_copy_shows_the_tool_as_it_is_now_and_only_where_the_line_may_be_shared(
    session: Session, tea: CopingTool
) -> None:
    assert shown(session) == [ShownTool(name="Mint tea", steps=("Fill the kettle", "Pour"))]
    session.coping_tools.change(tea, steps=("Pour",))
    assert shown(session) == [ShownTool(name="Mint tea", steps=("Pour",))]
    assert shown(session, Share.ONLY_ME) == []


@pytest.mark.parametrize("answer", [MayPassOn.NO, MayPassOn.ASK])
def test_what_is_not_to_be_passed_on_stays_back_and_is_said(
    session: Session, tea: CopingTool, answer: MayPassOn
) -> None:
    session.coping_tools.change(tea, may_pass_on=answer)
    assert len(shown(session)) == (answer is MayPassOn.ASK)
    (peer,) = session.plan_copies.peers
    for asked in (MayPassOn.NO, MayPassOn.ASK):
        named = session.plan_copies.tools_asked_about(peer, asked)
        assert named == (("Mint tea",) if asked is answer else ())


def test_a_copy_is_older_once_a_step_of_a_tool_in_it_has_changed(session: Session, tea: CopingTool) -> None:
    shown(session)
    copies = session.plan_copies
    (peer,) = copies.peers
    copy = copies.record(peer, copies.document(peer), Form.PDF)
    assert not copies.is_older(copy, peer)
    session.coping_tools.change(tea, steps=())
    assert copies.is_older(copy, peer)


def test_a_tool_goes_into_the_part_for_what_one_can_do_alone_once(session: Session, tea: CopingTool) -> None:
    walk = session.coping_tools.add(name="Walk")
    assert session.safety_plan.names_tool(tea)
    assert not session.safety_plan.names_tool(walk)
    undo = session.safety_plan.add_tool(walk)
    part = session.safety_plan.plan.parts[1]
    assert (part.type, part.items[-1].tools, part.items[-1].share) == (
        PartType.ON_MY_OWN,
        (walk.id,),
        Share.ONLY_ME,
    )
    undo()
    assert not session.safety_plan.names_tool(walk)


def test_a_plan_without_that_part_or_with_it_hidden_gets_a_new_one(session: Session, tea: CopingTool) -> None:
    plan = session.safety_plan
    plan.change_part(plan.plan.parts[1], hidden=True)
    undo = plan.add_tool(tea)
    assert [part.type for part in plan.plan.parts].count(PartType.ON_MY_OWN) == 2
    undo()
    assert [part.type for part in plan.plan.parts].count(PartType.ON_MY_OWN) == 1


def test_a_line_and_its_tool_come_together_on_another_device(
    house: House, other: House, tea: CopingTool
) -> None:
    take(other, house)
    assert told(other.session) == told(house.session)
    other.clock.turn(minutes=1)
    other.session.remove_tool(tea)
    both_ways(house, other)
    assert told(house.session)[0] == [("Mint tea", 0), ("Sit down first", 0)]
    assert house.session.coping_tools.all == ()
