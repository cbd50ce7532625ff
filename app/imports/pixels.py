"""Pixels' JSON: a day, its scores from 1 to 5, words by list, and a note. No times."""

from collections.abc import Iterator
from typing import Any

from app.domain.check_in import MOOD_LEVELS
from app.domain.import_record import FileKind
from app.imports.json_text import compact, parts
from app.imports.markup import plain
from app.imports.moment import iso_day
from app.imports.read import (
    MOST_ROWS,
    Aside,
    Name,
    Problem,
    Read,
    Readable,
    Reason,
    Refusal,
    Refused,
    Row,
    WordList,
)
from app.imports.source import Source

_MOOD = "mood"
_FEELINGS = "emotions"
_LOOKED_AT = 100
"""How many of its days may be of another shape before it is taken for another file."""


def pixels(source: Source) -> Readable:
    """The check-ins of a file; Refused if it is no such list."""
    total, known = 0, False
    for total, day in _days(source):  # the last place is how many there are
        if total > MOST_ROWS:
            raise Refused(Refusal.TOO_LARGE)
        known |= total <= _LOOKED_AT and isinstance(day, dict) and "date" in day and "scores" in day
    if not known:
        raise Refused(Refusal.UNKNOWN)

    def rows() -> Iterator[Read]:
        for place, day in _days(source):
            yield from _rows(place, day)

    return Readable(kind=FileKind.PIXELS, family="pixels", total=total, rows=rows)


def _days(source: Source) -> Iterator[tuple[int, Any]]:
    """What stands in the list, with its place."""
    for part in parts(source.pieces()):
        if not part.key and part.place:
            yield part.place, part.value


def _rows(place: int, told: Any) -> Iterator[Read]:
    """One row for each score; the first has the words and the note of the day."""
    if not isinstance(told, dict):
        yield Problem(place, Reason.COLUMNS)
        return
    kind, scores, day = told.get("type", "Mood"), told.get("scores", []), told.get("date")
    if isinstance(kind, str) and kind.casefold() != _MOOD:
        yield Aside(kind)
        return
    found = iso_day(day) if isinstance(day, str) else None
    if found is None:
        yield Problem(place, Reason.DATE)
        return
    if not isinstance(scores, list) or any(type(one) is not int or one not in MOOD_LEVELS for one in scores):
        yield Problem(place, Reason.MOOD)
        return
    text = compact(told)
    note = told.get("notes")
    for number, score in enumerate(scores or [None]):
        yield Row(
            line=place,
            day=found,
            level=score,
            names=tuple(_names(told.get("tags"))) if number == 0 else (),
            note=plain(note) if number == 0 and isinstance(note, str) else "",
            source_text=text,
        )


def _names(tags: Any) -> Iterator[Name]:
    for tag in tags if isinstance(tags, list) else []:
        if not isinstance(tag, dict) or not isinstance(tag.get("entries"), list):
            continue
        of_feelings = str(tag.get("type", "")).casefold() == _FEELINGS
        for entry in tag["entries"]:
            if isinstance(entry, str) and entry.strip():
                yield (WordList.FEELING if of_feelings else WordList.ACTIVITY), entry.strip()
