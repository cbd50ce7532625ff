"""What is at hand, opened when it's hard: steps at once, one press to what comes next, and a way out."""

from datetime import timedelta

import pytest

from tests.headless.kit import Headless
from tests.ui.screens.house import House, lock, spoken, unlock

NEXT = "This did not help, next"


@pytest.fixture
def at_hand(house: House) -> None:
    with house.session() as session:
        session.safety_net.add(session.supports.add("Ana").id)
        session.safety_plan.change(one_line="It has passed before")
        for name, steps in (("Mint tea", ("Fill the kettle", "Pour")), ("Walk", ()), ("Song", ("Hum",))):
            house.clock.now += timedelta(minutes=1)
            session.coping_tools.pin(session.coping_tools.add(name=name, steps=steps))
        session.coping_tools.add(name="Soup")


async def opened(screen: Headless) -> None:
    await unlock(screen)
    await screen.tap("When it’s hard")


async def test_own_words_come_first_then_what_is_at_hand_then_people(house: House, at_hand: None) -> None:
    async with house.window() as screen:
        await opened(screen)
        wanted = ["It has passed before", "Mint tea", "Walk", "Song", "Ana"]
        assert [text for text in screen.texts() if text in {*wanted, "Soup"}] == wanted


async def test_one_press_shows_the_steps_and_one_more_leads_on_to_people_after_the_last(
    house: House, at_hand: None
) -> None:
    async with house.window() as screen:
        await opened(screen)
        await screen.tap("Open Mint tea")
        assert screen.says("1. Fill the kettle")
        await screen.tap("One step at a time")
        await screen.tap("Next step")
        assert "Step 2 of 2 Pour" in spoken(screen)
        for name in ("Walk", "Song"):
            await screen.tap(NEXT)
            assert screen.says(name)
            assert not screen.says("Mint tea")
        await screen.tap(NEXT)
        assert screen.route == "/hard"
        assert screen.says("Reach someone")
        await screen.tap("Open Mint tea")
        assert screen.says("2. Pour"), "it begins with all steps again"


async def test_nothing_is_noted_of_what_did_not_help(house: House, at_hand: None) -> None:
    async with house.window() as screen:
        await opened(screen)
        await screen.tap("Open Mint tea")
        await screen.tap(NEXT)
        await lock(screen)
    with house.session() as session:
        assert [one.helped for one in session.coping_tools.all] == [None] * 4


@pytest.mark.parametrize("way_out", ["Enough for now", "Back", "When it’s hard"])
async def test_there_is_a_way_out_at_any_time(house: House, at_hand: None, way_out: str) -> None:
    async with house.window() as screen:
        await opened(screen)
        await screen.tap("Open Walk")
        await screen.tap(way_out)
        assert screen.route == "/hard"
        await screen.tap("Back")
        assert screen.route == "/"


async def test_escape_and_hide_lead_out_too(house: House, at_hand: None) -> None:
    async with house.window() as screen:
        await opened(screen)
        await screen.tap("Open Walk")
        await screen.press_key("Escape")
        assert screen.route == "/hard"
        await screen.tap("Open Walk")
        await screen.tap("Hide now")
        assert screen.texts() == ["Nothing is open here.", "Continue"]


async def test_while_locked_the_path_of_a_tool_leads_to_the_door(house: House, at_hand: None) -> None:
    with house.session() as session:
        path = f"/hard/tool/{session.coping_tools.all[0].id}"
    async with house.window(route=path) as screen:
        assert screen.says("Welcome back")
        assert not screen.says("Mint tea")


async def test_one_that_is_gone_is_told_with_the_way_on(screen: Headless) -> None:
    await screen.go("/hard/tool/gone")
    assert screen.says("This is no longer here.")
    await screen.tap(NEXT)
    assert screen.route == "/hard"
