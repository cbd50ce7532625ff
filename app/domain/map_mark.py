"""The marks on the map: the shape says what a support is, its fill whether it is here, growing or hoped for."""

from collections.abc import Iterator, Sequence
from math import cos, pi, sin

from app.domain.map_figure import Circle, Figure, Outline, Point, Points, Square, Tone
from app.domain.map_name import PERSON, mark_radius
from app.domain.support import SupportKind, SupportState
from app.domain.support_map import SupportMap

OUTLINE = 2.0
DASHES = (5.0, 4.0)
"""Dashes say hoped for, and nothing else on the map is dashed."""

_HEXAGON = tuple((1.05 * cos(pi / 6 + n * pi / 3), 1.05 * sin(pi / 6 + n * pi / 3)) for n in range(6))
_TRIANGLE = ((0.0, -1.15), (1.12, 0.85), (-1.12, 0.85))
_EARS = ((-0.8, -1.05), (-0.3, -0.62), (0.3, -0.62), (0.8, -1.05), (1.0, 0.1), (0.6, 0.8), (0.0, 1.0),
         (-0.6, 0.8), (-1.0, 0.1))  # fmt: skip
_OCTAGON = tuple((cos(pi / 8 + n * pi / 4), sin(pi / 8 + n * pi / 4)) for n in range(8))
_STAR = tuple(
    (part * sin(n * pi / 5), -part * cos(n * pi / 5))
    for n in range(10)
    for part in [1.0 if n % 2 == 0 else 0.45]
)


def _leaf(steps: int = 10) -> Iterator[Point]:
    """A leaf: two cubic curves from tip to tip, as points."""
    for side in (1, -1):
        for n in range(steps):
            t = n / steps if side > 0 else 1 - n / steps
            lean = -1.1 * (1 - t) ** 3 - 1.5 * (1 - t) ** 2 * t + 1.5 * (1 - t) * t**2 + 1.1 * t**3
            yield side * 3.6 * t * (1 - t), lean


_POLYGONS: dict[SupportKind | None, Sequence[Point]] = {
    SupportKind.PLACE: _HEXAGON,
    SupportKind.ACTIVITY: _TRIANGLE,
    SupportKind.ANIMAL: _EARS,
    SupportKind.WITHIN_ME: tuple(_leaf()),
    None: _OCTAGON,
}
_LINED = (SupportKind.SERVICE, SupportKind.HELPLINE)
_SQUARE = 0.92
MIDDLE_DOWN: dict[SupportKind | None, float] = {
    SupportKind.ACTIVITY: 0.22,
    SupportKind.SERVICE: 0.16,
    SupportKind.HELPLINE: 0.16,
}
"""How far below the middle of its mark an icon stands, in radii."""
_BEHIND = 0.28
"""How far the second sheet of a fold looks out behind the first, in radii."""


def mark(kind: SupportKind, state: SupportState, x: float, y: float, radius: float) -> list[Figure]:
    """A mark around a point: filled if here now, its lower half if growing, dashed and empty if hoped for."""
    hoped = state is SupportState.HOPED_FOR
    fill = Tone.PAPER if hoped else Tone.FILL
    around = Figure(
        outline=_outline(kind, x, y, radius),
        fill=fill,
        half=state is SupportState.GROWING,
        line=Tone.INK,
        width=OUTLINE,
        dashed=hoped,
    )
    return [around, *_lintel(kind, x, y, radius, dashed=hoped)]


def fold_mark(kind: SupportKind | None, x: float, y: float, radius: float) -> list[Figure]:
    """Several supports as one: the shape of their kind, or an octagon for several kinds, with another behind it."""
    behind, sheet = _BEHIND * radius, 0.9 * radius
    sheets = [
        Figure(
            outline=_outline(kind, x + side * behind / 2, y - side * behind / 2, sheet),
            fill=Tone.FILL,
            line=Tone.INK,
            width=OUTLINE,
        )
        for side in (1, -1)
    ]
    lintel = _lintel(kind, x - behind / 2, y + behind / 2, sheet, dashed=False)
    return [*sheets, *lintel]


def star(x: float, y: float, radius: float) -> Figure:
    """The star of the safety net."""
    return Figure(outline=_polygon(_STAR, x, y, radius), fill=Tone.INK)


def _lintel(kind: SupportKind | None, x: float, y: float, radius: float, *, dashed: bool) -> list[Figure]:
    if kind not in _LINED:
        return []
    half, top = radius * _SQUARE, y - radius * 0.55
    across = Points(((x - half, top), (x + half, top)), closed=False)
    return [Figure(outline=across, line=Tone.INK, width=OUTLINE, dashed=dashed)]


def _outline(kind: SupportKind | None, x: float, y: float, radius: float) -> Outline:
    if kind in _POLYGONS:
        return _polygon(_POLYGONS[kind], x, y, radius)
    if kind is SupportKind.PERSON:
        return Circle(x, y, radius)
    return Square(x, y, radius * _SQUARE, 0.0 if kind in _LINED else radius * 0.45)


def _polygon(points: Sequence[Point], x: float, y: float, radius: float) -> Points:
    return Points(tuple((x + radius * a, y + radius * b) for a, b in points))


def me(scale: float) -> Figure:
    """The person, in the middle."""
    return Figure(outline=Circle(0, 0, mark_radius(scale, PERSON)), fill=Tone.ME)


def tides(shown: SupportMap, scale: float) -> list[Figure]:
    """The rings, the widest first."""
    return [
        Figure(outline=Circle(0, 0, band.outer * scale), fill=Tone.TIDE, line=Tone.EDGE, width=1.2)
        for band in reversed(shown.bands)
    ]
