"""The marks on the map: the shape says what a support is, its fill whether it is here, growing or hoped for."""

from collections.abc import Sequence
from math import cos, pi, sin

import flet as ft
import flet.canvas as cv

from app.domain.support import SupportKind, SupportState

OUTLINE = 2.0
DASHES = [5, 4]
"""Dashes say hoped for, and nothing else on the map is dashed."""
INK = ft.Colors.ON_SURFACE
PAPER = ft.Colors.SURFACE
FILL = ft.Colors.PRIMARY_CONTAINER

Point = tuple[float, float]

_HEXAGON = tuple((1.05 * cos(pi / 6 + n * pi / 3), 1.05 * sin(pi / 6 + n * pi / 3)) for n in range(6))
_TRIANGLE = ((0.0, -1.15), (1.12, 0.85), (-1.12, 0.85))
_EARS = ((-0.8, -1.05), (-0.3, -0.62), (0.3, -0.62), (0.8, -1.05), (1.0, 0.1), (0.6, 0.8), (0.0, 1.0),
         (-0.6, 0.8), (-1.0, 0.1))  # fmt: skip
_STAR = tuple(
    (part * sin(n * pi / 5), -part * cos(n * pi / 5))
    for n in range(10)
    for part in [1.0 if n % 2 == 0 else 0.45]
)
_POLYGONS: dict[SupportKind, Sequence[Point]] = {
    SupportKind.PLACE: _HEXAGON,
    SupportKind.ACTIVITY: _TRIANGLE,
    SupportKind.ANIMAL: _EARS,
}
_SQUARE = 0.92
ICON_DOWN = {SupportKind.ACTIVITY: 0.22, SupportKind.SERVICE: 0.16, SupportKind.HELPLINE: 0.16}
"""How far below the middle of its mark an icon stands, in radii."""


def mark(kind: SupportKind, state: SupportState, x: float, y: float, radius: float) -> list[cv.Shape]:
    """A mark around a point: filled if here now, its lower half if growing, dashed and empty if hoped for."""
    around = _outline(kind, x, y, radius)
    hoped = state is SupportState.HOPED_FOR
    line = ft.Paint(
        color=INK,
        style=ft.PaintingStyle.STROKE,
        stroke_width=OUTLINE,
        stroke_join=ft.StrokeJoin.ROUND,
        stroke_dash_pattern=list(DASHES) if hoped else None,
    )
    shapes: list[cv.Shape] = [cv.Path(around, paint=_filled(state, y, radius)), cv.Path(around, paint=line)]
    if kind in (SupportKind.SERVICE, SupportKind.HELPLINE):
        half, top = radius * _SQUARE, y - radius * 0.55
        shapes.append(cv.Line(x - half, top, x + half, top, paint=line))
    return shapes


def star(x: float, y: float, radius: float) -> cv.Shape:
    """The star of the safety net."""
    return cv.Path(_polygon(_STAR, x, y, radius), paint=ft.Paint(color=INK))


def _filled(state: SupportState, y: float, radius: float) -> ft.Paint:
    match state:
        case SupportState.HOPED_FOR:
            return ft.Paint(color=PAPER)
        case SupportState.GROWING:
            half = ft.PaintLinearGradient(
                (0, y - radius), (0, y + radius), [PAPER, PAPER, FILL, FILL], color_stops=[0, 0.5, 0.5, 1]
            )
            return ft.Paint(gradient=half)
        case _:
            return ft.Paint(color=FILL)


def _outline(kind: SupportKind, x: float, y: float, radius: float) -> list[cv.Path.PathElement]:
    if kind in _POLYGONS:
        return _polygon(_POLYGONS[kind], x, y, radius)
    if kind is SupportKind.WITHIN_ME:
        top, low, side = y - 1.1 * radius, y + 1.1 * radius, 1.2 * radius
        return [
            cv.Path.MoveTo(x, top),
            cv.Path.CubicTo(x + side, y - radius / 2, x + side, y + radius / 2, x, low),
            cv.Path.CubicTo(x - side, y + radius / 2, x - side, y - radius / 2, x, top),
            cv.Path.Close(),
        ]
    if kind is SupportKind.PERSON:
        return [cv.Path.Oval(x - radius, y - radius, 2 * radius, 2 * radius)]
    half = radius * _SQUARE
    corner = 0 if kind in (SupportKind.SERVICE, SupportKind.HELPLINE) else radius * 0.45
    return [cv.Path.Rect(x - half, y - half, 2 * half, 2 * half, border_radius=corner)]


def _polygon(points: Sequence[Point], x: float, y: float, radius: float) -> list[cv.Path.PathElement]:
    first, *rest = [(round(x + radius * a, 1), round(y + radius * b, 1)) for a, b in points]
    return [cv.Path.MoveTo(*first), *(cv.Path.LineTo(*point) for point in rest), cv.Path.Close()]
