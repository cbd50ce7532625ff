"""What a browser keeps on the disk of what was typed and shown: nothing, in none of its files, also not in part.

Another page is open in the same browser and does with a phrase of its own all that makes a browser keep it. Once
that phrase stands in the browser's folder, ours would, too.
"""

import asyncio
import os
import secrets
import sqlite3
import time
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from app import session as sessions
from tests.browser.conftest import ARGUMENTS, needed_chromium
from tests.browser.firefox import FirefoxPage, firefox, page_in_firefox
from tests.browser.kept import NetLog, kept
from tests.browser.kit import HEARD_FROM_THE_START, Window
from tests.browser.opened import PATIENCE_SECONDS, POLL_SECONDS, Opened, in_chromium, of_a_person
from tests.browser.process import AppProcess
from tests.browser.steps import add_more, check_in, has
from tests.browser.strangers import Stranger

PASSPHRASE = "wevrodnipkul hazy otters mend the harbour"
NOTE = "jibqatfoxwem by the river"
NAME = "hucvelzygnor Person"
CONTROL = "dyxmopkufwiz"
TYPED = "gubnexqotsim"
LEAKED_TO = "http://elsewhere.example/picture"
LEAK = f"""document.title = localStorage.one = sessionStorage.one = "{CONTROL}";
history.pushState(null, "", "/{CONTROL}");
document.body.innerHTML = "<form action=/search/><textarea name=one></textarea></form><img src='{LEAKED_TO}'>";
document.head.innerHTML = "<link rel=icon href='/{CONTROL}.png'>";
document.querySelector("textarea").focus();"""
FIELDS_ARE_PRIVATE = """[...document.querySelectorAll('input, textarea')].every(one =>
  one.autocomplete === 'off' && !one.spellcheck && one.getAttribute('writingsuggestions') === 'false' && one.form)"""
PAINTS = """new Promise(seen => {
  const paint = left => left ? requestAnimationFrame(() => paint(left - 1)) : seen();
  paint(30);
})"""


async def write(window: Window, name: str, text: str) -> None:
    """Type as a person does, into the page."""
    await window._fields(name).first.click()
    await window.page.wait_for_function("document.activeElement.matches('input, textarea')")
    await window.page.keyboard.press("Control+A")
    await window.page.keyboard.insert_text(text)


async def test_chromium_keeps_nothing_and_asks_nobody_else(opened: Opened) -> None:
    found = needed_chromium()
    log = opened.folder / "net.json"
    with Stranger() as stranger:
        await opened.start([found, *ARGUMENTS, *of_a_person(opened.profile), f"--log-net-log={log}"])
        async with in_chromium(opened) as (browser, page):
            await browser.contexts[0].add_init_script(HEARD_FROM_THE_START)
            window = Window(page, opened)  # type: ignore[arg-type]  # only its log is read
            origin, base = await page.evaluate("[location.origin, document.baseURI]")
            await window.reload()
            await live(window)
            other = await browser.contexts[0].new_page()
            await other.goto(stranger.origin)
            await other.evaluate(LEAK)
            await other.keyboard.insert_text(TYPED)
            await other.goto(f"{stranger.origin}/away")
        await opened.closed()
    places = {part for file in kept(opened.profile, CONTROL) for part in Path(file).parts}
    assert places >= {"History", "Sessions", "Session Storage", "Local Storage", "Cache_Data"}
    assert "Sessions" in {part for file in kept(opened.profile, TYPED) for part in Path(file).parts}
    for phrase in (PASSPHRASE, NOTE, NAME):
        assert kept(opened.profile, phrase.split()[0]) == []
    said_by_history(opened.profile / "Default" / "History", "urls", base)
    net = NetLog(log)
    assert {LEAKED_TO} <= net.asked_by(stranger.origin), "the log would not show it"
    inside = (base, base.replace("http", "ws", 1))
    assert {url for url in net.asked_by(origin) if not url.startswith(inside)} <= {opened.entry}
    assert [url for url in net.asked if "autofill" in url] == [], (
        "the browser was made to ask its maker about fields"
    )
    for key in (opened.entry.rpartition("/")[2], base.split("/")[-2]):
        assert [url for url in net.asked if key in url and urlsplit(url).netloc not in origin] == []


