"""Settings: locking, light or dark, and where one is."""

import flet as ft
import pytest

from tests.headless.kit import Headless
from tests.ui.screens.house import House, is_chosen, unlock


async def test_lock_now_locks_and_the_passphrase_opens_it_again(screen: Headless) -> None:
    await screen.tap("Settings")
    await screen.tap("Lock now")
    assert screen.says("Welcome back")
    assert screen.value("Passphrase") == ""
    await unlock(screen)
    assert screen.says("How is it right now?")


@pytest.mark.parametrize(
    ("words", "mode"), [("Light", "light"), ("Dark", "dark"), ("As on this device", "system")]
)
async def test_a_theme_is_shown_at_once_and_kept(house: House, words: str, mode: str) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await screen.tap("Settings")
        await screen.tap("Light or dark")
        if words == "As on this device":
            await screen.tap("Dark")
        await screen.tap(words)
        assert ft.ThemeMode(mode) is screen.page.theme_mode
    async with house.window() as screen:
        assert ft.ThemeMode(mode) is screen.page.theme_mode
        await unlock(screen)
        await screen.tap("Settings")
        assert screen.says(words)
        await screen.tap("Light or dark")
        assert is_chosen(screen, words)


async def test_where_i_am_is_chosen_and_changed(screen: Headless) -> None:
    await screen.tap("Settings")
    await screen.type("Country or region", "port")
    await screen.tap("Portugal")
    await screen.tap("Change where I am")
    await screen.type("Country or region", "ger")
    await screen.tap("Germany")
    assert screen.says("Germany")
    assert not screen.says("Portugal")


async def test_back_goes_to_where_it_was_opened(screen: Headless) -> None:
    await screen.tap("Supports")
    await screen.tap("Settings")
    await screen.tap("Back")
    assert screen.route == "/supports"
