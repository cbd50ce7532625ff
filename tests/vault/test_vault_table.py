"""Our table behaves as TinyDB's own, whatever is done to it."""

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from tinydb import TinyDB, operations, where
from tinydb.queries import QueryLike
from tinydb.storages import MemoryStorage
from tinydb.table import Document, Table

from app.vault import SealedTable
from tests.vault.disks import ModelDisk, fresh_vault, unlocked

FOLDER = Path("/modelled")
FIELDS = st.sampled_from(["a", "b", "c"])
TABLES = st.sampled_from(["_default", "one", "two"])
IDS = st.integers(1, 12)
VALUES = (
    st.none()
    | st.booleans()
    | st.integers(-3, 3)
    | st.text(max_size=3)
    | st.lists(st.integers(0, 2), max_size=2)
)
DOCUMENTS = st.dictionaries(FIELDS, VALUES, max_size=3)


def _query(field: str, value: Any, form: int) -> QueryLike:
    return (
        where(field) == value,
        where(field).exists(),
        ~(where(field) == value),
        (where(field) == value) & where("a").exists(),
        (where(field) == value) | where("b").exists(),
        where(field).one_of([value, 1]),
        where(field).test(lambda kept: isinstance(kept, int)),
    )[form]


QUERIES = st.builds(_query, FIELDS, VALUES, st.integers(0, 6))


def _operation(form: int, field: str) -> Callable[[Any], None]:
    def become(document: Any) -> None:
        document.clear()
        document["became"] = field

    return (
        become,
        operations.set(field, [1]),
        operations.delete(field),
        operations.increment(field),
        operations.decrement(field),
        operations.add(field, 2),
        operations.subtract(field, 2),
    )[form]


OPERATIONS = st.builds(_operation, st.integers(0, 6), FIELDS)


def _plain(outcome: Any) -> Any:
    """A result with the ids and types that repr shows."""
    if isinstance(outcome, Document):
        return outcome.doc_id, repr(dict(outcome))
    if isinstance(outcome, list):
        return [_plain(one) for one in outcome]
    return outcome


