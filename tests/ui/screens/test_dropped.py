"""A file that is dragged into the window is looked at as if it had been chosen on the page for imports."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from app import words
from app.imports.read import Refusal
from app.ui.app import application
from app.ui.dropped import Dropped
from app.vault import BACKUP_SIGNATURE
from tests.headless.kit import Headless
from tests.imports.files import content
from tests.ui.screens.bringing import MOODS, TWO_UNKNOWN, map_moods
from tests.ui.screens.house import House, unlock

said = words.imports
LOCKED_PAGE = Path(__file__).parents[2] / "golden" / "locked-page-2.html"
LOCKED_PAGE_WORDS = "ember lantern harbour"
DAYS = ("days.csv", TWO_UNKNOWN)


@pytest.fixture
def dropped() -> Dropped:
    return Dropped()


@pytest.fixture
async def window(house: House, dropped: Dropped) -> AsyncIterator[Headless]:
    """A window, locked, that takes what is dropped."""
    async with Headless(application(house.folder, dropped=dropped, **house._sources)) as window:
        yield window


def files_in(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*"))


async def drop(window: Headless, dropped: Dropped, file: tuple[str, bytes] = DAYS) -> None:
    dropped.take(*file)
    await window.settle()


async def test_it_comes_in_as_a_chosen_one_does(
    house: House, window: Headless, dropped: Dropped, tmp_path: Path
) -> None:
    await unlock(window)
    await window.go("/supports")
    before = files_in(tmp_path)
    await drop(window, dropped)
    assert window.route == "/settings/import"
    assert window.says(said.moods)
    assert files_in(tmp_path) == before
    await map_moods(window, fantastic=MOODS["5"], blergh=MOODS["2"])
    await window.tap(said.bring)
    assert window.says(said.done(4))
    await window.tap("Done")
    assert window.route == "/supports"
    await window.go("/settings/import")
    assert window.says("days.csv")


async def test_another_one_takes_its_place(window: Headless, dropped: Dropped) -> None:
    await unlock(window)
    await drop(window, dropped)
    await drop(window, dropped, ("note.txt", b"hello"))
    assert not window.says(said.moods)
    assert window.says(said.refusals[Refusal.UNKNOWN])
    await drop(window, dropped)
    assert window.says(said.moods)


async def test_people_of_a_phone_are_one_press_away(
    window: Headless, dropped: Dropped, tmp_path: Path
) -> None:
    await unlock(window)
    before = files_in(tmp_path)
    await drop(window, dropped, ("them.vcf", content("ios.vcf")))
    assert window.says(said.refusals[Refusal.CONTACTS])
    assert window.value(said.file) == "them.vcf"
    assert not window.says(said.what[0])  # the answer is not below the fold
    await window.tap(words.contacts.way_in)
    assert window.says("Corner Clinic")
    assert files_in(tmp_path) == before
    await window.tap(words.contacts.another)
    assert window.value(words.contacts.file) == ""
    await drop(window, dropped)
    assert window.says(said.moods)


async def open_page(window: Headless) -> None:
    await window.type(words.held_plan.passphrase, LOCKED_PAGE_WORDS)
    await window.tap(words.held_plan.look)


async def test_a_locked_page_stands_in_its_field_until_another_is_said(
    window: Headless, dropped: Dropped, tmp_path: Path
) -> None:
    await unlock(window)
    await drop(window, dropped, (LOCKED_PAGE.name, LOCKED_PAGE.read_bytes()))
    await window.tap(words.held_plan.open_one)
    assert window.value(words.held_plan.file) == LOCKED_PAGE.name
    await window.type(words.held_plan.file, str(tmp_path / LOCKED_PAGE.name))
    await open_page(window)
    assert window.says(words.held_plan.refusals["not_there"])
    await drop(window, dropped, (LOCKED_PAGE.name, LOCKED_PAGE.read_bytes()))
    await window.tap(words.held_plan.open_one)
    await open_page(window)
    assert window.says(words.held_plan.standings["new"])


async def test_a_backup_is_chosen_again_where_it_is_read(window: Headless, dropped: Dropped) -> None:
    await unlock(window)
    await drop(window, dropped, ("copy.sealed", BACKUP_SIGNATURE + b"\x01 and so on"))
    assert window.says(said.refusals[Refusal.BACKUP])
    await window.tap(words.merging.title)
    assert window.route == "/settings/merge"
    assert window.value(words.merging.file) == ""


async def test_nothing_is_kept_of_it_once_the_page_is_left_or_the_vault_is_locked(
    window: Headless, dropped: Dropped
) -> None:
    await unlock(window)
    await drop(window, dropped)
    await window.back()
    await window.go("/settings/import")
    assert not window.says(said.moods)
    await drop(window, dropped)
    await window.tap("Hide now")
    await window.tap("Continue")
    await unlock(window)
    await window.go("/settings/import")
    assert not window.says(said.moods)


async def test_while_locked_it_says_what_to_do_first(window: Headless, dropped: Dropped) -> None:
    await drop(window, dropped)
    assert window.says(said.dropped_locked)
    await unlock(window)
    await window.go("/settings/import")
    assert not window.says(said.moods)


async def test_on_the_empty_page_and_beside_what_is_shown_it_does_nothing(
    window: Headless, dropped: Dropped
) -> None:
    await unlock(window)
    await window.tap("Hide now")
    await drop(window, dropped)
    assert window.texts() == ["Nothing is open here.", "Continue"]
