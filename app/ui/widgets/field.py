"""Fields to type in. Each is bound to words held outside the screen, so that no rebuilt view loses them."""

from collections.abc import Callable
from inspect import isawaitable
from typing import Any

import flet as ft

from app.ui.theme import CORNER
from app.ui.widgets.shown import refresh

Typed = Callable[[str], None]
"""Remembers what stands in a field after each key."""


def _private(**more: Any) -> dict[str, Any]:
    """No keyboard learns from what is typed here."""
    return {
        "autocorrect": False,
        "enable_suggestions": False,
        "enable_ime_personalized_learning": False,
        "border": ft.OutlineInputBorder(border_radius=CORNER),
        "filled": True,
        "fill_color": ft.Colors.SURFACE,
        **more,
    }


def field(
    label: str,
    value: str,
    typed: Typed,
    *,
    hint: str | None = None,
    lines: int = 1,
    submit: Callable[[], object] | None = None,
    left: Callable[[], object] | None = None,
    keyboard: ft.KeyboardType | None = None,
    autofocus: bool = False,
) -> ft.TextField:
    """A field for one line, or for several. ``left`` is called when the person moves on to something else."""

    def change(event: ft.Event[ft.TextField]) -> None:
        typed(event.control.value or "")

    async def submitted(_: ft.Event[ft.TextField]) -> None:
        result = submit() if submit else None
        if isawaitable(result):
            await result

    many = {"multiline": True, "min_lines": lines, "max_lines": 12} if lines > 1 else {}
    return ft.TextField(
        label=label,
        value=value,
        helper=hint,
        helper_max_lines=4,
        error_max_lines=4,
        on_change=change,
        on_submit=submitted if submit else None,
        on_blur=(lambda _: left()) if left else None,
        keyboard_type=keyboard or ft.KeyboardType.TEXT,
        capitalization=ft.TextCapitalization.SENTENCES if lines > 1 else None,
        autofocus=autofocus,
        **_private(**many),
    )


def passphrase_field(
    label: str,
    typed: Typed,
    submit: Callable[[], object],
    *,
    autofocus: bool = False,
    value: str = "",
) -> ft.TextField:
    """A field whose words are hidden until the person asks to see them. It keeps nothing and can be pasted into."""

    def change(event: ft.Event[ft.TextField]) -> None:
        typed(event.control.value or "")

    async def submitted(_: ft.Event[ft.TextField]) -> None:
        result = submit()
        if isawaitable(result):
            await result

    return ft.TextField(
        label=label,
        value=value,
        password=True,
        on_change=change,
        on_submit=submitted,
        autofocus=autofocus,
        autofill_hints=[ft.AutofillHint.PASSWORD],
        **_private(),
    )


def clear(field: ft.TextField) -> None:
    """Empty a field on screen."""
    field.value = ""
    field.error = None
    refresh(field)


def refuse(field: ft.TextField, why: str | None) -> None:
    """Say beside a field what is wrong with it, or that nothing is."""
    field.error = why
    refresh(field)
