"""Where something cannot be read: it is named, one tap still saves, and two ways on are offered."""

from datetime import timedelta
from pathlib import Path

import pytest

from app.vault import Disk
from app.vault.kept_backups import backup_name
from tests.headless.kit import Headless
from tests.ui.screens.house import MORNING, House, spoken, unlock
from tests.ui.screens.test_today import log_of

NOVEMBER = "the check-ins of November 2026"


@pytest.fixture(autouse=True)
def _written_today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Disk, "changed_at", lambda _, __: MORNING.timestamp())


def live(house: House) -> None:
    with house.session() as session:
        for mood in (1, 2, 3):
            session.check_ins.record(mood=mood)


def back_up(house: House, folder: Path) -> Path:
    folder.mkdir()
    path = folder / backup_name(house.clock())
    with house.session() as session:
        session._unlocked.vault.back_up(path)
    return path


def harm(house: House, collection: str = "check_ins/2026-11") -> bytes:
    """Damage the second frame of a collection. Returns the bytes that are left."""
    path = log_of(house, collection)
    raw = bytearray(path.read_bytes())
    raw[1100] ^= 1
    path.write_bytes(raw)
    return bytes(raw)


def aside(house: House) -> list[bytes]:
    return [path.read_bytes() for path in house.folder.glob("*.kept")]


def listed(screen: Headless) -> int:
    return len([text for text in screen.texts() if text.endswith(", 09:30")])


async def test_one_tap_is_saved_into_a_damaged_month_and_told(house: House) -> None:
    live(house)
    bad = harm(house)
    async with house.window() as screen:
        await unlock(screen)
        assert screen.says(f"Part of {NOVEMBER} can’t be read any more.")
        await screen.tap("Good", within="I can’t name it")
        assert screen.says("Saved. Add more, or leave it there.")
        assert screen.says("You can write there again. What could not be read is set aside.")
        assert screen.says(f"Part of {NOVEMBER} could not be read. That part was set aside")
        assert not screen.can_tap("Carry on with what can be read")
        assert listed(screen) == 3
    assert aside(house) == [bad]
    async with house.window() as screen:
        await unlock(screen)
        assert listed(screen) == 3
        assert not screen.says("could not be read")


async def test_carrying_on_is_one_press_on_today(house: House) -> None:
    live(house)
    bad = harm(house)
    async with house.window() as screen:
        await unlock(screen)
        await screen.tap("Carry on with what can be read")
        assert screen.says("You can write there again.")
        assert screen.says("That part was set aside, and you can write there again.")
        assert aside(house) == [bad]
        await screen.tap("Close")
        assert not screen.says("set aside, and you can write")


async def test_a_missing_month_takes_a_tap_too(house: House) -> None:
    live(house)
    log_of(house, "check_ins/2026-11").unlink()
    async with house.window() as screen:
        await unlock(screen)
        assert screen.says(f"A file is missing. It held {NOVEMBER}.")
        await screen.tap("Look for it in a backup")
        assert screen.says("Its file is missing.")
        await screen.back()
        await screen.tap("Good")
        assert listed(screen) == 1
        await screen.go("/salvage")
        assert screen.says("Its file was missing on 21 November 2026.")


async def test_a_full_disk_is_told_and_nothing_is_set_aside(house: House) -> None:
    live(house)
    harm(house)
    async with house.window() as screen:
        await unlock(screen)
        with house.full():
            await screen.tap("Good", within="I can’t name it")
            assert screen.says("There is no room left on this device, so this was not saved.")
        assert screen.can_tap("Carry on with what can be read")
        await screen.tap("Good", within="I can’t name it")
        assert screen.says("Saved.")


