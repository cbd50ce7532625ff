"""The window: routes, back, width, the lock, loss, and the whole way from the first minute on."""

import secrets
from copy import deepcopy

import pytest

from tests.headless.kit import Headless
from tests.ui.screens.house import House, lock, unlock
from tests.ui.screens.test_check_in import in_list


@pytest.mark.parametrize(
    ("path", "below"),
    [
        ("/support/new", "/supports"),
        ("/tool/new", "/tools"),
        ("/plan/read", "/plan"),
        ("/plan/share", "/plan"),
        ("/settings", "/"),
        ("/hard", "/"),
    ],
)
@pytest.mark.parametrize("how", ["Back", "Escape", "gesture"])
async def test_back_goes_to_the_screen_below(screen: Headless, path: str, below: str, how: str) -> None:
    await screen.go(path)
    match how:
        case "Back":
            await screen.tap("Back")
        case "Escape":
            await screen.press_key("Escape")
        case _:
            await screen.back()
    assert screen.route == below


async def test_an_address_that_is_none_leads_home(screen: Headless) -> None:
    await screen.go("/no/such/place")
    assert screen.says("How is it right now?")
    await screen.press_key("Escape")
    assert screen.says("How is it right now?")


@pytest.mark.parametrize("path", ["/", "/plan", "/support/new", "/settings", "/check-in/x", "/hard/x"])
async def test_while_locked_every_address_leads_to_the_door(house: House, path: str) -> None:
    async with house.window(route=path) as screen:
        assert screen.says("Welcome back")


@pytest.mark.parametrize(
    ("width", "kind"), [(599, "NavigationBar"), (600, "NavigationRail"), (1280, "NavigationRail")]
)
async def test_the_places_stand_below_or_beside(house: House, width: int, kind: str) -> None:
    async with house.window(width=width) as screen:
        await unlock(screen)
        assert {seen.kind for seen in screen._in_reach()} & {"NavigationBar", "NavigationRail"} == {kind}
        for place, path in (("Supports", "/supports"), ("Plan", "/plan"), ("Today", "/")):
            await screen.tap(place)
            assert screen.route == path


async def test_a_phone_that_goes_into_the_background_locks(house: House) -> None:
    async with house.window(platform="android") as screen:
        await unlock(screen)
        await screen.hide()
        await screen.show()
        assert screen.says("Welcome back")


async def test_a_desktop_that_goes_into_the_background_stays(screen: Headless) -> None:
    await screen.hide()
    await screen.show()
    assert screen.says("How is it right now?")


async def test_a_window_that_is_lost_gives_the_vault_free(house: House, screen: Headless) -> None:
    await screen.disconnect()
    with house.session() as session:
        assert session.check_ins.recent == ()


# ---------------------------------------------------------------- the whole way


async def test_everything_is_there_again_after_locking(empty: House) -> None:
    passphrase = secrets.token_hex(12)
    async with empty.window() as screen:
        await screen.tap("Choose a passphrase")
        await screen.type("Passphrase", passphrase)
        await screen.submit("Type it once more", passphrase)
        await screen.tap("Hard")
        await screen.tap("Add more")
        await in_list(screen, "Feelings", "tired")
        await screen.type("Note", "A long day")
        await screen.tap("Done")
        for name, number in (("Ana", "07700 900123"), ("Ben", "07700 900456")):
            await screen.go("/support/new")
            await screen.submit("Name", name)
            await screen.submit("Phone number", number)
            await screen.tap("In my safety net")
            await screen.tap("Done")
        await screen.tap("Safety net")
        await screen.tap("Change the order")
        await screen.tap("Move up Ben")
        await screen.tap("Plan")
        await screen.tap("What I can do on my own, Nothing yet")
        await screen.submit("Add a line", "Tea")
        await screen.tap("Add Ana")
        await lock(screen)
        await screen.submit("Passphrase", passphrase)
        assert screen.can_tap("Hard, 09:30, tired")
        await screen.tap("Hard, 09:30, tired")
        assert screen.value("Note") == "A long day"
        await screen.go("/safety-net")
        assert [text for text in screen.texts() if text in {"1. Ben", "2. Ana"}] == ["1. Ben", "2. Ana"]
        await screen.go("/plan/read")
        assert screen.says("Tea")
        assert screen.can_tap("Call Ana")


async def test_no_width_of_the_window_changes_the_theme(house: House) -> None:
    async with house.window(width=320) as screen:
        before = deepcopy(screen.client.tree.page["theme"])
        assert before["text_theme"]["label_medium"]["size"] == 12
        for width in (390, 700, 1280, 320):
            await screen.resize(width, 640)
            assert screen.client.tree.page["theme"] == before
