"""What the client holds: the controls it was sent, kept up with the patches it was sent, and nothing else.

Tests read this and not the server's own controls, so a change that was never sent is a change nobody sees.
The wire format is that of Flet 1.0.5: flet/controls/object_patch.py and its reader in the client, control.dart.
"""

from collections.abc import Iterator
from typing import Any

Node = dict[str, Any]
"""A control as the client knows it: its type under ``_c``, its id under ``_i``, and what differs from the default."""

PAGE = 1
"""The id of the page itself."""

_REPLACE, _ADD, _REMOVE, _MOVE = range(4)


class ClientTree:
    """The controls of one page, by id and as a tree."""

    def __init__(self) -> None:
        self.page: Node = {"_c": "Page", "_i": PAGE}
        self._by_id: dict[int, Node] = {}

    def start(self, page: Node) -> None:
        """Take the page as the client is given it when it registers."""
        self._by_id.clear()
        self.page = page
        self._index(page)

    def find(self, control_id: int) -> Node:
        """The control with that id; AssertionError for one the client was never sent."""
        assert control_id in self._by_id, f"the client was never sent a control with id {control_id}"
        return self._by_id[control_id]

    def apply(self, control_id: int, patch: list[Any]) -> None:
        """Change the tree as one patch message says, operation by operation as the client does."""
        root = self.find(control_id)
        paths = dict(_paths(patch[0]))
        for kind, *rest in patch[1:]:
            if kind == _MOVE:
                source, taken, target, place = rest
                _put(_at(root, paths[target]), place, _take(_at(root, paths[source]), taken))
            elif kind == _REMOVE:
                _take(_at(root, paths[rest[0]]), rest[1])
            else:
                holder, key, value = _at(root, paths[rest[0]]), rest[1], rest[2]
                self._index(value)
                _put(holder, key, value) if kind == _ADD else holder.__setitem__(key, value)

    def _index(self, value: object) -> None:
        for node in nodes_within(value):
            self._by_id[node["_i"]] = node


def nodes_within(value: object) -> Iterator[Node]:
    """Every control in a value, the value itself included, parents before their parts."""
    if isinstance(value, dict):
        if "_c" in value:
            yield value
        for part in value.values():
            yield from nodes_within(part)
    elif isinstance(value, list):
        for part in value:
            yield from nodes_within(part)


def _paths(branch: list[Any], path: tuple[Any, ...] = ()) -> Iterator[tuple[int, tuple[Any, ...]]]:
    yield branch[0], path
    for step, below in (branch[1] if len(branch) > 1 else {}).items():
        yield from _paths(below, (*path, step))


def _at(root: Node, path: tuple[Any, ...]) -> Any:
    place: Any = root
    for step in path:
        place = place[step]
    return place


def _put(holder: Any, key: Any, value: Any) -> None:
    if isinstance(holder, list):
        holder.insert(key, value)
    else:
        holder[key] = value


def _take(holder: Any, key: Any) -> Any:
    return holder.pop(key)
