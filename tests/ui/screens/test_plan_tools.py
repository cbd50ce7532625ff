"""Lines of the plan that name what helps: chosen, opened, shown to others as it is now, kept as words once it is gone."""

import pytest

from app.domain.coping_tool import MayPassOn
from app.domain.kept import Share
from app.domain.safety_plan import items
from tests.headless.kit import Headless
from tests.ui.screens.house import House, error_of, lock, unlock

PART = "What I can do on my own"


@pytest.fixture
def tea(house: House) -> str:
    """The path of a tool, in a vault with a plan of one line."""
    with house.session() as session:
        plan = session.safety_plan
        plan.add_item(plan.plan.parts[1], text="Sit down first", share=Share.MAY_BE_SHARED)
        return f"/tool/{session.coping_tools.add(name='Mint tea', steps=('Fill the kettle', 'Pour')).id}"


async def at_part(screen: Headless, lines: str = "1 line") -> None:
    await screen.go("/plan")
    await screen.tap(f"{PART}, {lines}")


def lines(house: House) -> list[tuple[str, int, Share]]:
    with house.session() as session:
        return [(item.text, len(item.tools), item.share) for item in items(session.safety_plan.plan)]


async def test_a_tool_is_chosen_for_a_line_and_opens_from_there(house: House, tea: str) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await at_part(screen)
        await screen.tap("Change: Sit down first")
        await screen.toggle("Mint tea")
        await screen.tap("Save")
        await screen.go("/plan/read")
        await screen.tap("Open Mint tea: Sit down first")
        assert screen.route == tea
        assert screen.says("1. Fill the kettle")
        await lock(screen)
    assert lines(house) == [("Sit down first", 1, Share.MAY_BE_SHARED)]


async def test_a_tool_can_be_a_line_by_itself_and_then_stays_chosen(house: House, tea: str) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await at_part(screen)
        await screen.tap("Add Mint tea")
        assert screen.can_tap("Open Mint tea")
        await screen.tap("Change: Mint tea")
        await screen.toggle("Mint tea")
        assert error_of(screen, "Your words") == "Please write something first."
        await lock(screen)
    assert lines(house)[1] == ("", 1, Share.ONLY_ME)


async def test_what_is_put_away_is_not_offered(house: House, tea: str) -> None:
    with house.session() as session:
        session.coping_tools.put_away(session.coping_tools.all[0], away=True)
    async with house.window() as screen:
        await unlock(screen)
        await at_part(screen)
        assert not screen.can_tap("Add Mint tea")
        await screen.tap("Change: Sit down first")
        assert not screen.says("What helps with this")


async def test_from_its_page_it_goes_into_the_plan_and_undo_takes_it_out(house: House, tea: str) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(tea)
        await screen.tap("Add to my plan")
        assert screen.says("This is in your plan.")
        assert screen.says("Mint tea is in your plan now. The line is marked “Only me”.")
        await screen.tap("Undo")
        await screen.tap("Add to my plan")
        await lock(screen)
    assert lines(house)[1:] == [("", 1, Share.ONLY_ME)]


async def test_deleting_it_leaves_its_name_in_the_plan_and_undo_ties_it_again(house: House, tea: str) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(tea)
        await screen.tap("Add to my plan")
        await screen.tap("Delete this")
        await screen.go("/plan/read")
        assert screen.says("Mint tea")
        assert not screen.can_tap("Open Mint tea")
        await screen.tap("Undo")
        assert screen.can_tap("Open Mint tea")


@pytest.mark.parametrize("answer", [None, *MayPassOn])
async def test_who_is_shown_the_line_sees_the_steps_as_they_are_now_unless_that_was_refused(
    house: House, tea: str, answer: MayPassOn | None
) -> None:
    with house.session() as session:
        plan, tool = session.safety_plan, session.coping_tools.all[0]
        part = plan.plan.parts[1]
        line = plan.change_item(part, part.items[0], tools=(tool.id,))
        hidden = plan.add_item(part, tools=(session.coping_tools.add(name="Soup", steps=("Cut",)).id,))
        session.coping_tools.change(tool, steps=("Warm the pot",), may_pass_on=answer)
        peer = session.plan_copies.add("Ben")
        session.plan_copies.choose(peer, [line.id, hidden.id], on=True)
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(f"/plan/share/preview/{peer.id}")
        assert screen.says("Sit down first")
        assert screen.says("– Warm the pot") == (answer is not MayPassOn.NO)
        back = "This stays with you, as it is not to be passed on: Mint tea."
        assert screen.says(back) == (answer is MayPassOn.NO)
        assert screen.says("Ask first before passing it on: Mint tea.") == (answer is MayPassOn.ASK)
        assert not [text for text in screen.texts() if "Soup" in text or "Cut" in text], "only me is a gate"
