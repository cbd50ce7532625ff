"""A table in a text file: its headings, and its rows with their line and their text as it was."""

import codecs
import csv
import io
from collections.abc import Generator, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass

from app.imports.read import Problem, Reason, Refusal, Refused
from app.imports.source import Source

MOST_COLUMNS = 500
MOST_IN_ROW = 1 << 20
"""The most characters of one row, so that a file without line breaks is never in memory as a whole."""

_DELIMITERS = (",", ";", "\t")


@dataclass(frozen=True, slots=True, repr=False)
class Line:
    """One row of a table: the line where it begins, from 1, its cells by heading, and its text as it was."""

    number: int
    cells: Mapping[str, str]
    text: str


@dataclass(frozen=True, slots=True, repr=False)
class Table:
    """A table in UTF-8, or in UTF-16 with a byte order mark. ``headings`` are as written, without spaces around them."""

    source: Source
    delimiter: str
    headings: tuple[str, ...]

    @property
    def total(self) -> int:
        """About how many lines it has."""
        return self.source.count(b"\n", b"\r") + 1

    def lines(self) -> Iterator[Line | Problem]:
        """Every row but for the headings and blank ones. Refused where it is no text, is broken or breaks off."""
        names = tuple(heading.casefold() for heading in self.headings)
        told = _told(self.source, self.delimiter)
        next(told, None)
        for number, cells, text, last in told:
            if cells is None:
                yield Problem(number, Reason.QUOTES)
            elif not any(cell.strip() for cell in cells):
                continue
            elif len(cells) < len(names) and last and not text.endswith(("\r", "\n")):
                raise Refused(Refusal.CUT_OFF)
            elif len(cells) < len(names) or any(cells[len(names) :]):
                yield Problem(number, Reason.COLUMNS)
            else:
                yield Line(number, dict(zip(names, cells, strict=False)), text.rstrip("\r\n"))


def table(source: Source) -> Table:
    """Return the table in a file, by the delimiter that gives it most columns. Refused if there is none."""
    found = [Table(source, delimiter, _headings(source, delimiter)) for delimiter in _DELIMITERS]
    best = max(found, key=lambda one: len(one.headings))
    if not any(best.headings):
        raise Refused(Refusal.CUT_OFF if source.count(b'"') else Refusal.EMPTY)
    if len(best.headings) > MOST_COLUMNS:
        raise Refused(Refusal.UNKNOWN)
    return best


def _headings(source: Source, delimiter: str) -> tuple[str, ...]:
    """None where the quotation marks of the first row make no sense with this delimiter."""
    with closing(_told(source, delimiter)) as told:
        try:
            first = next(told, None)
        except Refused as refused:
            if refused.why is Refusal.CUT_OFF:
                return ()
            raise
    return tuple(cell.strip() for cell in (first[1] if first else None) or ())


def _told(source: Source, delimiter: str) -> Generator[tuple[int, list[str] | None, str, bool]]:
    """Each row: its line, its cells (None where its quotes make no sense), its text, and whether it is the last."""
    with _text_of(source) as text:
        lines = _Lines(text)
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        while True:
            number = lines.number + 1
            refusal, cells = _next(reader, lines)
            if refusal is not None:
                raise Refused(refusal)
            raw = lines.taken()
            if not raw:
                return
            yield number, cells, raw, lines.over


def _next(reader: "Iterator[list[str]]", lines: "_Lines") -> tuple[Refusal | None, list[str] | None]:
    try:
        return None, next(reader, None)
    except _TooLong:
        return Refusal.BROKEN, None
    except csv.Error:
        if lines.long:
            return Refusal.BROKEN, None
        return (Refusal.CUT_OFF if lines.over else None), None
    except (UnicodeError, _NoText):
        return Refusal.NOT_TEXT, None


def _text_of(source: Source) -> io.TextIOWrapper:
    wide = source.head().startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return io.TextIOWrapper(
        source.open(), encoding="utf-16" if wide else "utf-8-sig", errors="strict", newline=""
    )


class _NoText(Exception):  # noqa: N818  # never leaves this module
    """A sign that no text has."""


class _TooLong(Exception):  # noqa: N818  # never leaves this module
    """A row that no table has."""


class _Lines:
    """The lines of a text, remembered since they were last taken."""

    def __init__(self, text: io.TextIOWrapper) -> None:
        self._text = text
        self._since: list[str] = []
        self._size = 0
        self._ahead: str | None = None
        self._unreadable = False
        self.number = 0

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = "" if self._unreadable else self._ahead if self._ahead is not None else self._read()
        self._ahead = None
        if self._unreadable or "\0" in line:
            raise _NoText
        if not line:
            raise StopIteration
        self._size += len(line)
        if self._size > MOST_IN_ROW:
            raise _TooLong
        self._since.append(line)
        self.number += 1
        return line

    @property
    def over(self) -> bool:
        """Whether there are no more lines."""
        if self._ahead is None and not self._unreadable:
            try:
                self._ahead = self._read()
            except UnicodeError:
                self._unreadable = True
        return not self._ahead and not self._unreadable

    @property
    def long(self) -> bool:
        """Whether more was taken for one row than a cell may hold: a quotation mark was never closed."""
        return self._size > csv.field_size_limit()

    def taken(self) -> str:
        """The text since the last time."""
        text = "".join(self._since)
        self._since, self._size = [], 0
        return text

    def _read(self) -> str:
        """The next line, or the beginning of one that is too long; empty at the end."""
        return self._text.readline(MOST_IN_ROW + 1)
