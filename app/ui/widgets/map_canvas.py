"""The figures and the words of the map as shapes of a canvas."""

from collections.abc import Iterable

import flet as ft
import flet.canvas as cv

from app.domain.map_figure import Circle, Figure, Outline, Point, Points, Square, Tone
from app.domain.map_mark import DASHES
from app.domain.map_name import NAME_LINES, NAME_WIDTH
from app.ui.theme import SMALL
from app.ui.typeface import FONT, STRONG_FONT

INK = ft.Colors.ON_SURFACE
PAPER = ft.Colors.SURFACE
COLOURS = {
    Tone.INK: INK,
    Tone.PAPER: PAPER,
    Tone.FILL: ft.Colors.PRIMARY_CONTAINER,
    Tone.LINE: ft.Colors.ON_SURFACE_VARIANT,
    Tone.TIDE: ft.Colors.with_opacity(0.4, ft.Colors.SURFACE_CONTAINER),
    Tone.EDGE: ft.Colors.with_opacity(0.55, ft.Colors.OUTLINE),
    Tone.ME: ft.Colors.PRIMARY,
}
_LINE_HEIGHT = 1.15
_SLACK = 5.0
"""So much wider than reckoned a word may be before it is broken, at a text size of 1."""


def shapes_of(figures: Iterable[Figure], by: Point = (0.0, 0.0)) -> list[cv.Shape]:
    """The shapes of figures, moved so far to the right and down."""
    return [shape for figure in figures for shape in _shapes(figure, *by)]


def text_shape(
    value: str,
    x: float,
    y: float,
    *,
    text: float,
    wide: float = NAME_WIDTH,
    strong: bool = False,
    colour: str = INK,
    halo: bool = True,
) -> cv.Text:
    """Words around a point, with paper around each sign so that a line below them does not disturb.

    They are broken where they would be wider than ``wide``, at a text size of 1.
    """
    style = ft.TextStyle(
        size=SMALL * text,
        color=colour,
        font_family=STRONG_FONT if strong else FONT,
        height=_LINE_HEIGHT,
        shadow=[ft.BoxShadow(color=PAPER, blur_radius=blur) for blur in (4, 2, 2, 1)] if halo else None,
    )
    return cv.Text(
        round(x, 1), round(y, 1), value, style=style, alignment=ft.Alignment.CENTER,
        text_align=ft.TextAlign.CENTER, max_lines=NAME_LINES, max_width=round((wide + _SLACK) * text, 1), ellipsis="…",
    )  # fmt: skip


def _shapes(figure: Figure, x: float, y: float) -> list[cv.Shape]:
    paints = []
    if figure.fill is not None:
        paints.append(_half(figure, y) if figure.half else ft.Paint(color=COLOURS[figure.fill]))
    if figure.line is not None:
        line = _line(figure)
        paints = (
            [line, *paints] if figure.line is Tone.PAPER else [*paints, line]
        )  # paper lies around, not over
    return [_shape(figure.outline, x, y, paint) for paint in paints]


def _line(figure: Figure) -> ft.Paint:
    return ft.Paint(
        color=COLOURS[figure.line or Tone.INK],
        style=ft.PaintingStyle.STROKE,
        stroke_width=round(figure.width, 1),
        stroke_join=ft.StrokeJoin.ROUND,
        stroke_dash_pattern=list(DASHES) if figure.dashed else None,
    )


def _half(figure: Figure, y: float) -> ft.Paint:
    top, low = ends(figure.outline)
    fill = COLOURS[figure.fill or Tone.FILL]
    return ft.Paint(
        gradient=ft.PaintLinearGradient(
            (0, y + top), (0, y + low), [PAPER, PAPER, fill, fill], color_stops=[0, 0.5, 0.5, 1]
        )
    )


def ends(outline: Outline) -> tuple[float, float]:
    """The top and the bottom of an outline."""
    match outline:
        case Circle(_, y, half) | Square(_, y, half, _):
            return y - half, y + half
        case Points(points, _):
            return min(y for _, y in points), max(y for _, y in points)


def _shape(outline: Outline, x: float, y: float, paint: ft.Paint) -> cv.Shape:
    match outline:
        case Circle(at_x, at_y, radius):
            return cv.Circle(_round(x + at_x), _round(y + at_y), _round(radius), paint=paint)
        case Square(at_x, at_y, half, corner):
            left, top, side = _round(x + at_x - half), _round(y + at_y - half), _round(2 * half)
            return cv.Rect(left, top, side, side, border_radius=_round(corner), paint=paint)
        case Points(points, closed):
            (first, *rest) = [(_round(x + px), _round(y + py)) for px, py in points]
            if len(rest) == 1:
                return cv.Line(*first, *rest[0], paint=paint)
            lines = [cv.Path.LineTo(*point) for point in rest]
            end: list[cv.Path.PathElement] = [cv.Path.Close()] if closed else []
            return cv.Path([cv.Path.MoveTo(*first), *lines, *end], paint=paint)


def _round(value: float) -> float:
    return round(value, 1)
