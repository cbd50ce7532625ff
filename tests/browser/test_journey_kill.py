"""The app is killed at the worst moments; what was saved is there, and so are the words that were being typed."""

import asyncio
from pathlib import Path

from app.ui.trying import NAME
from tests.browser.kit import PATIENCE_SECONDS, Window
from tests.browser.steps import add_more, begin, check_in, holds, unlock

POLL_SECONDS = 0.02


async def test_a_check_in_outlives_a_kill_at_the_moment_it_is_said_to_be_saved(window: Window) -> None:
    await begin(window)
    await check_in(window, "Very hard")
    await window.kill()
    await window.restart()
    await unlock(window)
    await window.says("Very hard,")


async def test_words_being_typed_outlive_a_kill(window: Window) -> None:
    await begin(window)
    await check_in(window, "Good")
    await add_more(window)
    before = files(window.app.vault)
    await window.type("Note", "We sat by the river and")
    await sealed(window, before)
    await window.kill()
    await window.restart()
    await unlock(window)
    await window.page.get_by_role("button", name="Good,").click()
    await window.says("Everything here is saved as you go.")
    await holds(window, "Note", "We sat by the river and")


async def test_an_example_that_was_killed_is_gone_at_the_next_start(window: Window) -> None:
    await window.tap("Look at an example first")
    await window.says("This is an example. Nothing in it is real.")
    await window.kill()
    example = window.app.vault.with_name(f"{window.app.vault.name}{NAME}")
    assert files(example)
    await window.restart()
    await window.says("A place to hold on to")
    assert not example.exists()
    assert not window.app.vault.exists()


async def sealed(window: Window, before: set[tuple[str, int, int]]) -> None:
    """Wait until the vault's files are others than before, and until the app has ended what it was doing then.

    The app seals without pausing for anything else, so once it answers a request, it has sealed.
    """
    async with asyncio.timeout(PATIENCE_SECONDS):
        while files(window.app.vault) == before:  # noqa: ASYNC110  # another process writes them and tells nobody
            await asyncio.sleep(POLL_SECONDS)
    await window.page.evaluate("async () => (await fetch(location.href)).status")


def files(folder: Path) -> set[tuple[str, int, int]]:
    """Name, size and time of change of every file."""
    return {(path.name, (stat := path.stat()).st_size, stat.st_mtime_ns) for path in folder.iterdir()}
