"""The locked page in Firefox, where there is one: opened from a file without a network, it shows every word or refuses."""

import asyncio
import json
import os
from pathlib import Path

import pytest

from app import words
from app.exports.locked_page import locked_page
from app.vault import locked_line
from tests.browser.firefox import FirefoxPage, firefox, page_in_firefox
from tests.exports.sample import copy_for_a_peer, words_of

PASSPHRASE = "ember lantern plural orbit velvet gosling"
PATIENCE_SECONDS = 30
SAID = words.locked_page


@pytest.mark.skipif(firefox() is None, reason="no Firefox here: name one in HOLDFAST_FIREFOX")
@pytest.mark.skipif(os.name == "nt", reason="its launcher there does not say where it listens")
async def test_firefox_opens_it_without_a_network_and_refuses_other_words(tmp_path: Path) -> None:
    found = firefox()
    assert found is not None
    copy = copy_for_a_peer()
    page = tmp_path / "locked.html"
    page.write_bytes(locked_page(copy, PASSPHRASE, locked_line))
    async with page_in_firefox(found, tmp_path) as window:
        await window.open(page.as_uri())
        assert await window.evaluate("document.title") == SAID.title
        await submit(window, "other words than these")
        await says(window, SAID.not_opened)
        await submit(window, f" {PASSPHRASE.upper()}  ")
        await says(window, copy.title)
        shown = spaced(await window.evaluate("document.body.innerText"))
        assert [word for word in words_of(copy) if spaced(word) not in shown] == []


async def submit(window: FirefoxPage, typed: str) -> None:
    await window.evaluate(
        f"(field => {{ field.value = {json.dumps(typed)}; field.form.requestSubmit(); }})"
        "(document.querySelector('input[type=password]'))"
    )


async def says(window: FirefoxPage, text: str) -> None:
    """Wait until the page says that."""
    look = f"document.body.innerText.replace(/\\s+/g, ' ').includes({json.dumps(spaced(text))})"
    again = "setTimeout(look, 50)"
    async with asyncio.timeout(PATIENCE_SECONDS):
        await window.evaluate(
            f"new Promise(seen => {{ const look = () => {look} ? seen(true) : {again}; look(); }})"
        )


def spaced(text: str) -> str:
    return " ".join(text.split())
