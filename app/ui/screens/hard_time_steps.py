"""When it's hard, one step at a time: what helps first comes first, large, and one press leads on."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import flet as ft

from app import words
from app.domain.safety_plan import PartType
from app.domain.support import ContactWay
from app.session import Session
from app.session.helpline import Marked
from app.ui.screen import Host, Screen
from app.ui.screens.hard_time import heading_of_part, personal
from app.ui.screens.hard_time_emergency import EmergencyCall
from app.ui.screens.hard_time_place import forget_place, keep_place, kept_place
from app.ui.screens.helplines import lines_here
from app.ui.theme import INSIDE
from app.ui.widgets import button
from app.ui.widgets.card import stack
from app.ui.widgets.emergency_card import emergency_card
from app.ui.widgets.helpline import brief
from app.ui.widgets.in_net import Line, reach_line, refusal_line
from app.ui.widgets.item import ShownItem
from app.ui.widgets.reach import reach
from app.ui.widgets.shown import refresh, scroll_to_top
from app.ui.widgets.text import body, own_words, quiet

_OWN_LINE, _CARD, _NUMBER = "own_line", "card", "number"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing to do. ``key`` stands for it while it is there, wherever it stands.

    ``lines`` come one at a time below ``name``. At most one of the others says what more is shown.
    """

    key: str
    heading: str
    name: str = ""
    lines: tuple[str, ...] = ()
    person: Line | None = None
    item: ShownItem | None = None
    helpline: Marked | None = None


def steps(session: Session | None, *, card: bool, lines: Sequence[Marked]) -> tuple[Step, ...]:
    """Every step in order. Without a session there is nothing personal but the ``card`` that may be read by anyone."""
    said = words.hard_time
    guides = (
        Step(key="breathe", heading=said.breathe, lines=said.breathing),
        Step(key="ground", heading=said.ground, lines=said.grounding),
    )
    first = [Step(key=_CARD, heading=words.emergency_card.mine)] if card and session is None else []
    alone, others = _own(session) if session else ((), ())
    numbers = [Step(key=one.line.key, heading=words.helplines.here, helpline=one) for one in lines]
    return (*first, *alone, *guides, *others, *numbers, Step(key=_NUMBER, heading=said.danger))


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What is seen at one time: a step, or one line of it, from 0."""

    step: Step
    line: int = 0

    @property
    def is_last_line(self) -> bool:
        """Whether the step says no more after this."""
        return self.line + 1 >= len(self.step.lines)


def pages(shown: Sequence[Step]) -> tuple[Page, ...]:
    """Every line of every step, one after the other."""
    return tuple(Page(step=step, line=line) for step in shown for line in range(max(1, len(step.lines))))


def found(shown: Sequence[Page], key: str, line: int) -> int:
    """Where that line of the step with this key stands: its first if there is no such line; at the start if it is gone."""
    places = [at for at, page in enumerate(shown) if page.step.key == key]
    return next((at for at in places if shown[at].line == line), places[0] if places else 0)


def _own(session: Session) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
    """The person's own steps: those for now, and those that come after breathing and grounding."""
    own, said = personal(session), words.hard_time
    tools = [
        Step(key=tool.id, heading=words.coping_tool.title, name=tool.name, lines=tool.steps)
        for tool in own.at_hand
    ]
    line = [Step(key=_OWN_LINE, heading=said.my_words, name=own.one_line)] if own.one_line else []
    people = [Step(key=one.entry.id, heading=said.people, name=one.name, person=one) for one in own.people]
    parts = {kind: [_of_item(heading_of_part(kind), one) for one in shown] for kind, shown in own.parts}
    alone = parts.pop(PartType.ON_MY_OWN, [])
    return (*line, *tools), (*alone, *people, *(step for part in parts.values() for step in part))


def _of_item(heading: str, one: ShownItem) -> Step:
    """A line of the plan; the steps of the coping tools that it names come one at a time."""
    named = one.name
    lines = [line for tool in one.tools for line in (tool.name, *tool.steps) if line != named]
    return Step(key=one.item.id, heading=heading, name=named, lines=tuple(lines), item=one)


# ---------------------------------------------------------------- the screen


