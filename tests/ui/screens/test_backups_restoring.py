"""Testing and restoring on screen: looked into first, then put in the place of what is here, which is kept."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.store.backup import Contents
from app.ui.door import Door
from app.vault import Restored
from app.vault.pace import Progress, Stop
from tests.headless.kit import Headless
from tests.ui.screens.house import PASSPHRASE, House, unlock
from tests.ui.screens.lived_in import live_in


@pytest.fixture
def file(house: House, tmp_path: Path) -> Path:
    """A backup of a vault in which someone has lived."""
    live_in(house)
    with house.session() as session:
        return session.backups.make(tmp_path / "copy").path


async def look_into(screen: Headless, file: Path | str, secret: str = PASSPHRASE) -> None:
    await screen.type("Backup file", str(file))
    await screen.type("Its passphrase or recovery key", secret)
    await screen.tap("Open this backup")


async def to_test(screen: Headless) -> None:
    await unlock(screen)
    await screen.go("/settings/backups/test")


async def test_a_test_says_how_much_is_in_it_and_how_new_it_is(house: House, file: Path) -> None:
    async with house.window(web=True) as screen:
        await to_test(screen)
        await look_into(screen, f' "{file}" ')
        for said in ("This backup is sound.", "It was made on 21 November 2026", "The newest change in it"):
            assert screen.says(said)
        for said in ("1 check-in", "3 supports", "1 place in the safety net", "6 lines of the plan"):
            assert screen.says(said)
        await screen.tap("Choose another backup")
        assert screen.value("Backup file").strip().strip('"') == str(file)


async def test_what_is_wrong_with_a_backup_is_named(house: House, file: Path, tmp_path: Path) -> None:
    raw = file.read_bytes()  # noqa: ASYNC240  # a small file of this machine
    (tmp_path / "short").write_bytes(raw[:-1])
    (tmp_path / "damaged").write_bytes(raw[:5000] + b"x" + raw[5001:])
    (tmp_path / "other").write_bytes(b"a letter")
    async with house.window(web=True) as screen:
        await to_test(screen)
        await screen.tap("Open this backup")
        assert screen.says("First say which file.")
        await screen.type("Backup file", str(file))
        await screen.tap("Open this backup")
        assert screen.says("Type its passphrase or recovery key first.")
        for name, said in (
            ("short", "The end of this backup is missing"),
            ("damaged", "This backup is damaged."),
            ("other", "This is not a Holdfast backup"),
            ("not there", "This is not a Holdfast backup"),
            ("copies", "This is not a Holdfast backup"),
        ):
            await look_into(screen, tmp_path / name)
            assert screen.says(said), name
        await look_into(screen, file, "not this one")
        assert screen.says("This does not open the backup.")
        await look_into(screen, file)
        assert screen.says("This backup is sound.")


async def test_a_backup_is_restored_into_an_empty_app(house: House, file: Path, tmp_path: Path) -> None:
    empty = House(tmp_path / "another" / "vault")
    async with empty.window(web=True) as screen:
        await screen.tap("I have a backup")
        await look_into(screen, file)
        assert screen.says("There is nothing here yet, so nothing is replaced.")
        await screen.tap("Restore this backup")
        assert screen.says("Everything is restored. It opens with the passphrase of the backup.")
        await screen.tap("Go and unlock")
        await unlock(screen)
        await screen.tap("Supports")
        assert screen.says("The park")


async def test_restoring_from_the_settings_locks_first_and_keeps_what_it_replaces(
    house: House, file: Path
) -> None:
    with house.session() as session:
        session.supports.add("Somebody new")
    async with house.window(web=True) as screen:
        await unlock(screen)
        await screen.go("/settings/backups")
        await screen.tap("Lock and restore")
        assert screen.says("Restore from a backup")
        with house.session():
            pass  # nobody else has it open
        await look_into(screen, file)
        assert screen.says("It is kept, locked, for 30 days after you unlock.")
        await screen.tap("Restore this backup")
        assert screen.says("What was here before is in the folder vault.before-restore, beside it.")
        assert not screen.says("Nothing is changed until you say so.")
        await screen.tap("Go and unlock")
        assert screen.says("Welcome back")
        await unlock(screen)
        await screen.tap("Supports")
        assert screen.says("The park")
        assert not screen.says("Somebody new")
        await screen.later(10)
        await screen.go("/settings/backups")
        assert screen.says("What your last restore replaced is kept beside it until 21 December 2026.")


async def test_what_was_found_outlives_another_width(house: House, file: Path) -> None:
    async with house.window(web=True) as screen:
        await to_test(screen)
        await screen.type("Backup file", str(file))
        await screen.resize(1280, 800)
        await screen.type("Its passphrase or recovery key", PASSPHRASE)
        await screen.tap("Open this backup")
        await screen.resize(390, 844)
        assert screen.says("This backup is sound.")
        await screen.tap("Choose another backup")
        assert screen.value("Backup file") == str(file)


async def test_who_leaves_stops_what_is_at_work_for_the_screen(
    house: House, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stops: list[Callable[[], bool]] = []
    real = Door.look_into_backup

    def watched(door: Door, path: Path, typed: str, progress: Progress, stop: Stop) -> Contents:
        stops.append(stop)
        return real(door, path, typed, progress, stop)

    monkeypatch.setattr(Door, "look_into_backup", watched)
    async with house.window(web=True) as screen:
        await screen.go("/restore")
        await look_into(screen, file)
        assert [stop() for stop in stops] == [False]
        await screen.tap("Back")
        assert [stop() for stop in stops] == [True]


async def test_a_restore_waits_until_the_last_session_has_let_go(
    house: House, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    closed, restore = Door.closed, Door.restore

    async def watched_closed(door: Door) -> None:
        await closed(door)
        steps.append("closed")

    def watched_restore(*how: Any) -> Restored:
        steps.append("restore")
        return restore(*how)

    monkeypatch.setattr(Door, "closed", watched_closed)
    monkeypatch.setattr(Door, "restore", watched_restore)
    async with house.window(web=True) as screen:
        await screen.go("/restore")
        await look_into(screen, file)
        await screen.tap("Restore this backup")
    assert steps == ["closed", "restore"]


async def test_nothing_is_changed_before_the_second_press(house: House, file: Path) -> None:
    before = {path.name: path.read_bytes() for path in house.folder.iterdir() if path.is_file()}
    async with house.window(web=True) as screen:
        await screen.go("/restore")
        await look_into(screen, file)
        assert screen.says("This backup is sound.")
        await screen.tap("Back")
        assert screen.says("Welcome back")
    assert {path.name: path.read_bytes() for path in house.folder.iterdir() if path.is_file()} == before


async def test_a_vault_that_is_open_elsewhere_is_not_replaced(house: House, file: Path) -> None:
    async with house.window(web=True) as screen:
        await screen.go("/restore")
        await look_into(screen, file)
        with house.session():
            await screen.tap("Restore this backup")
            assert screen.says("This is open in another window.")
        await screen.tap("Restore this backup")
        assert screen.says("Everything is restored.")


async def test_a_disk_without_room_is_named_and_nothing_is_replaced(house: House, file: Path) -> None:
    async with house.window(web=True) as screen:
        await screen.go("/restore")
        await look_into(screen, file)
        with house.full():
            await screen.tap("Restore this backup")
        assert screen.says("There is not enough room there. Nothing was changed.")
        assert [path.name for path in house.folder.parent.iterdir() if "restore" in path.name] == []
        await screen.tap("Back")
        await unlock(screen)


async def test_the_page_for_hard_times_is_one_press_away_while_restoring(house: House, file: Path) -> None:
    async with house.window(web=True) as screen:
        await screen.go("/restore")
        await screen.type("Backup file", str(file))
        await screen.tap("When it’s hard")
        assert screen.says("Name five things you can see.")
        await screen.tap("Back")
        assert screen.value("Backup file") == str(file)


async def test_a_file_can_be_chosen_in_the_systems_window(house: House, file: Path) -> None:
    async with house.window() as screen:
        screen.replies["pick_files"] = [{"id": 1, "name": file.name, "size": 1, "path": str(file)}]
        await screen.go("/restore")
        await screen.tap("Choose a file")
        assert screen.value("Backup file") == str(file)
