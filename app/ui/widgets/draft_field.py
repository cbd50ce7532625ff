"""A field whose words are a draft of the window it stands in."""

from collections.abc import Callable

import flet as ft

from app.ui.screen import Host
from app.ui.widgets.field import field


def draft_field(
    host: Host,
    key: str,
    label: str,
    kept: str = "",
    *,
    hint: str | None = None,
    lines: int = 1,
    submit: Callable[[], object] | None = None,
    left: Callable[[], object] | None = None,
    keyboard: ft.KeyboardType | None = None,
    autofocus: bool = False,
) -> ft.TextField:
    """A field that shows the draft under ``key``, or ``kept`` where there is none, and keeps every key stroke in it."""
    return field(
        label,
        host.draft(key, kept),
        lambda text: host.keep_draft(key, text),
        hint=hint,
        lines=lines,
        submit=submit,
        left=left,
        keyboard=keyboard,
        autofocus=autofocus,
    )
