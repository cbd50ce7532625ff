"""The plans that are held for others: whose they are, and how new."""

from dataclasses import dataclass

import flet as ft

from app import words
from app.domain.held_plan import HeldPlan
from app.ui.screen import HELD, OPEN_HELD, Place, Screen
from app.ui.theme import INSIDE
from app.ui.widgets import button
from app.ui.widgets.card import card, stack
from app.ui.widgets.door_row import door_row
from app.ui.widgets.text import body


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One plan in the list."""

    path: str
    name: str
    about: str


def lines(plans: tuple[HeldPlan, ...]) -> tuple[Line, ...]:
    """Gather what the screen shows."""
    return tuple(Line(path=f"{HELD}/{one.id}", name=one.name, about=about(one)) for one in plans)


def about(plan: HeldPlan) -> str:
    """Which copy it is, in words: ours where the copy says its version and day, else its own."""
    copy, said = plan.copy, words.held_plan
    if copy.version is None or copy.made_on is None:
        return " · ".join(copy.told) or said.held_since.format(since=words.moment.day(plan.changed_at.date()))
    return said.copy_row.format(n=copy.version, day=words.moment.day(copy.made_on))


class HeldPlansScreen(Screen):
    """Lists them."""

    place = Place.PLAN

    @property
    def title(self) -> str:
        """The heading."""
        return words.held_plan.title

    def content(self) -> ft.Control:
        """Lay out what this is for, and each plan."""
        open_one = button.main_button(
            words.held_plan.open_one, lambda: self.host.go(OPEN_HELD), icon=ft.Icons.LOCK_OPEN_OUTLINED
        )
        rows = [self._row(line) for line in lines(self.host.session.held_plans.all)]
        return stack(
            stack(*rows, spacing=INSIDE), button.buttons(open_one), card(*map(body, words.held_plan.intro))
        )

    def _row(self, line: Line) -> ft.Control:
        return door_row(line.name, line.about, lambda: self.host.go(line.path))
