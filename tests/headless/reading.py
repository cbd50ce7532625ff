"""Reading a screen: what it says, and what of it has a given name."""

from collections.abc import Callable, Iterable
from typing import Any

import flet as ft

from tests.headless.answers import Call, Reply
from tests.headless.client import Client, holds_the_screen
from tests.headless.client_tree import Node
from tests.headless.heard import Seen, chosen_words, part_names, plain, said_in, seen_in, whole_names
from tests.headless.picture import picture

FIELDS = frozenset({"TextField", "SearchBar", "AutoComplete"})
GROUPS = frozenset({"RadioGroup", "SegmentedButton", "Dropdown", "DropdownM2"})
SWITCHES = frozenset({"Checkbox", "Switch", "Chip"})


class Reading:
    """What can be asked of a screen without touching it. Finding by a name fails, with a picture, unless one has it."""

    def __init__(self, client: Client) -> None:
        self.client = client

    @property
    def page(self) -> ft.Page:
        """The page as the app knows it."""
        page: ft.Page = self.client.session.page
        return page

    @property
    def route(self) -> str:
        """The address of the page."""
        return str(self.client.tree.page.get("route", "/"))

    @property
    def calls(self) -> list[Call]:
        """What the app asked of the client so far, in order."""
        return self.client.calls

    @property
    def replies(self) -> dict[str, Reply]:
        """What the client is to answer instead of the usual, by method name."""
        return self.client.answers.replies

    @property
    def dialogs(self) -> list[str]:
        """What each open dialog says, the topmost last; snack bars and banners too."""
        return [" ".join(said_in(dialog)) for dialog in self.client.dialogs]

    def called(self, method: str) -> list[dict[str, Any]]:
        """The arguments of every call of that method, in order."""
        return [call.arguments for call in self.calls if call.method == method]

    def texts(self) -> list[str]:
        """Everything the top view and the open dialogs show or say, in reading order."""
        return [words for root in self._roots() for words in said_in(root)]

    def says(self, words: str) -> bool:
        """Whether the screen shows or says that, by itself or within a sentence."""
        return any(plain(words) in text for text in self.texts())

    def value(self, name: str) -> str:
        """What stands in a field, a passphrase field too."""
        return str(self.one(name, of_kind(FIELDS), "field").node.get("value") or "")

    def chosen(self, name: str) -> str:
        """The words of what is chosen in a group; empty if nothing is."""
        return chosen_words(self.one(name, of_kind(GROUPS), "group of choices").node)

    def is_on(self, name: str) -> bool:
        """Whether a switch, a box to tick or a chip is on."""
        node = self.one(name, of_kind(SWITCHES), "switch").node
        return bool(node.get("selected" if node["_c"] == "Chip" else "value"))

    def can_tap(self, name: str) -> bool:
        """Whether something of that name is in reach and would take a press."""
        return any(not seen.disabled for seen in self._matches(name, lambda seen: seen.pressable))

    def picture(self) -> str:
        """The screen as an indented drawing."""
        return picture(self._roots())

    def _roots(self) -> list[Node]:
        page = self.client.tree.page
        return [
            *page.get("views", [])[-1:],
            *page.get("_overlay", {}).get("controls", []),
            *self.client.dialogs,
        ]

    def _in_reach(self) -> Iterable[Seen]:
        dialogs = self.client.dialogs
        holding = [index for index, dialog in enumerate(dialogs) if holds_the_screen(dialog)]
        bars = [dialog for dialog in dialogs if not holds_the_screen(dialog)]
        roots = [dialogs[holding[-1]], *bars] if holding else self._roots()
        return (seen for root in roots for seen in seen_in(root))

    def _matches(self, name: str, fits: Callable[[Seen], bool]) -> list[Seen]:
        fitting = [seen for seen in self._in_reach() if fits(seen)]
        wholly = [seen for seen in fitting if plain(name) in whole_names(seen)]
        return wholly or [seen for seen in fitting if plain(name) in part_names(seen)]

    def one(self, name: str, fits: Callable[[Seen], bool], what: str, within: str | None = None) -> Seen:
        """The one control in reach that fits and has that name; AssertionError, with a picture, otherwise."""
        found = self._matches(name, fits)
        if within is not None:
            found = _nearest(found, within)
        if len(found) == 1:
            return found[0]
        why = f"{len(found)} of them: say within which" if found else "none is in reach"
        raise AssertionError(f"{what} {name!r}: {why}\n{self.picture()}")

    def has_back_arrow(self) -> bool:
        """Whether the client itself draws an arrow back in the bar of the top view."""
        views = self.client.tree.page.get("views", [])
        bar = (views[-1].get("appbar") if len(views) > 1 else None) or {}
        return (
            bool(bar)
            and bar.get("automatically_imply_leading", True)
            and not bar.get("leading")
            and not self.can_tap("Back")
        )

    def refuse_disabled(self, seen: Seen, name: str) -> None:
        """Fail for a control that takes no input."""
        assert not seen.disabled, f"{name!r} takes no press now\n{self.picture()}"


def of_kind(kinds: frozenset[str]) -> Callable[[Seen], bool]:
    """Fits controls of those kinds."""
    return lambda seen: seen.kind in kinds


def _nearest(found: list[Seen], words: str) -> list[Seen]:
    """Those whose smallest surroundings that also say ``words`` are the smallest of all."""
    depths = {id(seen.node): _depth_that_says(seen, plain(words)) for seen in found}
    deepest = max(depths.values(), default=-1)
    return [seen for seen in found if depths[id(seen.node)] == deepest >= 0]


def _depth_that_says(seen: Seen, words: str) -> int:
    depths = range(len(seen.around) - 1, -1, -1)
    return next((depth for depth in depths if words in said_in(seen.around[depth], seen.around[:depth])), -1)
