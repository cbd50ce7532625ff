"""Keys of a keyboard: one opens the page for hard times from everywhere, others lead to a check-in and to the search."""

import pytest

from app import words
from app.domain.support import WayKind
from app.ui.screen import KEYBOARD
from app.ui.shortcuts import CHECK_IN_KEY, HARD_KEY, SEARCH_KEY
from tests.headless.kit import Headless
from tests.ui.screens.house import House, unlock
from tests.ui.screens.lived_in import live_in
from tests.ui.screens.test_every_screen import PATHS, arrive

HERE = {"hard_time", "hard_time_steps"}


async def test_one_key_on_every_screen_opens_the_page_for_hard_times(house: House) -> None:
    written = live_in(house)
    async with house.window() as screen:
        for name in sorted(PATHS.keys() - HERE):
            await arrive(screen, name, written)
            await screen.press_key(HARD_KEY)
            assert (name, screen.route) == (name, "/hard")
            await screen.press_key("Escape")
            assert screen.route == PATHS[name](written)


async def test_it_works_at_the_door_and_in_the_middle_of_the_steps_it_changes_nothing(house: House) -> None:
    async with house.window() as screen:
        await screen.press_key(HARD_KEY)
        assert screen.says(words.hard_time.title)
        await screen.tap("One step at a time")
        await screen.tap("Next")
        await screen.press_key(HARD_KEY)
        assert screen.says("Breathe in through your nose while you count to four.")


async def test_out_of_a_dialog_it_closes_it_and_does_nothing_else(house: House) -> None:
    with house.session() as session:
        line = session.supports.add("Line", ways=(session.supports.way(WayKind.CALL, "112"),))
        session.safety_net.add(line.id)
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/safety-net")
        await screen.tap("Call Line")
        assert screen.dialogs != []
        await screen.press_key(HARD_KEY)
        assert screen.dialogs == []
        assert screen.route == "/hard"
        assert screen.called("launch_url") == []


async def test_what_was_being_typed_is_there_afterwards(house: House) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/support/new")
        await screen.type("Name", "An")
        await screen.press_key(HARD_KEY)
        await screen.press_key("Escape")
        assert screen.value("Name") == "An"


async def test_on_the_empty_page_it_does_nothing(house: House) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await screen.tap("Hide now")
        await screen.press_key(HARD_KEY)
        assert screen.texts() == ["Nothing is open here.", "Continue"]


async def test_two_keys_lead_from_every_screen_to_a_check_in_and_to_the_search(house: House) -> None:
    written = live_in(house)
    async with house.window() as screen:
        for name in sorted(PATHS):
            await arrive(screen, name, written)
            await screen.press_key(CHECK_IN_KEY)
            assert (name, screen.route, screen.says("How is it right now?")) == (name, "/", True)
            await arrive(screen, name, written)
            await screen.press_key(SEARCH_KEY)
            assert (name, screen.route, screen.says("My check-ins")) == (name, "/history", True)


async def test_the_key_for_a_check_in_asks_anew_where_one_was_just_saved(screen: Headless) -> None:
    await screen.tap("Good")
    assert screen.says("Saved. Add more, or leave it there.")
    await screen.press_key(CHECK_IN_KEY)
    assert not screen.says("Saved. Add more, or leave it there.")
    await screen.tap("Hard")
    assert screen.says("Saved. Add more, or leave it there.")


async def test_the_key_for_the_search_gives_the_keyboard_to_its_field(screen: Headless) -> None:
    await screen.press_key(SEARCH_KEY)
    assert screen.route == "/history"
    assert screen.called("focus") == []
    await screen.press_key(CHECK_IN_KEY)
    await screen.tap("Good")
    for _ in range(2):  # from elsewhere, and where it stands already
        await screen.press_key(SEARCH_KEY)
    assert len(screen.called("focus")) == 2


@pytest.mark.parametrize("key", [CHECK_IN_KEY, SEARCH_KEY])
async def test_neither_works_while_locked_or_while_a_dialog_holds_or_with_another_key(
    house: House, key: str
) -> None:
    with house.session() as session:
        line = session.supports.add("Line", ways=(session.supports.way(WayKind.CALL, "112"),))
        session.safety_net.add(line.id)
    async with house.window() as screen:
        await screen.press_key(key)
        assert (screen.route, screen.says("Welcome back")) == ("/", True)
        await unlock(screen)
        await screen.go("/safety-net")
        await screen.press_key(key, ctrl=True)
        await screen.press_key(key, shift=True)
        assert screen.route == "/safety-net"
        await screen.tap("Call Line")
        await screen.press_key(key)
        assert (len(screen.dialogs), screen.route) == (1, "/safety-net")


async def test_a_page_tells_every_key(screen: Headless) -> None:
    await screen.go("/settings")
    await screen.tap("Keys of a keyboard")
    assert screen.route == KEYBOARD
    told = " ".join(screen.texts())
    assert all(line in told for line in words.settings.keys)
    assert HARD_KEY in words.shell.hard_keys
    for key in (HARD_KEY, CHECK_IN_KEY, SEARCH_KEY):
        assert f"{key}: " in told
