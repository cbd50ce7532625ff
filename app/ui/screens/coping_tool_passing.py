"""Passing a coping tool on: its words to read out or to show, whether that is wanted, and who knows it now."""

import flet as ft

from app import words
from app.domain.coping_tool import CopingTool, MayPassOn
from app.ui.screen import Host
from app.ui.screens.coping_tool_page import CopingToolPage, asked
from app.ui.screens.people import People
from app.ui.widgets import choice
from app.ui.widgets.card import stack
from app.ui.widgets.steps import Steps
from app.ui.widgets.text import body, heading


class CopingToolPassingScreen(CopingToolPage):
    """Shows a tool to someone, and notes to whom it went."""

    def __init__(self, host: Host, tool: str) -> None:
        super().__init__(host, tool)
        self._people = People(self, "passed_on_to")

    def page_of(self, thing: CopingTool) -> ft.Control:
        """Lay out the steps, the question, and the people."""
        said = words.coping_tool
        options = [(value, said.may[value]) for value in (*MayPassOn, "")]
        return stack(
            body(said.pass_on_help),
            Steps(self.host, self.key("step_shown"), thing.steps, large=True).laid_out(),
            heading(said.may_pass_on),
            choice.one_of(said.may_pass_on, options, thing.may_pass_on or "", self._may),
            *self._people.laid_out(asked(said.passed_on_to, "passed_on_to")),
            self.done(self._done),
        )

    def _may(self, answer: str) -> bool:
        return self.keep(may_pass_on=MayPassOn(answer) if answer else None)

    def leave(self) -> None:
        """Add the name that stands in the field, and show all steps the next time."""
        super().leave()
        self.host.session.drafts.drop(self.key("step_shown"))
        if self.thing is not None and self._people.begun:
            self._people.add()

    def _done(self) -> None:
        if not self._people.begun or self._people.add():
            self.host.back()
