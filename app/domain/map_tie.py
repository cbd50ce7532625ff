"""The ties on the map: width says how strong, arrowheads which way, a zig-zag over the line says strain."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import atan2, ceil, cos, hypot, inf, pi, sin

from app.domain.exchange import Direction
from app.domain.map_figure import Circle, Figure, Point, Points, Tone
from app.domain.map_name import CLEAR, PERSON, SHORTEST, Box, mark_radius
from app.domain.support import Strain, Strength, Support, SupportState

WIDTHS = {None: 1.5, Strength.THIN: 1.5, Strength.MEDIUM: 4.0, Strength.STRONG: 6.5}
_HEAD = 7.0
_TOOTH = 5.0
_SOME = 30.0
_OWN = 70.0
"""So much of a line, before its mark, carries what is said of it; the rest only leads to the person. In map units."""
_LEVEL = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A line from the person to a mark. ``inner`` is where the part begins that carries what is said of it.

    ``size`` is 1 at full size.
    """

    start: Point
    inner: Point
    end: Point
    size: float


def leading_to(x: float, y: float, scale: float, name: Box | None = None) -> Tie:
    """The line to a mark, from the person at 0, 0; where its name stands in between, the line ends at the name if that leaves one to see."""
    away = hypot(x, y) or 1.0
    right, down = x / away, y / away
    start = mark_radius(scale, PERSON) + CLEAR
    end = max(start, away - mark_radius(scale) - CLEAR)
    if name is not None:
        before = _before(name, right, down, end)
        end = before if before >= start + SHORTEST else end

    def at(far: float) -> Point:
        return far * right, far * down

    return Tie(
        start=at(start), inner=at(max(start, end - _OWN * scale)), end=at(end), size=min(1.0, scale * 1.3)
    )


def plain_tie(along: Tie) -> list[Figure]:
    """A line that says nothing, for several supports at once."""
    return [_stroke(along.start, along.end, width=WIDTHS[None])]


def tie(support: Support, along: Tie) -> list[Figure]:
    """The line of a support and everything on it."""
    hoped, growing = support.state is SupportState.HOPED_FOR, support.state is SupportState.GROWING
    width = WIDTHS[None] if hoped or growing else WIDTHS[support.strength] * along.size
    figures = [_stroke(along.start, along.end, width=max(1.0, width), dashed=hoped)]
    if support.strain in (Strain.SOME, Strain.A_LOT):
        figures += _zig_zag(along, whole=support.strain is Strain.A_LOT)
    if growing:
        ring = Circle(*_at(along.inner, along.end, 0.5 if support.strain is None else 0.2), 4.5)
        figures.append(Figure(outline=ring, fill=Tone.PAPER, line=Tone.LINE, width=1.5))
    if support.direction in (Direction.BOTH, Direction.TO_ME):
        figures.append(_head(along.end, along.inner, width, along.size))
    if support.direction in (Direction.BOTH, Direction.FROM_ME):
        figures.append(_head(along.inner, along.end, width, along.size))
    return figures


def _before(box: Box, right: float, down: float, end: float) -> float:
    """How far a ray from the person goes before it meets a box, at most to ``end``."""
    into, out = 0.0, inf
    for near, far, step in ((box[0], box[2], right), (box[1], box[3], down)):
        low, high = near - CLEAR, far + CLEAR
        if abs(step) < _LEVEL:
            into = into if low < 0 < high else inf
        else:
            into, out = max(into, min(low / step, high / step)), min(out, max(low / step, high / step))
    return min(end, into) if into < out else end


def _stroke(*points: Point, width: float, tone: Tone = Tone.LINE, dashed: bool = False) -> Figure:
    return Figure(outline=Points(points, closed=False), line=tone, width=width, dashed=dashed)


def _head(tail: Point, tip: Point, width: float, size: float) -> Figure:
    """An arrowhead whose tip is at one end of a line, with paper around it to stand out from a thick one."""
    turn = atan2(tip[1] - tail[1], tip[0] - tail[0])
    long, half = (_HEAD + width) * max(0.7, size), (_HEAD / 2 + width * 0.75) * max(0.7, size)
    base = _from(tip, turn + pi, long)
    sides = [_from(base, turn + side, half + 0.5) for side in (pi / 2, -pi / 2)]
    return Figure(outline=Points((tip, *sides)), fill=Tone.INK, line=Tone.PAPER, width=3.0)


def _zig_zag(along: Tie, *, whole: bool) -> list[Figure]:
    start, end = (along.start, along.end) if whole else _middle(along)
    points = [start, *_teeth(start, end, _TOOTH * max(0.7, along.size))]
    return [_stroke(*points, width=4.0, tone=Tone.PAPER), _stroke(*points, width=2.0, tone=Tone.INK)]


def _middle(along: Tie) -> tuple[Point, Point]:
    x, y = _at(along.inner, along.end, 0.5)
    turn = atan2(along.end[1] - along.inner[1], along.end[0] - along.inner[0])
    half = _SOME / 2 * max(0.7, along.size)
    return _from((x, y), turn + pi, half), _from((x, y), turn, half)


def _teeth(start: Point, end: Point, tooth: float) -> Iterator[Point]:
    length = hypot(end[0] - start[0], end[1] - start[1])
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
