"""A check-in as a row of a list, and the days that the rows stand under."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

import flet as ft

from app import words
from app.domain.check_in import CheckIn
from app.domain.own_word import WordKind
from app.session import Session
from app.ui.theme import BETWEEN, INSIDE
from app.ui.widgets import button
from app.ui.widgets.mood import mark_of
from app.ui.widgets.text import body, heading, quiet


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What a row shows, and the name it is heard by. What was not said is empty."""

    mood: str
    time: str
    feelings: str
    note: str
    name: str


def line(session: Session, check_in: CheckIn) -> Line:
    """Gather what a row shows."""
    called = session.vocabulary
    mood = called.mood(check_in)
    time = words.moment.time_of_day(check_in.when) if check_in.time_known else ""
    feelings = ", ".join(called.word(WordKind.FEELING, key) for key in check_in.feelings)
    note = next((text.strip() for text in check_in.note.splitlines() if text.strip()), "")
    said = (mood, words.moment.day(check_in.when.date()), time, feelings, note)
    return Line(mood=mood, time=time, feelings=feelings, note=note, name=", ".join(filter(None, said)))


def day_named(day: date, today: date) -> str:
    """What the heading of a day says."""
    return words.history.today if day == today else words.moment.weekday(day)


def rows(
    session: Session,
    check_ins: Iterable[CheckIn],
    above: date | None,
    opened: Callable[[CheckIn], object],
) -> list[ft.Control]:
    """Rows under the headings of their days. ``above`` is the day whose heading stands above the first already."""
    today, controls = session.now().date(), list[ft.Control]()
    for one in check_ins:
        day = one.when.date()
        if day != above:
            controls.append(heading(day_named(day, today)))
            above = day
        controls.append(_row(session, one, opened))
    return controls


def _row(session: Session, check_in: CheckIn, opened: Callable[[CheckIn], object]) -> ft.Control:
    shown = line(session, check_in)
    time = [quiet(shown.time)] if shown.time else []
    said: list[ft.Control] = [
        ft.Row([body(shown.mood), *time], wrap=True, spacing=INSIDE, run_spacing=0),
        *([quiet(shown.feelings)] if shown.feelings else []),
        *([_note(shown.note)] if shown.note else []),
    ]
    return button.row_button(
        ft.Row(
            [mark_of(session, check_in, size=32), ft.Column(said, spacing=0, expand=True)],
            spacing=BETWEEN,
            vertical_alignment=ft.CrossAxisAlignment.START,
        ),
        lambda: opened(check_in),
        name=shown.name,
    )


def _note(text: str) -> ft.Text:
    """Two lines at most: the check-in itself has all of it."""
    note = body(text)
    note.max_lines, note.overflow = 2, ft.TextOverflow.ELLIPSIS
    return note
