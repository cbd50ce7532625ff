"""The views of one place, as buttons in a row: the one that is open is marked as here."""

from collections.abc import Iterable
from datetime import date

import flet as ft

from app import words
from app.ui.screen import HISTORY, Host
from app.ui.theme import INSIDE
from app.ui.widgets import button


def supports_tabs(host: Host, here: str) -> ft.Control:
    """The views of supports: all of them, the map, and the safety net. ``here`` is the path of the one that is open."""
    titles = {
        "/supports": words.support.title,
        "/supports/map": words.support_map.title,
        "/safety-net": words.safety_net.title,
    }
    return _tabs(host, ((title, path, path == here) for path, title in titles.items()))


def patterns_tabs(host: Host, here: str, day: date) -> ft.Control:
    """The views of check-ins. ``here`` is the one that is open; month and year open at those of a day."""
    paths = {
        "pictures": "/patterns",
        "days": HISTORY,
        "month": f"/history/month/{day.isoformat()[:7]}",
        "year": f"/history/year/{day.isoformat()[:4]}",
    }
    return _tabs(host, ((words.history.tabs[tab], path, tab == here) for tab, path in paths.items()))


def _tabs(host: Host, tabs: Iterable[tuple[str, str, bool]]) -> ft.Control:
    def tab(text: str, path: str, here: bool) -> ft.Control:
        return button.tab_button(text, lambda: host.go(path), here=here)

    return ft.Row([tab(*one) for one in tabs], wrap=True, spacing=INSIDE, run_spacing=INSIDE)
