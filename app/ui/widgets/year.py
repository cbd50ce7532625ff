"""The marks of a month on one line: each day's levels as dots, the higher the better. Days without one are left open."""

from collections.abc import Mapping

import flet as ft
import flet.canvas as cv

from app.domain.check_in import BEST_LEVEL
from app.ui.theme import mood_fills
from app.ui.widgets.shown import refresh

DAYS = 31
STEP = 9.0
"""Pixels from one level to the next."""

HEIGHT = STEP * (BEST_LEVEL + 1)
_LARGEST_DOT = 8.5
_OUTLINE = 1.5
_NO_LEVEL = 0

Marks = Mapping[int, frozenset[int]]
"""The levels that were said on each day of the month, 0 for none."""


def month_line(marks: Marks, width: float, *, mirrored: bool) -> ft.Control:
    """The dots, drawn for a width in logical pixels and again for the one that it turns out to have.

    ``mirrored`` begins the month on the right.
    """
    drawn = width

    def fit(event: cv.CanvasResizeEvent) -> None:
        nonlocal drawn
        if abs(event.width - drawn) >= 1:
            drawn = event.width
            canvas.shapes = _shapes(marks, drawn, mirrored=mirrored)
            refresh(canvas)

    canvas = cv.Canvas(_shapes(marks, width, mirrored=mirrored), height=HEIGHT, on_resize=fit)
    return canvas


def _shapes(marks: Marks, width: float, *, mirrored: bool) -> list[cv.Shape]:
    """All outlines as one shape, then the dots of each level as one."""
    column = width / DAYS
    dot = max(2.0, min(_LARGEST_DOT, column, STEP) - _OUTLINE)

    def place(day: int, level: int) -> tuple[float, float]:
        x = (day - 0.5) * column
        return width - x if mirrored else x, HEIGHT - (level + 0.5) * STEP

    def points(levels: frozenset[int], size: float, colour: str) -> cv.Shape:
        at: list[ft.OffsetValue] = [
            place(day, level) for day, said in sorted(marks.items()) for level in sorted(said & levels)
        ]
        paint = ft.Paint(color=colour, stroke_width=size, stroke_cap=ft.StrokeCap.ROUND)
        return cv.Points(points=at, point_mode=cv.PointMode.POINTS, paint=paint)

    said = frozenset(level for levels in marks.values() for level in levels)
    fills = {_NO_LEVEL: ft.Colors.SURFACE_CONTAINER, **mood_fills()}
    return [
        points(said, dot + _OUTLINE, ft.Colors.ON_SURFACE),
        *(points(frozenset({level}), dot - _OUTLINE / 2, fills[level]) for level in sorted(said)),
    ]
