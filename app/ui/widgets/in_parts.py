"""A long list, shown a part at a time."""

from collections.abc import Callable, Sequence
from typing import TypeVar

import flet as ft

from app.ui.theme import INSIDE
from app.ui.widgets import button
from app.ui.widgets.card import fill, stack

T = TypeVar("T")

PART = 30
"""How many are shown at first, and how many more with each press."""


def in_parts(
    things: Sequence[T],
    laid_out: Callable[[T], ft.Control],
    more: Callable[[int], str],
    *,
    part: int = PART,
    spacing: int = INSIDE,
) -> ft.Control:
    """Lay out the first so many things, and a button that says how many more it shows."""
    shown = stack(spacing=spacing)
    whole = stack(shown)

    def show_more() -> None:
        done = len(shown.controls)
        shown.controls = [*shown.controls, *map(laid_out, things[done : done + part])]
        left = len(things) - len(shown.controls)
        after = button.buttons(button.second_button(more(min(left, part)), show_more))
        fill(whole, shown, *([after] if left else []))

    show_more()
    return whole