@pytest.mark.parametrize("carried_on", [False, True])
async def test_what_a_backup_has_comes_back(house: House, tmp_path: Path, carried_on: bool) -> None:
    live(house)
    copy = back_up(house, tmp_path / "copies")
    bad = harm(house)
    async with house.window() as screen:
        await unlock(screen)
        if carried_on:
            await screen.tap("Carry on with what can be read")
        await screen.tap("Look for it in a backup")
        assert screen.route == "/salvage"
        assert screen.says("The check-ins of November 2026")
        await screen.submit("Folder or file of your backups", str(copy.parent))
        assert f"Brought back of {NOVEMBER}: 1 thing." in spoken(screen)
        assert "It came from the backup of 21 November 2026." in spoken(screen)
        assert not screen.can_tap("Carry on with what can be read")
        await screen.resize(1280, 800)
        assert f"Brought back of {NOVEMBER}: 1 thing." in spoken(screen)
        await screen.resize(390, 844)
        await screen.back()
        assert listed(screen) == 3
    assert aside(house) == [bad]


async def test_the_folder_of_backups_is_known_where_one_was_chosen(house: House, tmp_path: Path) -> None:
    live(house)
    back_up(house, tmp_path / "copies")
    with house.session() as session:
        house.clock.now += timedelta(minutes=1)
        session.backups.make_automatic(tmp_path / "copies")
    house.clock.now += timedelta(minutes=1)
    harm(house)
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/salvage")
        await screen.tap("Look there and bring it back")
        assert screen.says(f"Brought back of {NOVEMBER}: 1 thing.")


async def test_a_place_without_a_backup_is_told(house: House, tmp_path: Path) -> None:
    live(house)
    harm(house)
    (tmp_path / "copies").mkdir()
    (tmp_path / "copies" / "x.sealed").write_bytes(b"x")
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/salvage")
        await screen.tap("Look there and bring it back")
        assert "First say where your backups are." in spoken(screen)
        await screen.submit("Folder or file of your backups", str(tmp_path / "nothing"))
        assert screen.says("There is no backup in this place.")
        await screen.submit("Folder or file of your backups", str(tmp_path / "copies"))
        assert screen.says("What is there is damaged, from another vault")
        await screen.tap("Carry on with what can be read")
        assert screen.says("It is set aside, and you can write there again.")


async def test_a_backup_with_no_more_than_is_here_is_told(house: House, tmp_path: Path) -> None:
    live(house)
    harm(house)
    copy = back_up(house, tmp_path / "copies")
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/salvage")
        await screen.submit("Folder or file of your backups", str(copy))
        assert screen.says("One backup was checked. It has no more than is here.")


async def test_what_is_set_aside_goes_only_when_asked_for_twice(house: House) -> None:
    live(house)
    bad = harm(house)
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/salvage")
        await screen.tap("Carry on with what can be read")
        await screen.tap(f"Erase what is set aside of {NOVEMBER}")
        await screen.tap("Keep it")
        assert aside(house) == [bad]
        await screen.tap(f"Erase what is set aside of {NOVEMBER}")
        await screen.tap("Erase for good")
        assert screen.says("It is erased.")
        assert screen.says("Everything that was opened so far can be read.")
        assert aside(house) == []


async def test_the_settings_lead_to_what_is_set_aside_as_long_as_there_is_something(house: House) -> None:
    live(house)
    harm(house)
    async with house.window() as screen:
        await unlock(screen)
        await screen.tap("Carry on with what can be read")
        await screen.tap("Close")
    async with house.window() as screen:
        await unlock(screen)
        await screen.tap("Settings")
        await screen.tap("What could not be read")
        assert screen.route == "/salvage"
        await screen.tap(f"Erase what is set aside of {NOVEMBER}")
        await screen.tap("Erase for good")
        await screen.go("/settings")
        assert not screen.can_tap("What could not be read")


async def test_a_lost_list_is_told_and_every_month_is_there(house: House) -> None:
    live(house)
    log_of(house, ".marks").unlink()
    async with house.window() as screen:
        await unlock(screen)
        assert screen.says("The list of what is kept here was damaged.")
        assert not screen.can_tap("Look for it in a backup")
        assert listed(screen) == 3
        await screen.tap("Good", within="I can’t name it")
        assert screen.says("Saved.")
