"""Buttons. Each is at least 48 pixels high, has words, and is reached by keyboard."""

from collections.abc import Callable
from inspect import isawaitable
from typing import Any

import flet as ft

from app.ui.theme import ACTION_WIDTH, BETWEEN, CORNER, FOCUS_LINE, INSIDE
from app.words.direction import is_right_to_left

Press = Callable[[], object]
"""What a button does. If it returns something to wait for, that is awaited."""


_OUTLINE = ft.BorderSide(1, ft.Colors.OUTLINE)
_NO_LINE = ft.BorderSide(0, ft.Colors.TRANSPARENT)


def _pressed(press: Press) -> Callable[[ft.Event[Any]], Any]:
    """Flet awaits what a coroutine function returns, so a press that waits needs a handler of that kind."""

    async def handle(_: ft.Event[Any]) -> None:
        result = press()
        if isawaitable(result):
            await result

    return handle


def _side(line: ft.BorderSide) -> dict[ft.ControlState, ft.BorderSide]:
    """The line around a button, and the one that says that a key would press it: ink on paper, beside any colour."""
    around = ft.BorderSideStrokeAlign.OUTSIDE
    focused = ft.BorderSide(FOCUS_LINE, ft.Colors.ON_SURFACE, stroke_align=around)
    return {ft.ControlState.FOCUSED: focused, ft.ControlState.DEFAULT: line}


def _style(*, line: ft.BorderSide = _NO_LINE, **more: Any) -> ft.ButtonStyle:
    return ft.ButtonStyle(
        side=_side(line),
        padding=ft.Padding.symmetric(horizontal=BETWEEN, vertical=12),
        shape=ft.RoundedRectangleBorder(radius=CORNER),
        **more,
    )


def main_button(
    text: str,
    press: Press,
    *,
    icon: ft.IconData | None = None,
    key: str | None = None,
    autofocus: bool = False,
) -> ft.FilledButton:
    """The one thing a screen is for. With ``autofocus`` it has the keyboard when it comes."""
    return ft.FilledButton(
        text, icon=icon, on_click=_pressed(press), style=_style(), key=key, autofocus=autofocus
    )


def second_button(text: str, press: Press, *, icon: ft.IconData | None = None) -> ft.Control:
    """Another thing to do."""
    return ft.OutlinedButton(text, icon=icon, on_click=_pressed(press), style=_style(line=_OUTLINE))


def quiet_button(text: str, press: Press, *, icon: ft.IconData | None = None) -> ft.Control:
    """Something that is there if wanted."""
    return ft.TextButton(text, icon=icon, on_click=_pressed(press), style=_style())


def bar_button(text: str, press: Press, icon: ft.IconData | None, *, tip: str) -> ft.Control:
    """A button of the top bar, close to its neighbours. ``tip`` says which keys do the same."""
    style = _style()
    style.padding = ft.Padding.symmetric(horizontal=INSIDE, vertical=12)
    return ft.TextButton(
        text, icon=_small(icon) if icon else None, on_click=_pressed(press), style=style, tooltip=tip
    )


def line_button(text: str, press: Press, *, icon: ft.IconData | None = None) -> ft.Control:
    """A quiet button as wide as the page, with words that begin where a line begins."""
    begins = ft.Alignment.CENTER_RIGHT if is_right_to_left() else ft.Alignment.CENTER_LEFT
    style = _style(alignment=begins)
    return ft.TextButton(text, icon=icon, on_click=_pressed(press), style=style)


def erase_button(text: str, press: Press) -> ft.Control:
    """Something that deletes. Red stands beside its words, never for them."""
    return ft.TextButton(
        text,
        icon=ft.Icons.DELETE_OUTLINE,
        on_click=_pressed(press),
        style=_style(color=ft.Colors.ERROR, icon_color=ft.Colors.ERROR),
    )


def _small(icon: ft.IconData) -> ft.Icon:
    return ft.Icon(icon, apply_text_scaling=False)


