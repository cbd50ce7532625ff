"""Backups on screen: made where one says, by themselves, in every kind of window; the lock waits for none."""

import secrets
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from app.ui.door import Door
from app.ui.ending import Ending
from tests.headless.kit import Headless
from tests.ui.screens.house import PASSPHRASE, House, lock, unlock
from tests.ui.screens.lived_in import live_in

WEB = {"web": True}


@pytest.fixture
def copies(tmp_path: Path) -> Path:
    (tmp_path / "copies").mkdir()
    return tmp_path / "copies"


@pytest.fixture
async def at_backups(house: House) -> AsyncIterator[Headless]:
    """The page of backups, in a browser window over a vault with something in it."""
    live_in(house)
    async with house.window(**WEB) as screen:
        await to_backups(screen)
        yield screen


async def to_backups(screen: Headless) -> None:
    await unlock(screen)
    await screen.tap("Settings")
    await screen.tap("Backups")
    assert screen.says("A backup is one locked file with everything you wrote here.")


async def start_automatic(screen: Headless, folder: Path) -> None:
    await screen.type("Folder for automatic backups", str(folder))
    await screen.tap("Use this folder")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def take_away(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()


async def test_a_backup_is_made_in_the_folder_that_was_typed(at_backups: Headless, copies: Path) -> None:
    assert at_backups.says("No backup has been made here yet.")
    await at_backups.type("Folder for the backup", str(copies))
    await at_backups.tap("Make a backup now")
    assert at_backups.says("The backup is made. It was opened again to check, and it holds everything.")
    assert at_backups.says(f"It is called {names(copies)[0]}.")
    assert at_backups.says("Last backup: 09:30.") or at_backups.says("Last backup: 08:30.")
    assert not at_backups.says("No backup has been made here yet.")


async def test_what_was_typed_outlives_another_width(at_backups: Headless, copies: Path) -> None:
    await at_backups.type("Folder for the backup", str(copies))
    await at_backups.resize(1280, 800)
    assert at_backups.value("Folder for the backup") == str(copies)
    await at_backups.tap("Make a backup now")
    assert len(names(copies)) == 1
    await at_backups.resize(390, 844)
    assert at_backups.says("The backup is made.")
    await at_backups.tap("Make a backup now")
    assert at_backups.says("There is something in that place already")


async def test_without_a_place_it_says_so(at_backups: Headless) -> None:
    await at_backups.tap("Make a backup now")
    assert at_backups.says("First say where it should go.")
    await at_backups.tap("Use this folder")
    assert at_backups.says("First say where it should go.")


@pytest.mark.parametrize("place", ["not there/deep", "taken"])
async def test_a_place_that_takes_none_is_named_and_nothing_is_lost(
    at_backups: Headless, copies: Path, place: str
) -> None:
    (copies / "taken").write_text("mine")
    await at_backups.type("Folder for the backup", str(copies / place))
    await at_backups.tap("Make a backup now")
    assert at_backups.says("Choose another place.")
    assert at_backups.can_tap("Make a backup now")
    assert (copies / "taken").read_text() == "mine"
    assert at_backups.says("No backup has been made here yet.")


async def test_on_a_desktop_the_folder_can_be_chosen_in_the_systems_window(
    house: House, copies: Path
) -> None:
    async with house.window() as screen:
        screen.replies["get_directory_path"] = str(copies)
        await to_backups(screen)
        await screen.tap("Choose a folder")
        assert screen.value("Folder for the backup") == str(copies)
        await screen.tap("Make a backup now")
        assert len(names(copies)) == 1


async def test_a_phone_hands_the_copy_to_its_own_window(house: House) -> None:
    live_in(house)
    async with house.window(platform="android") as screen:
        await to_backups(screen)
        assert screen.says("On this device, an app can’t write to your folders by itself.")
        await screen.tap("Make a backup now")
        (asked,) = screen.called("save_file")
        assert asked["file_name"].startswith("copy-")
        assert asked["src_bytes"].startswith(b"SEALBAK\x01")
        assert screen.says("The backup is made.")
        assert screen.says("Last backup:")


async def test_a_copy_that_was_not_taken_on_a_phone_does_not_count(house: House) -> None:
    async with house.window(platform="android") as screen:
        screen.replies["save_file"] = None
        await to_backups(screen)
        await screen.tap("Make a backup now")
        assert screen.says("No backup was saved.")
        assert screen.says("No backup has been made here yet.")


# ------------------------------------------------------------ by themselves


async def test_the_first_automatic_one_is_made_at_once(at_backups: Headless, copies: Path) -> None:
    await start_automatic(at_backups, copies)
    assert at_backups.says("From now on, backups go to this folder.")
    assert at_backups.says(str(copies))
    assert at_backups.says("Last backup:")
    assert len(names(copies)) == 1
    await at_backups.tap("Stop automatic backups")
    assert at_backups.says("Automatic backups have stopped. Those you have stay.")
    assert at_backups.can_tap("Use this folder")


async def test_a_folder_that_cannot_take_them_is_refused(at_backups: Headless, house: House) -> None:
    for folder in (house.folder, house.folder / "not there"):
        await start_automatic(at_backups, folder)
        assert at_backups.says("There is no such folder, or backups cannot be kept in it.")
    assert at_backups.can_tap("Use this folder")


async def test_one_is_made_after_the_lock_when_something_has_changed(
    at_backups: Headless, house: House, copies: Path
) -> None:
    await start_automatic(at_backups, copies)
    await at_backups.tap("Back")
    await at_backups.tap("Back")
    await at_backups.tap("Good")
    house.clock.now = house.clock.now.replace(hour=11)
    await lock(at_backups)
    assert at_backups.says("Welcome back")
    assert len(names(copies)) == 2
    await unlock(at_backups)
    await at_backups.later(10)
    await lock(at_backups)
    assert names(copies) == ["copy-20261121-103000Z.sealed"]  # the newest of the day


async def test_hiding_makes_one_too_and_shows_the_empty_page(
    at_backups: Headless, house: House, copies: Path
) -> None:
    await start_automatic(at_backups, copies)
    house.clock.now = house.clock.now.replace(hour=11)
    await at_backups.type("Folder for the backup", "half a path")
    await at_backups.tap("Hide now")
    assert at_backups.texts() == ["Nothing is open here.", "Continue"]
    assert len(names(copies)) == 2


async def test_a_folder_that_is_gone_is_told_after_the_unlock_and_holds_up_nothing(
    at_backups: Headless, house: House, copies: Path
) -> None:
    await start_automatic(at_backups, copies)
    take_away(copies)
    await at_backups.type("Folder for the backup", "something new")
    await lock(at_backups)
    await unlock(at_backups)
    assert at_backups.says("How is it right now?")
    assert not at_backups.says("The folder for backups is not there right now.")
    await at_backups.later(4)
    assert at_backups.says("The folder for backups is not there right now.")
    await at_backups.tap("Settings")
    await at_backups.tap("Backups")
    assert at_backups.says("The folder for backups is not there right now.")


async def test_what_opens_a_backup_is_never_kept_on_screen(house: House, copies: Path) -> None:
    with house.session() as session:
        file = session.backups.make(copies).path
    async with house.window(**WEB) as screen:
        await to_backups(screen)
        await screen.tap("Test my backup")
        await screen.type("Backup file", str(file))
        await screen.type("Its passphrase or recovery key", PASSPHRASE)
        await screen.tap("Open this backup")
        assert screen.says("This backup is sound.")
        await screen.tap("Back")
        await screen.tap("Test my backup")
        assert screen.value("Its passphrase or recovery key") == ""


async def test_a_lock_right_after_the_unlock_makes_none_and_nothing_goes_wrong(house: House) -> None:
    door = Door(house.folder, clock=house.clock, chance=secrets.token_bytes, ending=Ending(None))
    assert await door.keep_backups() is None
