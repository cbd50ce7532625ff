"""A drawing that is as wide as the room it is given, and drawn again when that changes."""

from collections.abc import Callable

import flet as ft
import flet.canvas as cv

from app.ui.widgets.shown import refresh
from app.ui.widgets.text import quiet

Draw = Callable[[float], list[cv.Shape]]
"""Gives the shapes for a width in logical pixels."""

_FAINT = ft.Colors.with_opacity(0.45, ft.Colors.OUTLINE)


class PictureCanvas:
    """Shapes of a fixed height. ``width`` is where they are drawn until the client has told the true one."""

    def __init__(self, draw: Draw, width: float, height: float) -> None:
        self._draw, self._width = draw, max(1.0, width)
        self._canvas = cv.Canvas(
            draw(self._width), height=height, expand=True, on_resize=self._resized, resize_interval=100
        )

    def laid_out(self) -> ft.Control:
        """The canvas."""
        return self._canvas

    def _resized(self, event: cv.CanvasResizeEvent) -> None:
        if event.width > 0 and abs(event.width - self._width) >= 1:
            self._width = event.width
            self._canvas.shapes = self._draw(event.width)
            refresh(self._canvas)


def ends(first: str, last: str) -> ft.Control:
    """What stands below the first and the last column, on two lines where there is no room for one."""
    return ft.Row([quiet(first), quiet(last)], alignment=ft.MainAxisAlignment.SPACE_BETWEEN, wrap=True)


def line(x1: float, y1: float, x2: float, y2: float) -> cv.Shape:
    """A faint line that only helps the eye."""
    return cv.Line(x1, y1, x2, y2, paint=ft.Paint(color=_FAINT, stroke_width=1))
