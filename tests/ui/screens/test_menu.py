"""The menu: what it offers from each kind of screen, and the way through it by arrows and letters."""

from typing import Any

import pytest

from app import words
from app.store import settings
from app.store.settings import Settings
from app.ui.menu import MENU_KEY
from app.ui.screen import HARD
from app.words.pseudo import MIRRORED
from tests.headless.client_tree import nodes_within
from tests.headless.kit import Headless
from tests.ui.screens.house import House, unlock
from tests.ui.screens.lived_in import live_in
from tests.ui.screens.test_every_screen import arrive

PLACES = ["Today", "Supports", "Plan", "Patterns", "Growing"]


def offered(screen: Headless) -> list[str]:
    """What is in the menu, by name, in order; nothing while it is closed."""
    open_now = [dialog for dialog in screen.client.dialogs if dialog["_c"] == "AlertDialog"]
    labels = [node for dialog in open_now for node in nodes_within(dialog) if node["_c"] == "Semantics"]
    return [str(node["label"]) for node in labels if node.get("button")]


def focused(screen: Headless) -> str:
    """The name of what was given the keyboard last."""
    [*_, call] = [call for call in screen.calls if call.method == "scroll_to"]
    return offered(screen)[int(str(call.arguments["scroll_key"]).rpartition("-")[2])]


async def test_it_offers_what_can_be_done_from_here_and_each_key(screen: Headless) -> None:
    await screen.press_key(MENU_KEY)
    assert offered(screen) == [
        *("When it’s hard", "Check in", "Search", *PLACES, "Settings", "Help", "Hide now", "Lock now")
    ]
    said = screen.dialogs[-1]
    assert all(words.menu.keys[key] in said for key in ("hard", "check_in", "search", "hide"))
    await screen.press_key(MENU_KEY)
    assert screen.dialogs == []
    await screen.go("/support/new")
    await screen.press_key(MENU_KEY)
    assert offered(screen)[:2] == ["Back", "When it’s hard"]


@pytest.mark.parametrize(
    ("name", "route"),
    [("Plan", "/plan"), ("Search", "/history"), ("Settings", "/settings"), ("When it’s hard", HARD)],
)
async def test_what_is_pressed_is_done_and_the_menu_is_gone(screen: Headless, name: str, route: str) -> None:
    await screen.go("/supports")
    await screen.press_key(MENU_KEY)
    await _press(screen, name)
    assert (screen.route, screen.dialogs) == (route, [])


async def test_back_goes_back_and_lock_and_hide_close_the_vault(house: House) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/support/new")
        await screen.type("Name", "An")
        await screen.press_key(MENU_KEY)
        await _press(screen, "Back")
        assert screen.route == "/supports"
        await screen.go("/support/new")
        assert screen.value("Name") == "An"
        await screen.press_key(MENU_KEY)
        await _press(screen, "Lock now")
        assert screen.says("Welcome back")
        await unlock(screen)
        await screen.press_key(MENU_KEY)
        await _press(screen, "Hide now")
        assert screen.texts() == ["Nothing is open here.", "Continue"]


async def test_while_locked_there_is_what_works_before_unlocking(house: House) -> None:
    async with house.window() as screen:
        await screen.press_key(MENU_KEY)
        assert offered(screen) == ["When it’s hard", "Help"]
        await _press(screen, "Help")
        assert screen.route == "/help/how"
        await screen.press_key("F8")
        await screen.press_key(MENU_KEY)
        assert offered(screen) == ["Back", "Help"]


async def test_arrows_and_first_letters_go_through_it_and_round(screen: Headless) -> None:
    await screen.press_key(MENU_KEY)
    first = [node for node in nodes_within(screen.client.dialogs[-1]) if node.get("autofocus")]
    assert len(first) == 1
    for key, name in [
        *(("Arrow Down", "Check in"), ("Arrow Up", "When it’s hard"), ("Arrow Up", "Lock now")),
        *(("Arrow Down", "When it’s hard"), ("P", "Plan"), ("P", "Patterns"), ("P", "Plan")),
        *(("End", "Lock now"), ("S", "Search"), ("Home", "When it’s hard")),
    ]:
        await screen.press_key(key)
        assert (key, focused(screen)) == (key, name)
    moved = len(screen.called("focus"))
    for key in (
        "X",
        "Shift",
        "F2",
        "F9",
    ):  # what begins with none of these letters, and keys of the screen beneath
        await screen.press_key(key)
    await screen.press_key("P", ctrl=True)
    assert (len(screen.called("focus")), screen.route) == (moved, "/")


async def test_the_tab_key_moves_where_the_arrows_go_on_from(screen: Headless) -> None:
    await screen.press_key(MENU_KEY)
    held: Any = [node for node in nodes_within(screen.client.dialogs[-1]) if node["_c"] == "TextButton"]
    await screen.client.send(held[4], "focus")
    await screen.press_key("Arrow Down")
    assert focused(screen) == "Plan"


async def test_it_is_not_beside_a_dialog_nor_with_another_key_nor_on_the_empty_page(house: House) -> None:
    async with house.window() as screen:
        await unlock(screen)
        for other in ("ctrl", "shift", "alt", "meta"):
            await screen.press_key(MENU_KEY, **{other: True})
        assert screen.dialogs == []
        await screen.tap("Hide now")
        await screen.press_key(MENU_KEY)
        assert screen.dialogs == []


async def test_the_keys_that_work_everywhere_work_out_of_it(house: House) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await screen.press_key(MENU_KEY)
        await screen.press_key("F8")
        assert (screen.route, screen.dialogs) == (HARD, [])
        await screen.press_key(MENU_KEY)
        await screen.press_key("H", ctrl=True, shift=True)
        assert screen.texts() == ["Nothing is open here.", "Continue"]


async def test_on_a_mac_the_key_to_hide_is_named_as_it_is_there(house: House) -> None:
    async with house.window(platform="macos") as screen:
        await unlock(screen)
        await screen.press_key(MENU_KEY)
        assert "Command+Shift+H" in screen.dialogs[-1]


async def test_the_settings_lead_to_it_without_a_keyboard(screen: Headless) -> None:
    await screen.go("/settings")
    await screen.tap("Menu")
    assert offered(screen)[0] == "Back"


async def _press(screen: Headless, name: str) -> None:
    """Press an entry by the keyboard’s way: the button in the row of that name."""
    place = offered(screen).index(name)
    held = [node for node in nodes_within(screen.client.dialogs[-1]) if node["_c"] == "TextButton"]
    await screen.client.send(held[place], "click")


async def test_it_is_not_beside_what_is_shown_to_someone(house: House) -> None:
    written = live_in(house)
    async with house.window() as screen:
        await arrive(screen, "safety_net_words", written)
        await screen.press_key(MENU_KEY)
        assert screen.dialogs == []


async def test_it_goes_from_right_to_left_where_the_page_does(house: House) -> None:
    settings.save(house.folder, Settings(language=MIRRORED))
    async with house.window() as screen:
        await screen.press_key(MENU_KEY)
        assert screen.client.dialogs[-1].get("rtl") is True
