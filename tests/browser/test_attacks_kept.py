"""What a browser keeps on the disk of what was typed and shown: nothing, in none of its files, also not in part.

Another page is open in the same browser and does with a phrase of its own all that makes a browser keep it. Once
that phrase stands in the browser's folder, ours would, too.
"""

import asyncio
import json
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import pytest_asyncio
from playwright.async_api import Page

from tests.browser.conftest import ARGUMENTS, chromium
from tests.browser.firefox import firefox
from tests.browser.kept import kept
from tests.browser.kit import HEARD_FROM_THE_START, Window
from tests.browser.opened import Opened, in_chromium, of_a_person
from tests.browser.steps import add_more, begin, check_in, has
from tests.browser.strangers import Stranger

PASSPHRASE = "wevrodnipkul hazy otters mend the harbour"
NOTE = "jibqatfoxwem by the river"
NAME = "hucvelzygnor Person"
CONTROL = "dyxmopkufwiz"
LEAK = f"""document.title = localStorage.one = sessionStorage.one = "{CONTROL}";
history.pushState(null, "", "/{CONTROL}");
document.body.innerHTML = "<textarea></textarea>";
document.querySelector("textarea").focus();"""


async def write(window: Window, name: str, text: str) -> None:
    """Type as a person does, into the page."""
    await window._fields(name).first.click()
    await window.page.wait_for_function("document.activeElement.matches('input, textarea')")
    await window.page.keyboard.press("Control+A")
    await window.page.keyboard.insert_text(text)


async def test_chromium_keeps_nothing(opened: Opened) -> None:
    found = chromium()
    if found is None:
        pytest.skip("no Chromium here")
    with Stranger() as stranger:
        await opened.start([found, *ARGUMENTS, *of_a_person(opened.profile), f"--log-net-log={opened.folder / 'net.json'}"])
        async with in_chromium(opened) as (browser, page):
            await browser.contexts[0].add_init_script(HEARD_FROM_THE_START)
            window = Window(page, opened)
            await window.reload()
            await live(window)
            other = await browser.contexts[0].new_page()
            await other.goto(stranger.origin)
            await other.evaluate(LEAK)
            await other.keyboard.insert_text(CONTROL)
            await other.reload()
        await opened.closed()
    assert {"History", "Sessions", "Session Storage", "Local Storage"} <= {
        part for file in kept(opened.profile, CONTROL) for part in Path(file).parts
    }
    for phrase in (PASSPHRASE, NOTE, NAME):
        assert kept(opened.profile, phrase.split()[0]) == []
    with sqlite3.connect(opened.profile / "Default" / "History") as history:
        rows = history.execute("select url, title from urls").fetchall()
    print(rows)
    net = json.loads((opened.folder / "net.json").read_text())
    names = {n: t for t, n in net["constants"]["logEventTypes"].items()}
    import collections
    c = collections.Counter()
    for e in net["events"]:
        t = names[e["type"]]; p = e.get("params", {})
        if t in ("URL_REQUEST_START_JOB",): c[t, p.get("url"), p.get("initiator")] += 1
        elif "CONNECT" in t or "HOST_RESOLVER" in t or "PRECONNECT" in t.upper() or "UDP" in t: c[t, str(p)[:150]] += 1
    open("/tmp/w/att/net.txt", "w").write("\n".join(f"{n} {k}" for k, n in sorted(c.items(), key=str)))


async def live(window: Window) -> None:
    """Type the phrases, see them, load the page again, and see them once more."""
    await begin_with_keys(window)
    await check_in(window, "Good")
    await add_more(window)
    await write(window, "Note", NOTE)
    await window.tap("Done")
    await window.tap("Supports")
    await window.tap("Add a support")
    await window.says("For example: a friend, a choir, the park.")
    await write(window, "Name", NAME)
    await window.toggle("Person")
    await window.tap("Save support")
    await has(window, "heading", NAME)
    await window.reload()
    await window.says("Welcome back")
    await write(window, "Passphrase", PASSPHRASE)
    await window.tap("Show what I type")
    await window.tap("Unlock")
    await window.says("How is it right now?")
    await window.tap("Supports")
    await window.tap(f"Open {NAME}, Person")
    await has(window, "heading", NAME)


async def begin_with_keys(window: Window) -> None:
    await window.tap("Choose a passphrase")
    await window.says("Type it once more")
    await write(window, "Passphrase", PASSPHRASE)
    await write(window, "Type it once more", PASSPHRASE)
    await window.tap("Lock it and begin")
    await window.says("How is it right now?")
