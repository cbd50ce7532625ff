"""Whether a person sees which control has the keyboard: where it stands, and what is painted there only then."""

from io import BytesIO

from PIL import Image
from playwright.async_api import FloatRect

from tests.browser.contrast import contrast
from tests.browser.kit import Window
from tests.browser.steps import TWO_PAINTS

LEAST = 3.0
"""How much what is painted only then must stand out from what is there otherwise (WCAG 2.2, 1.4.11)."""
_FEWEST = 60
"""Pixels: less than one side of the line around a button."""
_AROUND = 4
_BOX = """() => {
  window.heldFastFocused = document.activeElement;
  const box = heldFastFocused.getBoundingClientRect();
  return { x: box.x, y: box.y, width: box.width, height: box.height };
}"""
_SAME_BOX = """box => { const now = heldFastFocused.getBoundingClientRect();
  return Math.abs(now.x - box.x) < 1 && Math.abs(now.y - box.y) < 1; }"""


async def is_seen(window: Window) -> None:
    """Fail unless what has the keyboard stands in the window and shows it. Afterwards it has the keyboard again."""
    name, size = await window.focused(), window.page.viewport_size
    box: FloatRect = await window.page.evaluate(_BOX)
    assert size is not None
    below, beside = box["y"] + box["height"], box["x"] + box["width"]
    inside = box["y"] >= -1 and box["x"] >= -1 and below <= size["height"] + 1 and beside <= size["width"] + 1
    assert inside, f"{name!r} stands at {box} of {size}"
    with_it = await _painted(window, box)
    await window.press_key("Shift+Tab")
    await window.page.evaluate(TWO_PAINTS)
    assert await window.page.evaluate(_SAME_BOX, box), f"{name!r} moved when the keyboard left it"
    without = await _painted(window, box)
    await window.press_key("Tab")
    await window.page.evaluate(TWO_PAINTS)
    assert await window.focused() == name
    seen = sum(
        contrast(one, other) >= LEAST for one, other in zip(with_it, without, strict=True) if one != other
    )
    assert seen >= _FEWEST, f"{name!r} shows that it has the keyboard in {seen} pixels only"


async def _painted(window: Window, box: FloatRect) -> list[tuple[int, int, int]]:
    """The pixels in and around a box, once they have come to rest."""
    clip: FloatRect = {
        "x": max(0, box["x"] - _AROUND),
        "y": max(0, box["y"] - _AROUND),
        "width": box["width"] + 2 * _AROUND,
        "height": box["height"] + 2 * _AROUND,
    }
    shots = [b"", await window.page.screenshot(clip=clip)]
    while shots[-1] != shots[-2]:
        await window.page.evaluate(TWO_PAINTS)
        shots.append(await window.page.screenshot(clip=clip))
    with Image.open(BytesIO(shots[-1])) as picture:
        return [*picture.convert("RGB").get_flattened_data()]
