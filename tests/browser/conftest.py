"""A browser for the whole run, a window for each test, and what is kept of a window whose test failed."""

import os
import shutil
from collections.abc import AsyncIterator, Generator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, async_playwright
from pytest_asyncio import is_async_test

from tests.browser.kit import ANNOUNCED_FROM_THE_START, HEARD_FROM_THE_START, PICTURES, Window
from tests.browser.opened import Opened
from tests.browser.process import AppProcess

FULL = os.environ.get("HOLDFAST_FULL") == "1"
NO_BROWSER = (
    "no Chromium here: install it (Debian and Ubuntu: apt install chromium), or name one in HOLDFAST_CHROMIUM"
)
KNOWN_PLACES = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
)
ARGUMENTS = [
    *("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
    *(
        "--disable-component-update",
        "--disable-sync",
        "--host-resolver-rules=MAP rebound.test 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ),
]

_failed = pytest.StashKey[bool]()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One event loop for all of them, since they share one browser."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.browser)
            if is_async_test(item):
                item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.when == "call":
        item.stash[_failed] = report.failed
    return report


def chromium() -> str | None:
    """The Chromium to use: the one that HOLDFAST_CHROMIUM names, else one in a usual place, else None."""
    named = os.environ.get("HOLDFAST_CHROMIUM")
    return next(
        (found for place in ([named] if named else KNOWN_PLACES) if (found := shutil.which(place))), None
    )


def needed_chromium() -> str:
    """The same; without one the test is skipped, or fails where all tests are to be run."""
    found = chromium()
    if found is not None:
        return found
    if FULL:
        pytest.fail(NO_BROWSER)
    pytest.skip(NO_BROWSER)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """A headless Chromium that can look up no name but this machine's own."""
    found = needed_chromium()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield browser
        await browser.close()


@pytest.fixture
def app_process(tmp_path: Path) -> AppProcess:
    """The app over a vault of this test's own, not yet started."""
    return AppProcess(tmp_path)


@pytest_asyncio.fixture(loop_scope="session")
async def opened() -> AsyncIterator[Opened]:
    """The app as it opens a browser by itself, not yet started, in a folder that others may look into."""
    with TemporaryDirectory(dir="/tmp" if os.name == "posix" else None) as folder:  # noqa: S108  # no other is open to all
        Path(folder).chmod(0o755)  # noqa: ASYNC240  # a folder of this machine
        one = Opened(Path(folder))
        try:
            yield one
        finally:
            await one.end()


@pytest_asyncio.fixture(loop_scope="session")
async def window(
    browser: Browser, app_process: AppProcess, request: pytest.FixtureRequest
) -> AsyncIterator[Window]:
    """The app in a window of the size of a phone. The test fails if the page reaches elsewhere or the app complains."""
    context = await browser.new_context(
        accept_downloads=True, reduced_motion="reduce", service_workers="block"
    )
    await context.add_init_script(HEARD_FROM_THE_START)
    await context.add_init_script(ANNOUNCED_FROM_THE_START)
    await context.tracing.start(snapshots=True)
    window = Window(await context.new_page(), app_process)
    try:
        await window.open()
        yield window
        complaints, left = window.app.complaints, window.watch.left
        if request.node.stash.get(_failed, True) or complaints or left:
            await keep(window, context, request.node.name)
    except AssertionError:
        await keep(window, context, request.node.name)
        raise
    finally:
        await context.close()
        await app_process.end()
    assert not left, f"the page reached elsewhere: {left}"
    assert not complaints, f"the app complained: {complaints}"


async def keep(window: Window, context: BrowserContext, test: str) -> None:
    """Put what the window looked like, said and did into a folder of its own."""
    folder = PICTURES / "failed" / "".join(sign if sign.isalnum() else "-" for sign in test)
    folder.mkdir(parents=True, exist_ok=True)
    await window.page.screenshot(path=folder / "screen.png")
    (folder / "tree.txt").write_text(await window.tree(), encoding="utf-8")
    (folder / "console.txt").write_text("\n".join(window.watch.console), encoding="utf-8")
    (folder / "app.log").write_text(window.app.log, encoding="utf-8")
    (folder / "requests.txt").write_text(
        "\n".join(
            [
                *(f"left: {url}" for url in window.watch.left),
                *(f"held back: {url}" for url in window.watch.held_back),
            ]
        ),
        encoding="utf-8",
    )
    await context.tracing.stop(path=folder / "trace.zip")
