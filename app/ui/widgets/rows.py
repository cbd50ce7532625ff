"""Rows of one kind in one card: the way to a page, a choice that opens where it stands, and what else belongs among them."""

from collections.abc import Callable, Iterable

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
    onward: bool = True,
) -> ft.Control:
    """The way to a page: its name and, where there is one, what stands there at present.

    One that does not lead ``onward`` is what is looked for itself, and has no arrow.
    """
    title = body(name)
    if erases:
        title.color = ft.Colors.ERROR
    said = [title, *([quiet(value)] if value else [])]
    arrow = ft.Icon(ft.Icons.CHEVRON_RIGHT, color=ft.Colors.ON_SURFACE_VARIANT, visible=onward)
    content = _line(icon, said, arrow, title.color or ft.Colors.ON_SURFACE_VARIANT)
    return ft.MergeSemantics(button.joined_row(content, press, name=name, value=value))


def choosing(
    name: str,
    options: Iterable[tuple[str, str]],
    now: str,
    chosen: Callable[[str], object],
    *,
    opened: set[str],
    icon: ft.IconData | None = None,
) -> ft.Control:
    """One of several, shown as what it is ``now``; a press shows what else there is.

    ``opened`` holds the names of the rows that are open; it is kept up to date.
    """
    said, value, slot = dict(options), quiet(""), stack(spacing=JOINT)
    mark = ft.Icon(ft.Icons.EXPAND_MORE, color=ft.Colors.ON_SURFACE_VARIANT)

    def tell() -> None:
        """Bring the row up to date in place: what has the keyboard keeps it."""
        is_open = name in opened
        heard.value = value.value = said.get(now, "")
        heard.expanded, mark.icon = is_open, ft.Icons.EXPAND_LESS if is_open else ft.Icons.EXPAND_MORE
        refresh(row)

    def choose(key: str) -> object:
        nonlocal now
        kept = chosen(key)
        if kept is not False:
            now = key
            tell()
        return kept

    def inside() -> list[ft.Control]:
        return [cell(choice.one_of(name, said.items(), now, choose))] if name in opened else []

    def turn() -> None:
        opened.symmetric_difference_update({name})
        tell()
        fill(slot, row, *inside())

    heard = button.joined_row(_line(icon, (body(name), value), mark), turn, name=name)
    row = ft.MergeSemantics(heard)
    tell()
    slot.controls = [row, *inside()]
    return slot


def _line(
    icon: ft.IconData | None,
    said: Iterable[ft.Control],
    mark: ft.Icon,
    colour: ft.ColorValue = ft.Colors.ON_SURFACE_VARIANT,
) -> ft.Control:
    before = [ft.Icon(icon, color=colour, size=ICON)] if icon else []
    return ft.Row([*before, ft.Column(list(said), spacing=0, expand=True), mark], spacing=BETWEEN)
