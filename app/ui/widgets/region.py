"""Choosing where one is: type a few letters, press the name. Never guessed from the device."""

from collections.abc import Callable

import flet as ft

from app import words
from app.store.emergency import emergency_numbers
from app.ui.theme import INSIDE
from app.ui.widgets import button, field
from app.ui.widgets.card import fill, stack
from app.words.region import by_name, region_name

ELSEWHERE = "ZZ"
"""The code that stands for a region that is not in the list (reserved for such use by ISO 3166)."""

_SHOWN = 6


def said_region(code: str) -> str:
    """The name of a region that was chosen."""
    return words.hard_time.elsewhere if code == ELSEWHERE else region_name(code)


def region_picker(chosen: Callable[[str], None]) -> ft.Control:
    """A field and the names that match what is typed in it."""
    names = by_name(emergency_numbers())
    matches = stack(spacing=INSIDE)

    def offer(code: str, name: str) -> ft.Control:
        return button.second_button(name, lambda: chosen(code))

    def matching(text: str) -> list[ft.Control]:
        wanted = text.strip().casefold()
        found = [pair for pair in names if pair[1].casefold().startswith(wanted)] if wanted else []
        found += [pair for pair in names if wanted and wanted in pair[1].casefold() and pair not in found]
        return [*(offer(*pair) for pair in found[:_SHOWN]), offer(ELSEWHERE, words.hard_time.elsewhere)]

    typed = field.field(
        words.hard_time.region, "", lambda text: fill(matches, button.buttons(*matching(text)))
    )
    matches.controls = [button.buttons(*matching(""))]
    return stack(typed, matches, spacing=INSIDE)
