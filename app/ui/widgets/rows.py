"""Rows of one kind in one card: the way to a page, a choice that opens where it stands, and what else belongs among them."""

from collections.abc import Callable, Iterable, Sequence

import flet as ft

from app.ui.theme import BETWEEN, CORNER, ICON, INSIDE, JOINT
from app.ui.widgets import button, choice
from app.ui.widgets.card import fill, stack
from app.ui.widgets.shown import refresh
from app.ui.widgets.text import body, quiet


def rows(*controls: ft.Control) -> ft.Control:
    """What belongs together, one below the other, with a thin line of paper between them."""
    return ft.Container(
        stack(*controls, spacing=JOINT), border_radius=CORNER, clip_behavior=ft.ClipBehavior.ANTI_ALIAS
    )


def cell(*controls: ft.Control, spacing: int = 0) -> ft.Control:
    """A row that is not pressed as a whole."""
    return ft.Container(
        stack(*controls, spacing=spacing),
        bgcolor=ft.Colors.SURFACE_CONTAINER,
        padding=ft.Padding.symmetric(horizontal=BETWEEN, vertical=INSIDE),
    )


def way(
    name: str,
    press: button.Press,
    *,
    icon: ft.IconData | None = None,
    value: str = "",
    erases: bool = False,
) -> ft.Control:
    """The way to a page: its name and, where there is one, what stands there at present."""
    title = body(name)
    if erases:
        title.color = ft.Colors.ERROR
    said = [title, *([quiet(value)] if value else [])]
    content = _line(icon, said, ft.Icons.CHEVRON_RIGHT, title.color or ft.Colors.ON_SURFACE_VARIANT)
    return button.joined_row(content, press, name=name, value=value)


def choosing(
    name: str,
    options: Iterable[tuple[str, str]],
    now: str,
    chosen: Callable[[str], object],
    *,
    opened: set[str],
    icon: ft.IconData | None = None,
    below: Sequence[ft.Control] = (),
) -> ft.Control:
    """One of several, shown as what it is ``now``; a press shows what else there is, and ``below`` stands under that.

    ``opened`` holds the names of the rows that are open; it is kept up to date.
    """
    said = dict(options)
    value, slot = quiet(said.get(now, "")), stack(spacing=JOINT)
    names = body(name), value

    def choose(key: str) -> object:
        nonlocal now
        kept = chosen(key)
        if kept is not False:
            now, value.value = key, said[key]
            refresh(value)
        return kept

    def shown() -> list[ft.Control]:
        mark = ft.Icons.EXPAND_LESS if name in opened else ft.Icons.EXPAND_MORE
        line = _line(icon, names, mark)
        row = button.joined_row(line, turn, name=name, value=said.get(now, ""), expanded=name in opened)
        inside = [cell(choice.one_of(name, said.items(), now, choose), *below)] if name in opened else []
        return [row, *inside]

    def turn() -> None:
        opened.symmetric_difference_update({name})
        fill(slot, *shown())

    slot.controls = shown()
    return slot


def _line(
    icon: ft.IconData | None,
    said: Iterable[ft.Control],
    mark: ft.IconData,
    colour: ft.ColorValue = ft.Colors.ON_SURFACE_VARIANT,
) -> ft.Control:
    before = [ft.Icon(icon, color=colour, size=ICON)] if icon else []
    names = ft.Column(list(said), spacing=0, expand=True)
    return ft.Row([*before, names, ft.Icon(mark, color=ft.Colors.ON_SURFACE_VARIANT)], spacing=BETWEEN)
