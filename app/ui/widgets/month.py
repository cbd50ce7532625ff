"""A month as a sheet: weeks as rows, and in each day its number and the marks of its check-ins."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import flet as ft

from app import words
from app.ui.theme import INSIDE, SMALL
from app.ui.widgets.mood import mood_mark
from app.ui.widgets.text import quiet

MOST_MARKS = 3
MARK_SIZE = 20
_TINY = 12
"""A number that must fit beneath the marks of a narrow day, at any size of text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One day of the sheet. ``levels`` are those of its check-ins in order of time, 0 for none.

    ``name`` is what a screen reader hears of a day with a check-in, ``path`` where it leads.
    """

    number: int
    levels: tuple[int, ...] = ()
    today: bool = False
    name: str = ""
    path: str = ""


Week = Sequence[Day | None]
"""Seven days; None for those of another month."""


def month_sheet(
    weekdays: Sequence[str], weeks: Sequence[Week], faces: dict[int, str], go: Callable[[str], object]
) -> ft.Control:
    """The sheet. Only days with a check-in can be pressed, and only they are heard."""
    head = ft.Semantics(
        content=ft.Row([_weekday(name) for name in weekdays], spacing=_BETWEEN_DAYS), exclude_semantics=True
    )
    return ft.Column(
        [head, *(_week(week, faces, go) for week in weeks)],
        spacing=_BETWEEN_DAYS,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


_BETWEEN_DAYS = 4


def _weekday(name: str) -> ft.Control:
    said = quiet(name)
    said.text_align, said.expand = ft.TextAlign.CENTER, True
    return said


def _week(week: Week, faces: dict[int, str], go: Callable[[str], object]) -> ft.Control:
    return ft.Row(
        [_day(day, faces, go) for day in week],
        spacing=_BETWEEN_DAYS,
        intrinsic_height=True,
        vertical_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _day(day: Day | None, faces: dict[int, str], go: Callable[[str], object]) -> ft.Control:
    if day is None:
        return ft.Container(expand=True)
    path = day.path
    shown = ft.Column(
        [_number(day), *_marks(day, faces)],
        spacing=2,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
    )
    if not day.levels:
        plain = ft.Container(shown, padding=ft.Padding.symmetric(vertical=4))
        return ft.Semantics(content=plain, exclude_semantics=True, expand=True)
    pressed = ft.Container(
        ft.Semantics(content=shown, exclude_semantics=True),
        bgcolor=ft.Colors.SURFACE_CONTAINER,
        border_radius=INSIDE,
        padding=ft.Padding.symmetric(vertical=4),
        ink=True,
        on_click=lambda _: go(path),
    )
    return ft.MergeSemantics(ft.Semantics(content=pressed, label=day.name, button=True), expand=True)


def _number(day: Day) -> ft.Control:
    """The number of the day; that of today stands in a frame."""
    number = ft.Text(str(day.number), size=SMALL, weight=ft.FontWeight.W_600 if day.levels else None)
    return ft.Container(
        number,
        padding=ft.Padding.symmetric(horizontal=4),
        border=ft.Border.all(1.5, ft.Colors.ON_SURFACE if day.today else ft.Colors.TRANSPARENT),
        border_radius=6,
    )


def _marks(day: Day, faces: dict[int, str]) -> list[ft.Control]:
    """A few marks, and how many more there are."""
    marks = [
        mood_mark(level or None, MARK_SIZE, face=faces.get(level, "")) for level in day.levels[:MOST_MARKS]
    ]
    more = len(day.levels) - MOST_MARKS
    counted = [ft.Text(words.history.more.format(n=more), size=_TINY)] if more > 0 else []
    row = ft.Row(
        list(marks), wrap=True, spacing=2, run_spacing=2, alignment=ft.MainAxisAlignment.CENTER, tight=True
    )
    return [*([row] if marks else []), *counted]
