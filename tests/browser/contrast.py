"""Whether words stand out from what is behind them: weighed in the pixels that were painted, as of WCAG 2.2, 1.4.3."""

from collections.abc import Iterable
from functools import cache
from io import BytesIO
from typing import Protocol

from PIL import Image

LEAST = 4.5
LEAST_OF_HEADINGS = 3.0
"""Headings are at least 20 pixels high and strong, or larger, which WCAG calls large."""

_FEWEST = 2
"""A colour that fewer pixels have is not read as words."""

Rgb = tuple[int, int, int]


class Box(Protocol):
    """What is weighed: something with words, and where it stands in CSS pixels."""

    @property
    def name(self) -> str: ...
    @property
    def left(self) -> float: ...
    @property
    def right(self) -> float: ...
    @property
    def top(self) -> float: ...
    @property
    def height(self) -> float: ...


def too_faint(shot: bytes, boxes: Iterable[Box], *, least: float = LEAST) -> list[str]:
    """Say of which boxes the words stand out from what is behind them by less than ``least`` to one.

    Behind them is the colour that most pixels of the box have; the words are what stands out most from it. So of a box
    with words in two colours the plainer ones are weighed. What stands outside the picture is left out, and where nothing
    at all is painted, as by a browser that has stopped painting, nothing is weighed.
    """
    with Image.open(BytesIO(shot)) as opened:
        picture = opened.convert("RGB")
    if all(least == most for least, most in picture.getextrema()):  # type: ignore[misc]  # it is RGB
        return []
    wrong = []
    for box in boxes:
        area = (
            max(0, round(box.left)),
            max(0, round(box.top)),
            round(box.right),
            round(box.top + box.height),
        )
        inside = area[0] < area[2] <= picture.width and area[1] < area[3] <= picture.height
        if inside and (found := _contrast_in(picture.crop(area))) < least:
            wrong.append(f"{box.name[:40]!r} stands out by {found:.2f} : 1 only")
    return wrong


def contrast(one: Rgb, other: Rgb) -> float:
    """How much two colours differ, from 1 to 21."""
    dark, bright = sorted((_luminance(one), _luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


def _contrast_in(crop: Image.Image) -> float:
    most = (
        crop.width * crop.height
    )  # no more colours than pixels; asked for more, Pillow clears as much memory
    colours: list[tuple[int, Rgb]] = crop.getcolors(most) or []  # type: ignore[assignment]  # it is RGB
    behind = max(colours)[1]
    return max((contrast(colour, behind) for count, colour in colours if count >= _FEWEST), default=1.0)


@cache
def _luminance(colour: Rgb) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
