"""A row that leads to a screen of its own."""

import flet as ft

from app.ui.theme import BETWEEN
from app.ui.widgets import button
from app.ui.widgets.text import quiet


def door_row(name: str, about: str, press: button.Press) -> ft.Control:
    """A name with what is to be known of it, and an arrow."""
    said = ft.Column(
        [ft.Text(name, theme_style=ft.TextThemeStyle.TITLE_LARGE), quiet(about)],
        spacing=0,
        expand=True,
    )
    arrow = ft.Icon(ft.Icons.CHEVRON_RIGHT, color=ft.Colors.ON_SURFACE_VARIANT)
    return button.row_button(ft.Row([said, arrow], spacing=BETWEEN), press, name=f"{name}, {about}")
