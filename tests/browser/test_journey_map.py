"""The map by keyboard alone, by the accessibility tree alone, and by a finger."""

from math import hypot

import pytest
from playwright.async_api import FloatRect, expect

from tests.browser.kit import PATIENCE_SECONDS, Window
from tests.browser.process import AppProcess
from tests.browser.seeding import seed_usual
from tests.browser.steps import has, press, unlock

ANA = "Open Ana, Close, Person, number 1 in my safety net"
ANA_FURTHER = "Open Ana, Around me, Person, number 1 in my safety net"
CHOIR = "Open Ñandú choir, Around me, Group, number 2 in my safety net"


@pytest.fixture
def app_process(app_process: AppProcess) -> AppProcess:
    seed_usual(app_process.vault)
    return app_process


async def test_the_map_needs_no_pointer(window: Window) -> None:
    await unlock(window)
    await press(window, "Supports", "Enter")
    await has(window, "heading", "My supports")
    await press(window, "Map", "Enter")
    await has(window, "button", ANA)
    await press(window, ANA, "Shift+ArrowDown")
    await has(window, "button", ANA_FURTHER)
    await window.says("Ana: Around me.")
    await expect_focus(window, ANA_FURTHER)
    await window.press_key("Shift+ArrowUp")
    await has(window, "button", ANA)
    await expect_focus(window, ANA)
    for _ in range(13):
        await window.press_key("Shift+ArrowRight")
    await window.says("Ana: Close.")
    await expect_focus(window, ANA)
    await window.press_key("Enter")
    await has(window, "heading", "Ways to reach")
    await window.press_key("Escape")
    await press(window, "Map", "Enter")
    await press(window, ANA, "Shift+ArrowDown")
    await has(window, "button", ANA_FURTHER)
    await press(window, "Undo", "Enter")
    await has(window, "button", ANA)


async def test_the_map_is_driven_and_read_by_its_accessibility_tree(window: Window) -> None:
    await unlock(window)
    await window.tap("Supports")
    await window.tap("Map")
    await window.says("A map with 4 marks around you. The list of supports says the same in words.")
    await has(window, "button", CHOIR)
    await window.tap("Move one with buttons")
    await window.tap("Which one: Nobody chosen yet")
    await window.toggle("Ñandú choir")
    await has(window, "button", "Closer")
    await window.tap("Closer")
    await has(window, "button", CHOIR.replace("Around me", "Close"))
    await window.says("Ñandú choir: Close.")
    await window.tap("Undo")
    await has(window, "button", CHOIR)
    await window.tap("Narrow down")
    await window.toggle("We both give and receive")
    await window.says("Only: We both give and receive. 4 supports are hidden.")
    await window.tap("Show all")
    await window.tap(ANA)
    await has(window, "heading", "Ways to reach")


async def test_a_finger_drags_a_mark_and_scrolls_the_page_beside_it(window: Window) -> None:
    await unlock(window)
    await window.tap("Supports")
    await window.tap("Map")
    await has(window, "button", ANA)
    await window.picture("map-before-touch")  # it has come to rest
    client = await window.page.context.new_cdp_session(window.page)

    async def stroke(x: float, y: float, across: float, down: float) -> None:
        def touch(kind: str, *points: tuple[float, float]) -> dict[str, object]:
            return {"type": kind, "touchPoints": [{"x": a, "y": b} for a, b in points]}

        await client.send("Input.dispatchTouchEvent", touch("touchStart", (x, y)))
        for step in range(1, 13):
            at = x + across * step / 12, y + down * step / 12
            await client.send("Input.dispatchTouchEvent", touch("touchMove", at))
        await client.send("Input.dispatchTouchEvent", touch("touchEnd"))

    mark = await box_of(window, "button", ANA)
    around = await box_of(window, "group", "A map with")
    x, y = mark["x"] + 24, mark["y"] + 24
    outward_x, outward_y = x - (around["x"] + around["width"] / 2), y - (around["y"] + around["height"] / 2)
    far = hypot(outward_x, outward_y)
    await stroke(x, y, 70 * outward_x / far, 70 * outward_y / far)
    moved = window.page.get_by_role("button", name="Open Ana, Further out").or_(
        window.page.get_by_role("button", name="Open Ana, Around me")
    )
    await expect(moved).to_have_count(1, timeout=PATIENCE_SECONDS * 1000)
    await window.says("Ana: ")


async def box_of(window: Window, role: str, name: str) -> FloatRect:
    """Where on the page what has that role and name is."""
    box = await window.page.get_by_role(role, name=name).bounding_box()  # type: ignore[arg-type]  # one of its literals
    assert box is not None
    return box


async def expect_focus(window: Window, name: str) -> None:
    """Wait until what has that name has the keyboard."""
    focused = window.page.locator(":focus")
    await expect(focused).to_have_accessible_name(name, timeout=PATIENCE_SECONDS * 1000)
