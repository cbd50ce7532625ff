"""The small steps of a goal, as a part of its page: ticked, moved, taken out, and a field for one more."""

from dataclasses import replace

import flet as ft

from app import words
from app.domain.errors import DomainError
from app.domain.goal import Goal, GoalStep
from app.domain.safety_net import moved
from app.ui.screens.practice_page import PracticePage
from app.ui.theme import INSIDE
from app.ui.widgets import button, choice, field
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.draft_field import draft_field
from app.ui.widgets.text import heading

_DRAFT = "step"


class GoalSteps:
    """The steps of the goal of a page. They are known by their words: no two of a goal have the same."""

    def __init__(self, page: PracticePage[Goal]) -> None:
        self._page, self._list = page, stack(spacing=INSIDE)
        self._changing = False

    def laid_out(self) -> list[ft.Control]:
        """The heading, the steps, and the field for one more."""
        said = words.goal
        self._list.controls = self._listed()
        self._new = draft_field(
            self._page.host,
            self._page.key(_DRAFT),
            said.new_step,
            hint=said.new_step_hint,
            submit=self.add,
        )
        add = button.second_button(said.add_step, self.add, icon=ft.Icons.ADD)
        return [heading(said.steps), self._list, self._new, button.buttons(add)]

    @property
    def begun(self) -> bool:
        """Whether a step stands in the field that is not added yet."""
        return bool(self._page.host.draft(self._page.key(_DRAFT)).strip())

    @property
    def _steps(self) -> tuple[GoalStep, ...]:
        goal = self._page.thing
        return goal.steps if goal is not None else ()

    def add(self) -> bool:
        """Add the step that stands in the field; say beside it what is wrong with it."""
        key = self._page.key(_DRAFT)
        goal = self._page.thing
        if goal is None:
            return False
        try:
            steps = (*goal.steps, GoalStep(text=self._page.host.draft(key).strip()))
            kept = self._page.host.attempt(lambda: self._page.verbs.change(goal, steps=steps))
        except DomainError as error:
            field.refuse(self._new, self._page.why(error))
            return False
        if kept is None:
            return False
        self._page.host.session.drafts.drop(key)
        field.clear(self._new)
        self._again()
        return True

    def _listed(self) -> list[ft.Control]:
        """The steps to tick; while they are changed, with what moves and deletes each."""
        steps, said = self._steps, words.goal
        if not steps:
            return []
        lines = [self._tick_box(step) for step in steps]
        if self._changing:
            lines = [self._step(step, place, last=len(steps) - 1) for place, step in enumerate(steps)]
        turn = button.quiet_button(said.leave_steps if self._changing else said.change_steps, self._turn)
        return [card(*lines, spacing=0), button.buttons(turn)]

    def _turn(self) -> None:
        self._changing = not self._changing
        self._again()

    def _tick_box(self, step: GoalStep) -> ft.Control:
        return choice.check(step.text, step.done, lambda on: self._tick(step, on))

    def _step(self, step: GoalStep, place: int, *, last: int) -> ft.Control:
        said, text = words.plan_writing, step.text
        icons = ft.Row(
            [
                button.icon_button(
                    ft.Icons.ARROW_UPWARD,
                    said.up_item.format(text=text),
                    lambda: self._move(step, -1),
                    disabled=place == 0,
                ),
                button.icon_button(
                    ft.Icons.ARROW_DOWNWARD,
                    said.down_item.format(text=text),
                    lambda: self._move(step, 1),
                    disabled=place == last,
                ),
                button.icon_button(
                    ft.Icons.DELETE_OUTLINE, said.delete_item.format(text=text), lambda: self._delete(step)
                ),
            ],
            spacing=0,
            tight=True,
        )
        return stack(self._tick_box(step), ft.Row([icons], alignment=ft.MainAxisAlignment.END), spacing=0)

    def _tick(self, step: GoalStep, on: bool) -> bool:
        return self._page.keep(
            steps=tuple(replace(one, done=on) if one.text == step.text else one for one in self._steps)
        )

    def _move(self, step: GoalStep, by: int) -> None:
        texts = [one.text for one in self._steps]
        if step.text in texts and self._page.keep(steps=moved(self._steps, texts.index(step.text), by)):
            self._again()

    def _delete(self, step: GoalStep) -> None:
        goal = self._page.thing
        if goal is None:
            return
        rest = tuple(one for one in goal.steps if one.text != step.text)
        undo = self._page.host.attempt(lambda: self._page.verbs.alter(goal, steps=rest))
        if undo is not None:
            self._again()
            self._page.host.say(words.goal.step_deleted, undo)

    def _again(self) -> None:
        fill(self._list, *self._listed())
