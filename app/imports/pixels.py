"""Pixels' JSON: a day, its scores from 1 to 5, words by list, and a note. No times."""

from collections.abc import Iterator
from typing import Any

from app.domain.check_in import MOOD_LEVELS
from app.domain.import_record import FileKind
from app.imports.json_text import compact, parsed
from app.imports.markup import plain
from app.imports.moment import iso_day
from app.imports.read import Aside, Name, Problem, Read, Readable, Reason, Refusal, Refused, Row, WordList

_MOOD = "mood"
_FEELINGS = "emotions"


def pixels(content: bytes) -> Readable:
    """The check-ins of a file; Refused if it is no such list."""
    told = parsed(content)
    if not isinstance(told, list) or not told:
        raise Refused(Refusal.UNKNOWN)
    if not any(isinstance(one, dict) and "date" in one and "scores" in one for one in told[:100]):
        raise Refused(Refusal.UNKNOWN)

    def rows() -> Iterator[Read]:
        for place, day in enumerate(told, start=1):
            yield from _rows(place, day)

    return Readable(kind=FileKind.PIXELS, family="pixels", total=len(told), rows=rows)


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
