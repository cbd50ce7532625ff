"""What a person sees and hears of the client's controls, and by which names they would ask for them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from tests.headless.client_tree import Node

_SAID = (
    *(
        "semantics_label",
        "label",
        "title",
        "content",
        "value",
        "text",
        "subtitle",
        "hint_text",
        "prefix",
        "suffix",
    ),
    *("helper", "helper_text", "error", "error_text", "counter", "action", "tooltip"),
)
_VALUE_IS_SAID = {"Text", "TextField", "Markdown", "Semantics", "SearchBar", "AutoComplete"}
_ORDER = ("appbar", "leading", "icon", "title", "label", "content", "subtitle", "controls")
_LAST = ("trailing", "actions", "bottom_appbar", "navigation_bar", "floating_action_button")
_WRAPPERS = {"Semantics", "MergeSemantics"}
_ALWAYS_PRESSED = {
    *("NavigationBarDestination", "NavigationRailDestination", "NavigationDrawerDestination"),
    *("Segment", "Radio", "Checkbox", "Switch", "Tab", "ExpansionTile", "PopupMenuButton", "SnackBarAction"),
}
_PRESSES = ("on_click", "on_tap", "on_select", "on_delete")
PASSES_BY = {"SnackBar", "Banner"}
"""Dialogs that leave the rest of the screen in reach."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A control on the screen, and the controls around it, the outermost first."""

    node: Node
    around: tuple[Node, ...]

    @property
    def kind(self) -> str:
        """The type of the control, as Flet calls it."""
        return str(self.node["_c"])

    @property
    def disabled(self) -> bool:
        """Whether it, or anything around it, takes no input."""
        return any(node.get("disabled") for node in (self.node, *self.around))

    @property
    def pressable(self) -> bool:
        """Whether pressing it does anything."""
        if self.kind == "SnackBar" and not self.node.get(
            "on_click"
        ):  # Flet calls a bar and its action by one name
            return isinstance(self.node.get("action"), str)
        does = (
            any(self.node.get(event) for event in _PRESSES) or self.node.get("url") or self.node.get("action")
        )
        return bool(does) or self.kind in _ALWAYS_PRESSED

    def inside(self, kinds: Iterable[str]) -> Node:
        """The nearest control of those kinds around this one; AssertionError if there is none."""
        for node in reversed(self.around):
            if node["_c"] in kinds:
                return node
        raise AssertionError(f"a {self.kind} outside of any {' or '.join(kinds)}")


def seen_in(node: Node, around: tuple[Node, ...] = ()) -> Iterator[Seen]:
    """A control and every visible part of it, in the order in which they are read."""
    if node.get("visible") is False:
        return
    yield Seen(node, around)
    for part in _parts(node, around):
        yield from seen_in(part, (*around, node))


def said_by(node: Node) -> list[str]:
    """What one control by itself shows or says, without its parts. A passphrase is not among it."""
    said = [_plain(node.get(name)) for name in _SAID if name != "value" or node["_c"] in _VALUE_IS_SAID]
    if node.get("password"):
        said = [_plain(node.get(name)) for name in _SAID if name != "value"]
    if "options" in node:
        said.append(chosen_words(node))
    return [words for words in said if words]


def said_in(node: Node, around: tuple[Node, ...] = ()) -> list[str]:
    """What a control and all its visible parts show or say, in reading order."""
    return [words for seen in seen_in(node, around) for words in said_by(seen.node)]


def whole_names(seen: Seen) -> set[str]:
    """The names a control is announced by: its label, its label from around it, or all its words in a row."""
    words = _own_words(seen)
    return {*wrapped_names(seen), *(words[:1]), " ".join(words)}


def part_names(seen: Seen) -> set[str]:
    """Every word or sentence on a control, by any of which a person may mean it."""
    return set(_own_words(seen)) | set(wrapped_names(seen))


def wrapped_names(seen: Seen) -> list[str]:
    """The labels that stand directly around a control for those who listen."""
    names = []
    for node in reversed(seen.around):
        if node["_c"] not in _WRAPPERS:
            break
        names += [plain(name) for name in (node.get("label"), node.get("tooltip")) if isinstance(name, str)]
    return names


def options_of(group: Node) -> dict[str, str]:
    """What can be chosen in a group, by its words: the value each choice stands for."""
    if "options" in group:
        found = [
            (_plain(option.get("text")) or _plain(option.get("key")), option) for option in group["options"]
        ]
        return {words: option.get("key") or option.get("text") or "" for words, option in found}
    kind = "Radio" if group["_c"] == "RadioGroup" else "Segment"
    nodes = [seen.node for seen in seen_in(group) if seen.node["_c"] == kind]
    return {" ".join(said_in(node)): node.get("value") or "" for node in nodes}


def chosen_words(group: Node) -> str:
    """The words of what is chosen in a group, several with a comma between; empty if nothing is."""
    values = group.get("selected") if group["_c"] == "SegmentedButton" else [group.get("value")]
    return ", ".join(words for words, value in options_of(group).items() if value in (values or []))


def plain(words: str) -> str:
    """Words with every run of white space, line breaks too, as one blank."""
    return " ".join(words.split())


def _plain(value: object) -> str:
    if isinstance(value, dict) and "_c" not in value:
        value = value.get("message")
    return plain(value) if isinstance(value, str) else ""


def _own_words(seen: Seen) -> list[str]:
    words: list[str] = []
    skipped: list[Node] = []
    for part in seen_in(seen.node, seen.around):
        nested = part.node is not seen.node and part.pressable
        if nested or any(node is above for node in skipped for above in part.around):
            skipped.append(part.node)
        else:
            words += said_by(part.node)
    return words


def _parts(node: Node, around: tuple[Node, ...]) -> Iterator[Node]:
    folded = _folded(node)
    names = [name for name in node if name not in folded]
    for name in sorted(names, key=lambda name: _LAST.index(name) + 99 if name in _LAST else _place(name)):
        if node["_c"] == "TabBarView" and name == "controls":
            yield node[name][_tab_of(around)]
        else:
            yield from _controls(node[name])


def _place(name: str) -> int:
    return _ORDER.index(name) if name in _ORDER else len(_ORDER)


def _folded(node: Node) -> set[str]:
    match node["_c"]:
        case "PopupMenuButton":
            return set() if node.get("_opened") else {"items"}
        case "Dropdown" | "DropdownM2":
            return {"options"}
        case "ExpansionTile":
            return set() if node.get("expanded") else {"controls"}
        case "View":
            return {"drawer", "end_drawer"} - {str(node.get("_drawer"))}
        case _:
            return set()


def _tab_of(around: tuple[Node, ...]) -> int:
    tabs = next((node for node in reversed(around) if node["_c"] == "Tabs"), {})
    return int(tabs.get("selected_index") or 0)


def _controls(value: Any) -> Iterator[Node]:
    if isinstance(value, dict) and "_c" in value:
        if value["_c"] == "C":
            yield from _controls(value.get("_b"))
        else:
            yield value
    elif isinstance(value, list):
        for part in value:
            yield from _controls(part)
