"""Bringing together with another device: shown first, then done, once, and never half."""

from pathlib import Path

import pytest

from app import words
from app.session.merging import Incoming
from tests.headless.kit import Headless
from tests.ui.screens.house import PASSPHRASE, House, unlock

said = words.merging


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A backup of another device that knows Ana and a sentence."""
    theirs = House(tmp_path / "theirs")
    theirs.begin()
    with theirs.session() as session:
        session.supports.add("Ana")
        session.check_ins.record(mood=2)
        return session.backups.make(tmp_path / "copy").path


async def look(screen: Headless, copy: Path, typed: str = PASSPHRASE) -> None:
    await screen.go("/settings/merge")
    await screen.type(said.file, str(copy))
    await screen.type(said.opens_with, typed)
    await screen.tap(said.look)


async def test_what_would_come_in_is_shown_and_then_it_is_here(screen: Headless, copy: Path) -> None:
    await look(screen, copy)
    assert screen.says(said.preview)
    assert screen.says("My supports")
    assert screen.says("1 new")
    await screen.tap(said.bring_in)
    assert screen.says(said.done)
    await screen.tap(words.shell.done)
    await screen.go("/supports")
    assert screen.says("Ana")


async def test_until_it_is_wanted_nothing_has_come_in(screen: Headless, copy: Path) -> None:
    await look(screen, copy)
    await screen.tap(said.not_now)
    await screen.go("/supports")
    assert not screen.says("Ana")


async def test_the_same_backup_twice_brings_nothing_new(screen: Headless, copy: Path) -> None:
    for _ in range(2):
        await look(screen, copy)
        if screen.can_tap(said.bring_in):
            await screen.tap(said.bring_in)
            await screen.tap(words.shell.done)
    assert screen.says(said.nothing_new)


@pytest.mark.parametrize(
    ("file", "typed", "why"),
    [
        ("", PASSPHRASE, said.file_empty),
        ("copy", "", said.opens_with_empty),
        ("copy", "not this one", words.backups.problems["wrong"]),
        ("nowhere", PASSPHRASE, words.backups.problems["no_backup"]),
    ],
)
async def test_what_is_missing_or_wrong_is_said(
    screen: Headless, copy: Path, file: str, typed: str, why: str
) -> None:
    await look(screen, copy.with_name(file) if file else Path(), typed) if file else await _no_file(screen)
    assert screen.says(why)
    assert screen.can_tap(said.look)


async def _no_file(screen: Headless) -> None:
    await screen.go("/settings/merge")
    await screen.tap(said.look)


async def test_a_full_disk_brings_in_nothing_and_says_so(house: House, screen: Headless, copy: Path) -> None:
    await look(screen, copy)
    with house.full():
        await screen.tap(said.bring_in)
    assert screen.says(said.too_little_room)
    await screen.go("/supports")
    assert not screen.says("Ana")


async def test_what_came_in_is_there_after_the_lock(house: House, screen: Headless, copy: Path) -> None:
    await look(screen, copy)
    await screen.tap(said.bring_in)
    await screen.tap("Hide now")
    await screen.tap("Continue")
    await unlock(screen)
    await screen.go("/supports")
    assert screen.says("Ana")


async def test_what_is_being_looked_at_outlives_a_window_that_grows_wide(
    screen: Headless, copy: Path
) -> None:
    await look(screen, copy)
    await screen.resize(1280, 800)
    assert screen.says(said.preview)
    await screen.tap(said.bring_in)
    assert screen.says(said.done)


async def test_a_backup_is_closed_when_its_page_is_left_also_where_the_window_has_grown(
    screen: Headless, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed, close = list[Incoming](), Incoming.close

    def closing(incoming: Incoming) -> None:
        closed.append(incoming)
        close(incoming)

    monkeypatch.setattr(Incoming, "close", closing)
    await screen.go("/settings/merge")
    await screen.resize(1280, 800)
    await look(screen, copy)
    assert screen.says(said.preview)
    await screen.go("/")
    assert len(closed) == 1
