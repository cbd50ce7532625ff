"""A shelf: all things of one kind, in one table of one sealed collection."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Generic, TypeVar

from tinydb.table import Document, Table

from app.domain.ids import Id
from app.domain.kept import Kept
from app.store.left_out import Note, untold
from app.store.record import NewerRecord, Record, UnreadableRecord, from_row, row_of, to_record

K = TypeVar("K", bound=Kept)

DELETED_AT = "deleted_at"


class Shelf(Generic[K]):
    """Things of ``kind`` in ``table``. Every put or removal is on disk when it returns.

    What is removed leaves its id and the time, so that another device can be told, and no words. ``elsewhere`` are
    fields of the kind that are kept elsewhere (a part's items, say), ``besides`` more fields that its records have.
    A record that cannot be read is left out and noted, and stays as it is: no put or removal changes it.
    """

    def __init__(
        self,
        table: Table,
        kind: type[K],
        *,
        elsewhere: tuple[str, ...] = (),
        besides: Mapping[str, type] | None = None,
        note: Note = untold,
    ) -> None:
        self._table = table
        self._kind = kind
        self._elsewhere = elsewhere
        self._besides = besides
        self._note = note

    def put(self, thing: K, **besides: object) -> None:
        """Keep a thing, in place of the one with its id if there was one. ``besides`` are more fields of its record.

        UnreadableRecord if what stands there cannot be read.
        """
        if not self.takes(thing.id):
            raise UnreadableRecord(self._kind.__name__)
        put_in_row(self._table, row_of(thing.id), to_record(thing, without=self._elsewhere) | besides)

    def remove(self, thing: Id, at: datetime) -> None:
        """Forget a thing but for its id and the time. One that cannot be read stays."""
        if self.takes(thing):
            put_in_row(self._table, row_of(thing), {"id": thing, DELETED_AT: at.isoformat()})

    def takes(self, thing: Id) -> bool:
        """Whether a thing can be kept under this id: it is one, and nothing stands there that cannot be read."""
        try:
            self.in_row(row_of(thing))
        except (UnreadableRecord, ValueError):
            return False
        return True

    def all(self) -> tuple[K, ...]:
        """Every thing on the shelf that can be read, in no particular order."""
        return tuple(thing for thing, _ in self.placed())

    def placed(self) -> list[tuple[K, Record]]:
        """The same, each with the fields that its record has besides."""
        things: list[tuple[K, Record]] = []
        unread: dict[int, bool] = {}
        for document in self._table:
            if DELETED_AT not in document:
                try:
                    things.append(self._placed(document))
                except UnreadableRecord as error:
                    unread[document.doc_id] = isinstance(error, NewerRecord)
        self._note(unread)
        return things

    def in_row(self, row: int) -> K | None:
        """The thing in a row of the table; None if there is none. UnreadableRecord, which is not noted here."""
        document = self._table.get(doc_id=row)
        if not isinstance(document, Document) or DELETED_AT in document:
            return None
        return self._placed(document)[0]

    def _placed(self, document: Document) -> tuple[K, Record]:
        return from_row(
            self._kind, document.doc_id, document, elsewhere=self._elsewhere, besides=self._besides
        )


def put_in_row(table: Table, row: int, record: Record) -> None:
    """Keep a record in a row of a table. Nothing of an older record stays."""
    if table.contains(doc_id=row):
        table.update(_become(record), doc_ids=[row])
    else:
        table.insert(Document(record, doc_id=row))


def _become(record: Record) -> Callable[[Any], None]:
    """An operation that replaces a document: TinyDB's own update and upsert would merge the old fields in."""

    def become(document: dict[str, Any]) -> None:
        document.clear()
        document.update(record)

    return become
