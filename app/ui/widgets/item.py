"""An item of the plan as it is read: its words, what helps, and whom it is linked to with the ways to reach them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

import flet as ft

from app import words
from app.domain.coping_tool import CopingTool
from app.domain.safety_plan import PlanItem
from app.domain.support import ContactWay
from app.session import Session
from app.ui.screen import Host
from app.ui.widgets import button
from app.ui.widgets.reach import reach
from app.ui.widgets.text import own_words


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownItem:
    """The words of an item, the coping tools it names, and (name, ways) of each support that it is linked to."""

    item: PlanItem
    text: str
    tools: tuple[CopingTool, ...]
    linked: tuple[tuple[str, tuple[ContactWay, ...]], ...]

    @property
    def name(self) -> str:
        """What the item is called in a button's name."""
        return self.text or ", ".join(
            [*(tool.name for tool in self.tools), *(name for name, _ in self.linked)]
        )


def shown_items(items: Iterable[PlanItem], session: Session) -> tuple[ShownItem, ...]:
    """Items as they are read. A support or a tool that is gone is left out."""
    return tuple(_shown(item, session) for item in items)


def _shown(item: PlanItem, session: Session) -> ShownItem:
    supports, tools = session.supports.by_id, session.coping_tools.by_id
    linked = []
    for link in item.links:
        support = supports.get(link.support)
        if support is not None:
            ways = {way.id: way for way in support.ways}
            linked.append((support.name, tuple(ways[way] for way in link.ways if way in ways)))
    return ShownItem(
        item=item,
        text=item.text.strip(),
        tools=tuple(tools[tool] for tool in item.tools if tool in tools),
        linked=tuple(linked),
    )


def _opens(one: ShownItem, tool: CopingTool) -> str:
    if one.text:
        return words.coping_tool.open_in_line.format(name=tool.name, text=one.text)
    return words.coping_tool.open_one.format(name=tool.name)


def item_lines(
    host: Host, items: Iterable[ShownItem], open_tool: Callable[[ShownItem, CopingTool], object] | None = None
) -> list[ft.Control]:
    """Items below each other, as item_line() has each."""
    return [item_line(host, one, open_tool) for one in items]


def item_line(
    host: Host, one: ShownItem, open_tool: Callable[[ShownItem, CopingTool], object] | None = None
) -> ft.Control:
    """One item with the way to what helps, and the ways to reach whom it names.

    A tool opens on its own page, or as ``open_tool`` opens it.
    """
    lines: list[ft.Control] = [own_words(one.text)] if one.text else []
    lines += [
        button.onward_row(
            own_words(tool.name),
            press=partial(open_tool, one, tool) if open_tool else partial(host.go, f"/tool/{tool.id}"),
            name=_opens(one, tool),
        )
        for tool in one.tools
    ]
    for name, ways in one.linked:
        if name != one.text:
            lines.append(own_words(name))
        if ways:
            lines.append(reach(host, name, ways))
    return ft.Column(lines, spacing=4)
