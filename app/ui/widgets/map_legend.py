"""What the marks of the map mean: each drawn beside its phrase, the same as in the list."""

import flet as ft
import flet.canvas as cv

from app import words
from app.exports.map_legend import HIGH, WIDE, legend_rows
from app.ui.theme import BETWEEN
from app.ui.widgets.card import card
from app.ui.widgets.map_canvas import shapes_of
from app.ui.widgets.text import body, quiet


def legend() -> ft.Control:
    """Every mark with its phrase."""
    rows = []
    for figures, phrase in legend_rows():
        text = body(phrase)
        text.expand = True
        rows.append(ft.Row([cv.Canvas(shapes_of(figures), width=WIDE, height=HIGH), text], spacing=BETWEEN))
    return card(quiet(words.support_map.rings_in_legend), *rows, spacing=2)
