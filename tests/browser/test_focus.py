"""Where the keyboard is: every control shows it, and Tab goes on as one reads."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.browser.focus import is_seen
from tests.browser.frame import PHONE, PHONE_DARK_LARGE, Frame
from tests.browser.heard import UNSEEN
from tests.browser.kit import Window
from tests.browser.process import AppProcess
from tests.browser.seeding import seed_usual
from tests.browser.steps import TWO_PAINTS, at, to, unlock

SCREENS = {
    "/": "How is it right now?",
    "/plan": "My plan",
    "/settings": "Settings",
    "/supports": "My supports",
    "/history": "My check-ins",
    "/support/new": "Add a support",
}
STOPS = 8
_PLACE = """() => { const one = document.activeElement, box = one.getBoundingClientRect();
  return { name: one.getAttribute('aria-label') ?? one.innerText ?? '', x: box.x, y: box.y + box.height / 2 } }"""
_MOST = 150


@pytest.fixture
def app_process(tmp_path: Path) -> AppProcess:
    app = AppProcess(tmp_path)
    seed_usual(app.vault)
    return app


@pytest.mark.parametrize(
    ("frame", "path"),
    [(PHONE, "/"), (PHONE, "/plan"), (PHONE_DARK_LARGE, "/settings")],
    ids=["today", "plan", "settings-dark-large"],
)
async def test_whatever_has_the_keyboard_shows_it(window: Window, frame: Frame, path: str) -> None:
    await unlock(window)
    await window.frame(frame)
    await at(window, path, SCREENS[path])
    for _ in range(STOPS):
        await window.press_key("Tab")
        await window.page.evaluate(TWO_PAINTS)
        await is_seen(window)


async def test_a_place_in_the_bar_shows_that_it_has_the_keyboard(window: Window) -> None:
    await unlock(window)
    for place in ("Today", "Supports"):
        await to(window, place)
        await is_seen(window)


async def test_tab_goes_on_as_one_reads(window: Window) -> None:
    """From top to bottom, and from left to right where things stand beside each other."""
    await unlock(window)
    for path, heading in SCREENS.items():
        await at(window, path, heading)
        unseen = await window.page.evaluate(UNSEEN)
        await window.page.set_viewport_size({"width": PHONE.width, "height": PHONE.height + unseen})
        await to(window, "When it’s hard")
        passed: list[dict[str, Any]] = []
        while len(passed) < _MOST:
            passed.append(await window.page.evaluate(_PLACE))
            if passed[-1]["name"] == "Growing":
                break
            await window.press_key("Tab")
            await window.page.evaluate(TWO_PAINTS)
        assert len(passed) > 8
        for one, other in pairwise(passed):
            below, beside = other["y"] - one["y"], other["x"] - one["x"]
            assert below > 1 or (below > -30 and beside > 0), (path, one, other)
        await window.frame(PHONE)