class Behaviour(RuleBasedStateMachine):
    """Two databases, the same calls, the same answers and errors."""

    def __init__(self) -> None:
        super().__init__()
        self.disk = ModelDisk()
        self.vault = fresh_vault(FOLDER, "passphrase", self.disk)
        self.stock = TinyDB(storage=MemoryStorage)

    def both(self, table: str, call: Callable[[Table], Any]) -> None:
        answers = []
        before = deepcopy(self.stock.storage.read())
        for database in (self.stock, self.vault.collection("a")):
            try:
                answers.append(_plain(call(database.table(table))))
            except (ValueError, KeyError, TypeError, RuntimeError) as error:
                answers.append((type(error), str(error)))
        if isinstance(answers[0], tuple) and isinstance(answers[0][0], type) and before is not None:
            self.stock.storage.write(
                before
            )  # memory storage keeps what a failed update did; a file would not
        assert answers[0] == answers[1]

    @rule(table=TABLES, document=DOCUMENTS)
    def insert(self, table: str, document: dict[str, Any]) -> None:
        self.both(table, lambda one: one.insert(deepcopy(document)))

    @rule(table=TABLES, document=DOCUMENTS, row=IDS)
    def insert_with_id(self, table: str, document: dict[str, Any], row: int) -> None:
        self.both(table, lambda one: one.insert(Document(deepcopy(document), doc_id=row)))

    @rule(table=TABLES, documents=st.lists(DOCUMENTS, max_size=4))
    def insert_multiple(self, table: str, documents: list[dict[str, Any]]) -> None:
        self.both(table, lambda one: one.insert_multiple(deepcopy(documents)))

    @rule(table=TABLES, document=DOCUMENTS, query=QUERIES)
    def upsert(self, table: str, document: dict[str, Any], query: QueryLike) -> None:
        self.both(table, lambda one: one.upsert(deepcopy(document), query))

    @rule(table=TABLES, document=DOCUMENTS, row=IDS)
    def upsert_with_id(self, table: str, document: dict[str, Any], row: int) -> None:
        self.both(table, lambda one: one.upsert(Document(deepcopy(document), doc_id=row)))

    @rule(table=TABLES, fields=DOCUMENTS | OPERATIONS, query=QUERIES | st.none())
    def update(self, table: str, fields: Any, query: QueryLike | None) -> None:
        self.both(table, lambda one: one.update(fields if callable(fields) else deepcopy(fields), query))

    @rule(table=TABLES, fields=DOCUMENTS | OPERATIONS, rows=st.lists(IDS, max_size=3, unique=True))
    def update_by_id(self, table: str, fields: Any, rows: list[int]) -> None:
        self.both(
            table, lambda one: one.update(fields if callable(fields) else deepcopy(fields), doc_ids=rows)
        )

    @rule(table=TABLES, updates=st.lists(st.tuples(DOCUMENTS, QUERIES), max_size=3))
    def update_multiple(self, table: str, updates: list[Any]) -> None:
        self.both(table, lambda one: one.update_multiple(deepcopy(updates)))

    @rule(table=TABLES, query=QUERIES)
    def remove(self, table: str, query: QueryLike) -> None:
        self.both(table, lambda one: one.remove(query))

    @rule(table=TABLES, rows=st.lists(IDS, max_size=3, unique=True))
    def remove_by_id(self, table: str, rows: list[int]) -> None:
        self.both(table, lambda one: one.remove(doc_ids=rows))

    @rule(table=TABLES)
    def remove_nothing_named(self, table: str) -> None:
        self.both(table, lambda one: one.remove())

    @rule(table=TABLES)
    def truncate(self, table: str) -> None:
        self.both(table, lambda one: one.truncate())

    @rule(table=TABLES, query=QUERIES, row=IDS)
    def look(self, table: str, query: QueryLike, row: int) -> None:
        for call in (
            lambda one: one.search(query),
            lambda one: one.count(query),
            lambda one: one.get(query),
            lambda one: one.get(doc_id=row),
            lambda one: one.get(doc_ids=[row, row + 1]),
            lambda one: one.contains(query),
            lambda one: one.contains(doc_id=row),
            lambda one: one.get(),
            lambda one: one.all(),
            len,
            list,
        ):
            self.both(table, call)

    @rule(table=TABLES)
    def drop(self, table: str) -> None:
        self.stock.drop_table(table)
        self.vault.collection("a").drop_table(table)

    @rule()
    def drop_all(self) -> None:
        self.stock.drop_tables()
        self.vault.collection("a").drop_tables()

    @rule(fold=st.booleans())
    def restart(self, fold: bool) -> None:
        if fold:
            self.vault.fold("a")
        self.vault.close()
        self.vault = unlocked(FOLDER, "passphrase", self.disk)
        self.stock._tables.clear()

    @invariant()
    def the_same_is_kept(self) -> None:
        database = self.vault.collection("a")
        assert repr(database.storage.read() or {}) == repr(self.stock.storage.read() or {})
        assert database.tables() == self.stock.tables()
        assert [_plain(row) for row in database] == [_plain(row) for row in self.stock]
        assert len(database) == len(self.stock)


Behaviour.TestCase.settings = settings(max_examples=300, stateful_step_count=25, deadline=None)
TestBehaviour = Behaviour.TestCase


def test_what_is_gleaned_is_what_each_document_says_and_costs_no_copy(tmp_path: Path) -> None:
    vault = fresh_vault(tmp_path / "vault")
    table = vault.collection("c").table("t")
    assert isinstance(table, SealedTable)
    table.insert_multiple([{"n": 1}, {"other": 2}, {"n": 3}])
    assert list(table.gleaned(lambda document: document.get("n"))) == [(1, 1), (3, 3)]
    assert list(table.gleaned(lambda document: document)) == [(1, {"n": 1}), (2, {"other": 2}), (3, {"n": 3})]
    live = vault._open.storage("c").tables["t"]
    assert all(seen is live[str(row)] for row, seen in table.gleaned(lambda document: document))
    vault.close()
