"""The app as a person starts it: it opens a browser by itself, through ``webbrowser`` and BROWSER, and that browser is asked."""

import asyncio
import os
import re
import shlex
import signal
import stat
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from playwright.async_api import Browser, Page, async_playwright

from tests.browser.process import ROOT, START_SECONDS

POLL_SECONDS = 0.05
PATIENCE_SECONDS = 30
_OPENER = """#!/bin/sh
echo $$ >{told}/pid
printf '%s\\n' "$@" >{told}/arguments.part
for one; do cp "${{one#file://}}" {told}/link 2>/dev/null; done
mv {told}/arguments.part {told}/arguments
while [ -e {told}/wait ]; do sleep 0.05; done
exec {command} "$@" >>{told}/browser.log 2>&1
"""


class Opened:
    """One app that opened one browser, in a folder that others may look into."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.profile, self.vault = folder, folder / "profile", folder / "vault"
        self._told = folder / "told"
        self._told.mkdir()
        self.temporary = folder / "temporary"
        self.temporary.mkdir()
        self.temporary.chmod(0o1777)
        self._app = ["main.py", "--browser"]
        self._opener = folder / "opener"
        self._process: Process | None = None

    @property
    def pid(self) -> int:
        """The number of the app's process."""
        assert self._process is not None
        return self._process.pid

    @property
    def log(self) -> str:
        """What the app wrote on standard error."""
        return (self._told / "app.log").read_text(encoding="utf-8")

    @property
    def arguments(self) -> str:
        """What the browser was asked to open."""
        return (self._told / "arguments").read_text(encoding="utf-8").strip()

    @property
    def entry(self) -> str:
        """The one-time address, as the file says it that leads there."""
        found = re.search(r"url=([^\"]+)", (self._told / "link").read_text(encoding="utf-8"))
        assert found
        return found[1]

    def starts(self, front_door: str) -> None:
        """From now on start this instead of the app's own front door."""
        self._app = [front_door]

    async def start(self, command: Sequence[str], *, hold: bool = False) -> None:
        """Start the app and wait until it asks for a browser; with ``hold`` none is opened before ``go_on``."""
        told = shlex.quote(str(self._told))
        self._opener.write_text(_OPENER.format(told=told, command=shlex.join(command)), encoding="utf-8")
        self._opener.chmod(stat.S_IRWXU)
        if hold:
            (self._told / "wait").touch()
        with (self._told / "app.log").open("wb") as log:
            self._process = await asyncio.create_subprocess_exec(
                *(sys.executable, *self._app, "--vault", str(self.vault)),
                cwd=ROOT,
                stderr=log,
                env={
                    **os.environ,
                    "BROWSER": f"{self._opener} %s",
                    "TMPDIR": str(self.temporary),
                    "PYTHONUNBUFFERED": "1",
                },
            )
        await until_there(self._told / "arguments", START_SECONDS)

    def go_on(self) -> None:
        """Let the browser open."""
        (self._told / "wait").unlink()

    async def ended(self) -> int:
        """Wait for the end of the app; its exit code."""
        assert self._process is not None
        async with asyncio.timeout(PATIENCE_SECONDS):
            return await self._process.wait()

    async def closed(self) -> None:
        """Wait until the browser has written all it wants to keep, and is gone."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while self._has_browser():  # noqa: ASYNC110  # nobody else tells
                await asyncio.sleep(POLL_SECONDS)

    async def end(self) -> None:
        """End the browser and the app, as far as they have not ended."""
        (self._told / "wait").unlink(missing_ok=True)
        if self._has_browser():
            os.kill(self._browser_pid, signal.SIGTERM)
        await self.end_app()
        await self.closed()

    async def end_app(self) -> None:
        """Ask the app to end, if it has not."""
        if self._process is not None and self._process.returncode is None:
            self._process.terminate()
            await self.ended()

    @property
    def _browser_pid(self) -> int:
        return int((self._told / "pid").read_text(encoding="ascii"))

    def _has_browser(self) -> bool:
        with suppress(ProcessLookupError, FileNotFoundError):
            os.kill(self._browser_pid, 0)
            return True
        return False


def of_a_person(profile: Path) -> list[str]:
    """How a Chromium is started that is a person's own: with a profile that it keeps, and tabs that it would open again."""
    keeping = f"--user-data-dir={profile}"
    return [
        "--headless=new",
        keeping,
        "--remote-debugging-port=0",
        "--restore-last-session",
        "--window-size=800,1000",
    ]


@asynccontextmanager
async def in_chromium(opened: Opened) -> AsyncIterator[tuple[Browser, Page]]:
    """The Chromium that was opened, and the page of the app in it. It is closed as a person closes it."""
    listens = opened.profile / "DevToolsActivePort"
    await until_there(listens, PATIENCE_SECONDS)
    port = listens.read_text(encoding="ascii").split()[0]
    async with async_playwright() as playwright:
        browser = await playwright.chromium.connect_over_cdp(f"http://127.0.0.1:{port}")
        try:
            yield browser, await _page_of_the_app(browser)
        finally:
            closing = await browser.new_browser_cdp_session()
            await closing.send("Browser.close")


async def _page_of_the_app(browser: Browser) -> Page:
    async with asyncio.timeout(PATIENCE_SECONDS):
        while True:
            for page in browser.contexts[0].pages:
                if re.fullmatch(r"http://127\.0\.0\.1:\d+/[\w-]{32}/", page.url):
                    await page.wait_for_function("'flet' in globalThis && document.readyState === 'complete'")
                    return page
            await asyncio.sleep(POLL_SECONDS)


async def until_there(file: Path, seconds: float) -> None:
    """Wait until a file of another process is there and says something."""
    async with asyncio.timeout(seconds):
        while not _says_something(file):  # noqa: ASYNC110  # nobody else tells
            await asyncio.sleep(POLL_SECONDS)


def _says_something(file: Path) -> bool:
    return file.exists() and bool(file.read_bytes().strip())
