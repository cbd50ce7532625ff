"""Erasing everything: never by accident, and then it is the first run."""

from datetime import timedelta
from pathlib import Path

import flet as ft
import pytest

from app import words
from app.vault import NotWritten
from tests.headless.kit import Headless
from tests.ui.screens.house import PASSPHRASE, House, lock, unlock
from tests.ui.screens.test_backups import names, start_automatic, to_backups
from tests.ui.screens.test_keys import give_key

said = words.erasing


async def erase(screen: Headless, typed: str = "erase everything") -> None:
    await screen.go("/settings/erase")
    await screen.type(said.confirm, typed)
    await screen.tap(said.erase)


async def test_everything_goes_and_what_is_not_ours_stays(
    house: House, screen: Headless, tmp_path: Path
) -> None:
    await screen.go("/settings")
    await screen.tap("Light or dark")
    await screen.tap("Dark")
    (house.folder / "mine.txt").write_text("mine")
    (tmp_path / "copy").write_text("a backup")
    await erase(screen, "  Erase  EVERYTHING ")
    assert screen.says(words.first_run.title)
    assert screen.says(said.erased)
    assert [path.name for path in house.folder.iterdir()] == ["mine.txt"]
    assert (tmp_path / "copy").exists()
    assert screen.page.theme_mode is ft.ThemeMode.SYSTEM


async def test_nothing_goes_before_the_words_are_typed(house: House, screen: Headless) -> None:
    before = sorted(path.name for path in house.folder.iterdir())
    for typed in ("", "erase", "yes"):
        await erase(screen, typed)
        assert screen.says(said.not_confirmed)
    assert sorted(path.name for path in house.folder.iterdir()) == before


async def test_a_new_beginning_is_possible_at_once(house: House, screen: Headless) -> None:
    await erase(screen)
    await screen.tap(words.first_run.start)
    await screen.type(words.first_run.passphrase, PASSPHRASE)
    await screen.type(words.first_run.again, PASSPHRASE)
    await screen.tap(words.first_run.create)
    assert screen.says("How is it right now?")


async def test_what_a_kill_left_is_erased_at_the_next_start(house: House) -> None:
    (house.folder / "erasing").touch()
    async with house.window() as screen:
        assert screen.says(words.first_run.title)
    assert not house.folder.exists()


async def test_the_device_forgets_the_key_of_what_is_erased_and_no_other(house: House) -> None:
    async with house.window(platform="android") as screen:
        await unlock(screen)
        await give_key(screen)
        keystore = screen.client.answers.keystore
        assert len(keystore) == 1
        keystore["of another vault"] = "kept"
        await erase(screen)
        assert screen.says(said.erased)
        assert keystore == {"of another vault": "kept"}


async def test_a_device_that_does_not_let_go_of_its_key_is_named_as_such(house: House) -> None:
    async with house.window(platform="android") as screen:
        await unlock(screen)
        await give_key(screen)
        screen.replies["SecureStorage.remove"] = RuntimeError("no keyring")
        await erase(screen)
        assert screen.says(said.key_left)
        assert not house.folder.exists()


async def test_where_no_device_has_a_key_no_keystore_is_asked(screen: Headless) -> None:
    await erase(screen)
    assert [call for call in screen.calls if call.asked == "SecureStorage"] == []


async def test_no_backup_is_made_of_what_is_about_to_be_erased(house: House, tmp_path: Path) -> None:
    copies = tmp_path / "copies"
    copies.mkdir()
    async with house.window(web=True) as screen:
        await to_backups(screen)
        await start_automatic(screen, copies)
        made = names(copies)
        assert len(made) == 1
        house.clock.now += timedelta(hours=1)
        await screen.go("/")
        await screen.tap("Good")
        await erase(screen)
        assert screen.says(said.erased)
        assert names(copies) == made


async def test_where_it_could_not_be_begun_the_backup_is_still_due(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> bool:
        raise NotWritten("refused")

    copies = tmp_path / "copies"
    copies.mkdir()
    async with house.window(web=True) as screen:
        await to_backups(screen)
        await start_automatic(screen, copies)
        house.clock.now += timedelta(hours=1)
        await screen.go("/")
        await screen.tap("Good")
        with monkeypatch.context() as for_now:
            for_now.setattr("app.session.erasing.erase", refuse)
            await erase(screen)
        assert screen.says(said.not_erased)
        assert len(names(copies)) == 1
        await unlock(screen)
        await lock(screen)
        assert len(names(copies)) == 2


@pytest.mark.parametrize("trouble", ["full", "broken"])
async def test_where_it_cannot_be_begun_everything_is_as_it_was(
    house: House, screen: Headless, trouble: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> int:
        raise OSError(5, "refused")

    monkeypatch.setattr(house.disk, "create", refuse)
    await erase(screen)
    assert screen.says(said.not_erased)
    monkeypatch.undo()
    await screen.type("Passphrase", PASSPHRASE)
    await screen.tap("Unlock")
    assert screen.says("How is it right now?")