def icon_button(
    icon: ft.IconData, name: str, press: Press, *, disabled: bool = False, grows: bool = True
) -> ft.Control:
    """A small button with a picture. A screen reader hears its name, a pointer sees it.

    One that does not grow leaves the room to large words beside it.
    """
    return ft.MergeSemantics(
        ft.IconButton(
            icon if grows else _small(icon),
            tooltip=name,
            on_click=_pressed(press),
            disabled=disabled,
            icon_color=None if disabled else ft.Colors.ON_SURFACE_VARIANT,
            style=ft.ButtonStyle(side=_side(_NO_LINE), padding=12),  # 48 pixels, and more beside large words
        )
    )


def row_button(content: ft.Control, press: Press, *, name: str, expanded: bool | None = None) -> ft.Control:
    """A whole row that can be pressed, drawn as a card. ``name`` is what a screen reader hears.

    ``expanded`` says of one that opens something where it stands whether that is open.
    """
    pressed = ft.TextButton(
        content=ft.Semantics(content=content, exclude_semantics=True),
        on_click=_pressed(press),
        style=_style(
            bgcolor=ft.Colors.SURFACE_CONTAINER,
            color=ft.Colors.ON_SURFACE,
            icon_color=ft.Colors.ON_SURFACE,
        ),
    )
    return ft.MergeSemantics(ft.Semantics(content=pressed, label=name, button=True, expanded=expanded))


def onward_row(*said: ft.Control, press: Press, name: str, before: ft.Control | None = None) -> ft.Control:
    """A row that leads to a page of its own: what it says, one below the other, and an arrow. ``before`` stands first."""
    arrow = ft.Icon(ft.Icons.CHEVRON_RIGHT, color=ft.Colors.ON_SURFACE_VARIANT, apply_text_scaling=False)
    line = [*([before] if before else []), ft.Column(list(said), spacing=0, expand=True), arrow]
    return row_button(ft.Row(line, spacing=BETWEEN), press, name=name)


def buttons(*controls: ft.Control) -> ft.Control:
    """Buttons side by side, on as many lines as they need."""
    return ft.Row(list(controls), wrap=True, spacing=INSIDE, run_spacing=INSIDE)


def pile(*controls: ft.Control) -> ft.Control:
    """The few things that can be done on a page, one below the other and equally wide: the main one first."""
    column = ft.Column(
        list(controls), spacing=INSIDE, horizontal_alignment=ft.CrossAxisAlignment.STRETCH, tight=True
    )
    begins = ft.Alignment.CENTER_RIGHT if is_right_to_left() else ft.Alignment.CENTER_LEFT
    return ft.Container(ft.Container(column, width=ACTION_WIDTH), alignment=begins)


def tab_button(text: str, press: Press, *, here: bool) -> ft.Control:
    """One of several views of the same place; the one that is open is filled, ticked and said to be selected."""
    colours = (
        {"bgcolor": ft.Colors.PRIMARY_CONTAINER, "color": ft.Colors.ON_PRIMARY_CONTAINER} if here else {}
    )
    style = _style(line=_OUTLINE, **colours)
    return ft.MergeSemantics(
        ft.Semantics(
            selected=here,
            content=ft.OutlinedButton(
                text, icon=ft.Icons.CHECK if here else None, on_click=_pressed(press), style=style
            ),
        )
    )


def joined_row(content: ft.Control, press: Press, *, name: str, value: str = "") -> ft.Semantics:
    """A row among others of the same card, to be merged for who listens. ``value`` is heard after its name."""
    line = ft.BorderSide(FOCUS_LINE, ft.Colors.ON_SURFACE, stroke_align=ft.BorderSideStrokeAlign.INSIDE)
    style = _style(bgcolor=ft.Colors.SURFACE_CONTAINER, color=ft.Colors.ON_SURFACE)
    style.shape = ft.RoundedRectangleBorder(radius=0)
    style.side = {ft.ControlState.FOCUSED: line, ft.ControlState.DEFAULT: _NO_LINE}
    pressed = ft.TextButton(
        content=ft.Semantics(content=content, exclude_semantics=True), on_click=_pressed(press), style=style
    )
    return ft.Semantics(content=pressed, label=name, value=value or None, button=True)
