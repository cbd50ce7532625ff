"""The safety plan: its most important sentence, its parts, and the ways to read and to show it."""

from dataclasses import dataclass
from functools import partial

import flet as ft

from app import words
from app.domain.errors import DomainError
from app.domain.kept import Share
from app.domain.safety_plan import PartType, SafetyPlan
from app.exports.document import heading_of
from app.ui.screen import HELD, Place, Screen
from app.ui.screens.safety_plan_about import read_on
from app.ui.theme import INSIDE
from app.ui.widgets import button, choice
from app.ui.widgets.card import card, stack
from app.ui.widgets.door_row import door_row
from app.ui.widgets.draft_field import draft_field
from app.ui.widgets.field import refuse
from app.ui.widgets.text import body, heading, quiet

_ONE_LINE, _OWN = "safety_plan/one_line", "safety_plan/own_part"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One part in the list."""

    path: str
    name: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What the screen shows of the plan: its parts, and the types that are not in it yet."""

    is_empty: bool
    lines: tuple[Line, ...]
    missing: tuple[PartType, ...]


def parts(plan: SafetyPlan) -> Parts:
    """Gather what the screen shows."""
    types = {part.type for part in plan.parts}
    return Parts(
        is_empty=plan.is_empty,
        lines=tuple(
            Line(
                path=f"/plan/part/{part.id}",
                name=heading_of(part),
                about=" · ".join(
                    [words.plan_writing.items(len(part.items)) if part.items else words.plan_writing.nothing]
                    + ([words.plan_writing.hidden] if part.hidden else [])
                ),
            )
            for part in plan.parts
        ),
        missing=tuple(kind for kind in (*PartType,) if kind not in types and kind is not PartType.OWN),
    )


class SafetyPlanScreen(Screen):
    """Lists the parts. Every one can be opened, in any order, and left again."""

    place = Place.PLAN

    @property
    def title(self) -> str:
        """The heading."""
        return words.safety_plan.title

    def content(self) -> ft.Control:
        """Lay out the plan's own sentence and its parts."""
        plan = self.host.session.safety_plan.plan
        shown = parts(plan)
        said = words.plan_writing
        doors = button.pile(
            button.main_button(
                said.read, lambda: self.host.go("/plan/read"), icon=ft.Icons.MENU_BOOK_OUTLINED
            ),
            button.second_button(said.share, lambda: self.host.go("/plan/share"), icon=ft.Icons.IOS_SHARE),
        )
        start = [body(words.safety_plan.start)]
        return stack(
            *(start if shown.is_empty else [self._again(plan), doors]),
            stack(*map(self._row, shown.lines), spacing=INSIDE),
            self._one_line(plan),
            *([] if shown.is_empty else [self._about(plan)]),
            *self._more_parts(shown),
            self._held(),
        )

    def _again(self, plan: SafetyPlan) -> ft.Control:
        """The day to read it again, once it has come. It is never late."""
        day = plan.read_again_on
        if day is None or day > self.host.session.now().date():
            return stack()
        return body(words.plan_version.again_on.format(date=words.moment.day(day)))

    def _about(self, plan: SafetyPlan) -> ft.Control:
        said = words.plan_version
        about = f"{said.number.format(n=plan.version)} {read_on(plan)}"
        return door_row(said.title, about, lambda: self.host.go("/plan/about"))

    def _held(self) -> ft.Control:
        """The way to the plans of others."""
        said, count = words.held_plan, len(self.host.session.held_plans.all)
        return door_row(said.title, said.count(count) if count else said.none, lambda: self.host.go(HELD))

    def _row(self, line: Line) -> ft.Control:
        return door_row(line.name, line.about, lambda: self.host.go(line.path))

    # ------------------------------------------------------------ the sentence that matters most

    def _one_line(self, plan: SafetyPlan) -> ft.Control:
        return card(
            heading(words.safety_plan.one_line),
            quiet(words.safety_plan.one_line_help),
            draft_field(
                self.host, _ONE_LINE, words.plan_writing.one_line, plan.one_line, lines=2, left=self.leave
            ),
            choice.yes_or_no(
                words.shell.may_be_shared, plan.one_line_share is Share.MAY_BE_SHARED, self._share_one_line
            ),
        )

    def leave(self) -> None:
        """Save the sentence that was being typed."""
        plan = self.host.session.safety_plan
        text = self.host.draft(_ONE_LINE, plan.plan.one_line)
        if text != plan.plan.one_line:
            try:
                if self.host.attempt(lambda: plan.change(one_line=text.strip())) is None:
                    return
            except DomainError:
                self.host.say(words.shell.too_long)
                return
        self.host.session.drafts.drop(_ONE_LINE)

    def _share_one_line(self, on: bool) -> bool:
        share = Share.MAY_BE_SHARED if on else Share.ONLY_ME
        plan = self.host.session.safety_plan
        return self.host.attempt(lambda: plan.change(one_line_share=share)) is not None

    # ------------------------------------------------------------ more parts

    def _more_parts(self, shown: Parts) -> list[ft.Control]:
        adds = [
            button.second_button(words.safety_plan.parts[kind], partial(self._add, kind), icon=ft.Icons.ADD)
            for kind in shown.missing
        ]
        self._own = draft_field(self.host, _OWN, words.plan_writing.own_name, submit=self._add_own)
        own = button.second_button(words.shell.add, self._add_own, icon=ft.Icons.ADD)
        return [
            heading(words.plan_writing.add_part),
            *([button.pile(*adds)] if adds else []),
            self._own,
            button.buttons(own),
        ]

    def _add(self, kind: PartType, title: str = "") -> bool:
        part = self.host.attempt(lambda: self.host.session.safety_plan.add_part(kind, title))
        if part is None:
            return False
        self.host.go(f"/plan/part/{part.id}")
        return True

    def _add_own(self) -> None:
        try:
            if self._add(PartType.OWN, self.host.draft(_OWN).strip()):
                self.host.session.drafts.drop(_OWN)
        except DomainError as error:
            blank = error.rule == "blank"
            refuse(self._own, words.plan_writing.own_blank if blank else words.shell.too_long)
