"""At the door: reloading, hiding, a second tab and a wrong passphrase."""

import asyncio
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.async_api import expect

from tests.browser.kit import PATIENCE_SECONDS, Window
from tests.browser.steps import (
    PASSPHRASE,
    add_more,
    add_support,
    begin,
    check_in,
    has,
    holds,
    open_part,
    unlock,
    write_line,
)

NUMBER = "+36 30 123 4567"
EMPTY_PAGE = {"Nothing is open here.", "Continue"}


async def test_a_reload_locks_and_keeps_the_words_that_were_being_typed(window: Window) -> None:
    await begin(window)
    await check_in(window, "In between")
    await add_more(window)
    await window.type("Note", "Half a sentence that")
    await window.reload()
    await window.says("Welcome back")
    assert "Half a sentence" not in " ".join(await window.texts())
    await unlock(window)
    await window.page.get_by_role("button", name="In between,").click()
    await window.says("Everything here is saved as you go.")
    await holds(window, "Note", "Half a sentence that")


async def test_hiding_shows_an_empty_page_at_once_even_while_something_is_said(window: Window) -> None:
    await begin(window)
    await window.tap("Plan")
    await open_part(window, "What I can do on my own")
    await write_line(window, "Carry water to the garden")
    await window.tap("Delete: Carry water to the garden")
    await window.says("Line deleted.")
    await window.type("Add a line", "Begun and not added")
    await window.tap("Hide now")
    await nothing_but_the_empty_page(window)
    await window.tap("Continue")
    await unlock(window)
    await window.tap("Plan")
    await open_part(window, "What I can do on my own", lines="1 line")
    await has(window, "button", "Delete: Begun and not added")


async def test_hiding_takes_a_name_from_the_foot_of_the_window(window: Window) -> None:
    await begin(window)
    await window.tap("Supports")
    await window.says("You can start with")
    await add_support(window, "Ilona", NUMBER)
    await window.tap("Safety net")
    await window.tap("Add Ilona")
    await window.tap("Change for Ilona")
    await window.tap("Take out of my safety net")
    await window.says("Ilona is no longer in your safety net.")
    await window.press_key("Control+Shift+H")
    await nothing_but_the_empty_page(window)


async def test_a_second_tab_is_told_that_the_app_is_open(window: Window) -> None:
    await begin(window)
    for address, sentence in (
        (window.app.address, "This address has already been used."),
        (window.page.url, "Holdfast is open in another tab."),
    ):
        second = await window.page.context.new_page()
        await second.goto(address)
        await expect(second.get_by_text(sentence)).to_be_visible()
        await second.close()
    await check_in(window, "Good")


async def test_a_wrong_passphrase_is_named_as_such_and_the_right_one_opens(window: Window) -> None:
    await begin(window)
    await window.tap("Hide now")
    await window.tap("Continue")
    await window.says("Welcome back")
    await window.submit("Passphrase", PASSPHRASE.upper())
    await window.says("This passphrase does not open it.")
    await unlock(window)


@pytest.mark.skipif(
    not Path("/proc/net/tcp").exists(), reason="this system does not list its sockets in /proc"
)
async def test_it_listens_on_this_machine_alone(window: Window) -> None:
    await begin(window)
    assert listening(window.app.pid) == [f"0100007F:{urlsplit(window.app.address).port:04X}"]


async def test_text_is_laid_out_and_painted_in_one_thread(window: Window) -> None:
    """With shared memory Flutter uses two, over one cache of glyphs without a lock: letters go astray."""
    assert await window.page.evaluate("[crossOriginIsolated, typeof SharedArrayBuffer]") == [
        False,
        "undefined",
    ]


def listening(pid: int) -> list[str]:
    """Address and port, as Linux lists them, of every socket on which a process waits to be spoken to."""
    held = {link.readlink().name for link in Path(f"/proc/{pid}/fd").iterdir() if link.is_symlink()}
    waiting = {
        "tcp": "0A",
        "tcp6": "0A",
        "udp": "07",
        "udp6": "07",
    }  # TCP_LISTEN, and UDP that is not connected
    lines = [(kind, line.split()) for kind in waiting for line in _listed(pid, kind)]
    return [line[1] for kind, line in lines if line[3] == waiting[kind] and f"socket:[{line[9]}]" in held]


def _listed(pid: int, kind: str) -> list[str]:
    return Path(f"/proc/{pid}/net/{kind}").read_text(encoding="ascii").splitlines()[1:]


async def nothing_but_the_empty_page(window: Window) -> None:
    """Wait until nothing else can be read. What was announced before stands for a moment more where only ears are."""
    await has(window, "heading", "Nothing is open here.")
    async with asyncio.timeout(PATIENCE_SECONDS):
        while (said := set(await window.texts())) != EMPTY_PAGE:
            assert said > EMPTY_PAGE
            await window.page.evaluate("() => new Promise(requestAnimationFrame)")
