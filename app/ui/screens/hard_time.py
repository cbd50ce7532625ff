"""When it's hard: own words, people, what helps, services, the emergency number. It opens while locked too."""

from dataclasses import dataclass

import flet as ft

from app import words
from app.domain.coping_tool import CopingTool
from app.domain.safety_plan import PartType, SafetyPlan
from app.session import Session
from app.ui.screen import STEPS, Host, Screen
from app.ui.screens.hard_time_emergency import EmergencyCall
from app.ui.screens.hard_time_place import forget_place, kept_place, start_at
from app.ui.screens.helplines import lines_to_call
from app.ui.theme import BETWEEN, INSIDE
from app.ui.widgets import button
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.emergency_card import emergency_card
from app.ui.widgets.in_net import Line, net_lines, reach_line, refusal_line
from app.ui.widgets.item import ShownItem, item_lines, shown_items
from app.ui.widgets.text import body, heading, own_words, quiet

_PARTS = {
    PartType.ON_MY_OWN: "own_things",
    PartType.PEOPLE_AND_PLACES: "places",
    PartType.SERVICES: "services",
}


def heading_of_part(kind: PartType) -> str:
    """What a part of the plan is called here."""
    said: str = getattr(words.hard_time, _PARTS[kind])
    return said


@dataclass(frozen=True, slots=True, kw_only=True)
class Personal:
    """What only the person's own page shows."""

    one_line: str
    at_hand: tuple[CopingTool, ...]
    people: tuple[Line, ...]
    parts: tuple[tuple[PartType, tuple[ShownItem, ...]], ...]
    has_plan: bool


def personal(session: Session) -> Personal:
    """Gather the person's own page from what is already unlocked."""
    plan = session.safety_plan.plan
    return Personal(
        one_line=plan.one_line.strip(),
        at_hand=session.coping_tools.pinned,
        people=net_lines(session),
        parts=tuple((kind, shown) for kind in _PARTS if (shown := _items(session, plan, kind))),
        has_plan=not plan.is_empty,
    )


def _items(session: Session, plan: SafetyPlan, kind: PartType) -> tuple[ShownItem, ...]:
    items = [item for part in plan.parts if part.type is kind and not part.hidden for item in part.items]
    return tuple(one for one in shown_items(items, session) if not _is_at_hand(one, session))


def _is_at_hand(one: ShownItem, session: Session) -> bool:
    """Whether a line names nothing but coping tools that stand above already."""
    at_hand = {tool.id for tool in session.coping_tools.pinned}
    return not one.text and not one.linked and at_hand.issuperset(one.item.tools)


class HardTimeScreen(Screen):
    """One column, large and calm: what helps first comes first."""

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._lines = stack()
        self._emergency = EmergencyCall(host, lambda: fill(self._lines, *lines_to_call(host)))

    @property
    def title(self) -> str:
        """The heading."""
        return words.hard_time.title

    def content(self) -> ft.Control:
        """Lay out the page: the person's own while unlocked, else one with nothing personal."""
        emergency = self._emergency.laid_out()
        self._lines.controls = lines_to_call(self.host)
        if self.host.unlocked:
            own = self._personal(personal(self.host.session))
            return stack(*own, self._lines, *_guides(), emergency)
        card = emergency_card(self.host)
        return stack(*card, self._one_by_one(), emergency, self._lines, *_guides(), *self._to_the_door())

    def _one_by_one(self) -> ft.Control:
        """The way to one step at a time: on from where the person was, or from the start."""
        said, icon = words.hard_time, ft.Icons.LOOKS_ONE
        if kept_place(self.host) is None:
            return button.pile(button.main_button(said.one_by_one, self._from_the_start, icon=icon))
        return button.pile(
            button.main_button(said.go_on, lambda: self.host.go(STEPS), icon=icon),
            button.second_button(said.from_the_start, self._from_the_start),
        )

    def _from_the_start(self) -> None:
        forget_place(self.host)
        self.host.go(STEPS)

    def _to_the_door(self) -> list[ft.Control]:
        if not self.host.door.has_vault:
            return []
        unlock = button.second_button(words.hard_time.unlock, self.host.back)
        return [quiet(words.hard_time.nothing_personal), button.buttons(unlock)]

    def _personal(self, shown: Personal) -> list[ft.Control]:
        parts: list[ft.Control] = []
        if shown.one_line:
            parts.append(own_words(shown.one_line, large=True))
        parts.append(self._one_by_one())
        if shown.at_hand:
            parts += [
                heading(words.coping_tool.title),
                stack(*map(self._tool, shown.at_hand), spacing=INSIDE),
            ]
        parts.append(heading(words.hard_time.people))
        parts += [self._person(line) for line in shown.people] or [quiet(words.hard_time.nobody_yet)]
        for kind, items in shown.parts:
            lines = item_lines(self.host, items, lambda one, _: start_at(self.host, one.item.id))
            parts += [heading(heading_of_part(kind)), card(*lines)]
        if shown.has_plan:
            read = button.second_button(
                words.hard_time.read_plan, lambda: self.host.go("/plan/read"), icon=ft.Icons.ARTICLE_OUTLINED
            )
            parts.append(button.buttons(read))
        return parts

    def _tool(self, tool: CopingTool) -> ft.Control:
        return button.onward_row(
            own_words(tool.name),
            press=lambda: start_at(self.host, tool.id),
            name=words.coping_tool.open_one.format(name=tool.name),
        )

    def _person(self, line: Line) -> ft.Control:
        said = [own_words(line.name), *([quiet(line.purposes)] if line.purposes else []), *refusal_line(line)]
        return card(stack(*said, spacing=0), *reach_line(self.host, line), spacing=BETWEEN)


def _guides() -> list[ft.Control]:
    """Breathing and grounding as words."""
    said = words.hard_time
    return [
        heading(said.breathe),
        card(*map(body, said.breathing)),
        heading(said.ground),
        card(*map(body, said.grounding)),
    ]
