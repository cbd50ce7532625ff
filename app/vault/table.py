"""TinyDB's table over a sealed collection: the same behaviour, at the cost of the change."""

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from typing import Any, TypeVar

from tinydb import TinyDB
from tinydb.queries import QueryLike
from tinydb.table import Document, Table

from app.vault.state import Change, Documents, copied, same
from app.vault.storage import SealedStorage

T = TypeVar("T")


class SealedTable(Table):
    """A TinyDB table whose writes cost the change and whose documents are copies: changing one changes nothing here.

    A document id is an integer; ValueError for any other.
    """

    _storage: SealedStorage

    def search(self, cond: QueryLike) -> list[Document]:
        """Return copies of the documents that a query holds for."""
        return [_copy(document) for document in super().search(cond)]

    def get(  # type: ignore[override]  # seven overloads with one body
        self, cond: QueryLike | None = None, doc_id: int | None = None, doc_ids: list[int] | None = None
    ) -> Document | list[Document] | None:
        """Return a copy of one document, None if there is none, or a list for a list of ids."""
        stock: Callable[..., Any] = super().get  # its overloads forbid passing arguments on
        found = stock(cond, doc_id, doc_ids)
        if isinstance(found, list):
            return [_copy(document) for document in found]
        return None if found is None else _copy(found)

    def insert(self, document: Mapping[str, Any]) -> int:
        """Insert a document under its own id, or the next free one; returns the id. ValueError if that is taken."""
        if not isinstance(document, Mapping):
            raise ValueError("Document is not a Mapping")  # noqa: TRY004  # as TinyDB
        if isinstance(document, Document):
            row, self._next_id = document.doc_id, None
        else:
            row = self._get_next_id()  # type: ignore[no-untyped-call]  # TinyDB has none for it
        _require_id(row)
        if str(row) in self._read_table():
            raise ValueError(f"Document with ID {row} already exists")
        self._storage.change([["p", self.name, row, dict(document)]])
        self.clear_cache()
        return row

    def update(
        self,
        fields: Mapping[str, Any] | Callable[[MutableMapping[str, Any]], None],
        cond: QueryLike | None = None,
        doc_ids: Iterable[int] | None = None,
    ) -> list[int]:
        """Update the documents that a query holds for, or with these ids, or all; returns the ids of those updated."""
        if cond is not None and doc_ids is None:
            doc_ids = [int(row) for row, document in self._read_table().items() if cond(document)]
        return super().update(fields, doc_ids=doc_ids)

    def remove(self, cond: QueryLike | None = None, doc_ids: Iterable[int] | None = None) -> list[int]:
        """Remove the documents that a query holds for, or with these ids; returns the ids of those removed."""
        if cond is not None and doc_ids is None:
            doc_ids = [int(row) for row, document in self._read_table().items() if cond(document)]
        return super().remove(doc_ids=doc_ids)

    def gleaned(self, read: Callable[[Mapping[str, Any]], T | None]) -> Iterator[tuple[int, T]]:
        """The id of each document of which ``read`` makes something, and what it makes.

        It sees the documents themselves, which is much cheaper than copies of all of them: it changes nothing, and what
        it returns shares nothing with them that can change.
        """
        for row, document in list(self._read_table().items()):
            gleaned = read(document)
            if gleaned is not None:
                yield int(row), gleaned

    def forget(self) -> None:
        """Drop what was remembered of earlier queries and ids."""
        self.clear_cache()
        self._next_id = None

    def __iter__(self) -> Iterator[Document]:
        for row, document in list(self._read_table().items()):
            yield _fresh(document, int(row))

    def __repr__(self) -> str:
        return "<SealedTable>"

    def _read_table(self) -> Documents:
        return self._storage.documents(self.name)

    def _update_table(self, updater: Callable[[dict[int, Mapping[str, Any]]], None]) -> None:
        touched = _Touched(self._read_table())
        updater(touched)  # type: ignore[arg-type]  # stands for the dict that TinyDB expects
        changes = touched.changes(self.name)
        if not changes and self.name not in self._storage.tables:
            changes = [["c", self.name]]
        self._storage.change(changes)
        self.clear_cache()


class SealedDatabase(TinyDB):
    """A TinyDB over one sealed collection."""

    table_class = SealedTable

    def __init__(self, storage: SealedStorage) -> None:
        super().__init__(storage=lambda: storage)
        self._sealed = storage
        storage.taken_back = self._forget

    def tables(self) -> set[str]:
        """The names of all tables."""
        return set(self._sealed.tables)

    def _forget(self) -> None:
        for table in self._tables.values():
            if isinstance(table, SealedTable):
                table.forget()

    def __repr__(self) -> str:
        return "<SealedDatabase>"


class _Touched(MutableMapping[int, Any]):
    """Stands for the dict that TinyDB hands to its updaters: copies a document when it is touched, remembers which.

    Its order is a dict's: what was there keeps its place, what is new comes last.
    """

    def __init__(self, live: Documents) -> None:
        self._live = live
        self._cleared = False
        self._changed: dict[int, Any] = {}
        self._gone: set[int] = set()
        self._added: dict[int, Any] = {}

    def changes(self, table: str) -> list[Change]:
        """What was done, as changes of the table."""
        changes: list[Change] = [["c", table]] if self._cleared else []
        changes += [["d", table, row] for row in self._gone]
        changes += [
            ["p", table, row, document]
            for row, document in self._changed.items()
            if not same(self._live[str(row)], document)
        ]
        return changes + [["p", table, row, document] for row, document in self._added.items()]

    def clear(self) -> None:
        self._cleared = self._cleared or bool(self._live)
        self._live = {}
        self._changed, self._gone, self._added = {}, set(), {}

    def __getitem__(self, row: int) -> Any:
        if row in self._added:
            return self._added[row]
        if not self._stays(row):
            raise KeyError(row)
        if row not in self._changed:
            self._changed[row] = copied(self._live[str(row)])
        return self._changed[row]

    def __setitem__(self, row: int, document: Any) -> None:
        _require_id(row)
        if self._stays(row):
            self._changed[row] = document
        else:
            self._added[row] = document

    def __delitem__(self, row: int) -> None:
        if row in self._added:
            del self._added[row]
        elif self._stays(row):
            self._gone.add(row)
            self._changed.pop(row, None)
        else:
            raise KeyError(row)

    def __contains__(self, row: object) -> bool:
        return row in self._added or self._stays(row)

    def __iter__(self) -> Iterator[int]:
        yield from (int(row) for row in self._live if int(row) not in self._gone)
        yield from self._added

    def __len__(self) -> int:
        return len(self._live) - len(self._gone) + len(self._added)

    def _stays(self, row: object) -> bool:
        return isinstance(row, int) and row not in self._gone and str(row) in self._live


def _require_id(row: object) -> None:
    if isinstance(row, bool) or not isinstance(row, int):
        raise ValueError("a document id is an integer")  # noqa: TRY004  # as TinyDB for its own refusals


def _copy(document: Document) -> Document:
    return _fresh(document, document.doc_id)


def _fresh(document: Mapping[str, Any], row: int) -> Document:
    """Return a copy that shares nothing which can change."""
    fresh = Document(document, row)
    for key, inner in document.items():
        if isinstance(inner, dict | list):
            fresh[key] = copied(inner)
    return fresh
