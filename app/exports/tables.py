"""Check-ins as tables: our own CSV, from which they come back as they were, and one in the columns of Daylio."""

import csv
import html
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from app.domain.check_in import CheckIn
from app.domain.check_in_table import BETWEEN, COLUMNS, guarded, joined

_DAYLIO = ("full_date", "date", "weekday", "time", "mood", "activities", "scales", "note_title", "note")
_DAYLIO_NAMES = {5: "rad", 4: "good", 3: "meh", 2: "bad", 1: "awful"}
_BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Named:
    """How a table names what a check-in has: a function each from a key or an id to a word, empty for none.

    ``key`` leaves keys of our own lists as they are, ``word`` is what a person reads.
    """

    key: Callable[[str, str], str]
    word: Callable[[str, str], str]
    label: Callable[[CheckIn], str]


def own_table(check_ins: Iterable[CheckIn], named: Named) -> Iterator[bytes]:
    """Our own CSV in UTF-8 with a byte order mark, row by row. Columns: docs/imports.md."""
    yield _BYTE_ORDER_MARK.encode() + _line(COLUMNS)
    for one in check_ins:
        yield _line(map(guarded, _own_cells(one, named)))


def daylio_table(check_ins: Iterable[CheckIn], named: Named) -> Iterator[bytes]:
    """The same in Daylio's nine columns. What has no column there stands among the activities, or stays out."""
    yield _BYTE_ORDER_MARK.encode() + _line(_DAYLIO)
    for one in check_ins:
        yield _line(map(guarded, _daylio_cells(one, named)))


def _own_cells(one: CheckIn, named: Named) -> Iterator[str]:
    def words(field: str) -> str:
        keys: tuple[str, ...] = getattr(one, field)
        return joined(tuple(filter(None, (named.key(field, key) for key in keys))))

    yield from (one.id, one.when.isoformat(), _yes(one.time_known))
    yield from ("" if one.mood is None else str(one.mood), named.label(one), _yes(one.cannot_name))
    yield from map(words, ("feelings", "a_little", "a_lot", "body_signals"))
    yield one.energy or ""
    yield from map(words, ("with_supports", "where", "doing", "topics"))
    yield one.felt_connected or ""
    yield from (words("what_helped"), one.note, one.source, one.source_text)


def _daylio_cells(one: CheckIn, named: Named) -> Iterator[str]:
    day = f"{one.when:%Y-%m-%d}"
    lists = ("feelings", "body_signals", "with_supports", "where", "doing", "topics")
    names = [named.word(field, key).replace("|", "/") for field in lists for key in getattr(one, field)]
    yield from (day, day, "", f"{one.when:%H:%M}" if one.time_known else "")
    yield named.label(one) or ("" if one.mood is None else _DAYLIO_NAMES[one.mood])
    yield from (BETWEEN.join(filter(str.strip, names)), "", "", _markup(one.note))


def _markup(note: str) -> str:
    """A note as Daylio writes it: its lines parted by ``<br>``, and signs of HTML as entities."""
    return html.escape(note, quote=False).replace("\r\n", "\n").replace("\n", "<br>")


def _yes(told: bool) -> str:  # a cell of one bit
    return "yes" if told else "no"


def _line(cells: Iterable[str]) -> bytes:
    told = io.StringIO()
    whole = (cell.replace("\0", "") for cell in cells)  # with one, a file is no text any more
    csv.writer(told, lineterminator="\n", quoting=csv.QUOTE_ALL).writerow(whole)
    return told.getvalue().encode("utf-8", "replace")
