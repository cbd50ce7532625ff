"""Apple's State of Mind as the app Health Auto Export writes it: each row ends with a comma too many."""

import math
from collections.abc import Iterator
from fractions import Fraction

from app.domain.check_in import BEST_LEVEL, HARDEST_LEVEL
from app.domain.import_record import FileKind
from app.imports.moment import moment_with_offset
from app.imports.number import number
from app.imports.read import Name, Problem, Read, Readable, Reason, Row, WordList
from app.imports.table import Line, Table

_HEADINGS = {"start", "kind", "labels", "associations", "valence"}
_OF_A_DAY = "daily mood"


def state_of_mind(table: Table) -> Readable | None:
    """The check-ins of a table, if it has these columns."""
    if not {heading.casefold() for heading in table.headings} >= _HEADINGS:
        return None
    return Readable(
        kind=FileKind.STATE_OF_MIND,
        family="state_of_mind",
        total=table.total,
        rows=lambda: map(_row, table.lines()),
    )


def level_of(valence: Fraction) -> int:
    """The level of a valence from -1 to 1."""
    return min(max(math.floor(1 + (valence + 1) * 2 + Fraction(1, 2)), HARDEST_LEVEL), BEST_LEVEL)


def _row(line: Line | Problem) -> Read:
    if isinstance(line, Problem):
        return line
    cells = line.cells
    moment, valence = moment_with_offset(cells["start"]), number(cells["valence"])
    if moment is None:
        return Problem(line.number, Reason.DATE)
    if valence is None and cells["valence"].strip():
        return Problem(line.number, Reason.MOOD)
    if valence is not None and abs(valence) > 1:
        return Problem(line.number, Reason.OFF_SCALE)
    of_a_day = cells["kind"].strip().casefold() == _OF_A_DAY
    return Row(
        line=line.number,
        day=moment.date(),
        clock=None if of_a_day else moment.time(),
        zone=moment.tzinfo,
        level=None if valence is None else level_of(valence),
        names=(*_names(cells["labels"], WordList.FEELING), *_names(cells["associations"], WordList.ACTIVITY)),
        source_text=line.text,
    )


def _names(cell: str, of: WordList) -> Iterator[Name]:
    return ((of, name.strip()) for name in cell.split(" | ") if name.strip())
