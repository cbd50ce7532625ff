"""Chips of one kind; a long list is folded behind a button, with what is picked of it in sight."""

from collections.abc import Callable, Collection, Sequence

import flet as ft

from app.ui.theme import INSIDE
from app.ui.widgets import button, choice
from app.ui.widgets.card import fill, stack

FOLD_FROM = 7
"""Of more options than these only those that are picked are shown at first."""


def folded(
    head: Callable[[], ft.Control],
    unfold: str,
    options: Sequence[tuple[str, str]],
    picked: Callable[[], Collection[str]],
    changed: Callable[[str, bool], object],
    *,
    always_headed: bool = True,
) -> ft.Column:
    """Chips for (value, words) pairs below a heading, as of choice.any_of. ``unfold`` are the words of the button.

    Where it is not ``always_headed`` the button stands in the place of the heading while nothing is picked.
    """
    place = stack(spacing=INSIDE)

    def shown(some: Sequence[tuple[str, str]]) -> list[ft.Control]:
        return [head(), *([choice.any_of(some, picked(), changed)] if some else [])]

    if len(options) <= FOLD_FROM:
        place.controls = shown(options)
        return place
    some = [one for one in options if one[0] in picked()]
    show_all = button.line_button(unfold, lambda: fill(place, *shown(options)), icon=ft.Icons.EXPAND_MORE)
    place.controls = [*(shown(some) if some or always_headed else []), show_all]
    return place
