"""A shelf: all things of one kind, in one table of one sealed collection."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, Generic, TypeVar

from tinydb import where
from tinydb.table import Document, Table

from app.domain.ids import Id
from app.domain.kept import Kept
from app.store.record import Record, from_record, row_of, to_record

K = TypeVar("K", bound=Kept)

DELETED_AT = "deleted_at"


class Shelf(Generic[K]):
    """Things of ``kind`` in ``table``. Every put or removal is on disk when it returns.

    What is removed leaves its id and the time, so that another device can be told, and no words. ``beside`` are
    fields of the kind that are kept elsewhere (a part's items, say); a record has none of them.
    """

    def __init__(self, table: Table, kind: type[K], *, beside: tuple[str, ...] = ()) -> None:
        self._table = table
        self._kind = kind
        self._beside = beside

    def put(self, thing: K, **besides: object) -> None:
        """Keep a thing, in place of the one with its id if there was one. ``besides`` are more fields of its record."""
        self.put_record(thing.id, to_record(thing, without=self._beside) | besides)

    def put_record(self, thing: Id, record: Record) -> None:
        """Keep a record under the id of the thing that it stands for. Nothing of an older record stays."""
        put_in_row(self._table, row_of(thing), record)

    def remove(self, thing: Id, at: datetime) -> None:
        """Forget a thing but for its id and the time."""
        self.put_record(thing, {"id": thing, DELETED_AT: at.isoformat()})

    def all(self) -> tuple[K, ...]:
        """Every thing on the shelf, in no particular order; UnreadableRecord if one cannot be read."""
        return tuple(from_record(self._kind, record) for record in self.records())

    def records(self) -> Iterator[Record]:
        """The record of every thing on the shelf."""
        return (dict(record) for record in self._table.search(~where(DELETED_AT).exists()))


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
