"""An item of the plan as it is read: its words, and whom it is linked to with the ways to reach them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import flet as ft

from app.domain.ids import Id
from app.domain.safety_plan import PlanItem
from app.domain.support import ContactWay, Support
from app.ui.screen import Host
from app.ui.widgets.reach import reach
from app.ui.widgets.text import own_words


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownItem:
    """The words of an item, and (name, ways) of each support that it is linked to."""

    item: PlanItem
    text: str
    linked: tuple[tuple[str, tuple[ContactWay, ...]], ...]

    @property
    def name(self) -> str:
        """What the item is called in a button's name."""
        return self.text or ", ".join(name for name, _ in self.linked)


def shown_items(items: Iterable[PlanItem], supports: Mapping[Id, Support]) -> tuple[ShownItem, ...]:
    """Items as they are read. A link whose support is gone is left out."""
    return tuple(_shown(item, supports) for item in items)


def _shown(item: PlanItem, supports: Mapping[Id, Support]) -> ShownItem:
    linked = []
    for link in item.links:
        support = supports.get(link.support)
        if support is not None:
            ways = {way.id: way for way in support.ways}
            linked.append((support.name, tuple(ways[way] for way in link.ways if way in ways)))
    return ShownItem(item=item, text=item.text.strip(), linked=tuple(linked))


def item_lines(host: Host, items: Iterable[ShownItem]) -> list[ft.Control]:
    """Items below each other, each with the ways to reach whom it names."""
    return [item_line(host, one) for one in items]


def item_line(host: Host, one: ShownItem) -> ft.Control:
    """One item with the ways to reach whom it names."""
    lines: list[ft.Control] = [own_words(one.text)] if one.text else []
    for name, ways in one.linked:
        if name != one.text:
            lines.append(own_words(name))
        if ways:
            lines.append(reach(host, name, ways))
    return ft.Column(lines, spacing=4)
