"""What shows that something is being done."""

import flet as ft

from app.ui.theme import BETWEEN
from app.ui.widgets.text import announced


def waiting(what: str) -> ft.Control:
    """A turning ring with words that a screen reader says."""
    return ft.Row(
        [ft.ProgressRing(width=24, height=24), ft.Container(announced(what), expand=True)], spacing=BETWEEN
    )
