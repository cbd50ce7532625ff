"""Settings: locking, light or dark, and where one is."""

import flet as ft
import pytest

from app import words
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
    ("name", "mode"), [("Light", "light"), ("Dark", "dark"), ("As on this device", "system")]
)
async def test_a_theme_is_shown_at_once_and_kept(house: House, name: str, mode: str) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await screen.tap("Settings")
        await screen.tap("Light or dark")
        if name == "As on this device":
            await screen.tap("Dark")
        await screen.tap(name)
        assert ft.ThemeMode(mode) is screen.page.theme_mode
    async with house.window() as screen:
        assert ft.ThemeMode(mode) is screen.page.theme_mode
        await unlock(screen)
        await screen.tap("Settings")
        assert screen.says(name)
        await screen.tap("Light or dark")
        assert is_chosen(screen, name)


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


async def test_a_row_says_what_is_chosen_and_what_was_open_stays_open(screen: Headless) -> None:
    await screen.tap("Settings")
    assert heard_of(screen, "Light or dark") == ("As on this device", False)
    await screen.tap("Light or dark")
    await screen.tap("Dark")
    assert heard_of(screen, "Light or dark") == ("Dark", True)
    await screen.tap("Light or dark")
    assert not screen.can_tap("As on this device")
    assert heard_of(screen, "Lock by itself after") == ("5 quiet minutes", False)
    await screen.tap("Lock by itself after")
    await screen.tap("15 quiet minutes")
    assert heard_of(screen, "Lock by itself after") == ("15 quiet minutes", True)


async def test_rows_say_whether_there_is_a_backup_a_recovery_key_and_a_card(screen: Headless) -> None:
    await screen.tap("Settings")
    assert heard_of(screen, "Backups") == (words.backups.never, None)
    assert heard_of(screen, "Recovery key") == (words.keys.recovery_none, None)
    assert heard_of(screen, "My emergency card") == (words.emergency_card.is_off, None)


def heard_of(screen: Headless, name: str) -> tuple[str, bool | None]:
    """What is heard after the name of a row, and whether it is open, if it can be."""
    seen = screen.one(name, lambda seen: seen.pressable, "row")
    row = next(node for node in reversed(seen.around) if node.get("label") == name)
    return row.get("value", ""), row.get("expanded")
