"""Our own table of check-ins, as ``app.exports.tables`` writes it."""

from collections.abc import Iterator, Mapping
from contextlib import suppress

from app.domain.check_in import MOOD_LEVELS, Energy, FeltConnected, Source
from app.domain.check_in_table import COLUMNS, parted, unguarded
from app.domain.ids import Id, is_id
from app.domain.import_record import FileKind
from app.imports.moment import moment_with_offset
from app.imports.read import Also, Name, Problem, Read, Readable, Reason, Row, WordList
from app.imports.table import Line, Table

_LISTS = {
    "feelings": WordList.FEELING,
    "body_signals": WordList.BODY_SIGNAL,
    "where": WordList.WHERE,
    "doing": WordList.DOING,
    "topics": WordList.TOPIC,
    "with": WordList.WITH,
    "what_helped": WordList.HELPED,
}
_YES = "yes"


def own_csv(table: Table) -> Readable | None:
    """The check-ins of a table, if it has our columns."""
    if not {heading.casefold() for heading in table.headings} >= set(COLUMNS):
        return None
    return Readable(
        kind=FileKind.OWN_CSV, family="own", total=table.total, rows=lambda: map(_row, table.lines())
    )


def _row(line: Line | Problem) -> Read:
    if isinstance(line, Problem):
        return line
    cells = {heading: unguarded(cell) for heading, cell in line.cells.items()}
    moment, mood = moment_with_offset(cells["when"]), cells["mood"].strip()
    if moment is None:
        return Problem(line.number, Reason.DATE)
    if not is_id(cells["id"].strip()):
        return Problem(line.number, Reason.COLUMNS)
    if mood and mood not in map(str, MOOD_LEVELS):
        return Problem(line.number, Reason.MOOD)
    with suppress(ValueError):
        return Row(
            line=line.number,
            day=moment.date(),
            clock=moment.time(),
            zone=moment.tzinfo,
            level=int(mood) if mood else None,
            label=cells["label"] if mood else "",
            names=tuple(_names(cells)),
            note=cells["note"],
            source_text=cells["source_text"],
            also=_also(cells),
        )
    return Problem(line.number, Reason.COLUMNS)


def _names(cells: Mapping[str, str]) -> Iterator[Name]:
    for heading, of in _LISTS.items():
        yield from ((of, name) for name in parted(cells[heading]))


def _also(cells: Mapping[str, str]) -> Also:
    """ValueError for words that are none of ours."""
    energy, connected = cells["energy"].strip(), cells["felt_connected"].strip()
    return Also(
        id=Id(cells["id"].strip()),
        time_known=cells["time_known"].strip() == _YES,
        cannot_name=cells["cannot_name"].strip() == _YES and not cells["mood"].strip(),
        a_little=parted(cells["a_little"]),
        a_lot=parted(cells["a_lot"]),
        energy=Energy(energy) if energy else None,
        felt_connected=FeltConnected(connected) if connected else None,
        source=Source(cells["source"].strip()),
    )
