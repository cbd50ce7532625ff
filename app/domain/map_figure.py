"""What the map is drawn of: figures in logical pixels, y downwards, for a window, a page or a picture to draw."""

from dataclasses import dataclass
from enum import StrEnum

Point = tuple[float, float]


class Tone(StrEnum):
    """A colour by what it is for; each that draws has its own."""

    INK = "ink"
    PAPER = "paper"
    FILL = "fill"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle around a point."""

    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Square:
    """An upright square around a point, its corners rounded by ``corner``."""

    x: float
    y: float
    half: float
    corner: float


@dataclass(frozen=True, slots=True)
class Points:
    """Straight lines from point to point, and back to the first where ``closed``."""

    points: tuple[Point, ...]
    closed: bool = True


Outline = Circle | Square | Points


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """An outline, filled, drawn as a line of some width, or both. ``half`` fills the lower half, and the upper with paper."""

    outline: Outline
    fill: Tone | None = None
    half: bool = False
    line: Tone | None = None
    width: float = 0.0
    dashed: bool = False


def moved(outline: Outline, x: float, y: float) -> Outline:
    """The same outline so far to the right and down."""
    match outline:
        case Circle(at_x, at_y, radius):
            return Circle(at_x + x, at_y + y, radius)
        case Square(at_x, at_y, half, corner):
            return Square(at_x + x, at_y + y, half, corner)
        case Points(points, closed):
            return Points(tuple((px + x, py + y) for px, py in points), closed)
