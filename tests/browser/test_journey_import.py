"""Check-ins of another app come in, are found on Today and in History, and are taken back."""

import re
from pathlib import Path

from playwright.async_api import Locator, expect

from tests.browser.kit import PATIENCE_SECONDS, Window
from tests.browser.steps import begin, has

TABLE = (
    "full_date,date,weekday,time,mood,activities,note\n"
    "2026-03-02,March 2,Monday,20:30,fantastic,walk | tea,first\n"
    "2026-03-03,March 3,Tuesday,20:30,blergh,walk,second\n"
    "2026-03-04,March 4,Wednesday,20:30,good,calm,third\n"
)


async def test_check_ins_of_another_app_come_in_and_are_taken_back(window: Window, tmp_path: Path) -> None:
    file = tmp_path / "daylio.csv"
    file.write_text(TABLE, encoding="utf-8")
    await begin(window)
    await to_import(window)
    await window.type("File from the other app", str(file))
    await window.tap("Look at this file")
    await has(window, "heading", "Which mood is which?")
    await window.tap("Go on")
    await window.says("2 words are still open.")
    await window.tap("fantastic: Very good")
    await window.tap("blergh: Hard")
    await window.tap("Go on")
    await window.says("From 2 March 2026 to 4 March 2026.")
    await window.says("None of them is here yet.")
    await window.tap("Bring them in")
    await window.says("3 check-ins are here now.")
    await window.tap("Today")
    await expect(shown_as(window, "blergh")).to_have_count(1, timeout=PATIENCE_SECONDS * 1000)
    await to_days(window)
    await expect(shown_as(window, "fantastic")).to_have_count(1, timeout=PATIENCE_SECONDS * 1000)
    await window.tap("Today")
    await to_import(window)
    await window.page.get_by_role("button", name=re.compile("^Take back the import of ")).click()
    await window.says("The import was taken back.")
    await window.tap("Today")
    await window.says("Your check-ins will be listed here.")
    await to_days(window)
    await expect(shown_as(window, "fantastic")).to_have_count(0, timeout=PATIENCE_SECONDS * 1000)


async def to_import(window: Window) -> None:
    """From Today to the page for imports."""
    await has(window, "heading", "How is it right now?")
    await window.tap("Settings")
    await window.tap("Bring in check-ins from another app")
    await has(window, "heading", "Bring in check-ins")


async def to_days(window: Window) -> None:
    """To the list of all check-ins."""
    await window.tap("Patterns")
    await window.tap("Days")
    await has(window, "heading", "My check-ins")


def shown_as(window: Window, mood: str) -> Locator:
    """The row of the check-in with that word for its mood."""
    return window.page.get_by_role("button", name=re.compile(f"^{mood}, "))
