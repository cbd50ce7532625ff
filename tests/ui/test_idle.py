"""Locking by itself: on the loop's own time, which the kit lets pass at once."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app import words
from app.ui.app import application
from tests.headless.kit import Headless
from tests.vault.disks import CheapDisk

PASSPHRASE = "harbour lantern velvet tulip"


class Clock:
    """A wall clock that a test can turn on its own."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def screen(tmp_path: Path, clock: Clock) -> Headless:
    ids = iter(range(1, 1_000_000))
    return Headless(
        application(
            tmp_path / "vault", clock=clock, chance=lambda n: next(ids).to_bytes(n, "big"), disk=CheapDisk()
        )
    )


async def unlocked(screen: Headless) -> None:
    await screen.tap(words.first_run.start)
    await screen.type(words.first_run.passphrase, PASSPHRASE)
    await screen.type(words.first_run.again, PASSPHRASE)
    await screen.tap(words.first_run.create)
    assert screen.says(words.check_in.question)


async def test_after_five_quiet_minutes_it_locks_with_a_warning_before(screen: Headless) -> None:
    async with screen:
        await unlocked(screen)
        await screen.later(4 * 60)
        assert not screen.says(words.shell.locking_soon)
        await screen.later(35)
        assert screen.says(words.shell.locking_soon)
        assert screen.says(words.check_in.question)
        await screen.later(30)
        assert screen.says(words.unlock.title)


async def test_whoever_says_so_in_time_stays(screen: Headless) -> None:
    async with screen:
        await unlocked(screen)
        await screen.later(4 * 60 + 35)
        await screen.tap(words.shell.stay)
        assert not screen.says(words.shell.locking_soon)
        await screen.later(4 * 60)
        assert screen.says(words.check_in.question)
        await screen.later(65)
        assert screen.says(words.unlock.title)


async def test_using_it_begins_the_count_again(screen: Headless) -> None:
    async with screen:
        await unlocked(screen)
        for _ in range(4):
            await screen.later(3 * 60)
            await screen.go("/supports")
            await screen.go("/")
        assert screen.says(words.check_in.question)


async def test_a_window_that_is_only_resized_is_not_used(screen: Headless) -> None:
    async with screen:
        await unlocked(screen)
        for width in (500, 520, 540, 560):
            await screen.later(80)
            await screen.resize(width, 800)
        assert screen.says(words.unlock.title)


async def test_a_device_that_slept_is_locked_when_it_wakes(screen: Headless, clock: Clock) -> None:
    async with screen:
        await unlocked(screen)
        await screen.later(20)
        clock.ahead += timedelta(hours=1)
        await screen.later(5)
        assert screen.says(words.unlock.title)


async def test_the_minutes_are_the_persons_to_choose_and_are_kept(screen: Headless) -> None:
    async with screen:
        await unlocked(screen)
        await screen.tap(words.shell.settings)
        await screen.tap(words.settings.lock_after)
        await screen.tap(words.settings.minutes(15))
        await screen.later(10 * 60)
        assert screen.says(words.settings.title)
        await screen.tap(words.settings.lock)
        await screen.type(words.unlock.passphrase, PASSPHRASE)
        await screen.tap(words.unlock.unlock)
        await screen.later(14 * 60)
        assert screen.says(words.check_in.question)
        await screen.later(61)
        assert screen.says(words.unlock.title)


async def test_while_locked_nothing_is_watched(screen: Headless) -> None:
    async with screen:
        await unlocked(screen)
        await screen.tap(words.shell.hide)
        await screen.later(60 * 60)
        assert screen.says(words.shell.hidden)