class HardTimeStepsScreen(Screen):
    """Shows one page of the steps. While locked it keeps no place."""

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        said = words.hard_time
        self._shown = stack()
        self._onward = button.main_button("", lambda: self._turn(1), autofocus=True)
        self._before = button.second_button(said.back_one, lambda: self._turn(-1))
        enough = button.quiet_button(said.enough, self._enough)
        self.foot = stack(self._onward, button.buttons(self._before, enough), spacing=INSIDE)
        self._pages: tuple[Page, ...] = ()
        self._at = 0

    @property
    def title(self) -> str:
        """The heading."""
        return words.hard_time.one_by_one

    def content(self) -> ft.Control:
        """Lay out what was shown last."""
        place = (self._page.step.key, self._page.line) if self._pages else ("", 0)
        self._pages = self._gathered()
        self._at = found(self._pages, *(kept_place(self.host) or place))
        self._say()
        return self._shown

    def carry_on_from(self, before: Screen) -> None:
        """Show the page that was shown, also while locked."""
        if isinstance(before, HardTimeStepsScreen):
            self._pages, self._at = before._pages, before._at  # noqa: SLF001  # another of its own kind

    def _gathered(self) -> tuple[Page, ...]:
        session = self.host.session if self.host.unlocked else None
        return pages(
            steps(session, card=bool(self.host.settings.emergency_card), lines=lines_here(self.host))
        )

    @property
    def _page(self) -> Page:
        return self._pages[self._at]

    def _say(self) -> None:
        """Put the page in place of the one before it; the buttons at the foot stay where they are."""
        page, said = self._page, words.hard_time
        self._shown.controls = [_told(page), *self._more(page.step), *self._other_ways(page)]
        last = self._at + 1 == len(self._pages)
        goes_on = page.is_last_line and page.step.key != _OWN_LINE
        self._onward.content = said.again if last else said.next if goes_on else said.next_line
        self._before.disabled = self._at == 0

    # ------------------------------------------------------------ what one step shows

    def _more(self, step: Step) -> list[ft.Control]:
        """What can be pressed in a step."""
        if step.person is not None:
            return [*refusal_line(step.person), *reach_line(self.host, step.person)]
        if step.item is not None:
            return [line for name, ways in step.item.linked for line in self._linked(step, name, ways)]
        if step.helpline is not None:
            return [stack(*brief(self.host, step.helpline, self.host.door.today), spacing=INSIDE)]
        if step.key == _CARD:
            return emergency_card(self.host)
        return [EmergencyCall(self.host, self._again, headed=False).laid_out()] if step.key == _NUMBER else []

    def _linked(self, step: Step, name: str, ways: tuple[ContactWay, ...]) -> list[ft.Control]:
        named = [own_words(name)] if name != step.name else []
        return [*named, *([reach(self.host, name, ways, prominent=True)] if ways else [])]

    def _other_ways(self, page: Page) -> list[ft.Control]:
        """Past the rest of a step that has more lines, and to the number, wherever one is."""
        said, last = words.hard_time, len(self._pages) - 1
        past = next((at for at in range(self._at, last) if self._pages[at].step != page.step), last)
        ways = [] if page.is_last_line else [button.second_button(said.next, partial(self._go, past))]
        if self._at < last:
            ways.append(button.quiet_button(said.to_number, partial(self._go, last)))
        return [button.buttons(*ways)] if ways else []

    # ------------------------------------------------------------ moving

    def _turn(self, by: int) -> None:
        self._go((self._at + by) % len(self._pages))

    def _go(self, at: int) -> None:
        self._at = at
        keep_place(self.host, self._page.step.key, self._page.line)
        self._say()
        for changed in (self._shown, self._onward, self._before):
            refresh(changed)
        self.host.run(partial(scroll_to_top, self._shown))

    def _again(self) -> None:
        """Gather the steps again: in another place there are other lines."""
        key, line = self._page.step.key, self._page.line
        self._pages = self._gathered()
        self._at = found(self._pages, key, line)

    def _enough(self) -> None:
        """Leave; the next time begins with the first step."""
        forget_place(self.host)
        self.host.back()


def _told(page: Page) -> ft.Control:
    """What the page says, large. It is one heading, and said by a screen reader when it comes."""
    step = page.step
    line = step.lines[page.line] if step.lines else ""
    where = (
        [quiet(words.coping_tool.step_of.format(n=page.line + 1, total=len(step.lines)))]
        if len(step.lines) > 1
        else []
    )
    name = [own_words(step.name, large=not line)] if step.name else []
    text = stack(body(step.heading), *name, *where, *([own_words(line, large=True)] if line else []))
    return ft.Semantics(content=text, heading_level=1, live_region=True, container=True)
