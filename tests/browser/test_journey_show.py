"""The plan handed over on this very screen: whatever is pressed or asked for, it is that text or the door."""

from pathlib import Path

import pytest
from playwright.async_api import expect

from app.words import browser_window
from tests.browser.kit import Window
from tests.browser.process import AppProcess
from tests.browser.seeding import seed_usual
from tests.browser.steps import has, unlock

SHOWN, NUMBER, KEPT = "I stop answering messages.", "+36 30 123 4567", "This has passed before."
KEYS = ("Escape", "Shift+ArrowLeft", "Alt+ArrowDown", "Control+k", "Tab")


@pytest.fixture
def app_process(tmp_path: Path) -> AppProcess:
    app = AppProcess(tmp_path)
    seed_usual(app.vault)
    return app


async def test_nothing_leads_from_the_text_to_anything_else(window: Window) -> None:
    await unlock(window)
    await hand_over(window)
    await stands(window)
    for key in KEYS:
        await window.press_key(key)
    await stands(window)
    await window.back()
    await window.back()
    await stands(window)
    await a_second_tab_shows_nothing(window)
    await stands(window)
    await by_the_address_bar(window)
    await window.back()
    await window.says("Welcome back")
    await window.says_no_more(SHOWN)


async def hand_over(window: Window) -> None:
    await window.tap("Plan")
    await window.tap("Show it to someone")
    await has(window, "heading", "Show my plan to someone")
    await window.submit("Another name", "Mei")
    await has(window, "heading", "Mei")
    await window.tap("Take everything that may be shared")
    await has(window, "button", "Take nothing")
    await window.tap(KEPT)
    await has(window, "checkbox", KEPT, chosen=False)
    await window.tap("See what they will see")
    await has(window, "heading", "This is what they will see")
    await window.tap("Choose how to give it")
    await has(window, "heading", "How to give it")
    await window.tap("On this screen")
    await window.says("Holdfast locks, only this text stays on the screen")
    await window.tap("Lock and show")
    await has(window, "button", "Close")


async def stands(window: Window) -> None:
    """The text is there, read by its headings, and nothing else can be pressed than what leaves it."""
    await has(window, "heading", "My plan for hard times")
    await has(window, "heading", "People I can ask for help")
    await window.says(SHOWN)
    await window.says(NUMBER)
    await expect(window.page.get_by_role("button")).to_have_count(1)
    for role in ("link", "tab", "textbox"):
        await expect(window.page.get_by_role(role)).to_have_count(0)
    assert KEPT not in " ".join(await window.texts())


async def a_second_tab_shows_nothing(window: Window) -> None:
    tab = await window.page.context.new_page()
    await tab.goto(window.page.url)
    await expect(tab.locator("body")).to_contain_text(browser_window.elsewhere)
    assert SHOWN not in await tab.content()
    await tab.close()


async def by_the_address_bar(window: Window) -> None:
    await window.page.goto(await window.page.evaluate("document.baseURI") + "plan/share")
    await window._listen()
    await window.says("Welcome back")
    await window.says_no_more(SHOWN)
