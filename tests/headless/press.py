"""What the client does with its own state when a control is pressed, before it tells the app."""

from typing import Any

from tests.headless.answers import Call
from tests.headless.client import Client
from tests.headless.client_tree import Node
from tests.headless.heard import Seen, seen_in

_NAVIGATION = {
    "NavigationBarDestination": "NavigationBar",
    "NavigationRailDestination": "NavigationRail",
    "NavigationDrawerDestination": "NavigationDrawer",
}


def press(client: Client, seen: Seen) -> None:
    """Press a control. What it does is told to the app, and not yet waited for."""
    node = seen.node
    match seen.kind:
        case "NavigationBarDestination" | "NavigationRailDestination" | "NavigationDrawerDestination":
            bar = seen.inside({_NAVIGATION[seen.kind]})
            index = _place_among(bar, node)
            client.tell(bar, "change", index, selected_index=index)
        case "Tab":
            tabs = seen.inside({"Tabs"})
            index = _place_among(seen.inside({"TabBar"}), node)
            client.tell(tabs, "change", index, selected_index=index)
        case "Radio":
            choose(client, seen.inside({"RadioGroup"}), node.get("value"))
        case "Segment":
            choose(client, seen.inside({"SegmentedButton"}), node["value"])
        case "Checkbox" | "Switch":
            client.tell(node, "change", not node.get("value"), value=not node.get("value"))
        case "ExpansionTile":
            client.tell(node, "change", not node.get("expanded"), expanded=not node.get("expanded"))
        case "PopupMenuButton":
            node["_opened"] = True
            client.tell(node, "open")
        case "SnackBar":
            bar = seen.around[-1] if seen.around and seen.around[-1]["_c"] == "SnackBar" else node
            client.tell(node, "click" if node is not bar else "action")
            client.close_dialog(bar)
        case _:
            _press_plainly(client, seen)


def choose(client: Client, group: Node, value: Any) -> None:
    """Choose a value in a group: radio buttons, segments or a dropdown."""
    match group["_c"]:
        case "SegmentedButton":
            before = group.get("selected", [])
            many = group.get("allow_multiple_selection")
            if value in before:
                kept = [other for other in before if other != value]
                selected = kept if kept or group.get("allow_empty_selection") else before
            else:
                selected = [*before, value] if many else [value]
            client.tell(group, "change", selected, selected=selected)
        case "Dropdown":
            client.tell(group, "select", value, value=value)
        case _:
            client.tell(group, "change", value, value=value)


def _press_plainly(client: Client, seen: Seen) -> None:
    node = seen.node
    if seen.kind == "Chip" and node.get("on_select"):
        client.tell(node, "select", not node.get("selected"), selected=not node.get("selected"))
        return
    _act_on_the_spot(client, node)
    client.tell(node, "click" if node.get("on_click") else "tap")
    if seen.kind == "PopupMenuItem":
        seen.inside({"PopupMenuButton"}).pop("_opened", None)
    if seen.kind == "SnackBarAction":
        client.close_dialog(seen.inside({"SnackBar"}))


def _act_on_the_spot(client: Client, node: Node) -> None:
    """What a control asks of the client itself, inside the press, goes into the calls like everything it is asked."""
    actions = node.get("action") or []
    for action in actions if isinstance(actions, list) else [actions]:
        if isinstance(action, dict):
            client.calls.append(
                Call(client.tree.find(action["service_id"])["_c"], action["method"], action["args"])
            )
    if node.get("url"):
        client.calls.append(Call(node["_c"], "launch_url", {"url": node["url"]}))


def _place_among(bar: Node, wanted: Node) -> int:
    same = [seen.node for seen in seen_in(bar) if seen.kind == wanted["_c"]]
    return next(index for index, node in enumerate(same) if node is wanted)
