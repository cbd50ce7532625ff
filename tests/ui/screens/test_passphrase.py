"""Changing the passphrase."""

from pathlib import Path

import pytest

from app import words
from app.ui.app import application
from tests.headless.kit import Headless
from tests.ui.test_idle import PASSPHRASE, Clock, unlocked
from tests.vault.disks import CheapDisk

NEW = "velvet harbour morning kettle"
said = words.settings


@pytest.fixture
def screen(tmp_path: Path) -> Headless:
    ids = iter(range(1, 1_000_000))
    chance = lambda n: next(ids).to_bytes(n, "big")  # noqa: E731  # the shortest way to say it
    return Headless(application(tmp_path / "vault", clock=Clock(), chance=chance, disk=CheapDisk()))


async def opened(screen: Headless) -> None:
    await unlocked(screen)
    await screen.tap(words.shell.settings)
    await screen.tap(said.change_passphrase)


async def fill_in(screen: Headless, now: str, new: str, again: str) -> None:
    await screen.type(said.passphrase_now, now)
    await screen.type(words.first_run.passphrase, new)
    await screen.type(words.first_run.again, again)
    await screen.tap(said.change_passphrase)


async def test_afterwards_the_new_one_opens_and_the_old_one_does_not(screen: Headless) -> None:
    async with screen:
        await opened(screen)
        await fill_in(screen, PASSPHRASE, NEW, NEW)
        assert screen.says(said.passphrase_changed)
        await screen.tap(said.lock)
        await screen.type(words.unlock.passphrase, PASSPHRASE)
        await screen.tap(words.unlock.unlock)
        assert screen.says(words.unlock.problems["wrong_passphrase"])
        await screen.type(words.unlock.passphrase, NEW)
        await screen.tap(words.unlock.unlock)
        assert screen.says(words.check_in.question)


@pytest.mark.parametrize(
    ("now", "new", "again", "why"),
    [
        ("", NEW, NEW, said.passphrase_now_empty),
        ("not this one", NEW, NEW, said.passphrase_now_wrong),
        (PASSPHRASE, "", "", words.first_run.empty),
        (PASSPHRASE, "password", "password", words.first_run.too_weak),
        (PASSPHRASE, NEW, NEW + " ", words.first_run.different),
    ],
)
async def test_what_is_wrong_is_said_and_the_old_one_still_opens(
    screen: Headless, now: str, new: str, again: str, why: str
) -> None:
    async with screen:
        await opened(screen)
        await fill_in(screen, now, new, again)
        assert screen.says(why)
        await screen.tap(words.shell.hide)
        await screen.tap(words.shell.leave_hidden)
        await screen.type(words.unlock.passphrase, PASSPHRASE)
        await screen.tap(words.unlock.unlock)
        assert screen.says(words.check_in.question)
