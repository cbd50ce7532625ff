"""How large the reader has set text, in the system or the browser: Flet 1.0.5 scales it by itself and does not tell."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import flet as ft

from app.ui.theme import SMALL

_SAME = 0.02
_OUT_OF_SIGHT = -100


@dataclass(slots=True)
class _Told:
    times: float = 1.0


_told = _Told()


def times() -> float:
    """By how much text is larger than at 100 %; never less than 1."""
    return _told.times


def probe(changed: Callable[[], None]) -> ft.Control:
    """A sign that nobody sees or hears. How high it becomes is measured; ``changed`` is called when that is another size."""

    def measured(event: ft.LayoutSizeChangeEvent[Any]) -> None:
        now = max(1.0, round(event.height / SMALL, 2))
        if abs(now - _told.times) > _SAME:
            _told.times = now
            changed()

    sign = ft.Text("\N{NO-BREAK SPACE}", size=SMALL, style=ft.TextStyle(height=1.0))
    held = ft.Semantics(content=ft.Container(sign, on_size_change=measured), exclude_semantics=True)
    return ft.Container(held, left=_OUT_OF_SIGHT, top=_OUT_OF_SIGHT)
