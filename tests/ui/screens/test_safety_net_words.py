"""Ready words alone on a page, to hand over: nothing else of a person, and one press to leave."""

import pytest

from tests.headless.kit import Headless
from tests.ui.screens.house import MANY_SCRIPTS, House, everything, unlock
from tests.ui.screens.lived_in import live_in


@pytest.mark.parametrize("at", ["/safety-net", "/hard"])
async def test_the_words_stand_alone_and_one_press_leads_back(house: House, at: str) -> None:
    live_in(house)
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(at)
        await screen.tap("Show my words to Ana")
        assert screen.texts() == ["Words to show", "Can you talk?", "Close"]
        await screen.tap("Close")
        assert screen.route == at


async def test_what_was_said_at_the_foot_of_the_window_is_gone(house: House) -> None:
    live_in(house)
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/safety-net")
        await screen.tap("Add The park")
        await screen.tap("Change for The park")
        await screen.tap("Take out of my safety net")
        assert screen.says("The park is no longer in your safety net.")
        await screen.tap("Show my words to Ana")
        assert not screen.says("The park")


async def test_escape_leaves_and_hiding_hides(house: House) -> None:
    live_in(house)
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/safety-net")
        await screen.tap("Show my words to Ana")
        await screen.press_key("Escape")
        assert screen.route == "/safety-net"
        await screen.tap("Show my words to Ana")
        await screen.press_key("H", ctrl=True, shift=True)
        assert "Can you talk?" not in everything(screen)


@pytest.mark.parametrize("words", ["Hi", MANY_SCRIPTS, "a long line " * 8, "x" * 500])
@pytest.mark.parametrize("width", [320, 390, 1280])
async def test_words_are_larger_the_fewer_they_are_and_never_small(
    house: House, width: int, words: str
) -> None:
    written = live_in(house)
    with house.session() as session:
        session.safety_net.change(session.safety_net.entries[0], what_i_could_say=words)
    async with house.window(width=width) as screen:
        await unlock(screen)
        await screen.go(written.said)
        assert size_of(screen, words.strip()) >= 24
        if len(words) <= 12:
            assert size_of(screen, words) >= 30


async def test_words_follow_the_window_when_it_changes(house: House) -> None:
    written = live_in(house)
    async with house.window(width=1280) as screen:
        await unlock(screen)
        await screen.go(written.said)
        wide = size_of(screen, "Can you talk?")
        await screen.resize(390, 844)
        assert screen.texts() == ["Words to show", "Can you talk?", "Close"]
        assert size_of(screen, "Can you talk?") < wide
        assert all(
            node.get("width", 0) <= 390
            for seen in screen._in_reach()
            for node in seen.around
            if "width" in node
        )


def size_of(screen: Headless, words: str) -> float:
    return float(next(seen.node["size"] for seen in screen._in_reach() if seen.node.get("value") == words))


async def test_words_that_are_gone_say_so(screen: Headless) -> None:
    await screen.go("/safety-net/words/gone")
    assert screen.says("This is no longer here.")
    await screen.tap("Close")
    assert screen.route == "/"
