"""Any table, once a person has said which column is which."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.domain.check_in_table import unguarded
from app.domain.import_record import FileKind
from app.imports.markup import plain
from app.imports.moment import DateOrder, clock_time, ordered_day
from app.imports.number import number
from app.imports.read import Name, Problem, Read, Readable, Reason, Row, WordList
from app.imports.table import Line, Table


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Columns:
    """Which heading is which. ``mood`` holds numbers of a scale if ``mood_is_number``, else words.

    Of ``names`` there are several in a cell, with ``between`` between them.
    """

    date: str
    order: DateOrder = DateOrder.YEAR_FIRST
    time: str = ""
    mood: str = ""
    mood_is_number: bool = False
    note: str = ""
    names: str = ""
    between: str = "|"


def any_csv(table: Table, columns: Columns | None) -> Readable:
    """The check-ins of a table; none while nobody has said which column is which. ValueError for one that it has not."""
    headings = tuple(heading.casefold() for heading in table.headings)
    readable = Readable(
        kind=FileKind.CSV, family="\n".join(("csv", *headings)), total=table.total, columns=table.headings
    )
    if columns is None:
        return readable
    chosen = {
        name: getattr(columns, name).strip().casefold() for name in ("date", "time", "mood", "note", "names")
    }
    if not {one for one in chosen.values() if one} <= set(headings) or not chosen["date"]:
        raise ValueError("no such column")
    return replace(readable, rows=lambda: (_row(line, columns, chosen) for line in table.lines()))


def _row(line: Line | Problem, columns: Columns, chosen: Mapping[str, str]) -> Read:
    if isinstance(line, Problem):
        return line
    cells = {
        name: unguarded(line.cells[heading]).strip() if heading else "" for name, heading in chosen.items()
    }
    day, time = ordered_day(cells["date"], columns.order), clock_time(cells["time"])
    value = number(cells["mood"]) if columns.mood_is_number else None
    if day is None:
        return Problem(line.number, Reason.DATE)
    if cells["time"] and time is None:
        return Problem(line.number, Reason.TIME)
    if columns.mood_is_number and cells["mood"] and value is None:
        return Problem(line.number, Reason.MOOD)
    return Row(
        line=line.number,
        day=day,
        clock=time,
        label="" if columns.mood_is_number else cells["mood"],
        value=value,
        names=_names(cells["names"], columns.between),
        note=plain(cells["note"]),
        source_text=line.text,
    )


def _names(cell: str, between: str) -> tuple[Name, ...]:
    parts = cell.split(between) if between else [cell]
    return tuple((WordList.ACTIVITY, name.strip()) for name in parts if name.strip())
