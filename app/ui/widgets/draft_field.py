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
    typed: Callable[[], object] | None = None,
) -> ft.TextField:
    """A field that shows the draft under ``key``, or ``kept`` where there is none, and keeps every key stroke in it.

    ``typed`` is called after each.
    """

    def keep(text: str) -> None:
        host.keep_draft(key, text)
        if typed is not None:
            typed()

    return field(
        label,
        host.draft(key, kept),
        keep,
        hint=hint,
        lines=lines,
        submit=submit,
        left=left,
        keyboard=keyboard,
        autofocus=autofocus,
    )
