"""Bearable's CSV: one reading to a row. Only its moods are check-ins; the scale of them is not in the file."""

from app.domain.import_record import FileKind
from app.imports.markup import plain
from app.imports.moment import clock_time, iso_day, named_day
from app.imports.number import number
from app.imports.read import Aside, Problem, Read, Readable, Reason, Row
from app.imports.table import Line, Table

_HEADINGS = {"date", "time of day", "category", "rating/amount", "detail", "notes"}
_MOOD = "mood"


def bearable(table: Table) -> Readable | None:
    """The check-ins of a table, if it has Bearable's columns."""
    if not {heading.casefold() for heading in table.headings} >= _HEADINGS:
        return None
    return Readable(
        kind=FileKind.BEARABLE, family="bearable", total=table.total, rows=lambda: map(_row, table.lines())
    )


def _row(line: Line | Problem) -> Read:
    if isinstance(line, Problem):
        return line
    cells = line.cells
    if cells["category"].strip().casefold() != _MOOD:
        return Aside(cells["category"].strip())
    day = named_day(cells["date"]) or iso_day(cells["date"])
    if day is None:
        return Problem(line.number, Reason.DATE)
    value = number(cells["rating/amount"])
    if value is None:
        return Problem(line.number, Reason.MOOD)
    note = "\n".join(filter(None, (plain(cells["detail"]), plain(cells["notes"]))))
    return Row(
        line=line.number,
        day=day,
        clock=clock_time(cells["time of day"]),  # a word such as "mid" is no time
        value=value,
        note=note,
        source_text=line.text,
    )