@pytest.mark.skipif(firefox() is None, reason="no Firefox here: name one in HOLDFAST_FIREFOX")
@pytest.mark.skipif(os.name == "nt", reason="its launcher there does not say where it listens")
async def test_firefox_keeps_nothing(app_process: AppProcess, tmp_path: Path) -> None:
    found = firefox()
    assert found is not None
    profile = tmp_path / "profile"
    sessions.create(
        app_process.vault, PASSPHRASE, clock=lambda: datetime.now(UTC), chance=secrets.token_bytes
    ).lock()
    await app_process.start()
    try:
        with Stranger() as stranger:
            async with page_in_firefox(found, tmp_path) as page:
                await page.open(app_process.address)
                base = await live_in_firefox(page)
                other = await page.another()
                await other.open(stranger.origin)
                await other.evaluate(f"void (() => {{ {LEAK} }})()")
                await other.type(TYPED)
                async with asyncio.timeout(PATIENCE_SECONDS):
                    while not kept(profile / "sessionstore-backups", TYPED):  # noqa: ASYNC110  # nobody else tells
                        await asyncio.sleep(POLL_SECONDS)
        for phrase in (PASSPHRASE, NOTE):
            assert kept(profile, phrase.split()[0]) == []
        said_by_history(profile / "places.sqlite", "moz_places", base)
    finally:
        await app_process.end()


async def live_in_firefox(page: FirefoxPage) -> str:
    """Unlock with the passphrase shown, type a note, and load the page again; returns the path of the window."""
    await hear(page)
    await unlock_in(page)
    await tap(page, "Good")
    await tap(page, "Add more")
    await write_in(page, "Note", NOTE)
    base: str = await page.evaluate("document.baseURI")
    await page.evaluate("location.reload()")
    await hear(page)
    await write_in(page, "Passphrase", PASSPHRASE)
    return base


async def unlock_in(page: FirefoxPage) -> None:
    """Type the passphrase and look at it."""
    await write_in(page, "Passphrase", PASSPHRASE)
    await tap(page, "Show what I type")
    await there(page, "document.querySelector('input[type=text]')")
    await tap(page, "Unlock")


async def there(page: FirefoxPage, what: str) -> None:
    """Wait until an expression gives something."""
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        with suppress(AssertionError):  # one page may just give way to another
            if await page.evaluate(f"Boolean({what})"):
                return
        await asyncio.sleep(POLL_SECONDS)
    raise AssertionError(f"{what}\n{await page.evaluate('document.body.innerText')}")


async def hear(page: FirefoxPage) -> None:
    """Ask for the tree of a screen reader, once the page is there."""
    await there(page, "document.querySelector('flt-semantics-placeholder') && !globalThis.heard")
    await page.evaluate(
        "void (globalThis.heard = document.querySelector('flt-semantics-placeholder').click() ?? true)"
    )


async def tap(page: FirefoxPage, name: str) -> None:
    """Press what has that name."""
    one = f"[...document.querySelectorAll('flt-semantics')].findLast(one => (one.ariaLabel ?? one.innerText).trim() === '{name}')"
    await there(page, one)
    await page.evaluate(f"void {one}.click()")


async def write_in(page: FirefoxPage, name: str, text: str) -> None:
    """Type into the field of that name."""
    one = f'document.querySelector(\'input[aria-label="{name}"], textarea[aria-label="{name}"]\')'
    await there(page, one)
    await page.evaluate(PAINTS)
    await page.evaluate(f"void ({one}.focus(), {one}.click())")
    await there(page, f"document.activeElement === {one}")
    await page.evaluate(PAINTS)  # Flutter listens a moment after
    await page.type(text)
    await page.evaluate(PAINTS)
    await there(page, f"{one}.value.toLowerCase() === '{text.lower()}'")


def said_by_history(database: Path, table: str, base: str) -> None:
    """The history of a browser names no screen: only that Holdfast was open, and how many addresses it had."""
    with closing(sqlite3.connect(database)) as history:
        rows = history.execute(f"select url, title from {table}").fetchall()  # noqa: S608  # our own name of a table
    inside = {url.removeprefix(base): title for url, title in rows if url.startswith(base)}
    assert len(inside) > 1, "it keeps no history that could be looked at"
    assert all(not address or address.isdecimal() for address in inside)
    assert {title for title in inside.values() if title} == {"Holdfast"}


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
    assert await window.page.evaluate(FIELDS_ARE_PRIVATE)
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
