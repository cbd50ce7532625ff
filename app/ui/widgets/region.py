"""Choosing where one is: type a few letters, press the name. Never guessed from the device."""

from collections.abc import Callable

import flet as ft

from app import words
from app.store.emergency import emergency_numbers
from app.ui.widgets.name_picker import name_picker
from app.words.region import region_name, regions_by_name

ELSEWHERE = "ZZ"
"""The code that stands for a region that is not in the list (reserved for such use by ISO 3166)."""


def said_region(code: str) -> str:
    """The name of a region that was chosen."""
    return words.hard_time.elsewhere if code == ELSEWHERE else region_name(code)


def region_picker(chosen: Callable[[str], None]) -> ft.Control:
    """A field and the names that match what is typed in it."""
    return name_picker(
        words.hard_time.region,
        regions_by_name(emergency_numbers()),
        chosen,
        always=[(ELSEWHERE, words.hard_time.elsewhere)],
    )
