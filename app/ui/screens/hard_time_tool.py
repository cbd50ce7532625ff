"""One thing at hand, opened when it's hard: its steps, large, and the way to what comes next."""

import flet as ft

from app import words
from app.domain.coping_tool import CopingTool
from app.domain.ids import Id
from app.ui.screen import HARD, Host, Screen
from app.ui.widgets import button
from app.ui.widgets.card import stack
from app.ui.widgets.steps import Steps
from app.ui.widgets.text import body


class HardTimeToolScreen(Screen):
    """Shows one tool. One press leads to the next at hand, after the last back to people and places."""

    def __init__(self, host: Host, tool: str) -> None:
        super().__init__(host)
        self._id = Id(tool)
        self._key = f"hard_time/{tool}/step"

    @property
    def _tool(self) -> CopingTool | None:
        return self.host.session.coping_tools.one(self._id)

    @property
    def title(self) -> str:
        """The heading."""
        tool = self._tool
        return tool.name if tool else words.hard_time.title

    def content(self) -> ft.Control:
        """Lay out the steps and the two ways on."""
        said = words.hard_time
        ways = button.buttons(
            button.second_button(said.next, lambda: self.host.go(self._next())),
            button.quiet_button(said.enough, self.host.back),
        )
        tool = self._tool
        if tool is None:
            return stack(body(words.shell.not_found), ways)
        return stack(Steps(self.host, self._key, tool.steps, large=True).laid_out(), ways)

    def leave(self) -> None:
        """Show all steps the next time."""
        self.host.session.drafts.drop(self._key)

    def _next(self) -> str:
        """The path of what comes after this one."""
        at_hand = [one.id for one in self.host.session.coping_tools.pinned]
        place = at_hand.index(self._id) + 1 if self._id in at_hand else len(at_hand)
        return f"{HARD}/tool/{at_hand[place]}" if place < len(at_hand) else HARD
