"""Some years of check-ins, in the full form 22,000 of them in 20 years, looked back over by days, month and year, searched, narrowed, and put right."""

import asyncio
import re
import secrets
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app import example
from app import session as sessions
from tests.browser.conftest import FULL
from tests.browser.heard import faults
from tests.browser.kit import PATIENCE_SECONDS, Window
from tests.browser.process import AppProcess
from tests.browser.steps import PASSPHRASE, has, unlock

YEARS, A_DAY = (20, 3) if FULL else (3, 2)
PAGE = 40
PAINTED = """async () => {
  for (let times = 0; times < 20; times++) await new Promise(requestAnimationFrame);
}"""


@pytest.fixture
def app_process(tmp_path: Path) -> AppProcess:
    """The app over a vault with some years of check-ins up to now."""
    app = AppProcess(tmp_path)
    session = sessions.create(
        app.vault, PASSPHRASE, clock=lambda: datetime.now(UTC), chance=secrets.token_bytes
    )
    example.write(session._unlocked.vault, datetime.now(UTC), years=YEARS, per_day=A_DAY)
    session.lock()
    return app


async def rows(window: Window) -> int:
    """How many check-ins stand on the page."""
    return await window.page.get_by_role("button", name=re.compile(r", \d+ \w+ 20\d\d, ")).count()


async def test_years_are_looked_back_over_searched_and_put_right(window: Window) -> None:
    await unlock(window)
    await window.tap("Patterns")
    await window.tap("Days")
    await has(window, "heading", "My check-ins")
    await scrolled_to_more(window)
    await window.tap("Month")
    await has(window, "heading", f"{datetime.now(UTC):%B %Y}")
    assert await faults(window) == []
    await window.tap("Year")
    await has(window, "heading", f"{datetime.now(UTC):%Y}")
    assert await faults(window) == []
    last_year = str(datetime.now(UTC).year - 1)
    await window.tap(last_year)
    await has(window, "heading", last_year)
    await window.page.get_by_role("button", name=re.compile("^March: ")).click()
    last_march = f"March {last_year}"
    await has(window, "heading", last_march)
    await window.page.get_by_role("button", name=re.compile(f"12 {last_march}, ")).click()
    await has(window, "heading", "My check-ins")
    first = window.page.get_by_role("button", name=re.compile(rf", 12 {last_march}, ")).first
    await first.click()
    await has(window, "heading", "Check-in")
    await window.type("Note", "The lantern by the quay")
    await window.tap("Done")
    await window.page.get_by_role("button", name=re.compile("The lantern by the quay")).wait_for()
    await window.tap("Days")
    await window.submit("Find words in all years", "quay LANTERN")
    await window.says("One check-in found.")
    assert await rows(window) == 1
    await window.submit("Find words in all years", "")
    await window.says_no_more("One check-in found.")
    await window.tap("Narrow down")
    await window.toggle("Very hard")
    await window.tap("Show what matches")
    await window.says("Narrowed down in one way")
    assert await faults(window) == []


async def scrolled_to_more(window: Window) -> None:
    """Turn the wheel to the end, until more than one page of check-ins has come. A high window shows them all."""
    size = window.page.viewport_size
    assert size is not None
    async with asyncio.timeout(2 * PATIENCE_SECONDS):
        found = 0
        while found <= PAGE:
            await window.page.mouse.move(195, 600)
            await window.page.mouse.wheel(0, 20_000)
            await painted(window)
            await window.page.set_viewport_size({**size, "height": 16_000})
            await painted(window)
            found = await rows(window)
            await window.page.set_viewport_size(size)


async def painted(window: Window) -> None:
    """Wait until the page has been painted a few times."""
    await window.page.evaluate(PAINTED)
