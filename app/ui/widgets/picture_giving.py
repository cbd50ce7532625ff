"""What came to me and what I gave, over time: a row for each, marks where something was noted, gaps where nothing was.

Both rows have the same measure and stand apart, each with its name and its own form, so that neither weighs the other.
"""

from collections.abc import Callable, Iterator

import flet as ft
import flet.canvas as cv

from app import words
from app.domain.giving import Passed, PassedOver
from app.domain.picture import marks
from app.session.pictures import span_name
from app.ui.theme import INSIDE
from app.ui.widgets.card import stack
from app.ui.widgets.picture_canvas import PictureCanvas, ends, line
from app.ui.widgets.text import body, quiet

ROW = 64.0
_AIR = 4.0
_WIDEST = 14.0
_NARROWEST = 4.0
_OUTLINE = 1.6
"""How wide the line of ink around a mark is, in logical pixels."""


def giving_picture(over: PassedOver, width: float, *, mirrored: bool) -> ft.Control:
    """Lay out both rows. ``width`` is a first guess, until the window tells its own."""
    most = max((max(one.received, one.gave) for one in over.columns.values()), default=1)

    def row(title: str, count: Callable[[Passed], int], *, filled: bool) -> ft.Control:
        def drawn(room: float) -> list[cv.Shape]:
            return list(_shapes(over, count, max(1, most), room, filled=filled, mirrored=mirrored))

        return stack(body(title), ft.Row([PictureCanvas(drawn, width, ROW).laid_out()]), spacing=0)

    first, last = span_name(over.starts[0], over.unit), span_name(over.starts[-1], over.unit)
    return stack(
        row(words.giving.received, lambda one: one.received, filled=True),
        row(words.giving.gave, lambda one: one.gave, filled=False),
        ends(first, last) if first != last else quiet(first),
        spacing=INSIDE,
    )


def _shapes(
    over: PassedOver,
    count: Callable[[Passed], int],
    most: int,
    room: float,
    *,
    filled: bool,
    mirrored: bool,
) -> Iterator[cv.Shape]:
    step = room / max(1, len(over.starts))
    wide = min(_WIDEST, max(_NARROWEST, step - 2))

    def across(x: float) -> float:
        return room - x if mirrored else x

    yield line(0, ROW - 1, room, ROW - 1)
    for place in marks(over.starts, over.unit):
        yield line(across(place * step), 0, across(place * step), ROW)
    for place, one in over.columns.items():
        if count(one):
            tall = wide + (ROW - _AIR - wide) * (count(one) - 1) / max(1, most - 1)
            yield from _mark(across((place + 0.5) * step) - wide / 2, tall, wide, filled=filled)


def _mark(left: float, tall: float, wide: float, *, filled: bool) -> Iterator[cv.Shape]:
    """A mark that stands on the line, round at its ends: filled for what came to me, open for what I gave."""
    top = ROW - 1 - tall
    if filled:
        yield cv.Rect(left, top, wide, tall, wide / 2, paint=ft.Paint(color=ft.Colors.TERTIARY))
    colour = ft.Colors.ON_SURFACE if filled else ft.Colors.SECONDARY
    around = ft.Paint(
        color=colour, stroke_width=_OUTLINE if filled else 2 * _OUTLINE, style=ft.PaintingStyle.STROKE
    )
    inset = 0.0 if filled else _OUTLINE
    yield cv.Rect(left + inset, top + inset, wide - 2 * inset, tall - 2 * inset, wide / 2, paint=around)
