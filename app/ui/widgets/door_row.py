"""A row that leads to a screen of its own: its name, and what is to be known of it."""

import flet as ft

from app.ui.widgets import button
from app.ui.widgets.text import body, quiet, row_name


def door_row(name: str, about: str, press: button.Press) -> ft.Control:
    """A name with what is to be known of it, and an arrow. With nothing to be known the name is a plain line."""
    if not about:
        return button.onward_row(body(name), press=press, name=name)
    return button.onward_row(row_name(name), quiet(about), press=press, name=f"{name}, {about}")
