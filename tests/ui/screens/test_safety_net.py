"""The safety net: an order, and one press to call, text or write."""

import pytest

from tests.headless.kit import Headless
from tests.ui.screens.house import MANY_SCRIPTS, RIGHT_TO_LEFT, House, lock, unlock
from tests.ui.screens.lived_in import live_in


@pytest.fixture
async def net(house: House) -> House:
    live_in(house)
    return house


async def at_the_net(screen: Headless) -> None:
    await unlock(screen)
    await screen.go("/safety-net")


async def test_an_empty_net_offers_a_first_support(screen: Headless) -> None:
    await screen.go("/safety-net")
    await screen.tap("Add a support")
    assert screen.route == "/support/new"


@pytest.mark.parametrize(
    ("press", "link"),
    [
        ("Call Ana", "tel:+447700900123"),
        ("Text Ana", "sms:07700900123"),
        ("Email Ana", "mailto:ana@example.org"),
    ],
)
async def test_one_press_opens_the_right_link(net: House, press: str, link: str) -> None:
    async with net.window() as screen:
        await at_the_net(screen)
        await screen.tap(press)
        assert [one["url"] for one in screen.called("launch_url")] == [link]


@pytest.mark.parametrize("reply", [False, OSError("no such app")])
async def test_where_nothing_opens_it_the_number_is_given_to_use_by_hand(net: House, reply: object) -> None:
    async with net.window() as screen:
        await at_the_net(screen)
        screen.replies["can_launch_url"] = reply
        if reply is False:
            await screen.tap("Call Ana")
        else:
            with screen.expecting_failure():
                await screen.tap("Call Ana")
        assert screen.says("No app here can open this. You can use it by hand: +44 7700 900123")
        assert screen.called("launch_url") == []


async def test_the_order_changes_and_stays(net: House) -> None:
    async with net.window() as screen:
        await at_the_net(screen)
        await screen.tap("Add The park")
        assert screen.says("No way to reach is noted. Open The park to add one.")
        assert screen.says("All your supports are in your safety net.")
        await screen.tap("Move up The park")
        assert screen.says("The park is now number 1.")
        assert not screen.can_tap("Move up The park")
        assert not screen.can_tap("Move down Ana")
        await screen.tap("Move down The park")
        assert screen.says("1. Ana")
        await screen.tap("Move up The park")
        await lock(screen)
        await at_the_net(screen)
        assert screen.says("1. The park")
        assert screen.says("2. Ana")


async def test_taking_out_is_undone(net: House) -> None:
    async with net.window() as screen:
        await at_the_net(screen)
        await screen.tap("Take out Ana")
        assert screen.says("Ana is no longer in your safety net.")
        assert screen.can_tap("Add Ana")
        await screen.tap("Undo")
        assert screen.says("1. Ana")


@pytest.mark.parametrize("words", ["Can you talk?", "🌊", RIGHT_TO_LEFT, MANY_SCRIPTS, "x" * 500])
async def test_what_one_is_good_for_and_what_to_say_is_kept(net: House, words: str) -> None:
    async with net.window() as screen:
        await at_the_net(screen)
        await screen.tap("Change for Ana")
        await screen.tap("Come over")
        await screen.tap("Talk about it")
        await screen.tap("Come over")
        await screen.type("What I could say", words)
        await screen.tap("Done")
        assert screen.says("Talk about it")
        assert not screen.says("Come over")
        assert screen.says(words)


async def test_words_too_long_to_say_are_told_and_stay(net: House) -> None:
    async with net.window() as screen:
        await at_the_net(screen)
        await screen.tap("Change for Ana")
        await screen.type("What I could say", "x" * 501)
        await screen.leave()
        assert screen.says("This is too long to save.")
        await screen.tap("Done")
        await screen.tap("Change for Ana")
        assert screen.value("What I could say") == "x" * 501


async def test_a_place_that_is_gone_is_told(screen: Headless) -> None:
    await screen.go("/safety-net/gone")
    assert screen.says("This is no longer here.")
    await screen.tap("Safety net")
    assert screen.route == "/safety-net"


async def test_a_full_disk_is_told_and_the_order_shown_is_the_one_kept(net: House) -> None:
    async with net.window() as screen:
        await at_the_net(screen)
        await screen.tap("Add The park")
        with net.full():
            await screen.tap("Move up The park")
        assert screen.says("There is no room left")
        assert screen.says("1. Ana")
