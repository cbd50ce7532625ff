"""The plan handed over on this screen: that text or the door, whatever is tried, and no key and no other word behind it."""

import gc
from collections.abc import Iterator
from typing import Any

import pytest

from app.domain.kept import Share
from app.exports.document import PlanDocument
from app.session import Session
from app.ui.screens.hidden import HiddenScreen
from app.ui.screens.shown_text import ShownTextScreen
from app.vault import Vault
from app.vault.keys import Keys
from app.words import plan_copy, shell
from app.words import unlock as door
from tests.headless.kit import Headless
from tests.session.lived_in import move_in
from tests.ui.screens.house import MANY_SCRIPTS, House, everything, unlock
from tests.ui.screens.lived_in import LivedIn, live_in
from tests.ui.screens.test_every_screen import name_of, pressables
from tests.ui.screens.test_forgetting import holding, of_the_fake_client, paths

SHOWN, PHRASE = "I water the " + "ferns", "kites above the " + "causeway"
TEXT = [
    "A plan to read",
    "My plan for hard times",
    "Signs it’s getting harder",
    "I stop cooking",
    "People I can ask for help",
    "Ana",
    "Call:",
    "+44 7700 900123",
    "Date: 21 November 2026",
    "Version 2",
    "Close",
]


@pytest.fixture
def written(house: House) -> LivedIn:
    return live_in(house)


async def at_the_form(screen: Headless, written: LivedIn, *lines: str) -> None:
    """Where it can begin."""
    await unlock(screen)
    await screen.go(written.shown_to)
    for line in lines:
        await screen.tap(line)
    await screen.tap("See what they will see")
    await screen.tap("Choose how to give it")
    await screen.tap("On this screen")


async def hand_over(screen: Headless, written: LivedIn) -> None:
    await at_the_form(screen, written, "I stop cooking", "Ana")
    await screen.tap("Lock and show")
    assert texts(screen) == TEXT


def texts(screen: Headless) -> list[str]:
    """What is read, without the marks that keep a number from left to right."""
    return [text.strip("\u2066\u2069\u200e") for text in screen.texts()]


async def test_before_it_begins_one_sentence_says_what_happens(house: House, written: LivedIn) -> None:
    async with house.window() as screen:
        await at_the_form(screen, written, "I stop cooking")
        assert screen.says(plan_copy.screen_before)
        assert screen.says("After 5 quiet minutes the text goes too, with a warning before.")
        assert not screen.says("Save the copy")
        assert screen.can_tap("Hide now")


async def test_it_begins_only_when_pressed_and_close_leads_to_the_door(
    house: House, written: LivedIn
) -> None:
    async with house.window() as screen:
        await hand_over(screen, written)
        assert screen.route == "/"
        assert [name_of(one) for one in pressables(screen)] == ["Close"]
        await screen.tap("Close")
        assert screen.says(door.title)
        assert not screen.says("I stop cooking")
        await screen.go("/plan")
        assert screen.says(door.title)


ASKED_FOR = ("/plan", "/hard", "/begin", "/recover", "/restore", "/settings", "/nowhere", "their own")
KEYS = ("Escape", "Enter", "Arrow Left", "Tab", "F1", "F5")


@pytest.mark.parametrize("path", ASKED_FOR)
async def test_no_address_leads_elsewhere(house: House, written: LivedIn, path: str) -> None:
    async with house.window() as screen:
        await hand_over(screen, written)
        await screen.go(written.shown_to if path == "their own" else path)
        assert texts(screen) == TEXT
        await screen.resize(1280, 800)
        assert texts(screen) == TEXT


@pytest.mark.parametrize("key", KEYS)
async def test_no_key_leads_elsewhere(house: House, written: LivedIn, key: str) -> None:
    async with house.window() as screen:
        await hand_over(screen, written)
        for held in ({}, {"shift": True}, {"ctrl": True}, {"ctrl": True, "shift": True}, {"alt": True}):
            await screen.press_key(key, **held)
            assert texts(screen) == TEXT


async def test_there_is_nothing_below_it_to_go_back_to(house: House, written: LivedIn) -> None:
    async with house.window(platform="android") as screen:
        await hand_over(screen, written)
        assert len(screen.page.views) == 1
        screen.client.tell(screen.client.tree.page, "view_pop", {"route": "/"}, always=True)
        await screen.settle()
        assert texts(screen) == TEXT


@pytest.mark.parametrize("how", ["keys", "reload", "another app"])
async def test_what_takes_it_away_leads_to_the_door(house: House, written: LivedIn, how: str) -> None:
    async with house.window(platform="android" if how == "another app" else "linux") as screen:
        await hand_over(screen, written)
        if how == "keys":
            await screen.press_key("H", ctrl=True, shift=True)
        elif how == "another app":
            await screen.hide()
            await screen.show()
        else:
            await screen.disconnect()
            assert (held(ShownTextScreen), held(PlanDocument)) == (0, 0)
            await screen.reconnect()
        assert screen.says(door.title)
        assert "I stop cooking" not in everything(screen)


async def test_a_tab_in_the_background_goes_on_showing_it(house: House, written: LivedIn) -> None:
    async with house.window(web=True) as screen:
        await hand_over(screen, written)
        await screen.hide()
        await screen.show()
        assert texts(screen) == TEXT


async def test_after_the_quiet_minutes_it_goes_with_a_warning_before(house: House, written: LivedIn) -> None:
    async with house.window() as screen:
        await hand_over(screen, written)
        await screen.later(4 * 60 + 35)
        assert screen.says(shell.going_soon)
        await screen.tap("I’m here")
        assert not screen.says(shell.going_soon)
        await screen.later(4 * 60)
        assert texts(screen) == TEXT
        await screen.later(70)
        assert screen.says(door.title)
        assert not screen.says(shell.going_soon)


