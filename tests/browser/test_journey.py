"""The whole way: from the first word typed to the copy that a peer is shown, and everything is there the next day."""

import asyncio
import json
import re
import shutil
import unicodedata
from asyncio.subprocess import PIPE

from playwright.async_api import expect

from tests.browser.kit import Saved, Window
from tests.browser.steps import (
    PASSPHRASE,
    add_more,
    add_support,
    check_in,
    has,
    holds,
    in_list,
    open_part,
    unlock,
    write_line,
)
from tests.canary import Canary
from tests.exports.sample import text_of, unspaced

ZOE, CHOIR = "Zoë Łukasz", "Ñandú choir"
NUMBERS = {ZOE: "+48 22 123 45 67", CHOIR: "+54 11 4321-9876"}
SHARED = {
    "Signs it’s getting harder": "Δεν απαντώ στα μηνύματα, λέει η Ἑλένη",
    "What I can do on my own": "Я завариваю чай и держу тёплую чашку",
    "People and places that take my mind off it": "The big window in the library",
    "Services and lines": "La línea de pares, por la tarde",
    "Making my space safer": "Turn on all the lights",
}
ASKED = "People I can ask for help"
KEPT_BACK_IN = "Making my space safer"
SENTENCE = "Ça va passer – it has passed before"


async def test_what_was_typed_is_on_the_copy_and_there_after_a_restart(
    canary: Canary, window: Window
) -> None:
    secret = f"Only for me {canary}"
    await choose_a_passphrase(window)
    await check_in_twice(window)
    await add_two_supports(window)
    await order_the_net(window)
    await describe_the_check_in(window, note=f"Rain on the roof {canary}")
    await write_the_plan(window, secret)
    copy = await take_a_copy(window, secret, called=f"Noor {canary}")
    await holds_what_was_chosen(copy, secret, called=f"Noor {canary}")
    await nothing_of_it_is_in_the_browser(window, str(canary))

    await window.restart()
    await unlock(window)
    await everything_is_there(window, secret, note=f"Rain on the roof {canary}")
    await nothing_of_it_is_in_the_browser(window, str(canary))


# ---------------------------------------------------------------- on the way


async def choose_a_passphrase(window: Window) -> None:
    await window.says("There is no account. Nothing is sent anywhere.")
    await window.tap("Choose a passphrase")
    await window.says("Type it once more")
    await window.type("Passphrase", "password1")
    await window.type("Type it once more", "password1")
    await window.says("Too easy to guess.")
    await window.tap("Lock it and begin")
    await window.says("This one is too easy to guess.")
    assert not window.app.vault.exists()

    await window.tap("Suggest one for me")
    await window.says("Here is one. Write it down before you go on.")
    offered = [said for said in await window.texts() if re.fullmatch(r"[a-z]+( [a-z]+){5}", said)]
    assert len(offered) == 1
    await window.tap("Lock it and begin")
    await window.says("The two are not the same.")

    await window.type("Passphrase", PASSPHRASE)
    await window.type("Type it once more", PASSPHRASE)
    await window.tap("Lock it and begin")
    await window.says("Your check-ins will be listed here.")


async def check_in_twice(window: Window) -> None:
    await check_in(window, "Very good")
    await window.tap("Undo")
    await window.says("Taken back.")
    await window.says("Your check-ins will be listed here.")
    await check_in(window, "Hard")
    await add_more(window)
    await in_list(window, "Feelings", "hopeful")
    await window.toggle("Medium")
    await window.tap("Done")
    await has(window, "heading", "Lately")


async def add_two_supports(window: Window) -> None:
    await window.tap("Supports")
    await window.says("You can start with a place or an activity.")
    await add_support(window, ZOE, NUMBERS[ZOE])
    await add_support(window, CHOIR, NUMBERS[CHOIR], kind="Group")


async def order_the_net(window: Window) -> None:
    await window.tap("Safety net")
    await window.tap(f"Add {ZOE}")
    await has(window, "heading", f"1. {ZOE}")
    await window.tap(f"Add {CHOIR}")
    await has(window, "heading", f"2. {CHOIR}")
    await window.tap("Change the order")
    await window.tap(f"Move up {CHOIR}")
    await window.says(f"{CHOIR} is now number 1.")
    await window.tap("Done")
    await has(window, "heading", f"1. {CHOIR}")


async def describe_the_check_in(window: Window, *, note: str) -> None:
    await window.tap("Today")
    await window.says("Lately")
    await open_the_check_in(window)
    await in_list(window, "Feelings: hopeful", "tired")
    await in_list(window, "Who with", ZOE)
    await window.type("Note", note)
    await window.tap("Done")
    await window.says("Lately")
    await has_checked_in(window)


async def open_the_check_in(window: Window) -> None:
    await window.page.get_by_role("button", name=re.compile("^Hard, ")).click()
    await window.says("Everything here is saved as you go.")


