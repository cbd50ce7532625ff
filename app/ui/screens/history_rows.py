"""A check-in as a row of a list, and the days that the rows stand under."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

import flet as ft

from app import words
from app.domain.check_in import CheckIn
from app.domain.history import plain
from app.domain.own_word import WordKind
from app.session import Session
from app.ui.theme import INSIDE
from app.ui.widgets import button
from app.ui.widgets.mood import mark_of
from app.ui.widgets.text import body, heading, quiet

_SURELY_SEEN = 40
"""So many characters of a text are seen in the two lines that a row has for it, on a small phone, too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What a row shows, and the name it is heard by. What was not said is empty.

    ``found`` is what else of the check-in has the words that were looked for.
    """

    mood: str
    time: str
    feelings: str
    note: str
    found: str
    name: str


def line(session: Session, check_in: CheckIn, looked_for: str = "") -> Line:
    """Gather what a row shows. Of words that were ``looked_for`` each is somewhere in it."""
    called = session.vocabulary
    mood = called.mood(check_in)
    time = words.moment.time_of_day(check_in.when) if check_in.time_known else ""
    feelings = ", ".join(called.word(WordKind.FEELING, key) for key in check_in.feelings)
    note = next((text.strip() for text in check_in.note.splitlines() if text.strip()), "")
    said = (mood, words.moment.day(check_in.when.date()), time, feelings)
    seen = plain(", ".join((*said, note[:_SURELY_SEEN])))
    found = ", ".join(
        _found(session, check_in, (one for one in plain(looked_for).split() if one not in seen))
    )
    name = ", ".join(filter(None, (*said, note, found)))
    return Line(mood=mood, time=time, feelings=feelings, note=note, found=found, name=name)


def _found(session: Session, check_in: CheckIn, looked_for: Iterable[str]) -> Iterable[str]:
    """Where each of these words stands, the row of another app last: it is not written to be read."""
    texts = session.history.texts(check_in).splitlines()
    brought = set(check_in.source_text.splitlines())
    texts.sort(key=lambda text: text in brought)
    places = ((word, next((text for text in texts if word in plain(text)), "")) for word in looked_for)
    return dict.fromkeys(_from_near(text.strip(), word) for word, text in places if text)


def _from_near(text: str, word: str) -> str:
    """The text from a little before a word that is in it, where that stands far behind."""
    at = plain(text).find(word)
    if at < _SURELY_SEEN:
        return text
    return f"… {text[text.rfind(' ', 0, at - _SURELY_SEEN // 2) + 1 :]}"


def day_named(day: date, today: date) -> str:
    """What the heading of a day says."""
    return words.history.today if day == today else words.moment.weekday(day)


def rows(
    session: Session,
    check_ins: Iterable[CheckIn],
    above: date | None,
    opened: Callable[[CheckIn], object],
    looked_for: str = "",
) -> list[ft.Control]:
    """Rows under the headings of their days. ``above`` is the day whose heading stands above the first already."""
    today, controls = session.now().date(), list[ft.Control]()
    for one in check_ins:
        day = one.when.date()
        if day != above:
            controls.append(heading(day_named(day, today)))
            above = day
        controls.append(_row(session, one, line(session, one, looked_for), opened))
    return controls


def _row(session: Session, check_in: CheckIn, shown: Line, opened: Callable[[CheckIn], object]) -> ft.Control:
    time = [quiet(shown.time)] if shown.time else []
    said: list[ft.Control] = [
        ft.Row([body(shown.mood), *time], wrap=True, spacing=INSIDE, run_spacing=0),
        *([quiet(shown.feelings)] if shown.feelings else []),
        *([_short(body(shown.note))] if shown.note else []),
        *([_short(quiet(shown.found))] if shown.found else []),
    ]
    return button.onward_row(
        *said,
        before=mark_of(session, check_in, size=32),
        press=lambda: opened(check_in),
        name=shown.name,
    )


def _short(text: ft.Text) -> ft.Text:
    """Two lines at most: the check-in itself has all of it."""
    text.max_lines, text.overflow = 2, ft.TextOverflow.ELLIPSIS
    return text
