"""Words that are being typed: they survive whatever happens to the window, and after leaving they are nowhere."""

from collections.abc import Awaitable, Callable

import pytest

from tests.canary import Canary
from tests.headless.kit import Headless
from tests.ui.screens.house import House, Listener, everything, lock, unlock
from tests.ui.screens.lived_in import LivedIn, live_in

WORDS = "Half a sen"
FIELDS: dict[str, tuple[Callable[[LivedIn], str], str]] = {
    "a note": (lambda one: one.check_in, "Note"),
    "a new support": (lambda _: "/support/new", "Name"),
    "something that helps": (lambda _: "/tool/new", "What it is"),
    "its steps": (lambda one: one.tea.replace("/tool/", "/tool/change/"), "Steps"),
    "a note on a support": (lambda one: one.ana, "Note"),
    "a remark on a way": (lambda one: one.ana, "Good to know"),
    "what to say": (lambda one: one.entry, "What I could say"),
    "my sentence": (lambda _: "/plan", "My sentence"),
    "a part of my own": (lambda _: "/plan", "Name of your own part"),
    "the name of a part": (lambda one: one.signs, "Name of this part"),
    "a line of the emergency card": (lambda _: "/settings/emergency-card", "Line 2"),
    "the name on a copy": (lambda one: one.shown_to, "The name on the copy"),
    "the name of someone to show the plan to": (lambda _: "/plan/share", "Another name"),
}


async def _to(screen: Headless, path: str, field: str) -> None:
    """Go where the field is; the one of the form for another way comes with that form."""
    await screen.go(path)
    if field == FIELDS["a remark on a way"][1] and not screen.says(field):
        await screen.tap("Add a way to reach")


async def _another_place_and_back(screen: Headless, path: str) -> None:
    await screen.tap("Today")
    await screen.go(path)


async def _narrow_and_wide(screen: Headless, _: str) -> None:
    for width in (599, 601, 1099, 1101, 390):
        await screen.resize(width, 800)


async def _another_theme(screen: Headless, path: str) -> None:
    await screen.go("/settings")
    await screen.tap("Light or dark")
    await screen.tap("Dark")
    await screen.go(path)


async def _lock_and_unlock(screen: Headless, path: str) -> None:
    await lock(screen)
    await unlock(screen)
    await screen.go(path)


async def _loss_and_return(screen: Headless, path: str) -> None:
    await screen.disconnect()
    await screen.reconnect()
    await unlock(screen)
    await screen.go(path)


async def _hard_and_back(screen: Headless, _: str) -> None:
    await screen.tap("When it’s hard")
    await screen.press_key("Escape")


SURVIVED: list[Callable[[Headless, str], Awaitable[None]]] = [
    _another_place_and_back,
    _narrow_and_wide,
    _another_theme,
    _lock_and_unlock,
    _loss_and_return,
    _hard_and_back,
]


@pytest.mark.parametrize(
    "happens", SURVIVED, ids=lambda happens: happens.__name__.strip("_").replace("_", " ")
)
async def test_words_being_typed_survive(
    house: House, happens: Callable[[Headless, str], Awaitable[None]]
) -> None:
    written = live_in(house)
    async with house.window() as screen:
        await unlock(screen)
        for path, field in FIELDS.values():
            await _to(screen, path(written), field)
            await screen.type(field, WORDS)
            screen._focused = None
            await happens(screen, path(written))
            assert (field, screen.value(field)) == (field, WORDS)


async def test_a_half_typed_line_stays_in_its_field_where_the_window_only_turns(house: House) -> None:
    written = live_in(house)
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(written.signs)
        await screen.type("Add a line", WORDS)
        await screen.tap("Change: I hide the post")
        await screen.type("Your words", "I hide")
        screen._focused = None
        await _narrow_and_wide(screen, "")
        assert screen.value("Add a line") == WORDS
        assert screen.value("Your words") == "I hide"


async def test_words_survive_a_process_that_is_simply_dropped(house: House) -> None:
    written = live_in(house)
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(written.signs)
        await screen.type("Add a line", WORDS)
        await screen.tap("Change: I hide the post")
        await screen.type("Your words", "I hide")
        await screen.later(2)
        files = {path.name: path.read_bytes() for path in house.folder.iterdir()}
    for path in house.folder.iterdir():
        path.unlink()
    for name, content in files.items():
        (house.folder / name).write_bytes(content)
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(written.signs)
        assert screen.value("Add a line") == WORDS
        assert screen.value("Your words") == "I hide"


@pytest.mark.parametrize("leave", ["Lock now", "Hide now"])
async def test_after_leaving_no_control_and_no_message_holds_what_was_typed(
    house: House, listener: Listener, canary: Canary, leave: str
) -> None:
    phrase = str(canary)
    written = live_in(house)
    async with house.window() as screen:
        await unlock(screen)
        for path, field in FIELDS.values():
            await _to(screen, path(written), field)
            await screen.type(field, phrase)
        await screen.go(written.ana)
        await screen.tap("Address")
        await screen.submit("Address", phrase)
        await screen.go(written.signs)
        await screen.submit("Add a line", phrase)
        await screen.tap(f"Delete: {phrase}")
        await screen.go("/settings")
        mark = len(listener.heard)
        await screen.tap(leave)
        await screen.later(60)
        assert phrase not in everything(screen)
        assert phrase not in listener.since(mark)
