"""Which kind of file it is: told by what is in it, never by its name."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import replace

from app.domain.kept import LONGEST_LINE, LONGEST_TEXT
from app.imports.any_csv import Columns, any_csv
from app.imports.bearable import bearable
from app.imports.daylio import daylio
from app.imports.daylio_backup import daylio_backup, is_zip
from app.imports.held_plan import is_locked_page
from app.imports.own_csv import own_csv
from app.imports.pixels import pixels
from app.imports.read import MOST_BYTES, Problem, Read, Readable, Reason, Refusal, Refused, Row
from app.imports.source import Source
from app.imports.state_of_mind import state_of_mind
from app.imports.table import Table, table
from app.imports.vcard import is_vcard
from app.vault import BACKUP_SIGNATURE

_EVERYTHING = re.compile(rb'\{\s*"format":\s*"holdfast-export"')
"""How an export of everything begins, in whatever version (docs/export-format.md). It is for reading elsewhere."""

_KNOWN = (own_csv, daylio, bearable, state_of_mind)


def readable(source: Source, columns: Columns | None = None) -> Readable:
    """Return what a file is and its rows. Refused if it is nothing that can be read; ValueError as of any_csv.

    ``columns`` are of use for a table of no known kind alone.
    """
    head = source.head()
    if is_zip(head):
        found = daylio_backup(source)
    elif _EVERYTHING.match(head.removeprefix(codecs.BOM_UTF8).lstrip()):
        raise Refused(Refusal.EVERYTHING)
    elif head.startswith(BACKUP_SIGNATURE):
        raise Refused(Refusal.BACKUP)
    elif is_vcard(head):
        raise Refused(Refusal.CONTACTS)
    elif source.size > MOST_BYTES:
        raise Refused(Refusal.TOO_LARGE)
    elif not any(map(bytes.strip, source.pieces())):
        raise Refused(Refusal.EMPTY)
    elif head.removeprefix(codecs.BOM_UTF8).lstrip().startswith((b"[", b"{")):
        found = pixels(source)
    elif is_locked_page(source):
        raise Refused(Refusal.LOCKED_PAGE)
    else:
        found = _of_a_table(table(source), columns)
    return replace(found, rows=lambda: _checked(found.rows()))


def _of_a_table(told: Table, columns: Columns | None) -> Readable:
    for kind in _KNOWN:
        known = kind(told)
        if known is not None:
            return known
    if len(told.headings) == 1:
        raise Refused(Refusal.UNKNOWN)
    return any_csv(told, columns)


def _checked(rows: Iterator[Read]) -> Iterator[Read]:
    """The same, without rows that say nothing or more than can be kept. Their text as it was is cut, if need be."""
    for row in rows:
        if not isinstance(row, Row):
            yield row
        elif len(row.note) > LONGEST_TEXT or any(len(name) > LONGEST_LINE for name in _names(row)):
            yield Problem(row.line, Reason.TOO_LONG)
        elif not _says_something(row):
            yield Problem(row.line, Reason.NOTHING_SAID)
        else:
            yield replace(row, source_text=row.source_text[:LONGEST_TEXT])


def _names(row: Row) -> Iterator[str]:
    yield row.label
    yield from (name for _, name in row.names)


def _says_something(row: Row) -> bool:
    told = row.level is not None or row.value is not None or row.label or row.names or row.note.strip()
    return bool(told) or row.also is not None
