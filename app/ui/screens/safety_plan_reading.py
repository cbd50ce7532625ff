"""The plan as it is read: the person's own words, large, with one press to call or text."""

from dataclasses import dataclass

import flet as ft

from app import words
from app.exports.document import heading_of
from app.session import Session
from app.ui.screen import Place, Screen
from app.ui.widgets import button
from app.ui.widgets.card import card, stack
from app.ui.widgets.item import ShownItem, item_lines, shown_items
from app.ui.widgets.text import body, heading, own_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the screen shows: the sentence that matters most, and every part that says something."""

    one_line: str
    parts: tuple[tuple[str, tuple[ShownItem, ...]], ...]


def reading(session: Session) -> Reading:
    """Gather what the screen shows. Hidden and empty parts are left out."""
    plan = session.safety_plan.plan
    supports = session.supports.by_id
    return Reading(
        one_line=plan.one_line.strip(),
        parts=tuple(
            (heading_of(part), shown_items(part.items, supports))
            for part in plan.parts
            if part.items and not part.hidden
        ),
    )


class PlanReadingScreen(Screen):
    """Reads the plan."""

    place = Place.PLAN

    @property
    def title(self) -> str:
        """The heading."""
        return words.safety_plan.title

    def content(self) -> ft.Control:
        """Lay out the plan."""
        shown = reading(self.host.session)
        if not shown.one_line and not shown.parts:
            write = button.main_button(words.safety_plan.title, lambda: self.host.go("/plan"))
            return stack(body(words.plan_writing.nothing_to_read), button.buttons(write))
        parts: list[ft.Control] = [own_words(shown.one_line, large=True)] if shown.one_line else []
        for name, items in shown.parts:
            parts += [heading(name), card(*item_lines(self.host, items), spacing=12)]
        return stack(*parts)
