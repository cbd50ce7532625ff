"""Whether the person felt connected, over time: columns of three answers, told apart by how they are filled."""

from collections.abc import Iterator, Mapping

import flet as ft
import flet.canvas as cv

from app import words
from app.domain.check_in import FeltConnected
from app.domain.picture import Answers, marks
from app.ui.theme import BETWEEN, INSIDE
from app.ui.widgets.card import stack
from app.ui.widgets.picture_canvas import PictureCanvas, ends, line
from app.ui.widgets.text import quiet

HEIGHT = 140.0
_WIDEST = 32.0
_STRIPE = 5.0
_SWATCH = 24.0

_FROM_BELOW = (FeltConnected.YES, FeltConnected.A_LITTLE, FeltConnected.NOT_AT_ALL)


def connected_picture(connected: Answers, width: float, *, mirrored: bool) -> ft.Control:
    """Lay out one column for each span of time, and below them what each filling stands for."""
    drawn = PictureCanvas(lambda room: _shapes(connected, room, mirrored=mirrored), width, HEIGHT)
    key = ft.Row(list(map(_key, _FROM_BELOW)), wrap=True, spacing=BETWEEN, run_spacing=INSIDE)
    first, last = connected.starts[0], connected.starts[-1]
    below = (
        ends(words.moment.month(first), words.moment.month(last))
        if first != last
        else quiet(words.moment.month(first))
    )
    return stack(ft.Row([drawn.laid_out()]), below, key, spacing=INSIDE)


def _key(answer: FeltConnected) -> ft.Control:
    swatch = cv.Canvas(list(_block(answer, 1, 1, _SWATCH - 2, _SWATCH - 2)), width=_SWATCH, height=_SWATCH)
    return ft.Row([swatch, quiet(words.check_in.connections[answer])], tight=True, spacing=INSIDE)


def _shapes(connected: Answers, room: float, *, mirrored: bool) -> list[cv.Shape]:
    step = room / max(1, len(connected.starts))
    places = {start: place for place, start in enumerate(connected.starts)}
    most = max(sum(span.counts.values()) for span in connected.spans)
    wide = min(_WIDEST, max(2.0, step - 2.0))
    shapes = [line(0, HEIGHT - 1, room, HEIGHT - 1)]
    for place in marks(connected.starts, connected.unit):
        x = room - place * step if mirrored else place * step
        shapes.append(line(x, 0, x, HEIGHT))
    for span in connected.spans:
        if span.start in places:
            middle = (places[span.start] + 0.5) * step
            left = (room - middle if mirrored else middle) - wide / 2
            shapes += _column(span.counts, left, wide, (HEIGHT - 4) / most)
    return shapes


def _column(counts: Mapping[str, int], left: float, wide: float, each: float) -> Iterator[cv.Shape]:
    foot = HEIGHT - 1
    for answer in _FROM_BELOW:
        tall = counts.get(answer, 0) * each
        if tall:
            foot -= tall
            yield from _block(answer, left, foot, wide, tall)


def _block(answer: FeltConnected, left: float, top: float, wide: float, tall: float) -> Iterator[cv.Shape]:
    """One answer: filled, striped or empty, with ink around it."""
    if answer is FeltConnected.YES:
        yield cv.Rect(left, top, wide, tall, paint=ft.Paint(color=ft.Colors.PRIMARY))
    if answer is FeltConnected.A_LITTLE:
        stripes = ft.Paint(color=ft.Colors.PRIMARY, stroke_width=2)
        y = top + tall - _STRIPE / 2
        while y > top:
            yield cv.Line(left, y, left + wide, y, paint=stripes)
            y -= _STRIPE
    around = ft.Paint(color=ft.Colors.ON_SURFACE, stroke_width=1.2, style=ft.PaintingStyle.STROKE)
    yield cv.Rect(left, top, wide, tall, paint=around)
