"""A drawing of what is on the screen, for the report of a test that failed."""

from collections.abc import Iterable

from tests.headless.client_tree import Node
from tests.headless.heard import Seen, said_by, seen_in

_FLAGS = ("disabled", "read_only", "password", "selected", "modal", "expanded")


def picture(roots: Iterable[Node]) -> str:
    """Every visible control on a line of its own: kind, words, value, state and events, indented by depth."""
    return "\n".join(_line(seen) for root in roots for seen in seen_in(root)) or "(an empty screen)"


def _line(seen: Seen) -> str:
    node = seen.node
    words = " ".join(f"“{words}”" for words in said_by(node))
    state = [flag for flag in _FLAGS if node.get(flag) is True]
    if isinstance(node.get("value"), bool):
        state.append("on" if node["value"] else "off")
    events = [
        name.removeprefix("on_") for name, value in node.items() if name.startswith("on_") and value is True
    ]
    route = str(node.get("route", "/")) if seen.kind == "View" else ""
    does = f"({', '.join(events)})" if events else ""
    return "  " * len(seen.around) + " ".join(
        part for part in (seen.kind, route, words, *state, does) if part
    )
