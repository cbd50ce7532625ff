"""When a window of Chromium first shows what it was opened for, as an instant of the wall clock of this machine.

First paint is the first frame in which the tree that a screen reader is given, which Flutter writes in the frame that it
paints, holds something to read or to type into that the app itself has put there. A page that only loads has no such
thing. It is the same for each app; only what is looked for is named.
"""

import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from playwright.async_api import Browser, BrowserContext, Page, async_playwright

from tests.browser.conftest import ARGUMENTS, chromium
from tests.browser.kit import HEARD_FROM_THE_START

MOST_MS = 60_000

_WATCH = """(() => {
  const wanted = %r;
  const is = one => (one.getAttribute('aria-label') ?? one.textContent ?? '').includes(wanted);
  const look = () => {
    if (![...document.querySelectorAll('flt-semantics, flt-semantics *')].some(is)) return requestAnimationFrame(look);
    window.firstPaint = performance.timeOrigin + performance.now();
  };
  requestAnimationFrame(look);
})()"""

_ASKED = """() => performance.getEntriesByType('resource').map(one => [one.name, one.decodedBodySize])"""


@asynccontextmanager
async def browser() -> AsyncIterator[Browser]:
    """A Chromium that runs before anything is measured. AssertionError where there is none."""
    place = chromium()
    assert place is not None, "no Chromium here"
    async with async_playwright() as playwright:
        one = await playwright.chromium.launch(executable_path=place, args=ARGUMENTS)
        try:
            yield one
        finally:
            await one.close()


async def opened(context: BrowserContext, address: str, wanted: str) -> tuple[Page, float]:
    """Open an address in a new tab. Return the tab, and the second of the first paint of what is wanted."""
    page = await context.new_page()
    await page.add_init_script(HEARD_FROM_THE_START)
    await page.add_init_script(_WATCH % wanted)
    await page.goto(address)
    painted = await page.wait_for_function("() => window.firstPaint", timeout=MOST_MS)
    return page, float(await painted.json_value()) / 1000


async def asked_for(page: Page) -> tuple[int, int]:
    """How many files the page has asked for besides its document, and how many bytes they have."""
    files: list[tuple[str, int]] = await page.evaluate(_ASKED)
    return len(files), sum(size for _, size in files)


def compiled(folder: Path) -> dict[str, str]:
    """The environment of an app whose modules are compiled at its first start, as a person's are, in this folder."""
    return {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(folder)}


def free_port() -> int:
    """A port that the plain one has in each round, so that the browser knows its address again."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])
