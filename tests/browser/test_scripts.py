"""What people type in many scripts: no sign is an empty box, in a field or in a text, and no font comes from elsewhere."""

import asyncio
import unicodedata
from collections.abc import Iterator
from io import BytesIO

from PIL import Image
from playwright.async_api import Locator

from app.ui.browser_fonts import ASKED
from tests.browser.frame import DESKTOP
from tests.browser.kit import PATIENCE_SECONDS, Window
from tests.browser.steps import add_more, begin, check_in, has
from tests.samples import SAMPLES

NO_FONT_HAS_IT = "\U000e1000"
"""Of a plane that is set aside: what is drawn for it is what is drawn for every sign that no font has."""
SIGNS = [next(sign for sign in text if unicodedata.category(sign)[0] in "LS") for text in SAMPLES.values()]
INK = 40
"""How much darker than its ground a pixel is that belongs to a sign."""


async def test_no_sign_of_a_script_is_an_empty_box_in_a_field(window: Window) -> None:
    await window.frame(DESKTOP)
    await begin(window)
    await check_in(window, "Good")
    await add_more(window)
    assert fonts_asked_for(window) == []  # a start does without
    await window.type("Note", " ".join([*SIGNS, "x", NO_FONT_HAS_IT]))
    await window.press_key("Tab")
    await until_one_is_empty(
        window, window.page.get_by_label("Note", exact=True), of=len(SIGNS) + 2, edge=12, rows=1
    )
    await window.type("Note", "\n".join(SAMPLES.values()))
    await window.press_key("Tab")
    await window.look("scripts-in-a-field")
    assert fonts_asked_for(window)
    assert window.watch.left == []


async def test_no_sign_of_a_script_is_an_empty_box_in_a_text(window: Window) -> None:
    await window.frame(DESKTOP)
    await begin(window)
    await window.tap("Supports")
    await window.tap("Add a support")
    await window.says("For example: a friend, a choir, the park.")
    name = " ".join([*SIGNS, "x", NO_FONT_HAS_IT])
    await window.type("Name", name)
    await window.toggle("Person")
    await window.tap("Save support")
    await has(window, "heading", name)
    heading = window.page.get_by_role("heading", name=name, exact=True)
    await until_one_is_empty(window, heading, of=len(SIGNS) + 2)
    await window.look("scripts-in-a-text")
    assert window.watch.left == []


def fonts_asked_for(window: Window) -> list[str]:
    """What the page asked for because a letter was in none of its fonts."""
    return [url for url in window.watch._asked if ASKED in url]


async def until_one_is_empty(
    window: Window, where: Locator, *, of: int, edge: int = 0, rows: int | None = None
) -> None:
    """Wait until, of at least so many signs, the last alone is an empty box: a font comes a moment after its first sign.

    The line around a field is left out by its ``edge``, and what stands below it by how many ``rows`` are looked at.
    """
    alike = 0
    async with asyncio.timeout(PATIENCE_SECONDS):
        while alike != 1:
            box = await where.bounding_box()
            assert box is not None
            inner = {
                "x": box["x"] + edge,
                "y": box["y"] + edge,
                "width": box["width"] - 2 * edge,
                "height": box["height"],
            }
            shot = Image.open(BytesIO(await window.page.screenshot(clip=inner))).convert("L")  # type: ignore[arg-type]  # it is such a box
            lines = list(strips(shot, upright=False))[:rows]
            signs = [sign for row in lines for sign in strips(row, upright=True)]
            alike = sum(sign.tobytes() == signs[-1].tobytes() for sign in signs) if len(signs) >= of else 0


def strips(image: Image.Image, *, upright: bool) -> Iterator[Image.Image]:
    """The parts of a picture that have ink, between those that have none, each cut to its ink."""
    ground = image.getpixel((0, 0))
    ink = image.point(lambda shade: 255 if abs(shade - ground) > INK else 0)
    length = ink.width if upright else ink.height
    start = None
    for place in range(length + 1):
        line = (place, 0, place + 1, ink.height) if upright else (0, place, ink.width, place + 1)
        has_ink = place < length and ink.crop(line).getbbox() is not None
        if has_ink and start is None:
            start = place
        elif not has_ink and start is not None:
            part = (start, 0, place, ink.height) if upright else (0, start, ink.width, place)
            cut = ink.crop(part)
            yield cut.crop(cut.getbbox())
            start = None
