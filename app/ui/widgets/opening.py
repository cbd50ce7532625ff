"""A row that says what is chosen, and opens where it stands to choose something else."""

from collections.abc import Callable

import flet as ft

from app.ui.theme import BETWEEN, INSIDE
from app.ui.widgets import button
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.text import quiet


def opening(
    title: Callable[[], ft.Control],
    chosen: Callable[[], str],
    name: Callable[[], str],
    inside: Callable[[Callable[[], None]], ft.Control],
    *,
    opened: bool = False,
) -> ft.Control:
    """A row with its ``title`` and below it what is ``chosen``; ``name`` is what a screen reader hears.

    Pressed, it shows below what is ``inside``, made with what to call when something else was chosen. Pressed again, it
    closes. ``opened`` says whether it is open at first.
    """
    head, below = stack(), stack()
    open_now = not opened

    def tell() -> None:
        said = ft.Column([title(), quiet(chosen())], spacing=0, expand=True)
        mark = ft.Icon(
            ft.Icons.EXPAND_LESS if open_now else ft.Icons.EXPAND_MORE, color=ft.Colors.ON_SURFACE_VARIANT
        )
        row = ft.Row([said, mark], spacing=BETWEEN)
        fill(head, button.row_button(row, turn, name=name(), expanded=open_now))

    def turn() -> None:
        nonlocal open_now
        open_now = not open_now
        tell()
        fill(below, *([card(inside(tell))] if open_now else []))

    turn()
    return stack(head, below, spacing=INSIDE)
