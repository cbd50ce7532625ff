"""Exporting everything: the passphrase once more, and never over a file unasked."""

import json
from pathlib import Path

import pytest

from app import words
from tests.headless.kit import Headless
from tests.ui.screens.house import PASSPHRASE, House

said = words.everything


async def write(screen: Headless, place: Path | str, typed: str = PASSPHRASE) -> None:
    await screen.go("/settings/export")
    await screen.type(said.where, str(place))
    await screen.type(said.passphrase, typed)
    await screen.tap(said.write)


async def test_everything_is_in_one_file_of_a_neutral_name(screen: Headless, tmp_path: Path) -> None:
    await screen.go("/support/new")
    await screen.type(words.support.name, "Ana")
    await screen.tap("Save support")
    await write(screen, tmp_path)
    assert screen.says(said.written.format(name="notes-2026-11-21.json"))
    told = json.loads((tmp_path / "notes-2026-11-21.json").read_text("utf-8"))
    assert [support["name"] for support in told["support"]] == ["Ana"]


@pytest.mark.parametrize(
    ("place", "typed", "why"),
    [
        ("", PASSPHRASE, said.where_empty),
        ("file", "", said.passphrase_empty),
        ("file", "not this one", said.passphrase_wrong),
        ("no/such/folder/file", PASSPHRASE, said.not_written),
        ("vault", PASSPHRASE, said.not_written),
    ],
)
async def test_what_is_missing_or_wrong_is_said_and_nothing_is_written(
    screen: Headless, tmp_path: Path, place: str, typed: str, why: str
) -> None:
    await write(screen, tmp_path / place if place else "", typed)
    assert screen.says(why)
    assert not list(tmp_path.rglob("*.json"))  # noqa: ASYNC240  # nothing else waits for it
    assert not (tmp_path / "file").exists()


async def test_a_file_that_is_there_is_replaced_only_when_asked(screen: Headless, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.write_text("mine")
    await write(screen, mine)
    assert screen.says(said.exists)
    assert mine.read_text() == "mine"
    await screen.tap(said.replace)
    assert screen.says(said.written.format(name="mine"))
    assert json.loads(mine.read_text("utf-8"))["format"] == "holdfast-export"


async def test_on_a_phone_the_system_is_handed_the_file(house: House) -> None:
    async with house.window(platform="android") as screen:
        await screen.type("Passphrase", PASSPHRASE)
        await screen.tap("Unlock")
        screen.replies["save_file"] = "/somewhere"
        await screen.go("/settings/export")
        await screen.type(said.passphrase, PASSPHRASE)
        await screen.tap(said.write)
        assert screen.says(said.given)