async def has_checked_in(window: Window) -> None:
    line = window.page.get_by_role("button", name=re.compile(r"^Hard, .*, hopeful, tired$"))
    await expect(line).to_have_count(1)


async def write_the_plan(window: Window, secret: str) -> None:
    await window.tap("Plan")
    await window.says("It’s easier to write this on a calmer day.")
    for part, line in SHARED.items():
        await open_part(window, part)
        if part == KEPT_BACK_IN:
            await write_line(window, secret)
        await window.toggle("New lines may be shared")
        await write_line(window, line)
        await window.tap("Done")
        await has(window, "heading", "My plan")
    await open_part(window, ASKED)
    await window.toggle("New lines may be shared")
    await window.tap(f"Add {ZOE}")
    await has(window, "button", f"Delete: {ZOE}")
    await window.tap("Done")
    await window.type("My sentence", SENTENCE)
    await window.toggle("May be shared")
    await has(window, "switch", "May be shared", chosen=True)


async def take_a_copy(window: Window, secret: str, *, called: str) -> Saved:
    await window.tap("Show it to someone")
    await window.tap(f"Show it to {ZOE}")
    await window.says("Nothing is chosen at first.")
    assert secret not in "".join(await window.texts())
    await window.tap("Take everything that may be shared")
    await window.says("Take nothing")
    await window.type("The name on the copy", called)
    await window.tap("See what they will see")
    await has(window, "heading", "This is what they will see")
    await has(window, "heading", "This stays with you")
    await window.says("1 line · Marked “Only me”")
    said = " ".join(await window.texts())
    expected = [*SHARED, *SHARED.values(), ASKED, ZOE, NUMBERS[ZOE], SENTENCE, called]
    assert [words for words in expected if words not in said] == []
    assert secret not in said
    await window.tap("Choose how to give it")
    await has(window, "heading", "How to give it")
    await window.toggle("PDF, not locked")
    await window.says("This copy will not be locked.")
    saved = await window.download("Save the copy")
    await window.says("The copy is saved.")
    return saved


async def holds_what_was_chosen(copy: Saved, secret: str, *, called: str) -> None:
    expected = [*SHARED, *SHARED.values(), ASKED, ZOE, NUMBERS[ZOE], SENTENCE, called]
    assert re.fullmatch(r"plan-\d{4}-\d{2}\.pdf", copy.name)
    for text in [text_of(copy.content), *await second_reading(copy.content)]:
        printed = plain(text)
        assert [words for words in expected if plain(words) not in printed] == []
        assert [words for words in (secret, CHOIR, "Rain on the roof") if plain(words) in printed] == []


async def second_reading(pdf: bytes) -> list[str]:
    """The text as poppler reads it, where that is installed."""
    if shutil.which("pdftotext") is None:
        return []
    reader = await asyncio.create_subprocess_exec("pdftotext", "-", "-", stdin=PIPE, stdout=PIPE)
    read, _ = await reader.communicate(pdf)
    return [read.decode()]


def plain(text: str) -> str:
    return unspaced(unicodedata.normalize("NFC", text))


# ---------------------------------------------------------------- the next day


async def everything_is_there(window: Window, secret: str, *, note: str) -> None:
    await has_checked_in(window)
    await open_the_check_in(window)
    for role, name in (
        ("radio", "Hard"),
        ("radio", "Medium"),
    ):
        await has(window, role, name, chosen=True)
    for name in ("Feelings: hopeful, tired", f"Who with: {ZOE}"):
        await has(window, "button", name)
    await holds(window, "Note", note)

    await window.tap("Supports")
    await window.says("My supports")
    await window.tap("Safety net")
    for place, name in enumerate((CHOIR, ZOE), start=1):
        await has(window, "heading", f"{place}. {name}")
        await window.says(NUMBERS[name])

    await window.tap("Plan")
    await window.tap("Read my plan")
    await has(window, "heading", ASKED)
    said = " ".join(await window.texts())
    expected = [*SHARED, *SHARED.values(), secret, ASKED, ZOE, NUMBERS[ZOE], SENTENCE]
    assert [words for words in expected if words not in said] == []


# ---------------------------------------------------------------- silence


async def nothing_of_it_is_in_the_browser(window: Window, phrase: str) -> None:
    """Files, logs and the app's output are searched by the canary itself, and requests by the window."""
    assert phrase not in "\n".join(window.watch.console)
    assert window.watch.held_back == []
    kept = await window.page.evaluate(
        """async () => JSON.stringify([
          {...localStorage}, {...sessionStorage}, document.cookie, document.title, history.state, location.href,
          (await indexedDB.databases()).map(one => one.name), await caches.keys(),
        ])"""
    )
    assert phrase not in kept
    assert json.loads(kept)[6:] == [[], []]
