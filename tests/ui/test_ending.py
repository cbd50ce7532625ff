"""The end of the process after a lock: only where something was open, only when nobody is there, and never on a phone."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import flet as ft
import pytest

from app import words
from app.ui.app import application
from app.ui.ending import END_AFTER_SECONDS, End, close_window
from app.ui.screens.hidden import HiddenScreen
from tests.headless.kit import Headless
from tests.ui.test_idle import PASSPHRASE, Clock, unlocked
from tests.vault.disks import CheapDisk


class Process:
    """What would end, and how often it was asked to."""

    def __init__(self, folder: Path) -> None:
        self.ended = 0
        ids = iter(range(1, 1_000_000))
        self._show = application(
            folder / "vault",
            clock=Clock(),
            chance=lambda n: next(ids).to_bytes(n, "big"),
            disk=CheapDisk(),
            end=self._end,
        )

    def _end(self, _: ft.Page) -> None:
        self.ended += 1

    def window(self) -> Headless:
        return Headless(self._show)


@pytest.fixture
def process(tmp_path: Path) -> Process:
    return Process(tmp_path)


@pytest.mark.parametrize("leave", ["hide", "lock", "gone"])
async def test_some_minutes_after_the_lock_the_process_ends(process: Process, leave: str) -> None:
    async with process.window() as screen:
        await unlocked(screen)
        if leave == "hide":
            await screen.tap(words.shell.hide)
        elif leave == "lock":
            await screen.tap(words.shell.settings)
            await screen.tap(words.settings.lock)
        else:
            await screen.disconnect()
        await screen.later(END_AFTER_SECONDS - 1)
        assert process.ended == 0
        await screen.later(2)
        assert process.ended == 1


async def test_it_ends_after_it_has_locked_itself(process: Process) -> None:
    async with process.window() as screen:
        await unlocked(screen)
        await screen.later(5 * 60 + 10)
        assert screen.says(words.unlock.title)
        await screen.later(END_AFTER_SECONDS)
        assert process.ended == 1


async def test_what_was_handed_over_is_not_taken_from_whoever_reads_it(process: Process) -> None:
    async with process.window() as screen:
        await unlocked(screen)
        await screen.tap(words.shell.settings)
        await screen.tap(words.settings.lock_after)
        await screen.tap(words.settings.minutes(15))
        listening: Any = screen.page.on_keyboard_event
        listening.__self__._window.hand_over(HiddenScreen)
        await screen.settle()
        await screen.later(15 * 60 - 60)
        assert not screen.says(words.unlock.title)
        await screen.later(60 + 10)
        assert screen.says(words.unlock.title)
        await screen.later(END_AFTER_SECONDS - 15)
        assert process.ended == 0
        await screen.later(20)
        assert process.ended == 1


async def test_whoever_is_at_the_door_is_not_sent_away(process: Process) -> None:
    async with process.window() as screen:
        await unlocked(screen)
        await screen.tap(words.shell.hide)
        await screen.tap(words.shell.leave_hidden)
        for letters in range(1, 8):
            await screen.later(END_AFTER_SECONDS - 10)
            await screen.type(words.unlock.passphrase, PASSPHRASE[:letters])
        assert process.ended == 0
        await screen.type(words.unlock.passphrase, PASSPHRASE)
        await screen.tap(words.unlock.unlock)
        await screen.later(END_AFTER_SECONDS - 60)
        assert screen.says(words.check_in.question)
        assert process.ended == 0


async def test_a_process_that_opened_nothing_stays(process: Process) -> None:
    async with process.window() as screen:
        await screen.later(10 * END_AFTER_SECONDS)
        assert process.ended == 0


async def test_a_lock_of_before_ends_nothing_that_was_opened_since_in_another_page(process: Process) -> None:
    async with process.window() as before:
        await unlocked(before)
        await before.disconnect()
    async with process.window() as screen:
        await screen.type(words.unlock.passphrase, PASSPHRASE)
        await screen.tap(words.unlock.unlock)
        await screen.later(END_AFTER_SECONDS - 20)
        await screen.go("/supports")
        await screen.later(40)
        assert process.ended == 0


@pytest.mark.parametrize(
    ("platform", "web", "closed"),
    [
        (ft.PagePlatform.LINUX, False, True),
        (ft.PagePlatform.MACOS, False, True),
        (ft.PagePlatform.WINDOWS, False, True),
        (ft.PagePlatform.ANDROID, False, False),
        (ft.PagePlatform.IOS, False, False),
        (ft.PagePlatform.LINUX, True, False),
    ],
)
def test_only_a_desktop_window_is_closed(platform: ft.PagePlatform, web: bool, closed: bool) -> None:
    ran: list[Any] = []
    window = SimpleNamespace(destroy="destroy")
    page: Any = SimpleNamespace(web=web, platform=platform, window=window, run_task=ran.append)
    End()(page)
    assert ran == (["destroy"] if closed else [])
    close_window(page)
