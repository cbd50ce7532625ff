"""Every kind of thing that is practised: what Growing can add and shows as used last, and what has a list of its own."""

from typing import Any

import flet as ft

from app import words
from app.domain.coping_tool import CopingTool
from app.ui.screen import TOOLS
from app.ui.screens import coping_tool_page
from app.ui.screens.goal import GOAL
from app.ui.screens.kept_kind import KeptKind, ListedKind
from app.ui.screens.learning import LEARNING
from app.ui.screens.reflection import REFLECTION
from app.ui.screens.win import WIN

TOOL: KeptKind[CopingTool] = KeptKind(
    stem="coping_tool",
    page="/tool/",
    listed=TOOLS,
    icon=ft.Icons.SELF_IMPROVEMENT_OUTLINED,
    said=words.coping_tool,
    verbs=lambda session: session.coping_tools,
    hidden=lambda one: one.put_away,
    why=coping_tool_page.why,
    line="name",
)

LISTED: tuple[ListedKind[Any], ...] = (LEARNING, WIN, GOAL, REFLECTION)
"""Those whose list has the shape that all share."""

KINDS: tuple[KeptKind[Any], ...] = (TOOL, *LISTED)
"""Those that can be added in one line."""
