"""Taking check-ins along: which file, which days, the passphrase once more, and never over a file unasked."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app import words
from tests.headless.kit import Headless
from tests.ui.screens.house import MORNING, PASSPHRASE, House, unlock

said, everything = words.report, words.everything


@pytest.fixture
def written(house: House) -> House:
    """A check-in of today, and one of half a year ago."""
    with house.session() as session:
        session.check_ins.change(session.check_ins.record(mood=4), note="By the sea")
        old = session.check_ins.record(mood=1)
        session.check_ins.change(old, when=MORNING - timedelta(days=180), note="Long ago")
    return house


async def write(screen: Headless, place: Path, *taps: str) -> None:
    await unlock(screen)
    await screen.go("/patterns/along")
    for name in taps:
        await screen.tap(name)
    await screen.type(everything.where, str(place))
    await screen.type(everything.passphrase, PASSPHRASE)
    await screen.tap(everything.write)


@pytest.mark.parametrize(("kind", "name"), [("own", "csv"), ("daylio", "csv"), ("json", "json")])
async def test_each_kind_of_file_holds_all_days_unless_some_are_chosen(
    written: House, tmp_path: Path, kind: str, name: str
) -> None:
    async with written.window() as screen:
        await write(screen, tmp_path, said.kinds[kind])
        file = tmp_path / f"notes-2026-11-21.{name}"
        assert screen.says(everything.written.format(name=file.name))
        told = file.read_text("utf-8-sig")
        assert "By the sea" in told
        assert "Long ago" in told
        if kind == "json":
            assert [one["mood"] for one in json.loads(told)] == [4, 1]


async def test_only_the_days_that_were_chosen_are_written(written: House, tmp_path: Path) -> None:
    async with written.window() as screen:
        await write(screen, tmp_path / "mine", said.some_days)
        assert screen.says("First day: 22 August 2026")
        told = (tmp_path / "mine").read_text("utf-8-sig")
        assert "By the sea" in told
        assert "Long ago" not in told


async def test_it_says_first_that_anyone_can_read_the_file(written: House) -> None:
    async with written.window() as screen:
        await unlock(screen)
        await screen.go("/patterns/along")
        assert screen.says("The file is not locked.")
        assert not screen.says(everything.what[0])


async def test_a_file_that_is_there_is_replaced_only_when_asked(written: House, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.write_text("mine")
    async with written.window() as screen:
        await write(screen, mine)
        assert screen.says(everything.exists)
        assert mine.read_text() == "mine"
        await screen.tap(everything.replace)
        assert "By the sea" in mine.read_text("utf-8-sig")


async def test_without_the_right_passphrase_nothing_is_written(written: House, tmp_path: Path) -> None:
    async with written.window() as screen:
        await unlock(screen)
        await screen.go("/patterns/along")
        await screen.type(everything.where, str(tmp_path / "mine"))
        await screen.type(everything.passphrase, "not this one")
        await screen.tap(everything.write)
        assert screen.says(everything.passphrase_wrong)
        assert not (tmp_path / "mine").exists()


async def test_days_turned_round_are_said_and_nothing_is_written(written: House, tmp_path: Path) -> None:
    async with written.window() as screen:
        await unlock(screen)
        await screen.go("/patterns/along")
        await screen.tap(said.some_days)
        await screen.tap("Last day: 21 November 2026")
        picker = screen.client.dialogs[-1]
        screen.client.tell(picker, "change", value=datetime(2026, 6, 1, 12, tzinfo=UTC))
        screen.client.close_dialog(picker)
        await screen.settle()
        assert screen.says("Last day: 1 June 2026")
        await screen.type(everything.where, str(tmp_path / "mine"))
        await screen.type(everything.passphrase, PASSPHRASE)
        await screen.tap(everything.write)
        assert screen.says(said.turned_round)
        assert not (tmp_path / "mine").exists()
