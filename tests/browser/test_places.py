"""The places beside a page. A tree tells their names whether or not they are painted, so the painted pixels are looked at."""

import re
from io import BytesIO

import pytest
from PIL import Image

from tests.browser.contrast import LEAST, Rgb, contrast
from tests.browser.frame import DESKTOP, PHONE_DARK_LARGE, Frame
from tests.browser.heard import TWO_PAINTS, Heard, controls
from tests.browser.kit import Window
from tests.browser.steps import begin, has

WIDE_DARK_LARGE = Frame(name="wide-dark-large", width=2400, height=900, dark=True, text_percent=200)
PICTURE_PX = 24
"""How wide the picture of a place is, whatever the size of text."""
_PLACE = re.compile(r"\w+ Tab \d of 5")
_MOST_LOOKS = 40


def inked_px(shot: bytes, place: Heard) -> int:
    """From where to where, in one place, something is painted that stands out as words do."""
    with Image.open(BytesIO(shot)) as opened:
        area = (place.left, place.top, place.right, place.top + place.height)
        row = opened.convert("RGB").crop(area)
    colours: list[tuple[int, Rgb]] = row.getcolors(row.width * row.height) or []  # type: ignore[assignment]  # it is RGB
    words = {colour for _, colour in colours if contrast(colour, max(colours)[1]) >= LEAST}
    inked = [x for x in range(row.width) for y in range(row.height) if row.getpixel((x, y)) in words]
    return max(inked) - min(inked) if inked else 0


@pytest.mark.parametrize("frame", [DESKTOP, WIDE_DARK_LARGE], ids=lambda frame: frame.name)
async def test_each_place_beside_a_wide_page_has_its_name_painted(window: Window, frame: Frame) -> None:
    await begin(window)
    await window.frame(PHONE_DARK_LARGE)
    await window.frame(frame)
    await has(window, "button", "Today Tab 1 of 5")
    for _ in range(_MOST_LOOKS):  # it unfolds
        await window.page.evaluate(TWO_PAINTS)
        places = [one for one in await controls(window) if _PLACE.match(one.name)]
        shot = await window.page.screenshot()
        narrow = [one.name for one in places if inked_px(shot, one) < 3 * PICTURE_PX]
        if not narrow:
            break
    assert len(places) == 5
    assert narrow == []
