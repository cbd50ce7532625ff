"""What the map is drawn of: figures in logical pixels, y downwards, for a window, a page or a picture to draw."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from math import cos, dist, pi, sin

Point = tuple[float, float]


class Tone(StrEnum):
    """A colour by what it is for; each that draws has its own."""

    INK = "ink"
    PAPER = "paper"
    FILL = "fill"
    LINE = "line"
    TIDE = "tide"
    EDGE = "edge"
    ME = "me"


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


_ROUND = 96
"""So many straight lines stand for a circle where only straight ones can be drawn."""


def flat(outline: Outline) -> tuple[Point, ...]:
    """The outline as points that straight lines lead through, whether or not it is closed."""
    match outline:
        case Circle(x, y, radius):
            return tuple(_arc(x, y, radius, 0, _ROUND))
        case Square(x, y, half, corner):
            inner, quarter = half - corner, _ROUND // 4
            corners = ((1, 1), (-1, 1), (-1, -1), (1, -1))
            return tuple(
                point
                for number, (right, down) in enumerate(corners)
                for point in _arc(
                    x + right * inner, y + down * inner, corner, number * quarter, (number + 1) * quarter + 1
                )
            )
        case Points(points, _):
            return points


def is_closed(outline: Outline) -> bool:
    """Whether the last point leads back to the first."""
    return not isinstance(outline, Points) or outline.closed


def lower_half(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """The part of a closed outline below its middle (Sutherland and Hodgman 1974, for one edge)."""
    middle = (min(y for _, y in points) + max(y for _, y in points)) / 2
    half: list[Point] = []
    for (x1, y1), (x2, y2) in pairwise((points[-1], *points)):
        if (y1 < middle) is not (y2 < middle):
            half.append((x1 + (x2 - x1) * (middle - y1) / (y2 - y1), middle))
        if y2 >= middle:
            half.append((x2, y2))
    return tuple(half)


def dashes(points: tuple[Point, ...], pattern: tuple[float, float]) -> tuple[tuple[Point, ...], ...]:
    """The pieces of a line that are drawn where it is dashed: ``pattern`` is how long each is, and each gap."""
    pieces: list[tuple[Point, ...]] = []
    piece: list[Point] = [points[0]]
    drawn, left = True, pattern[0]
    for start, end in pairwise(points):
        length, done = dist(start, end), 0.0
        while length - done > left:
            done += left
            part = done / length
            at = start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part
            if drawn:
                pieces.append((*piece, at))
            piece, drawn = [at], not drawn
            left = pattern[0 if drawn else 1]
        left -= length - done
        if drawn:
            piece.append(end)
    return (*pieces, tuple(piece)) if drawn and len(piece) > 1 else tuple(pieces)


def _arc(x: float, y: float, radius: float, first: int, last: int) -> Iterator[Point]:
    for step in range(first, last):
        turn = 2 * pi * step / _ROUND
        yield x + radius * cos(turn), y + radius * sin(turn)


@dataclass(frozen=True, slots=True, kw_only=True)
class Painted:
    """One thing to paint: an area to be filled, or where it has a ``width`` a line through the points."""

    points: tuple[Point, ...]
    tone: Tone
    width: float = 0.0


def painted(figure: Figure, pattern: tuple[float, float]) -> Iterator[Painted]:
    """A figure as what is painted one after the other, where only straight lines can be drawn; ``pattern`` as of dashes."""
    points = flat(figure.outline)
    around = (*points, points[0]) if is_closed(figure.outline) else points
    line = [
        Painted(points=piece, tone=figure.line, width=figure.width)
        for piece in (dashes(around, pattern) if figure.dashed else (around,))
        if figure.line is not None
    ]
    if figure.line is Tone.PAPER:  # paper lies around, not over
        yield from line
    if figure.fill is not None:
        if figure.half:
            yield Painted(points=points, tone=Tone.PAPER)
        yield Painted(points=lower_half(points) if figure.half else points, tone=figure.fill)
    if figure.line is not Tone.PAPER:
        yield from line
