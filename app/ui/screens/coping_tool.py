"""One coping tool as it is read and used: its steps, a timer, whether it helped, and keeping it at hand."""

from functools import partial

import flet as ft

from app import words
from app.domain.coping_tool import CopingTool, Help
from app.domain.errors import DomainError
from app.session import Undo
from app.ui.screen import Host, Place, Screen
from app.ui.screens.coping_tool_page import CopingToolPage, why
from app.ui.screens.coping_tool_pinning import Pinning
from app.ui.theme import INSIDE
from app.ui.widgets import button, field
from app.ui.widgets.card import fill, stack
from app.ui.widgets.coping_tool_said import more_of, said_of
from app.ui.widgets.draft_field import draft_field
from app.ui.widgets.steps import Steps
from app.ui.widgets.text import heading, quiet
from app.ui.widgets.timer import Timer


class NewCopingToolScreen(Screen):
    """Adds something that helps by its name alone; everything else can be said afterwards."""

    place = Place.GROWING
    _NAME = "coping_tool/new/name"

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._examples = stack(spacing=INSIDE)

    @property
    def title(self) -> str:
        """The heading."""
        return words.coping_tool.add

    def content(self) -> ft.Control:
        """Lay out the name, and a way to see examples."""
        said = words.coping_tool
        self._name = draft_field(
            self.host, self._NAME, said.name, hint=said.name_hint, submit=self._save, autofocus=True
        )
        stuck = button.quiet_button(
            words.safety_plan.stuck, self._show_examples, icon=ft.Icons.LIGHTBULB_OUTLINE
        )
        self._examples.controls = [button.buttons(stuck)]
        return stack(self._name, button.buttons(button.main_button(said.save, self._save)), self._examples)

    def _show_examples(self) -> None:
        uses = [
            button.line_button(words.plan_writing.use_example.format(text=text), partial(self._use, text))
            for text in words.coping_tool.examples
        ]
        fill(self._examples, heading(words.plan_writing.examples), stack(*uses, spacing=0))

    def _use(self, text: str) -> None:
        """Put an example into the field, where it is the person's to change or to save."""
        self.host.keep_draft(self._NAME, text)
        self._name.value = text
        self._name.update()

    def _save(self) -> None:
        session = self.host.session
        name = self.host.draft(self._NAME).strip()
        try:
            tool = self.host.attempt(lambda: session.coping_tools.add(name=name))
        except DomainError as error:
            field.refuse(self._name, why(error))
            return
        if tool is not None:
            session.drafts.drop(self._NAME)
            self.host.go(f"/tool/{tool.id}")


class CopingToolScreen(CopingToolPage):
    """Reads one coping tool. What can be changed of it stands on a page of its own."""

    def __init__(self, host: Host, tool: str) -> None:
        super().__init__(host, tool)
        self._timer = Timer(host, self.key("timer"))
        self._helped, self._planned = stack(spacing=INSIDE), stack()

    def page_of(self, thing: CopingTool) -> ft.Control:
        """Lay out the steps, and below them everything that may be left alone."""
        said = words.coping_tool
        about = [quiet(" · ".join(said_of(thing)))] if said_of(thing) else []
        steps = Steps(self.host, self.key("step"), thing.steps)
        self._helped.controls = self._answers(thing)
        self._planned.controls = self._in_plan(thing)
        return stack(
            *about,
            steps.laid_out() if thing.steps else quiet(said.no_steps),
            self._doing(thing),
            heading(said.timer),
            self._timer.laid_out(),
            heading(said.helped),
            self._helped,
            Pinning(self).laid_out(),
            stack(self._planned, *map(quiet, more_of(self.host.session, thing)), spacing=INSIDE),
            self._last(thing),
        )

    def _doing(self, tool: CopingTool) -> ft.Control:
        return button.buttons(
            button.second_button(
                words.shell.edit, lambda: self.host.go(f"/tool/change/{tool.id}"), icon=ft.Icons.EDIT_OUTLINED
            ),
            button.second_button(
                words.coping_tool.pass_on,
                lambda: self.host.go(f"/tool/pass/{tool.id}"),
                icon=ft.Icons.VOLUNTEER_ACTIVISM_OUTLINED,
            ),
        )

    def _in_plan(self, tool: CopingTool) -> list[ft.Control]:
        said = words.coping_tool
        if self.host.session.safety_plan.names_tool(tool):
            return [quiet(said.in_plan)]
        add = button.second_button(said.add_to_plan, self._add_to_plan, icon=ft.Icons.ARTICLE_OUTLINED)
        return [button.buttons(add)]

    def _add_to_plan(self) -> None:
        tool = self.thing
        if tool is None:
            return
        undo = self.host.attempt(lambda: self.host.session.safety_plan.add_tool(tool))
        if undo is not None:
            fill(self._planned, *self._in_plan(tool))
            self.host.say(words.coping_tool.added_to_plan.format(name=tool.name), undo)

    def _last(self, tool: CopingTool) -> ft.Control:
        said = words.coping_tool
        away = said.take_out if tool.put_away else said.put_away
        return button.buttons(
            button.quiet_button(away, self._put_away), button.erase_button(said.delete, self._delete)
        )

    def leave(self) -> None:
        """Tell no more how long a timer still is, and show all steps the next time."""
        super().leave()
        self._timer.leave()
        self.host.session.drafts.drop(self.key("step"))

    def carry_on_from(self, before: Screen) -> None:
        """Tell from now on in the place of the screen before how long a timer still is."""
        if isinstance(before, CopingToolScreen):
            before._timer.leave()  # noqa: SLF001  # another of its own kind

    # ------------------------------------------------------------ did it help

    def _answers(self, tool: CopingTool) -> list[ft.Control]:
        said = words.coping_tool
        answers = [button.second_button(said.answers[one], partial(self._say, one)) for one in Help]
        last = tool.helped
        told = (
            [quiet(said.last_said.format(day=words.moment.day(last.on), answer=said.answers[last.answer]))]
            if last is not None
            else []
        )
        return [quiet(said.helped_help), button.buttons(*answers), *told]

    def _say(self, answer: Help) -> None:
        tool = self.thing
        if tool is None:
            return
        undo = self.host.attempt(lambda: self.verbs.say_helped(tool, answer))
        now = self.thing
        if undo is not None and now is not None:
            fill(self._helped, *self._answers(now))
            self.host.say(words.coping_tool.answer_kept, undo)

    # ------------------------------------------------------------ away

    def _put_away(self) -> None:
        tool = self.thing
        if tool is None:
            return
        away = not tool.put_away
        undo = self.host.attempt(lambda: self.verbs.put_away(tool, away=away))
        if undo is not None:
            self._gone(words.coping_tool.was_put_away.format(name=tool.name) if away else "", undo)

    def _delete(self) -> None:
        tool = self.thing
        if tool is None:
            return
        undo = self.host.attempt(lambda: self.host.session.remove_tool(tool))
        if undo is not None:
            self.host.session.drafts.drop(f"{self.stem}/{tool.id}/")
            self._gone(words.coping_tool.deleted.format(name=tool.name), undo)

    def _gone(self, said: str, undo: Undo) -> None:
        """Leave for the list, and say what became of it, if that is to be said."""
        self.host.go(self.listed)
        if said:
            self.host.say(said, undo)
