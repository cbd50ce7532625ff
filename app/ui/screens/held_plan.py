"""A plan that is held for someone, to read: how to be with them first, then their plan."""

from dataclasses import dataclass
from datetime import date

import flet as ft

from app import words
from app.domain.held_plan import HeldGroup, HeldLine, HeldPart, HeldPlan, HeldSupport, HeldWay
from app.domain.ids import Id
from app.session import Session
from app.ui.screen import HELD, OPEN_HELD, Host, Place, Screen
from app.ui.theme import BETWEEN, INSIDE
from app.ui.widgets import button
from app.ui.widgets.card import card, stack
from app.ui.widgets.reach import reach
from app.ui.widgets.text import body, heading, number, own_words, quiet, subheading


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What the screen shows. ``which`` says which copy it is, ``backups`` until when backups hold it."""

    which: tuple[str, ...]
    title: str
    first: tuple[HeldPart, ...]
    one_line: str
    rest: tuple[HeldPart, ...]
    closing: str
    backups: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing of a plan is in the copy."""
        return not (self.first or self.one_line or self.rest)


def shown(plan: HeldPlan, session: Session) -> Shown:
    """Gather what the screen shows of a plan."""
    copy, said = plan.copy, words.held_plan
    since = words.moment.day(plan.changed_at.date())
    if copy.version is None or copy.made_on is None:
        which = (*copy.told, said.held_since.format(since=since))
    else:
        day = words.moment.day(copy.made_on)
        which = (said.of_copy.format(n=copy.version, day=day, since=since),)
    return Shown(
        which=which,
        title=copy.title,
        first=copy.first,
        one_line=copy.one_line,
        rest=copy.rest,
        closing=copy.closing,
        backups=_backups(session.backups.gone_by if session.backups.automatic else None),
    )


def _backups(gone_by: date | None) -> tuple[str, ...]:
    said = words.held_plan
    if gone_by is None:
        return said.in_backups, said.until_erased
    return said.in_backups, said.in_automatic.format(month=words.moment.month(gone_by)), said.in_others


class HeldPlanScreen(Screen):
    """Reads one plan, and gives it back."""

    place = Place.PLAN

    def __init__(self, host: Host, plan: str) -> None:
        super().__init__(host)
        self._id = Id(plan)

    @property
    def _plan(self) -> HeldPlan | None:
        return self.host.session.held_plans.one(self._id)

    @property
    def title(self) -> str:
        """The heading."""
        plan = self._plan
        return plan.name if plan else words.held_plan.title

    def content(self) -> ft.Control:
        """Lay out the plan."""
        plan, said = self._plan, words.held_plan
        if plan is None:
            return stack(body(words.shell.not_found), button.second_button(said.title, self._away))
        now = shown(plan, self.host.session)
        return stack(
            stack(*map(quiet, (*now.which, said.theirs)), spacing=4),
            *self._first(now),
            *self._rest(now),
            button.buttons(button.second_button(said.newer_here, lambda: self.host.go(OPEN_HELD))),
            self._giving_back(plan, now),
        )

    def _first(self, now: Shown) -> list[ft.Control]:
        if not now.first:
            return []
        return [heading(words.held_plan.how_to_be), card(*map(self._part, now.first), spacing=BETWEEN)]

    def _rest(self, now: Shown) -> list[ft.Control]:
        if now.is_empty:
            return [body(words.held_plan.nothing)]
        said: list[ft.Control] = [heading(words.held_plan.rest)]
        said += [quiet(now.title)] if now.title else []
        said += [own_words(now.one_line, large=True)] if now.one_line else []
        said += [card(self._part(part)) for part in now.rest]
        return [*said, *([quiet(now.closing)] if now.closing else [])]

    def _part(self, part: HeldPart) -> ft.Control:
        groups = [line for group in part.groups for line in self._group(group)]
        opening = [subheading(part.heading)] if part.heading else []
        return stack(*opening, *groups, *map(quiet, part.after), spacing=INSIDE)

    def _group(self, group: HeldGroup) -> list[ft.Control]:
        return [*([quiet(group.heading)] if group.heading else []), *map(self._line, group.lines)]

    def _line(self, line: HeldLine) -> ft.Control:
        lines: list[ft.Control] = [own_words(line.text)] if line.text else []
        for tool in line.tools:
            lines += [own_words(tool.name), *(quiet(f"– {step}") for step in tool.steps)]
        for one in line.supports:
            lines += [own_words(one.name)] if one.name != line.text else []
            lines += self._ways(one)
        return ft.Column(lines, spacing=4)

    def _ways(self, support: HeldSupport) -> list[ft.Control]:
        contacts = tuple(contact for way in support.ways if (contact := way.contact))
        pressed = [reach(self.host, support.name, contacts, as_written=True)] if contacts else []
        return [*pressed, *(_plainly(way) for way in support.ways if way.contact is None)]

    def _giving_back(self, plan: HeldPlan, now: Shown) -> ft.Control:
        said = words.held_plan
        back = button.erase_button(said.give_back, lambda: self._give_back(plan))
        told = (said.give_back_help.format(name=plan.name), *now.backups)
        return stack(button.buttons(back), *map(quiet, told), spacing=4)

    def _give_back(self, plan: HeldPlan) -> None:
        undo = self.host.attempt(lambda: self.host.session.held_plans.remove(plan))
        if undo is not None:
            self._away()
            self.host.say(words.held_plan.given_back, undo)

    def _away(self) -> None:
        self.host.go(HELD)


def _plainly(way: HeldWay) -> ft.Control:
    label = quiet(words.export.way.format(label=way.label))
    return ft.Row([label, number(way.value)], wrap=True, spacing=INSIDE, run_spacing=0)
