"""The example on the first screen: made up, marked everywhere, and gone when it is left, however it is left."""

import json
from pathlib import Path

import flet as ft
import pytest

from app import session as sessions
from app import words
from app.store import settings as settings_file
from app.store.settings import FILE_NAME, Settings
from app.ui import trying
from app.vault import VaultExists, WrongPassphrase
from tests.headless.kit import Headless
from tests.ui.screens.house import PASSPHRASE, House

PLACES = (
    "/",
    "/supports",
    "/supports/map",
    "/plan",
    "/patterns",
    "/growing",
    "/settings",
    "/hard",
    "/hard/steps",
    "/help/how",
)


async def look(screen: Headless) -> None:
    await screen.tap(words.example.look)
    assert screen.says("How is it right now?")


def left_over(house: House) -> Path:
    """What a kill leaves of an example."""
    session = trying.begun(house.folder, **house._sources)
    session.lock()
    return trying.place_of(house.folder)


async def test_every_screen_of_it_says_that_nothing_is_real_and_offers_to_leave(empty: House) -> None:
    async with empty.window() as screen:
        assert not screen.says(words.example.banner)
        await look(screen)
        for place in PLACES:
            await screen.go(place)
            assert screen.route == place
            assert screen.says(words.example.banner), place
            assert screen.can_tap(words.example.leave), place


async def test_what_is_held_out_to_someone_says_so_too(empty: House) -> None:
    async with empty.window() as screen:
        await look(screen)
        await screen.go("/safety-net")
        await screen.tap("Show my words to Ilse Brandvold")
        assert screen.says(words.example.netted)
        assert screen.says(words.example.banner)


@pytest.mark.parametrize("way", ["leave", "lock", "hide", "idle", "erase", "gone"])
async def test_whichever_way_it_is_left_it_is_erased_and_the_first_screen_comes(
    empty: House, way: str
) -> None:
    async with empty.window() as screen:
        await look(screen)
        assert trying.place_of(empty.folder).is_dir()
        await screen.tap("Very good")
        match way:
            case "leave":
                await screen.tap(words.example.leave)
            case "lock":
                await screen.go("/settings")
                await screen.tap("Lock now")
            case "hide":
                await screen.tap("Hide now")
                assert screen.texts() == ["Nothing is open here.", "Continue"]
                await screen.tap("Continue")
            case "idle":
                await screen.later(6 * 60)
            case "erase":
                await screen.go("/settings/erase")
                await screen.type(words.erasing.confirm, words.erasing.confirm_words)
                await screen.tap(words.erasing.erase)
            case "gone":
                await screen.disconnect()
                await screen.reconnect()
        await screen.settle()
        assert screen.says(words.first_run.title)
        assert not screen.says(words.example.banner)
        assert list(empty.folder.parent.iterdir()) == []


async def test_after_it_a_place_of_ones_own_is_made_that_knows_nothing_of_it(empty: House) -> None:
    async with empty.window() as screen:
        await look(screen)
        await screen.tap(words.example.leave)
        await screen.tap("Choose a passphrase")
        await screen.type("Passphrase", PASSPHRASE)
        await screen.type("Type it once more", PASSPHRASE)
        await screen.tap("Lock it and begin")
        assert not screen.says(words.example.banner)
        assert screen.says(words.tour.title)
    with empty.session() as session:
        assert session.supports.all == ()
        assert not session.preferences.now.example


async def test_it_can_be_looked_at_twice(empty: House) -> None:
    async with empty.window() as screen:
        await look(screen)
        await screen.tap(words.example.leave)
        await look(screen)
        assert screen.says(words.example.banner)


async def test_what_is_set_in_it_goes_with_it(empty: House) -> None:
    async with empty.window() as screen:
        await look(screen)
        await screen.go("/settings")
        await screen.tap("Light or dark")
        await screen.tap("Dark")
        kept = json.loads((trying.place_of(empty.folder) / FILE_NAME).read_text("utf-8"))
        assert kept["theme"] == "dark"
        await screen.tap(words.example.leave)
        assert screen.page.theme_mode is ft.ThemeMode.SYSTEM
        assert not empty.folder.exists()


async def test_what_a_kill_left_is_never_ones_own_and_is_gone_at_the_next_start(empty: House) -> None:
    place = left_over(empty)
    assert place.is_dir()
    assert not sessions.exists(empty.folder)
    async with empty.window() as screen:
        assert screen.says(words.first_run.title)
        assert not place.exists()


async def test_it_is_cleaned_up_beside_a_place_of_ones_own_which_stays(house: House) -> None:
    place = left_over(house)
    before = {path.name: path.read_bytes() for path in house.folder.iterdir()}
    async with house.window() as screen:
        assert screen.says("Welcome back")
        assert not screen.can_tap(words.example.look)
    assert not place.exists()
    assert {path.name: path.read_bytes() for path in house.folder.iterdir()} == before


async def test_one_that_is_open_in_another_window_stays_and_no_second_is_made(empty: House) -> None:
    session = trying.begun(empty.folder, **empty._sources)
    try:
        async with empty.window() as screen:
            await screen.tap(words.example.look)
            assert screen.says(words.example.not_made)
            assert screen.can_tap("Choose a passphrase")
        assert session.supports.all != ()
    finally:
        session.lock()


def test_what_lies_at_its_place_and_is_not_its_own_is_left_alone(empty: House) -> None:
    place = trying.place_of(empty.folder)
    place.mkdir()
    (place / "letter.txt").write_text("mine")
    with pytest.raises(VaultExists):
        trying.begun(empty.folder, **empty._sources)
    assert (place / "letter.txt").read_text() == "mine"


def test_a_vault_that_a_link_at_its_place_leads_to_is_left_alone(house: House) -> None:
    other = House(house.folder.with_name("other"))
    trying.place_of(other.folder).symlink_to(house.folder)
    trying.clear(other.folder)
    with pytest.raises(VaultExists):
        trying.begun(other.folder, **other._sources)
    with house.session() as session:
        assert session.supports.all == ()


async def test_erasing_everything_in_it_erases_nothing_of_ones_own(empty: House) -> None:
    settings_file.save(empty.folder, Settings(region="PT"))
    async with empty.window() as screen:
        await look(screen)
        await screen.go("/settings/erase")
        await screen.type(words.erasing.confirm, words.erasing.confirm_words)
        await screen.tap(words.erasing.erase)
        assert screen.says(words.first_run.title)
    assert settings_file.load(empty.folder).region == "PT"
    assert not trying.place_of(empty.folder).exists()


async def test_a_disk_that_fails_is_told_and_leaves_nothing(empty: House) -> None:
    async with empty.window() as screen:
        with empty.full():
            await screen.tap(words.example.look)
        assert screen.says(words.example.not_made)
        assert not any(trying.place_of(empty.folder).glob("*.db"))
        await look(screen)


def test_nobody_knows_what_opens_it(empty: House) -> None:
    place = left_over(empty)
    for guess in ("example", "holdfast", PASSPHRASE):
        with pytest.raises(WrongPassphrase):
            sessions.unlock(place, guess, **empty._sources)
