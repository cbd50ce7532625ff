"""The two views of supports: all of them, and the safety net."""

import flet as ft

from app import words
from app.ui.screen import Host
from app.ui.theme import INSIDE
from app.ui.widgets import button


def supports_tabs(host: Host, *, net: bool) -> ft.Control:
    """Two buttons, one of them marked as here."""
    return ft.Row(
        [
            button.tab_button(words.support.title, lambda: host.go("/supports"), here=not net),
            button.tab_button(words.safety_net.title, lambda: host.go("/safety-net"), here=net),
        ],
        wrap=True,
        spacing=INSIDE,
        run_spacing=INSIDE,
    )
