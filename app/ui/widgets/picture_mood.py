"""Mood over time: a row for each level, marks where something was said, and nothing where nothing was."""

from collections.abc import Iterator

import flet as ft
import flet.canvas as cv

from app import words
from app.domain.picture import Timeline, Unit, marks
from app.session.pictures import ORDER
from app.ui.theme import INSIDE, mood_fills
from app.ui.widgets.card import stack
from app.ui.widgets.mood import mood_mark
from app.ui.widgets.picture_canvas import PictureCanvas, ends, line

ROW = 40.0
FACE = 26
_OUTLINE = 1.4
"""How far ink stands out around a mark, in logical pixels."""
_AIR = 3.0
"""Between a mark and the next row."""
_WIDEST = 12.0
_NARROWEST = {True: 5.0, False: 3.0}
"""Of a dot, which may touch its neighbours, and of a mark that may not."""
_DOT = 0.01
"""A stroke of no length would not be drawn: this makes it a dot."""

Stroke = tuple[float, float, float]
"""Where a mark stands from the left, and its upper and lower end, before its round caps."""


def mood_picture(mood: Timeline, width: float, *, mirrored: bool) -> ft.Control:
    """Lay out faces at the side and marks beside them. ``width`` is a first guess, until the window tells its own."""
    levels = [level for level in ORDER if level or any(0 in column.levels for column in mood.columns)]
    drawn = PictureCanvas(
        lambda room: _shapes(mood, levels, room, mirrored=mirrored),
        width - FACE - INSIDE,
        ROW * len(levels),
    )
    faces: list[ft.Control] = [
        ft.Container(mood_mark(level or None, FACE), height=ROW, alignment=ft.Alignment.CENTER)
        for level in levels
    ]
    drawing = ft.Row([ft.Column(faces, spacing=0), drawn.laid_out()], spacing=INSIDE)
    return stack(drawing, ends(words.moment.day(mood.since), words.moment.day(mood.until)), spacing=INSIDE)


def _shapes(mood: Timeline, levels: list[int], room: float, *, mirrored: bool) -> list[cv.Shape]:
    step = room / max(1, len(mood.starts))
    shapes = _grid(mood, levels, room, step, mirrored=mirrored)
    whole = min(_WIDEST, max(_NARROWEST[mood.unit is Unit.DAY], step - 0.6))
    thick = whole - 2 * min(_OUTLINE, whole * 0.18)
    for row, level in enumerate(levels):
        found = list(_strokes(mood, level, (row + 0.5) * ROW, step, whole))
        strokes = [(room - x if mirrored else x, top, end) for x, top, end in found]
        if strokes:
            shapes.append(_points(strokes, ft.Colors.ON_SURFACE, whole))
            shapes.append(_points(strokes, mood_fills().get(level, ft.Colors.SURFACE_CONTAINER), thick))
    return shapes


def _grid(mood: Timeline, levels: list[int], room: float, step: float, *, mirrored: bool) -> list[cv.Shape]:
    across: list[cv.Shape] = [
        line(0, (row + 0.5) * ROW, room, (row + 0.5) * ROW) for row in range(len(levels))
    ]
    down = [place * step for place in marks(mood.starts, mood.unit)]
    height = ROW * len(levels)
    return across + [line(x, 0, x, height) for x in (room - x if mirrored else x for x in down)]


def _strokes(mood: Timeline, level: int, middle: float, step: float, whole: float) -> Iterator[Stroke]:
    most = max((column.counts[one] for column in mood.columns for one in ORDER), default=1)
    for column in mood.columns:
        count, x = column.counts[level], (column.place + 0.5) * step
        if not count:
            continue
        if mood.unit is Unit.DAY:
            yield from ((x, y, y + _DOT) for y in _spread(count, middle, whole))
        else:
            half = (ROW - 2 * _AIR - whole) / 2 * (count - 1) / max(1, most - 1)
            yield (x, middle - half, middle + half + _DOT)


def _spread(count: int, middle: float, whole: float) -> Iterator[float]:
    """Where the dots of one day stand in their row: below each other, closer where they are many."""
    apart = min(whole + 0.6, (ROW - 2 * _AIR - whole) / max(1, count - 1))
    top = middle - apart * (count - 1) / 2
    return (top + apart * one for one in range(count))


def _points(strokes: list[Stroke], colour: str, thick: float) -> cv.Shape:
    ends = [(round(x, 1), round(y, 2)) for x, top, end in strokes for y in (top, end)]
    paint = ft.Paint(color=colour, stroke_width=thick, stroke_cap=ft.StrokeCap.ROUND)
    return cv.Points(points=list(ends), point_mode=cv.PointMode.LINES, paint=paint)
