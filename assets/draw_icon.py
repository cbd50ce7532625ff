"""Draws the icon, the splash and the picture of a browser tab: two ropes that hold each other, a reef knot.

``python -m assets.draw_icon`` writes them all into this folder. They say nothing of what the app is for, and hold no
letter of any language.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise
from math import ceil, cos, dist, pi, sin
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw

from app.ui.palette import DARK, LIGHT, Palette

FOLDER = Path(__file__).parent
LARGE = 1024
"""The side of the largest, in pixels: whatever Flet makes of them is smaller."""

Point = tuple[float, float]

# The knot lies around 0, 0 and is 2 wide. One rope is drawn; the other is the same one, turned around.
_THICK = 0.18
_GAP = 0.045
_END, _TURN, _BEND = 0.91, 0.44, 0.70
_NEAR, _FAR = 0.134, 0.50
_CROSSING = 0.235
"""How far around a crossing the rope below stays away from the one above."""

_AROUND_BEND = ((_BEND, _NEAR), (_BEND, -_NEAR))
_AT_THE_EDGES = (*_AROUND_BEND, *((-x, y) for x, y in _AROUND_BEND))
_IN_THE_MIDDLE = ((0.0, (_NEAR + _FAR) / 2), (0.0, -(_NEAR + _FAR) / 2))

_STEPS, _STEP = 48, 0.01
_FINER = 4
"""How many times finer all is drawn than it is kept, for soft edges."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One picture: its side in pixels, and how wide the knot is in it, as a part of the side.

    With ``ground`` the knot lies on paper, whose corners are round; else on nothing, for whoever shows it to lay paper
    under it.
    """

    side: int
    knot: float
    palette: Palette = LIGHT
    ground: bool = False


_CORNER = 0.2
_TILE = Picture(side=LARGE, knot=0.84, ground=True)

PICTURES = {
    "icon.png": Picture(side=LARGE, knot=0.96),
    "icon_linux.png": _TILE,
    "icon_windows.png": _TILE,
    "splash.png": Picture(side=LARGE, knot=0.5),
    "splash_dark.png": Picture(side=LARGE, knot=0.5, palette=DARK),
    "favicon.png": Picture(side=64, knot=0.92, ground=True),
}
"""What ``flet build`` looks for under these names, and what the browser window shows.

Flet 1.0.5 brings the plain icon to the margins of each kind of phone, on the colour that ``pyproject.toml`` gives. Bars
of desktops may be light or dark, so there the knot has paper of its own.
"""


def drawn(picture: Picture) -> Image.Image:
    """Draw one of them, as its RGBA pixels."""
    brush = _Brush(picture.side * _FINER, picture.knot)
    kelp = list(_dense(_rope()))
    rope = [(-x, y) for x, y in kelp]
    whole = Image.new("RGBA", (picture.side, picture.side))
    layers = [
        (picture.palette.rope, brush.below(brush.stroke(rope), kelp, _AT_THE_EDGES)),
        (picture.palette.kelp, brush.below(brush.stroke(kelp), rope, _IN_THE_MIDDLE)),
    ]
    if picture.ground:
        layers.insert(0, (picture.palette.paper, brush.ground()))
    for colour, mask in layers:
        layer = Image.new("RGBA", whole.size, colour)
        layer.putalpha(mask.reduce(_FINER))
        whole.alpha_composite(layer)
    return whole


def _rope() -> Iterator[Point]:
    """The way of one rope: in beside itself, apart, around the other, and back the same way."""
    middle = _BEND - _FAR
    half = [(-_END, -_NEAR)]
    for step in range(_STEPS + 1):
        part = step / _STEPS
        apart = (1 - cos(pi * part)) / 2
        half.append((-_TURN + part * (_TURN + middle), -(_NEAR + (_FAR - _NEAR) * apart)))
    for step in range(1, _STEPS + 1):
        angle = pi / 2 * (1 - step / _STEPS)
        half.append((middle + _FAR * cos(angle), -_FAR * sin(angle)))
    yield from half
    yield from ((x, -y) for x, y in reversed(half))


def _dense(way: Iterable[Point]) -> Iterator[Point]:
    """The same way in small steps."""
    for one, next_one in pairwise(way):
        steps = max(1, ceil(dist(one, next_one) / _STEP))
        for step in range(steps + 1):
            part = step / steps
            yield (one[0] + (next_one[0] - one[0]) * part, one[1] + (next_one[1] - one[1]) * part)


class _Brush:
    """Draws ropes as masks, on a square of so many pixels in which the knot takes this part of the side."""

    def __init__(self, side: int, knot: float) -> None:
        self._side = side
        self._scale = side * knot / 2

    def stroke(self, way: Iterable[Point], thick: float = _THICK) -> Image.Image:
        """Return a rope that goes this way."""
        mask = self._empty()
        pen, radius, middle = ImageDraw.Draw(mask), thick * self._scale / 2, self._side / 2
        for x, y in way:
            at_x, at_y = middle + x * self._scale, middle + y * self._scale
            pen.ellipse((at_x - radius, at_y - radius, at_x + radius, at_y + radius), fill=255)
        return mask

    def below(self, mask: Image.Image, above: Iterable[Point], crossings: Iterable[Point]) -> Image.Image:
        """Return the rope of a mask as it is seen where another lies above it at some crossings."""
        points = list(above)
        gaps = (
            self.stroke((one for one in points if dist(one, crossing) < _CROSSING), _THICK + 2 * _GAP)
            for crossing in crossings
        )
        return reduce(ImageChops.subtract, gaps, mask)

    def ground(self) -> Image.Image:
        """Return the ground that all lies on."""
        mask = self._empty()
        edge = self._side - 1
        ImageDraw.Draw(mask).rounded_rectangle((0, 0, edge, edge), self._side * _CORNER, fill=255)
        return mask

    def _empty(self) -> Image.Image:
        return Image.new("L", (self._side, self._side))


if __name__ == "__main__":
    for name, one in PICTURES.items():
        drawn(one).save(FOLDER / name, optimize=True)