async def test_whoever_moves_the_page_is_there(house: House, written: LivedIn) -> None:
    async with house.window() as screen:
        await hand_over(screen, written)
        (page,) = [seen.node for seen in screen._in_reach() if seen.node.get("on_scroll")]
        for _ in range(4):
            await screen.later(4 * 60)
            screen.client.tell(page, "scroll", moved())
            await screen.settle()
        assert texts(screen) == TEXT


def moved() -> dict[str, Any]:
    return {
        "event_type": "update",
        "pixels": 50.0,
        "min_scroll_extent": 0.0,
        "max_scroll_extent": 500.0,
        "viewport_dimension": 700.0,
        "scroll_delta": 10.0,
    }


async def test_what_was_being_said_does_not_outlive_it_nor_is_anything_said_on_it(
    house: House, written: LivedIn
) -> None:
    async with house.window() as screen:
        await at_the_form(screen, written, "I stop cooking", "Ana")
        app = app_of(screen)
        app.say("about Ana")
        await screen.tap("Lock and show")
        app.say("about Ana")
        app.go("/supports")
        await screen.settle()
        assert texts(screen) == TEXT
        assert screen.dialogs == []


def app_of(screen: Headless) -> Any:
    standing: Any = screen.page.on_keyboard_event
    return standing.__self__._window


async def test_that_it_was_shown_is_kept_and_told_as_given_to_nobody(house: House, written: LivedIn) -> None:
    async with house.window() as screen:
        await hand_over(screen, written)
        await screen.tap("Close")
        await unlock(screen)
        await screen.go(written.shown_to)
        shown = "On this screen, 21 November 2026, version 2. Shown, not given away"
        assert screen.says(shown)
        assert screen.says("Ana has this copy")  # the file of before
        await screen.go("/plan/share")
        await screen.submit("Another name", "Ben")
        here = screen.route
        await screen.tap("I stop cooking")
        await screen.tap("See what they will see")
        await screen.tap("Choose how to give it")
        await screen.tap("On this screen")
        await screen.tap("Lock and show")
        await screen.tap("Close")
        await unlock(screen)
        await screen.go("/plan/share")
        assert screen.can_tap(f"Ben, {shown}")
        await screen.go(here)
        assert screen.says("What Ben has seen")
        assert not screen.says("Ben has this copy")


async def test_what_cannot_be_kept_does_not_begin(house: House, written: LivedIn) -> None:
    async with house.window() as screen:
        await at_the_form(screen, written, "I stop cooking")
        with house.full():
            await screen.tap("Lock and show")
            assert screen.says(shell.disk_full)
        assert screen.can_tap("Lock and show")
        assert screen.can_tap("Hide now")


async def test_a_draft_of_before_is_there_after(house: House, written: LivedIn) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/support/new")
        await screen.type("Name", MANY_SCRIPTS)
        await screen.go("/")
        await screen.tap("Hide now")
        await screen.tap("Continue")
        await hand_over(screen, written)
        await screen.tap("Close")
        await unlock(screen)
        await screen.go("/support/new")
        assert screen.value("Name") == MANY_SCRIPTS


async def test_behind_it_no_key_is_held_and_no_word_but_what_is_shown(house: House) -> None:
    with house.session() as session:
        move_in(session, PHRASE)
        plan = session.safety_plan
        line = plan.add_item(plan.plan.parts[1], text=SHOWN, share=Share.MAY_BE_SHARED)
        mei = session.plan_copies.add("Mei")
        session.plan_copies.choose(mei, (line.id,), on=True)
    del session, plan
    everywhere = list(paths(house))
    async with house.window() as screen:
        await unlock(screen)
        for path in everywhere:
            await screen.go(path)
        await screen.go(f"/plan/share/copy/{mei.id}")
        await screen.tap("On this screen")
        assert held(Session)
        assert held(Keys)
        await screen.tap("Lock and show")
        await screen.settle()
        assert SHOWN in everything(screen)
        assert PHRASE not in everything(screen)
        assert (held(Session), held(Vault), held(Keys)) == (0, 0, 0)
        ours = set(map(id, (globals(), PHRASE)))
        assert holding(PHRASE, but=ours | of_the_fake_client(screen)) == []
        assert holding(SHOWN, but=ours | {id(line)} | of_the_fake_client(screen))
        await screen.tap("Close")
        ours |= {id(line)}
        assert holding(SHOWN, but=ours | of_the_fake_client(screen)) == []


def held(kind: type) -> int:
    """How many of that kind are alive that were not before the test: other tests of the process may keep some."""
    gc.collect()
    return sum(isinstance(one, kind) and id(one) not in _BEFORE for one in gc.get_objects())


_BEFORE: dict[int, Any] = {}
"""What was alive before the test, by its id. It is kept, so that no id is given twice."""


@pytest.fixture(autouse=True)
def known_before() -> Iterator[None]:
    gc.collect()
    kinds = (Session, Vault, Keys, PlanDocument, ShownTextScreen)
    _BEFORE.update((id(one), one) for one in gc.get_objects() if isinstance(one, kinds))
    yield
    _BEFORE.clear()


async def test_the_empty_page_stays_whatever_would_put_away_what_is_handed_over(house: House) -> None:
    async with house.window(platform="android") as screen:
        await unlock(screen)
        await screen.tap("Hide now")
        await screen.hide()
        await screen.show()
        await screen.press_key("H", ctrl=True, shift=True)
        assert screen.texts() == ["Nothing is open here.", "Continue"]
        assert app_of(screen).alone is HiddenScreen
