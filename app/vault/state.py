"""The tables of an open collection, and how they change."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

Documents = dict[str, Any]
"""A table: documents by id. An id is an integer, written as a decimal number, as TinyDB keeps it."""

Tables = dict[str, Documents]
"""A collection: tables by name."""

Change = list[Any]
"""["p", table, id, document] puts, ["d", table, id] deletes, ["c", table] clears (or makes), ["x", table] drops."""

Undo = list[Callable[[], object]]
"""Steps that take changes back, to be run from the last to the first."""


def apply(tables: Tables, changes: Iterable[Change], undo: Undo | None = None) -> None:
    """Change the tables. Documents are kept as they are given; steps back are added to ``undo``.

    ValueError for a change that is none. Costs the change; a step back from a deletion costs its table.
    """
    for change in changes:
        check(change)
        make(tables, change, undo)


def make(tables: Tables, change: Change, undo: Undo | None = None) -> None:
    """Make one change that was checked already."""
    verb, table = change[0], change[1]
    if verb == "p":
        _put(tables, table, str(change[2]), change[3], undo)
    elif verb == "d":
        _delete(tables.get(table, {}), str(change[2]), undo)
    elif verb == "c":
        _back_to(tables, table, undo)
        tables[table] = {}
    else:
        _delete(tables, table, undo)


def check(change: object) -> None:
    """ValueError for a change that is none."""
    match change:
        case ["p", str(), row, dict()] | ["d", str(), row] if type(row) is int:
            return
        case ["c" | "x", str()]:
            return
    raise ValueError("not a change")


def take_back(undo: Undo, down_to: int = 0) -> None:
    """Run the steps back, the last first, until only ``down_to`` are left."""
    while len(undo) > down_to:
        undo.pop()()


def differences(before: Tables, after: Mapping[str, Mapping[str, Any]]) -> list[Change]:
    """Return the changes that turn one state into the other. Costs both."""
    changes: list[Change] = [["x", table] for table in before if table not in after]
    for table, documents in after.items():
        old = before.get(table)
        if old is None:
            changes.append(["c", table])
            old = {}
        changes += [["d", table, int(row)] for row in old if row not in documents]
        changes += [
            ["p", table, int(row), document]
            for row, document in documents.items()
            if row not in old or not same(old[row], document)
        ]
    return changes


def same(one: Any, other: Any) -> bool:
    """Whether two JSON values are the same value of the same type: 1, 1.0 and True are three."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other)


def copied(value: Any) -> Any:
    """Return a copy of a JSON value that shares nothing which can change."""
    if isinstance(value, dict):
        return {
            key: copied(inner) if isinstance(inner, dict | list) else inner for key, inner in value.items()
        }
    if isinstance(value, list):
        return [copied(inner) for inner in value]
    return value


def _put(tables: Tables, table: str, row: str, document: Any, undo: Undo | None) -> None:
    if table not in tables:
        _back_to(tables, table, undo)
        tables[table] = {}
    documents = tables[table]
    _back_to(documents, row, undo)
    documents[row] = document


def _delete(holder: dict[str, Any], key: str, undo: Undo | None) -> None:
    if key not in holder:
        return
    if undo is not None:
        undo.append(partial(_refill, holder, dict(holder)))  # a deleted key would come back at the end
    del holder[key]


def _back_to(holder: dict[str, Any], key: str, undo: Undo | None) -> None:
    if undo is None:
        return
    if key in holder:
        undo.append(partial(holder.__setitem__, key, holder[key]))
    else:
        undo.append(partial(holder.pop, key))


def _refill(holder: dict[str, Any], content: dict[str, Any]) -> None:
    holder.clear()
    holder.update(content)
