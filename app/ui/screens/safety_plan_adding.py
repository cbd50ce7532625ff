"""Adding a line to a part of the plan that names a support or a coping tool."""

from collections.abc import Callable
from functools import partial
from typing import Any

import flet as ft

from app import words
from app.domain.coping_tool import CopingTool
from app.domain.safety_plan import Link, PartType, PlanPart
from app.domain.support import Support
from app.ui.screen import Host
from app.ui.theme import INSIDE
from app.ui.widgets import button
from app.ui.widgets.card import stack
from app.ui.widgets.in_parts import in_parts
from app.ui.widgets.text import heading

_FOR_TOOLS = (PartType.ON_MY_OWN, PartType.PEOPLE_AND_PLACES, PartType.AFTERWARDS, PartType.OWN)
"""Parts to which tools are offered. A line of any part can name one."""

_FEW = 6


def adding(host: Host, part: PlanPart, add: Callable[[dict[str, Any]], object]) -> list[ft.Control]:
    """What helps and who helps, each with a button that calls ``add`` with the fields of a line that names it."""
    tools = [one for one in host.session.coping_tools.all if not one.put_away]
    offered = tools if part.type in _FOR_TOOLS else []
    return [*_from_tools(offered, add), *_from_supports(host.session.supports.all, add)]


def _from_tools(tools: list[CopingTool], add: Callable[[dict[str, Any]], object]) -> list[ft.Control]:
    if not tools:
        return []

    def offer(tool: CopingTool) -> ft.Control:
        return button.line_button(
            words.plan_writing.add_named.format(name=tool.name),
            partial(add, {"tools": (tool.id,)}),
            icon=ft.Icons.SPA_OUTLINED,
        )

    listed = in_parts(tools, offer, words.coping_tool.show_more, part=_FEW, spacing=0)
    return [stack(heading(words.plan_writing.from_tools), listed, spacing=INSIDE)]


def _from_supports(
    supports: tuple[Support, ...], add: Callable[[dict[str, Any]], object]
) -> list[ft.Control]:
    adds = [
        button.second_button(
            words.plan_writing.add_named.format(name=one.name),
            partial(add, {"links": (Link(support=one.id, ways=tuple(way.id for way in one.ways)),)}),
            icon=ft.Icons.PERSON_ADD_OUTLINED,
        )
        for one in supports
    ]
    return [heading(words.plan_writing.from_supports), button.buttons(*adds)] if adds else []
