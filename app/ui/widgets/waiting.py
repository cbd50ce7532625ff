"""What shows that something is being done."""

import flet as ft

from app.ui.stimulus import is_still
from app.ui.theme import BETWEEN
from app.ui.widgets.text import announced

_SIZE = 24


def waiting(what: str) -> ft.Control:
    """A turning ring, or an hourglass where nothing may move, with words that a screen reader says."""
    mark: ft.Control = ft.Icon(ft.Icons.HOURGLASS_EMPTY, size=_SIZE)
    if not is_still():
        mark = ft.ProgressRing(width=_SIZE, height=_SIZE)
    return ft.Row([mark, ft.Container(announced(what), expand=True)], spacing=BETWEEN)
