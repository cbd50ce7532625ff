"""One place in the net: what for, what I could say, and what may happen if I call."""

import pytest

from tests.headless.kit import Headless
from tests.ui.screens.house import MANY_SCRIPTS, RIGHT_TO_LEFT, House, unlock
from tests.ui.screens.lived_in import live_in

SAY, EXPECT = "What I could say", "What may happen if I call"


@pytest.fixture
async def net(house: House) -> House:
    live_in(house)
    return house


async def at_ana(screen: Headless) -> None:
    await unlock(screen)
    await screen.go("/safety-net")
    await screen.tap("Change for Ana")


@pytest.mark.parametrize("words", ["Can you come?", "🌊", RIGHT_TO_LEFT, MANY_SCRIPTS, "x" * 500])
async def test_what_one_is_good_for_what_to_say_and_what_to_expect_is_kept(net: House, words: str) -> None:
    async with net.window() as screen:
        await at_ana(screen)
        await screen.tap("Come over")
        await screen.tap("Talk about it")
        await screen.tap("Come over")
        await screen.type(SAY, words)
        await screen.type(EXPECT, f"First {words[:400]}")
        await screen.tap("Done")
        assert screen.says("Talk about it")
        assert not screen.says("Come over")
        assert screen.says(words)
        texts = screen.texts()
        call = texts.index("Call Ana")
        expected = next(place for place, one in enumerate(texts) if one.startswith("What may happen: First"))
        assert call < expected < texts.index("Text Ana")


@pytest.mark.parametrize("name", [SAY, EXPECT])
async def test_words_too_long_are_told_and_stay(net: House, name: str) -> None:
    async with net.window() as screen:
        await at_ana(screen)
        await screen.type(name, "x" * 501)
        await screen.leave()
        assert screen.says("This is too long to save.")
        await screen.tap("Done")
        await screen.tap("Change for Ana")
        assert screen.value(name) == "x" * 501


async def test_an_example_comes_after_what_stands_there(net: House) -> None:
    example = "It’s a hard evening. Can you talk for ten minutes?"
    async with net.window() as screen:
        await at_ana(screen)
        await screen.tap("Show examples")
        await screen.tap(f"Take “{example}”")
        assert screen.value(SAY) == f"Can you talk?\n{example}"
        await screen.tap("Done")
        assert screen.says(example)


async def test_taking_out_is_undone_with_all_that_was_said(net: House) -> None:
    async with net.window() as screen:
        await at_ana(screen)
        await screen.type(EXPECT, "She asks for my name")
        await screen.tap("Take out of my safety net")
        assert screen.route == "/safety-net"
        assert screen.says("Ana is no longer in your safety net.")
        assert screen.can_tap("Add Ana")
        await screen.tap("Undo")
        for said in ("1. Ana", "Can you talk?", "She asks for my name", "Next from 19:00."):
            assert screen.says(said)


async def test_a_place_that_is_gone_is_told(screen: Headless) -> None:
    await screen.go("/safety-net/gone")
    assert screen.says("This is no longer here.")
    await screen.tap("Safety net")
    assert screen.route == "/safety-net"
