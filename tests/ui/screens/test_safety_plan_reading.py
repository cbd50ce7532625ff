"""Reading the plan: the person's own words, with one press to call."""

from tests.headless.kit import Headless
from tests.ui.screens.house import House, unlock
from tests.ui.screens.lived_in import live_in


async def test_an_unwritten_plan_says_so_and_leads_to_writing(screen: Headless) -> None:
    await screen.go("/plan/read")
    assert screen.says("Nothing is written yet.")
    await screen.tap("My plan")
    assert screen.route == "/plan"


async def test_every_word_stands_there_shared_or_not_and_one_press_calls(house: House) -> None:
    live_in(house)
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/plan/read")
        for words in (
            "It has passed before",
            "I stop cooking",
            "I hide the post",
            "Walk to the pier",
            "Soup at noon",
        ):
            assert screen.says(words)
        await screen.tap("Call Ana")
        assert [one["url"] for one in screen.called("launch_url")] == ["tel:+447700900123"]


async def test_a_hidden_part_and_an_empty_one_are_not_read(house: House) -> None:
    live_in(house)
    with house.session() as session:
        session.safety_plan.change_part(session.safety_plan.plan.parts[0], hidden=True)
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/plan/read")
        assert not screen.says("I stop cooking")
        assert not screen.says("Making my space safer")
