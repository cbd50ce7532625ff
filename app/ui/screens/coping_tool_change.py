"""Changing one coping tool: its name and steps, what it needs, what it is good for, and who taught it."""

from datetime import date
from enum import StrEnum

import flet as ft

from app import words
from app.domain.check_in import Energy
from app.domain.coping_tool import CopingTool, Takes, ToolKind, WhereOk, steps_of
from app.domain.own_word import WordKind
from app.ui.screen import Host
from app.ui.screens.coping_tool_page import CopingToolPage, people
from app.ui.screens.kept_topics import Topics
from app.ui.widgets import button
from app.ui.widgets.card import fill, stack
from app.ui.widgets.day_picker import pick_day
from app.ui.widgets.folded import folded
from app.ui.widgets.text import heading, quiet
from app.words.said import Choices


class CopingToolChangeScreen(CopingToolPage):
    """Changes one coping tool. Each choice is saved at once, each text when the person moves on."""

    def __init__(self, host: Host, tool: str) -> None:
        super().__init__(host, tool)
        self._teachers, self._topics = people(self, "taught_by"), Topics(self)
        self._day = stack()

    def page_of(self, thing: CopingTool) -> ft.Control:
        """Lay out every field."""
        said = words.coping_tool
        self._day.controls = self._dated(thing)
        return stack(
            quiet(words.support.as_you_go),
            self.own_text("name", said.name),
            self.text(
                "steps",
                said.steps,
                lambda one: "\n".join(one.steps),
                lambda _, text: {"steps": steps_of(text)},
                lines=4,
                hint=said.steps_hint,
            ),
            *self._question("takes", said.takes, Takes, said.times),
            *self._question("where_ok", said.where, WhereOk, said.wheres),
            *self._question("energy_needed", said.energy, Energy, said.energies),
            *self._question("kind", said.kind, ToolKind, said.kinds),
            self._feelings(thing),
            self._topics.folded(words.helpful_thing.topics),
            *self._teachers.laid_out(said.taught_by),
            self._day,
            self.done(self._done),
        )

    def _question(self, name: str, title: str, kind: type[StrEnum], answers: Choices) -> list[ft.Control]:
        """A question about the tool, and its answers to choose from."""
        now = getattr(self.thing, name)
        unsaid = words.coping_tool.not_said[name]
        return [heading(title), self.choices(name, title, kind, now, answers, unsaid=unsaid)]

    def _feelings(self, tool: CopingTool) -> ft.Control:
        said, known = words.coping_tool, self.host.session.vocabulary.list(WordKind.FEELING)
        options = [(one.key, one.text) for one in known if not one.hidden or one.key in tool.good_for]
        return folded(
            lambda: heading(said.good_for),
            said.choose_feelings,
            options,
            lambda: self.thing.good_for if self.thing else (),
            self._felt,
        )

    def _felt(self, key: str, on: bool) -> bool:
        tool = self.thing
        if tool is None:
            return False
        rest = tuple(one for one in tool.good_for if one != key)
        return self.keep(good_for=(*rest, key) if on else rest)

    # ------------------------------------------------------------ when

    def _dated(self, tool: CopingTool) -> list[ft.Control]:
        said, day = words.coping_tool, tool.learned_on
        shown = words.moment.day(day) if day else said.day_not_said
        pick = button.second_button(
            said.learned_on.format(day=shown), self._pick, icon=ft.Icons.CALENDAR_TODAY_OUTLINED
        )
        forget = [button.quiet_button(said.not_dated, lambda: self._learned(None))] if day else []
        return [button.buttons(pick, *forget)]

    def _pick(self) -> None:
        tool = self.thing
        if tool is not None:
            pick_day(self.host, tool.learned_on, self._learned)

    def _learned(self, day: date | None) -> None:
        tool = self.thing if self.keep(learned_on=day) else None
        if tool is not None:
            fill(self._day, *self._dated(tool))

    # ------------------------------------------------------------ leaving

    def leave(self) -> None:
        """Save the words that were being typed; a name that stands in a field is added too."""
        super().leave()
        if self.thing is not None and self._teachers.begun:
            self._teachers.add()

    def _done(self) -> None:
        if not self._teachers.begun or self._teachers.add():
            self.host.back()
