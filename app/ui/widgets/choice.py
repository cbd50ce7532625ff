"""Choosing: one of several, any of several, yes or no.

What is called with a choice may return False: it could not be kept, and what is shown goes back to what was.
"""

from collections.abc import Callable, Iterable

import flet as ft

from app.ui.theme import BETWEEN, INSIDE
from app.ui.widgets.shown import refresh

LONGEST_CHIP = 30
"""Words longer than this stand beside a box to tick: Flutter cuts off what a chip has no room for."""

_CHIP_LINES = 3

_FOCUSED: dict[ft.ControlState, ft.ColorValue] = {ft.ControlState.FOCUSED: ft.Colors.SURFACE_DIM}
"""Around a mark that a key would change, while it has the keyboard: 3 : 1 to paper, cards and ink."""
_INK: dict[ft.ControlState, ft.ColorValue] = {ft.ControlState.FOCUSED: ft.Colors.ON_SURFACE}
_BOX = {
    ft.ControlState.FOCUSED: ft.BorderSide(2, ft.Colors.ON_SURFACE),
    ft.ControlState.SELECTED: ft.BorderSide(2, ft.Colors.PRIMARY),
    ft.ControlState.DEFAULT: ft.BorderSide(2, ft.Colors.ON_SURFACE_VARIANT),
}
"""The line of a box: with no line for a state Flutter draws none, and an empty box is not seen."""


def one_of(
    label: str,
    options: Iterable[tuple[str, str]],
    value: str,
    chosen: Callable[[str], object],
    *,
    named: Callable[[str], str] | None = None,
) -> ft.Control:
    """Radio buttons for (value, words) pairs, flowing over as many lines as they need. Words can be pressed too.

    ``named`` makes of words what a screen reader hears in their place, where several groups have the same.
    """
    group = ft.RadioGroup(content=ft.Row(), value=value)
    kept = value

    def choose(key: str) -> None:
        nonlocal kept
        group.value = key if chosen(key) is not False else kept
        kept = group.value
        refresh(group)

    def radio(key: str, words: str) -> ft.Control:
        mark: ft.Control = ft.Radio(value=key, overlay_color=_FOCUSED, fill_color=_INK)
        text: ft.Control = ft.GestureDetector(
            ft.Text(words), on_tap=lambda _: choose(key), exclude_from_semantics=True
        )
        if named is not None:
            mark = ft.Semantics(content=mark, label=named(words))
            text = ft.Semantics(content=text, exclude_semantics=True)
        return _tall(ft.Row([mark, text], tight=True, spacing=0))

    group.content = ft.Row(
        [radio(key, words) for key, words in options], wrap=True, spacing=BETWEEN, run_spacing=INSIDE
    )
    group.on_change = lambda event: choose(str(event.control.value))
    return ft.Semantics(content=group, label=label, container=True)


def any_of(
    options: Iterable[tuple[str, str]], picked: Iterable[str], changed: Callable[[str, bool], object]
) -> ft.Control:
    """Chips for (value, words) pairs, boxes for long words; each is told by itself whether it is now picked."""
    on = set(picked)

    def one(key: str, words: str) -> ft.Control:
        if len(words) > LONGEST_CHIP:
            return check(words, key in on, lambda now: changed(key, now))
        return chip(key, words)

    def pick(event: ft.Event[ft.Chip], key: str) -> None:
        now = bool(event.control.selected)
        if changed(key, now) is False:
            event.control.selected = not now
            refresh(event.control)

    def chip(key: str, words: str) -> ft.Control:
        return ft.Chip(
            label=ft.Text(words, max_lines=_CHIP_LINES),
            selected=key in on,
            show_checkmark=True,
            on_select=lambda event: pick(event, key),
        )

    return ft.Row([one(key, words) for key, words in options], wrap=True, spacing=INSIDE, run_spacing=INSIDE)


def yes_or_no(
    label: str, value: bool, changed: Callable[[bool], object], *, name: str | None = None
) -> ft.Control:
    """A switch with its words. ``name`` is what a screen reader hears in their place, where several look alike."""
    switch = ft.Switch(
        value=value,
        on_change=lambda event: turned(bool(event.control.value)),
        overlay_color=_FOCUSED,
        thumb_color=_INK,
    )

    def turned(on: bool) -> None:
        switch.value = on if changed(on) is not False else not on
        refresh(switch)

    def turn() -> None:
        turned(not switch.value)

    words = ft.GestureDetector(
        ft.Text(label),
        on_tap=lambda _: turn(),
        exclude_from_semantics=True,
    )
    words.expand, words.expand_loose = True, True  # large words wrap instead of being cut off
    spoken = ft.Semantics(content=switch, label=name) if name else switch
    shown = (
        ft.Semantics(content=words, exclude_semantics=True, expand=True, expand_loose=True) if name else words
    )
    return _tall(ft.Row([spoken, shown], tight=True, spacing=INSIDE))


def check(label: str, value: bool, changed: Callable[[bool], object]) -> ft.Control:
    """A box to tick beside words of any length. The words can be pressed too."""
    box = ft.Checkbox(
        value=value,
        on_change=lambda event: ticked(bool(event.control.value)),
        overlay_color=_FOCUSED,
        border_side=_BOX,
    )

    def ticked(on: bool) -> None:
        box.value = on if changed(on) is not False else not on
        refresh(box)

    def turn() -> None:
        ticked(not box.value)

    words = ft.GestureDetector(
        ft.Text(label), on_tap=lambda _: turn(), exclude_from_semantics=True, expand=True
    )
    return _tall(ft.Row([box, words], spacing=0))


def _tall(row: ft.Row) -> ft.Control:
    """One thing to press: a mark of 40 pixels, as Flutter draws it on a desktop, and room for a thumb around it."""
    return ft.MergeSemantics(ft.Container(row, padding=ft.Padding.symmetric(vertical=4)))
