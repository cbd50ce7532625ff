"""Erasing everything: never by accident, and then it is the first run."""

from pathlib import Path

import flet as ft
import pytest

from app import words
from tests.headless.kit import Headless
from tests.ui.screens.house import PASSPHRASE, House

said = words.erasing


async def erase(screen: Headless, typed: str = "erase everything") -> None:
    await screen.go("/settings/erase")
    await screen.type(said.confirm, typed)
    await screen.tap(said.erase)


async def test_everything_goes_and_what_is_not_ours_stays(
    house: House, screen: Headless, tmp_path: Path
) -> None:
    await screen.go("/settings")
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
