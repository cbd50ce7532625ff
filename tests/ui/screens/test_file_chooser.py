"""Going through folders to a file or a folder, where no window of the system's does it: in the browser, for one."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from app import words
from tests.headless.kit import Headless
from tests.ui.screens.house import House, unlock

FILE, FOLDER = "/supports/contacts", "/settings/backups"
MANY = 70


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Somebody's own folder."""
    home = tmp_path / "home"
    (home / "Downloads").mkdir(parents=True)
    (home / "Downloads" / "people.vcf").write_text("")
    monkeypatch.setattr(Path, "home", lambda: home)
    return home


@pytest.fixture
async def window(house: House, home: Path) -> AsyncIterator[Headless]:
    """A browser window at the page that asks for a file of people."""
    async with house.window(web=True) as screen:
        await unlock(screen)
        await screen.go(FILE)
        yield screen


async def test_a_file_is_found_by_going_through_the_folders(window: Headless, home: Path) -> None:
    await window.tap("Choose a file")
    assert window.says(f"In {home}")
    assert not window.can_tap("Take this folder")
    await window.tap("Downloads")
    assert window.says(f"In {home / 'Downloads'}")
    await window.tap("people.vcf")
    assert window.value(words.contacts.file) == str(home / "Downloads" / "people.vcf")
    assert not window.can_tap(words.places.close)


async def test_one_goes_up_again_and_closes_the_folders(window: Headless, home: Path) -> None:
    await window.type(words.contacts.file, str(home / "Downloads" / "not there.vcf"))
    await window.tap("Choose a file")
    assert window.says(f"In {home / 'Downloads'}")
    await window.tap("Up to home")
    assert window.says(f"In {home}")
    await window.tap(words.places.close)
    assert not window.can_tap(words.places.close)
    assert window.value(words.contacts.file) == str(home / "Downloads" / "not there.vcf")


async def test_a_folder_that_is_gone_by_then_is_said_and_the_others_stay(
    window: Headless, home: Path
) -> None:
    (home / "Old").mkdir()
    await window.tap("Choose a file")
    (home / "Old").rmdir()
    await window.tap("Old")
    assert window.says(words.places.shut)
    await window.tap("Downloads")
    assert not window.says(words.places.shut)
    assert window.can_tap("people.vcf")


async def test_an_empty_folder_says_so(window: Headless, home: Path) -> None:
    (home / "Empty").mkdir()
    await window.tap("Choose a file")
    await window.tap("Empty")
    assert window.says(words.places.nothing)


async def test_of_many_some_are_shown_and_more_when_asked(window: Headless, home: Path) -> None:
    for number in range(MANY):
        (home / f"folder {number:02}").mkdir()
    await window.tap("Choose a file")
    assert window.can_tap("folder 00")
    assert not window.can_tap("folder 69")
    await window.tap(words.places.more)
    await window.tap(words.places.more)
    assert window.can_tap("folder 69")
    assert not window.can_tap(words.places.more)


async def test_a_folder_is_taken_where_a_folder_is_wanted(house: House, home: Path) -> None:
    async with house.window(web=True) as screen:
        await unlock(screen)
        await screen.go(FOLDER)
        await screen.tap("Choose a folder for automatic backups")
        await screen.tap("Downloads")
        assert not screen.can_tap("people.vcf")
        assert screen.says(words.places.nothing)
        await screen.tap("Take this folder")
        assert screen.value("Folder for automatic backups") == str(home / "Downloads")
        assert not screen.value("Folder for the backup")


async def test_a_desktop_without_a_window_to_choose_in_shows_the_folders(house: House, home: Path) -> None:
    async with house.window() as screen:
        screen.replies["pick_files"] = RuntimeError("no zenity")
        await unlock(screen)
        await screen.go(FILE)
        await screen.tap("Choose a file")
        assert screen.says(f"In {home}")
