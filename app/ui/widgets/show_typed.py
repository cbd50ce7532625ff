"""A box to tick that shows what is typed in hidden fields."""

import flet as ft

from app import words
from app.ui.widgets import choice
from app.ui.widgets.shown import refresh


def show_typed(*fields: ft.TextField) -> ft.Control:
    """Show what stands in these fields for as long as the box is ticked."""

    def turn(shown: bool) -> None:
        for one in fields:
            one.password = not shown
            refresh(one)

    return choice.check(words.shell.show_typed, any(not one.password for one in fields), turn)
