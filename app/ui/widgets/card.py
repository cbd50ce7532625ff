"""Surfaces that hold things together."""

import flet as ft

from app.ui.theme import BETWEEN, CORNER, INSIDE
from app.ui.widgets.shown import refresh


def card(*controls: ft.Control, spacing: int = INSIDE) -> ft.Container:
    """A sand-coloured card."""
    return ft.Container(
        content=ft.Column(
            list(controls), spacing=spacing, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
        ),
        bgcolor=ft.Colors.SURFACE_CONTAINER,
        border_radius=CORNER,
        padding=BETWEEN,
    )


class _Stack(ft.Column):
    """A column that takes no room, and no space between its neighbours, while it holds nothing."""

    def before_update(self) -> None:
        """See whether it holds something by now."""
        self.visible = bool(self.controls)


def stack(*controls: ft.Control, spacing: int = BETWEEN) -> ft.Column:
    """Things below each other, as wide as the page."""
    return _Stack(list(controls), spacing=spacing, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def fill(column: ft.Column, *controls: ft.Control) -> None:
    """Show these in place of what a column showed."""
    column.controls = list(controls)
    refresh(column)
