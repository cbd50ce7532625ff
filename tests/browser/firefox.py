"""A headless Firefox as it is installed, driven over WebDriver BiDi (https://www.w3.org/TR/webdriver-bidi/) on this machine's loopback."""

import asyncio
import json
import os
import re
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from websockets.asyncio.client import ClientConnection, connect

START_SECONDS = 60
_LISTENS = re.compile(rb"WebDriver BiDi listening on (ws://\S+)")
_PREFERENCES = {
    "network.proxy.type": 1,
    "network.proxy.socks": "127.0.0.1",
    "network.proxy.socks_port": 9,
    "datareporting.policy.dataSubmissionEnabled": False,
    "app.update.enabled": False,
    "browser.sessionstore.interval": 500,
}
"""Whatever it asks of a network goes nowhere: to a port of this machine where nobody answers. It soon keeps what is open."""


def firefox() -> str | None:
    """The Firefox to use: the one that HOLDFAST_FIREFOX names, else one in a usual place, else None."""
    named = os.environ.get("HOLDFAST_FIREFOX")
    places = [named] if named else ["firefox-esr", "firefox"]
    return next((found for place in places if (found := shutil.which(place))), None)


class FirefoxPage:
    """One page of one Firefox."""

    def __init__(self, connection: ClientConnection, context: str = "", sent: int = 0) -> None:
        self._connection, self._sent = connection, sent
        self._context = context

    async def open(self, address: str) -> None:
        """Load an address."""
        if not self._context:
            await self._ask("session.new", capabilities={})
            tree = await self._ask("browsingContext.getTree")
            self._context = tree["contexts"][0]["context"]
        await self._ask("browsingContext.navigate", context=self._context, url=address, wait="complete")

    async def evaluate(self, script: str) -> Any:
        """What a script of one expression gives: text, a number, a truth or nothing."""
        told = await self._ask(
            "script.evaluate", expression=script, target={"context": self._context}, awaitPromise=True
        )
        if told["type"] != "success":
            raise AssertionError(told["exceptionDetails"]["text"])
        return told["result"].get("value")

    async def type(self, text: str) -> None:
        """Type, key by key, into what has the keyboard."""
        keys = [{"type": kind, "value": sign} for sign in text for kind in ("keyDown", "keyUp")]
        acts = [{"type": "key", "id": "keyboard", "actions": keys}]
        await self._ask("input.performActions", context=self._context, actions=acts)

    async def another(self) -> "FirefoxPage":
        """Open another tab. From now on only that one is asked."""
        made = await self._ask("browsingContext.create", type="tab")
        return FirefoxPage(self._connection, made["context"], self._sent)

    async def _ask(self, method: str, **params: Any) -> dict[str, Any]:
        self._sent += 1
        await self._connection.send(json.dumps({"id": self._sent, "method": method, "params": params}))
        while True:
            told: dict[str, Any] = json.loads(await self._connection.recv())
            if told.get("id") == self._sent:
                if told["type"] == "error":
                    raise AssertionError(f"{method}: {told['error']}")
                return dict(told["result"])


@asynccontextmanager
async def page_in_firefox(found: str, folder: Path) -> AsyncIterator[FirefoxPage]:
    """A page in a new Firefox with a profile of its own in this folder, and no network."""
    profile = folder / "profile"
    profile.mkdir()
    lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in _PREFERENCES.items())
    (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
    process = await asyncio.create_subprocess_exec(
        *(found, "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"),
        env=os.environ | {"HOME": str(folder)},
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        async with asyncio.timeout(START_SECONDS):
            address = await _address(process)
        async with connect(f"{address}/session", max_size=None, proxy=None) as connection:
            yield FirefoxPage(connection)
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


async def in_the_window(page: FirefoxPage) -> None:
    """Wait until the page behind the one-time address has given way to that of the app."""
    async with asyncio.timeout(START_SECONDS):
        here = False
        while not here:
            with suppress(AssertionError):  # the one page goes while it is asked
                here = await page.evaluate("'flet' in globalThis && document.readyState === 'complete'")


async def _address(process: asyncio.subprocess.Process) -> str:
    assert process.stderr is not None
    async for line in process.stderr:
        found = _LISTENS.search(line)
        if found:
            return found[1].decode()
    raise AssertionError("Firefox ended before it could be asked anything")
