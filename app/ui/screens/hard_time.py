"""When it's hard: own words, people, what helps, services, the emergency number. It opens while locked too."""

from dataclasses import dataclass, replace

import flet as ft

from app import words
from app.domain.coping_tool import CopingTool
from app.domain.safety_plan import PartType, SafetyPlan
from app.session import Session
from app.store.emergency import COMPARED_ON, EmergencyNumber, emergency_numbers
from app.ui.screen import HARD, Host, Screen
from app.ui.theme import BETWEEN, INSIDE
from app.ui.widgets import button
from app.ui.widgets.card import card, stack
from app.ui.widgets.in_net import Line, net_lines, reach_line, refusal_line
from app.ui.widgets.item import ShownItem, item_lines, shown_items
from app.ui.widgets.region import ELSEWHERE, region_picker, said_region
from app.ui.widgets.text import body, heading, own_words, quiet

_PARTS = (
    (PartType.ON_MY_OWN, "own_things"),
    (PartType.PEOPLE_AND_PLACES, "places"),
    (PartType.SERVICES, "services"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Personal:
    """What only the person's own page shows."""

    one_line: str
    at_hand: tuple[CopingTool, ...]
    people: tuple[Line, ...]
    parts: tuple[tuple[str, tuple[ShownItem, ...]], ...]
    has_plan: bool


def personal(session: Session) -> Personal:
    """Gather the person's own page from what is already unlocked."""
    plan = session.safety_plan.plan
    return Personal(
        one_line=plan.one_line.strip(),
        at_hand=session.coping_tools.pinned,
        people=net_lines(session),
        parts=tuple(
            (getattr(words.hard_time, name), shown)
            for kind, name in _PARTS
            if (shown := _items(session, plan, kind))
        ),
        has_plan=not plan.is_empty,
    )


def _items(session: Session, plan: SafetyPlan, kind: PartType) -> tuple[ShownItem, ...]:
    items = [item for part in plan.parts if part.type is kind and not part.hidden for item in part.items]
    return shown_items(items, session.supports.by_id)


class HardTimeScreen(Screen):
    """One column, large and calm: what helps first comes first."""

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._emergency = ft.Container()

    @property
    def title(self) -> str:
        """The heading."""
        return words.hard_time.title

    def content(self) -> ft.Control:
        """Lay out the page: the person's own while unlocked, else one with nothing personal."""
        self._emergency.content = self._emergency_card()
        if self.host.unlocked:
            return stack(*self._personal(personal(self.host.session)), *_guides(), self._emergency)
        return stack(self._emergency, *_guides(), *self._to_the_door())

    def _to_the_door(self) -> list[ft.Control]:
        if not self.host.door.has_vault:
            return []
        unlock = button.second_button(words.hard_time.unlock, self.host.back)
        return [quiet(words.hard_time.nothing_personal), button.buttons(unlock)]

    def _personal(self, shown: Personal) -> list[ft.Control]:
        parts: list[ft.Control] = []
        if shown.one_line:
            parts.append(own_words(shown.one_line, large=True))
        if shown.at_hand:
            parts += [
                heading(words.coping_tool.title),
                stack(*map(self._tool, shown.at_hand), spacing=INSIDE),
            ]
        parts.append(heading(words.hard_time.people))
        parts += [self._person(line) for line in shown.people] or [quiet(words.hard_time.nobody_yet)]
        for name, items in shown.parts:
            parts += [heading(name), card(*item_lines(self.host, items))]
        if shown.has_plan:
            read = button.second_button(
                words.hard_time.read_plan, lambda: self.host.go("/plan/read"), icon=ft.Icons.ARTICLE_OUTLINED
            )
            parts.append(button.buttons(read))
        return parts

    def _tool(self, tool: CopingTool) -> ft.Control:
        return button.row_button(
            own_words(tool.name),
            lambda: self.host.go(f"{HARD}/tool/{tool.id}"),
            name=words.coping_tool.open_one.format(name=tool.name),
        )

    def _person(self, line: Line) -> ft.Control:
        said = [own_words(line.name), *([quiet(line.purposes)] if line.purposes else []), *refusal_line(line)]
        return card(stack(*said, spacing=0), *reach_line(self.host, line), spacing=BETWEEN)

    # ------------------------------------------------------------ the emergency number

    def _emergency_card(self) -> ft.Control:
        said = words.hard_time
        region = self.host.settings.region
        if not region:
            return card(heading(said.danger), body(said.unknown_region), region_picker(self._choose))
        numbers = () if region == ELSEWHERE else emergency_numbers().get(region, ())
        calls = [self._call(number) for number in numbers]
        known: list[ft.Control] = (
            [button.buttons(*calls), quiet(said.checked.format(date=words.moment.day(COMPARED_ON)))]
            if calls
            else [body(said.no_number)]
        )
        change = button.quiet_button(said.change_region, lambda: self._choose(""))
        return card(
            heading(said.danger),
            body(said.cannot_call),
            *known,
            quiet(said_region(region)),
            button.buttons(change),
            spacing=INSIDE,
        )

    def _choose(self, region: str) -> None:
        self.host.change_settings(replace(self.host.settings, region=region))
        self._emergency.content = self._emergency_card()
        self._emergency.update()

    def _call(self, number: EmergencyNumber) -> ft.Control:
        service = words.hard_time.services_called[number.service]
        return button.main_button(
            words.hard_time.call_emergency.format(service=service, number=number.number),
            lambda: self._make_sure(number.number),
            icon=ft.Icons.CALL,
        )

    def _make_sure(self, number: str) -> None:
        """An emergency call is one of the few things that are asked about twice."""

        def call() -> None:
            self.host.close()
            self.host.open_link(f"tel:{number}", number)

        self.host.show(
            ft.AlertDialog(
                title=ft.Text(words.hard_time.sure.format(number=number)),
                content=ft.Text(words.hard_time.sure_help),
                actions=[
                    button.quiet_button(words.hard_time.not_now, self.host.close),
                    button.main_button(words.hard_time.call_now.format(number=number), call),
                ],
            )
        )


def _guides() -> list[ft.Control]:
    """Breathing and grounding as words."""
    said = words.hard_time
    return [
        heading(said.breathe),
        card(*map(body, said.breathing)),
        heading(said.ground),
        card(*map(body, said.grounding)),
    ]
