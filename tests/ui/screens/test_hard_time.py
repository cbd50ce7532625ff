"""When it's hard: there before unlocking with nothing personal, and asking before an emergency call."""

from datetime import timedelta
from typing import Any

import pytest

from app import words
from tests.headless.kit import Headless
from tests.ui.screens.house import House, Listener, everything, unlock
from tests.ui.screens.lived_in import live_in

PERSONAL = ("Ana", "07700", "passed before", "pier", "cooking", "Soup")


async def choose_region(screen: Headless, letters: str, name: str) -> None:
    await screen.type("Country or region", letters)
    await screen.tap(name)


@pytest.mark.parametrize("begun", [False, True], ids=["first run", "locked"])
async def test_it_is_one_press_from_the_door_and_holds_nothing_personal(
    empty: House, listener: Listener, begun: bool
) -> None:
    if begun:
        empty.begin()
        live_in(empty)
    async with empty.window() as screen:
        await screen.tap("When it’s hard")
        assert screen.says("Breathe in through your nose while you count to four.")
        assert not [one for one in PERSONAL if one in everything(screen) or one in listener.since(0)]
        assert screen.can_tap("Unlock to see my own") == begun
        await screen.tap("Back")
        assert screen.route == "/"


async def test_nothing_personal_is_sent_once_it_is_locked(house: House, listener: Listener) -> None:
    live_in(house)
    async with house.window() as screen:
        await unlock(screen)
        await screen.tap("When it’s hard")
        assert screen.says("It has passed before")
        await screen.go("/settings")
        mark = len(listener.heard)
        await screen.tap("Lock now")
        await screen.tap("When it’s hard")
        assert not [one for one in PERSONAL if one in everything(screen) or one in listener.since(mark)]


async def test_while_unlocked_ones_own_words_and_people_come_first(house: House) -> None:
    live_in(house)
    async with house.window() as screen:
        await unlock(screen)
        await screen.tap("When it’s hard")
        texts = screen.texts()
        order = [
            texts.index(one) for one in ("It has passed before", "Ana", "Walk to the pier", "Breathe slowly")
        ]
        assert order == sorted(order)
        await screen.tap("Call Ana")
        assert [one["url"] for one in screen.called("launch_url")] == ["tel:+447700900123"]
        await screen.tap("Read my plan")
        assert screen.route == "/plan/read"


async def test_an_empty_net_says_so_without_a_task(screen: Headless) -> None:
    await screen.tap("When it’s hard")
    assert screen.says("You can add people here on a calmer day.")


@pytest.mark.parametrize("unlocked", [False, True])
async def test_the_region_is_asked_and_a_call_asks_first(house: House, unlocked: bool) -> None:
    async with house.window() as screen:
        if unlocked:
            await unlock(screen)
        await screen.tap("When it’s hard")
        assert screen.says("Choose where you are to see the emergency number.")
        await choose_region(screen, "germ", "Germany")
        assert screen.says("This app can’t call or message anyone for you.")
        await screen.tap("Emergency: call 112")
        assert screen.called("launch_url") == []
        assert screen.says("Call 112 now?")
        await screen.tap("Not now")
        assert screen.called("launch_url") == []
        await screen.tap("Emergency: call 112")
        await screen.tap("Call 112")
        assert [one["url"] for one in screen.called("launch_url")] == ["tel:112"]
        assert screen.dialogs == []


async def test_numbers_that_were_compared_long_ago_say_so(house: House) -> None:
    old = words.helplines.old
    async with house.window(route="/hard") as screen:
        await choose_region(screen, "icel", "Iceland")
        assert not screen.says(old)
    house.clock.now += timedelta(days=367)
    async with house.window(route="/hard") as screen:
        assert screen.says("Emergency: call 112")
        assert screen.says(old)


async def test_without_a_phone_the_number_is_given_to_use_by_hand(house: House) -> None:
    async with house.window(route="/hard") as screen:
        await choose_region(screen, "germ", "Germany")
        screen.replies["can_launch_url"] = False
        await screen.tap("Emergency: call 112")
        await screen.tap("Call 112")
        assert screen.says("You can use it by hand: 112")


async def test_a_phone_with_android_calls_though_it_answers_no_to_whether_it_can(house: House) -> None:
    async with house.window(route="/hard", platform="android") as screen:
        await choose_region(screen, "germ", "Germany")
        screen.replies["can_launch_url"] = False
        await screen.tap("Emergency: call 112")
        await screen.tap("Call 112")
        assert [call["url"] for call in screen.called("launch_url")] == ["tel:112"]
        assert not screen.says("You can use it by hand: 112")
        screen.replies["launch_url"] = OSError("no such app")
        await screen.tap("Emergency: call 112")
        with screen.expecting_failure():
            await screen.tap("Call 112")
        assert screen.says("You can use it by hand: 112")


async def test_the_region_stays_can_be_changed_and_may_be_none_of_ours(house: House) -> None:
    async with house.window(route="/hard") as screen:
        await choose_region(screen, "germ", "Germany")
    async with house.window(route="/hard") as screen:
        assert screen.says("Germany")
        await screen.tap("Change where I am")
        await screen.tap("Not in the list")
        assert screen.says("We don’t know a number for this place. On many mobile phones, 112 works.")


async def test_letters_that_match_nothing_leave_the_way_out(house: House) -> None:
    async with house.window(route="/hard") as screen:
        await screen.type("Country or region", "qqqq")
        assert screen.can_tap("Not in the list")


async def test_settings_that_cannot_be_kept_are_told(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any) -> None:
        raise OSError("read only")

    async with house.window(route="/hard") as screen:
        monkeypatch.setattr("app.store.settings.save", refuse)
        await choose_region(screen, "germ", "Germany")
        assert screen.says("This setting could not be saved. Nothing else was changed.")
        assert screen.says("Choose where you are to see the emergency number.")
