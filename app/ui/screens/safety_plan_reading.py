"""The plan as it is read: the person's own words, large, with one press to call or text."""

from dataclasses import dataclass

import flet as ft

from app import words
from app.domain.safety_plan import SafetyPlan
from app.exports.document import heading_of
from app.session import Session
from app.ui.screen import Host, Place, Screen
from app.ui.screens.safety_plan_about import mark_read
from app.ui.widgets import button
from app.ui.widgets.card import card, stack
from app.ui.widgets.item import ShownItem, item_lines, shown_items
from app.ui.widgets.text import body, heading, own_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the screen shows: the sentence that matters most, and every part that says something."""

    one_line: str
    parts: tuple[tuple[str, tuple[ShownItem, ...]], ...]


def reading(plan: SafetyPlan, session: Session) -> Reading:
    """Gather what the screen shows. Hidden and empty parts are left out."""
    return Reading(
        one_line=plan.one_line.strip(),
        parts=tuple(
            (heading_of(part), shown_items(part.items, session))
            for part in plan.parts
            if part.items and not part.hidden
        ),
    )


def laid_out(host: Host, shown: Reading) -> list[ft.Control]:
    """A plan to read, one part below the other; nothing where it says nothing."""
    parts: list[ft.Control] = [own_words(shown.one_line, large=True)] if shown.one_line else []
    for name, items in shown.parts:
        parts += [heading(name), card(*item_lines(host, items), spacing=12)]
    return parts


class PlanReadingScreen(Screen):
    """Reads the plan, and says that it was read if the person wants that."""

    place = Place.PLAN

    @property
    def title(self) -> str:
        """The heading."""
        return words.safety_plan.title

    def content(self) -> ft.Control:
        """Lay out the plan."""
        session = self.host.session
        parts = laid_out(self.host, reading(session.safety_plan.plan, session))
        if not parts:
            write = button.main_button(words.safety_plan.title, lambda: self.host.go("/plan"))
            return stack(body(words.plan_writing.nothing_to_read), button.buttons(write))
        read = button.second_button(
            words.plan_version.read_today, lambda: mark_read(self.host), icon=ft.Icons.CHECK
        )
        return stack(*parts, button.buttons(read))
