"""Choosing one of many names: type a few letters, press the name."""

from collections.abc import Callable, Sequence

import flet as ft

from app.ui.theme import INSIDE
from app.ui.widgets import button, field
from app.ui.widgets.card import fill, stack

_SHOWN = 6

Named = tuple[str, str]
"""A key, and the name that stands for it."""


def name_picker(
    label: str,
    names: Sequence[Named],
    chosen: Callable[[str], object],
    *,
    always: Sequence[Named] = (),
) -> ft.Control:
    """A field and the names that match what is typed in it, best first; ``always`` are offered whatever is typed."""
    matches = stack(spacing=INSIDE)

    def offer(key: str, name: str) -> ft.Control:
        return button.second_button(name, lambda: chosen(key))

    def matching(text: str) -> ft.Control:
        return button.buttons(*(offer(*pair) for pair in [*_matching(names, text), *always]))

    typed = field.field(label, "", lambda text: fill(matches, matching(text)))
    matches.controls = [matching("")]
    return stack(typed, matches, spacing=INSIDE)


def _matching(names: Sequence[Named], text: str) -> list[Named]:
    wanted = text.strip().casefold()
    if not wanted:
        return []
    found = [pair for pair in names if pair[1].casefold().startswith(wanted)]
    found += [pair for pair in names if wanted in pair[1].casefold() and pair not in found]
    return found[:_SHOWN]
