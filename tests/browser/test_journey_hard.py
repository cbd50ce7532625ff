"""A hard moment by keyboard alone, heard through the accessibility tree, with text at 200 % in a window of 320 pixels."""

from pathlib import Path

import pytest

from app import session as sessions
from app.domain.support import WayKind
from tests.browser.frame import Frame
from tests.browser.heard import controls
from tests.browser.kit import Window
from tests.browser.process import AppProcess
from tests.browser.seeding import fresh
from tests.browser.steps import PASSPHRASE, has, press

SMALL_LARGE = Frame(name="small-large", width=320, height=640, text_percent=200)
KEY = "F8"
TEA = ("Fill the kettle", "Choose a cup")
_LISTEN = """() => { window.announced = []; new MutationObserver(changes => changes.forEach(change =>
  change.addedNodes.forEach(one => window.announced.push(one.textContent.replace(/\\s+/g, ' ').trim()))))
  .observe(document.querySelector('flt-announcement-host'), { childList: true, subtree: true }); }"""
_ANNOUNCED = "words => window.announced.some(said => said.includes(words))"


@pytest.fixture
def app_process(tmp_path: Path) -> AppProcess:
    """A vault with own words, one thing at hand, and a helper whose number is an emergency number."""
    app = AppProcess(tmp_path)
    session = fresh(app.vault)
    session.safety_plan.change(one_line="It has passed before.")
    session.coping_tools.pin(session.coping_tools.add(name="Tea", steps=TEA))
    neighbours = session.supports.add("Ana", ways=(session.supports.way(WayKind.CALL, "112"),))
    session.safety_net.add(neighbours.id)
    session.lock()
    assert sessions.exists(app.vault)
    return app


async def test_a_hard_moment_by_keyboard_alone_with_large_text_in_a_small_window(window: Window) -> None:
    await window.frame(SMALL_LARGE)
    await window.says("Welcome back")
    await window.page.evaluate(_LISTEN)
    await from_a_field_while_locked(window)
    await one_step_at_a_time(window)
    await out_of_a_dialog(window)


async def from_a_field_while_locked(window: Window) -> None:
    """The field at the door has the keyboard; the key works in it, and what was typed is still there."""
    await window.page.get_by_label("Passphrase", exact=True).focus()
    await window.page.keyboard.type(PASSPHRASE[:6])
    await window.press_key(KEY)
    await has(window, "heading", "When it’s hard")
    await press(window, "One step at a time", "Enter")
    await said(window, "Breathe slowly Step 1 of 4 Let your shoulders drop.")
    await window.press_key("Escape")
    await has(window, "heading", "When it’s hard")
    await window.press_key("Escape")
    await window.says("Welcome back")
    await window.submit("Passphrase", PASSPHRASE)
    await window.says("How is it right now?")


async def one_step_at_a_time(window: Window) -> None:
    await window.press_key(KEY)
    await has(window, "heading", "Reach someone")
    await press(window, "One step at a time", "Space")
    await said(window, "My own words It has passed before.")
    assert await window.focused() == "Next"
    await window.look("hard-step")
    for n, step in enumerate(TEA, start=1):
        await window.press_key("Enter")
        await said(window, f"What helps me Tea Step {n} of 2 {step}")
    assert await window.focused() == "Try the next one"
    assert [one.name for one in await controls(window) if one.right > SMALL_LARGE.width] == []
    await window.press_key("Space")
    await said(window, "Breathe slowly Step 1 of 4 Let your shoulders drop.")
    await press(window, "Back one", "Enter")
    await said(window, f"What helps me Tea Step 2 of 2 {TEA[1]}")
    await press(window, "In danger? See the emergency number", "Enter", back=True)
    await said(window, "If you or someone else may be in danger now")
    await press(window, "Enough for now", "Enter")
    await has(window, "heading", "Reach someone")


async def out_of_a_dialog(window: Window) -> None:
    await window.press_key("Escape")
    await window.says("How is it right now?")
    await press(window, "Supports", "Enter")
    await has(window, "heading", "My supports")
    await press(window, "Safety net", "Enter")
    await has(window, "heading", "Safety net")
    await press(window, "Call Ana", "Enter")
    await window.says("Call 112 now?")
    await window.press_key(KEY)
    await has(window, "heading", "When it’s hard")
    await window.says_no_more("Call 112 now?")


async def said(window: Window, words: str) -> None:
    """Wait until the page's one heading says this, and a screen reader was told so."""
    await has(window, "heading", words)
    await window.page.wait_for_function(_ANNOUNCED, arg=words)
