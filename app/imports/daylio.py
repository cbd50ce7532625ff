"""Daylio's CSV, with nine, eight or seven columns, in any order."""

from collections.abc import Iterator
from datetime import date

from app.domain.check_in_table import unguarded
from app.domain.import_record import FileKind
from app.imports.markup import plain
from app.imports.moment import clock_time, iso_day, named_day
from app.imports.read import Name, Problem, Read, Readable, Reason, Row, WordList
from app.imports.table import Line, Table

FAMILY = "daylio"
"""The same for the CSV and the backup: they tell of the same check-ins."""

_ALWAYS = {"date", "time", "mood", "activities", "note"}


def daylio(table: Table) -> Readable | None:
    """The check-ins of a table, if it has Daylio's columns."""
    headings = {heading.casefold() for heading in table.headings}
    if not headings >= _ALWAYS or not headings & {"full_date", "year"}:
        return None
    return Readable(
        kind=FileKind.DAYLIO_CSV, family=FAMILY, total=table.total, rows=lambda: map(_row, table.lines())
    )


def titled(title: str, note: str) -> str:
    """A note with its title on a line of its own."""
    return "\n".join(filter(None, (plain(title), plain(note))))


def activities(cell: str) -> Iterator[Name]:
    """The names of a cell. None of them is a mood, whatever it says."""
    for name in cell.split(" | "):
        if name.strip():
            yield WordList.ACTIVITY, name.strip()


def _row(line: Line | Problem) -> Read:
    if isinstance(line, Problem):
        return line
    cells = {heading: unguarded(cell) for heading, cell in line.cells.items()}
    day, clock = _day(cells), cells["time"].strip()
    time = clock_time(clock)
    if day is None:
        return Problem(line.number, Reason.DATE)
    if clock and time is None:
        return Problem(line.number, Reason.TIME)
    return Row(
        line=line.number,
        day=day,
        clock=time,
        label=cells["mood"].strip(),
        names=tuple(activities(cells["activities"])),
        note=titled(cells.get("note_title", ""), cells["note"]),
        source_text=line.text,
    )


def _day(cells: dict[str, str]) -> date | None:
    """``full_date`` wherever there is one: how ``date`` is written depends on the device."""
    if "full_date" in cells:
        return iso_day(cells["full_date"])
    return named_day(cells["date"], cells["year"])
