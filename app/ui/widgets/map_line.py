"""The ties on the map: width says how strong, arrowheads which way, a zig-zag over the line says strain."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import atan2, ceil, cos, pi, sin

import flet as ft
import flet.canvas as cv

from app.domain.exchange import Direction
from app.domain.support import Strain, Strength, Support, SupportState
from app.ui.widgets.map_shape import DASHES, INK, PAPER, Point

LINE = ft.Colors.ON_SURFACE_VARIANT
WIDTHS = {None: 1.5, Strength.THIN: 1.5, Strength.MEDIUM: 4.0, Strength.STRONG: 6.5}
_HEAD = 7.0
_TOOTH = 5.0
_SOME = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A line from the person to a mark. ``inner`` is where the part begins that carries what is said of it.

    ``size`` is 1 at full size.
    """

    start: Point
    inner: Point
    end: Point
    size: float


def tie(support: Support, along: Tie) -> list[cv.Shape]:
    """The line of a support and everything on it."""
    hoped, growing = support.state is SupportState.HOPED_FOR, support.state is SupportState.GROWING
    width = WIDTHS[None] if hoped or growing else WIDTHS[support.strength] * along.size
    shapes: list[cv.Shape] = [_line(along.start, along.end, max(1.0, width), dashed=hoped)]
    if support.strain in (Strain.SOME, Strain.A_LOT):
        shapes += _zig_zag(along, whole=support.strain is Strain.A_LOT)
    if growing:
        x, y = _at(along.inner, along.end, 0.5 if support.strain is None else 0.2)
        shapes += [
            cv.Circle(x, y, 4.5, paint=ft.Paint(color=PAPER)),
            cv.Circle(x, y, 4.5, paint=_stroke(1.5)),
        ]
    if support.direction in (Direction.BOTH, Direction.TO_ME):
        shapes += _head(along.end, along.inner, width, along.size)
    if support.direction in (Direction.BOTH, Direction.FROM_ME):
        shapes += _head(along.inner, along.end, width, along.size)
    return shapes


def _stroke(width: float, colour: str = LINE, *, dashed: bool = False) -> ft.Paint:
    return ft.Paint(
        color=colour,
        style=ft.PaintingStyle.STROKE,
        stroke_width=width,
        stroke_join=ft.StrokeJoin.ROUND,
        stroke_dash_pattern=list(DASHES) if dashed else None,
    )


def _line(start: Point, end: Point, width: float, *, dashed: bool) -> cv.Shape:
    return cv.Line(*_rounded(start), *_rounded(end), paint=_stroke(width, dashed=dashed))


def _head(tail: Point, tip: Point, width: float, size: float) -> list[cv.Shape]:
    """An arrowhead whose tip is at one end of a line, with paper around it to stand out from a thick one."""
    turn = atan2(tip[1] - tail[1], tip[0] - tail[0])
    long, half = (_HEAD + width) * max(0.7, size), (_HEAD / 2 + width * 0.75) * max(0.7, size)
    base = _from(tip, turn + pi, long)
    sides = [_from(base, turn + side, half + 0.5) for side in (pi / 2, -pi / 2)]
    points = [cv.Path.LineTo(*_rounded(one)) for one in sides]
    elements: list[cv.Path.PathElement] = [cv.Path.MoveTo(*_rounded(tip)), *points, cv.Path.Close()]
    return [cv.Path(elements, paint=_stroke(3.0, PAPER)), cv.Path(elements, paint=ft.Paint(color=INK))]


def _zig_zag(along: Tie, *, whole: bool) -> list[cv.Shape]:
    start, end = (along.start, along.end) if whole else _middle(along)
    points = [cv.Path.LineTo(*_rounded(point)) for point in _teeth(start, end, _TOOTH * max(0.7, along.size))]
    elements: list[cv.Path.PathElement] = [cv.Path.MoveTo(*_rounded(start)), *points]
    return [cv.Path(elements, paint=_stroke(4.0, PAPER)), cv.Path(elements, paint=_stroke(2.0, INK))]


def _middle(along: Tie) -> tuple[Point, Point]:
    x, y = _at(along.inner, along.end, 0.5)
    turn = atan2(along.end[1] - along.inner[1], along.end[0] - along.inner[0])
    half = _SOME / 2 * max(0.7, along.size)
    return _from((x, y), turn + pi, half), _from((x, y), turn, half)


def _teeth(start: Point, end: Point, tooth: float) -> Iterator[Point]:
    length = ((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5
    count = max(2, ceil(length / tooth))
    turn = atan2(end[1] - start[1], end[0] - start[0])
    for number in range(1, count):
        side = pi / 2 if number % 2 else -pi / 2
        yield _from(_at(start, end, number / count), turn + side, tooth)
    yield end


def _at(start: Point, end: Point, part: float) -> Point:
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part


def _from(point: Point, turn: float, length: float) -> Point:
    return point[0] + length * cos(turn), point[1] + length * sin(turn)


def _rounded(point: Point) -> Point:
    return round(point[0], 1), round(point[1], 1)
