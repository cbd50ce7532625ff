"""What I find helpful, as a list, and adding to it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import flet as ft

from app import words
from app.domain.errors import DomainError
from app.domain.ids import Id
from app.domain.safety_plan import SafetyPlan
from app.exports.document import heading_of
from app.session import Session
from app.ui.screen import Host, Place, Screen
from app.ui.screens.kept_by_topic import ByTopic
from app.ui.theme import INSIDE
from app.ui.widgets import button, field
from app.ui.widgets.card import fill, stack
from app.ui.widgets.draft_field import draft_field
from app.ui.widgets.in_parts import in_parts
from app.ui.widgets.text import body, heading, quiet, row_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One helpful thing in the list, and what is known of it: topics, and where it stands in the plan."""

    id: str
    text: str
    about: str


def helpful_lines(session: Session, holds: Callable[[tuple[Id, ...]], bool]) -> tuple[Line, ...]:
    """Gather what the list shows of the topics that it ``holds``, by the alphabet."""
    return tuple(
        Line(
            id=one.id,
            text=one.text,
            about=" · ".join(
                (*map(session.vocabulary.topic, one.topics), *parts_with(session.safety_plan.plan, one.text))
            ),
        )
        for one in session.helpful_things.all
        if holds(one.topics)
    )


def parts_with(plan: SafetyPlan, text: str) -> tuple[str, ...]:
    """The headings of the parts of the plan in which these words stand as a line."""
    return tuple(
        heading_of(part) for part in plan.parts if any(item.text.strip() == text for item in part.items)
    )


def why(error: DomainError) -> str:
    """The sentence for a value that a helpful thing cannot have."""
    return words.helpful_thing.blank if error.rule == "blank" else words.shell.too_long


class HelpfulThingsScreen(Screen):
    """Lists what is helpful. Adding asks for the words alone; more can be said on the page of each."""

    place = Place.GROWING
    _NEW = "helpful_thing/new/text"

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._intro, self._list, self._examples = stack(), stack(), stack(spacing=INSIDE)
        self._by_topic = ByTopic(host, "helpful_thing/topic", self._again)

    @property
    def title(self) -> str:
        """The heading."""
        return words.helpful_thing.title

    def content(self) -> ft.Control:
        """Lay out the field, examples on request, and the list."""
        said = words.helpful_thing
        self._new = draft_field(self.host, self._NEW, said.text, hint=said.text_hint, lines=2)
        stuck = button.quiet_button(
            words.safety_plan.stuck, self._show_examples, icon=ft.Icons.LIGHTBULB_OUTLINE
        )
        self._examples.visible = False
        self._intro.controls = self._introduced()
        self._list.controls = self._listed()
        add = button.main_button(said.add, self._add, icon=ft.Icons.ADD)
        return stack(self._intro, self._new, button.buttons(add, stuck), self._examples, self._list)

    def leave(self) -> None:
        """Forget what the list was narrowed to. A line that was begun stays."""
        self._by_topic.drop()

    def _introduced(self) -> list[ft.Control]:
        said = words.helpful_thing
        return [quiet(said.intro) if self.host.session.helpful_things.all else body(said.empty)]

    def _listed(self) -> list[ft.Control]:
        said, known = words.helpful_thing, self.host.session.helpful_things.all
        if not known:
            return []
        lines = helpful_lines(self.host.session, self._by_topic.holds)
        listed = [in_parts(lines, self._row, said.show_more)] if lines else self._by_topic.none()
        return [*self._by_topic.laid_out(one.topics for one in known), *listed]

    def _again(self) -> None:
        fill(self._intro, *self._introduced())
        fill(self._list, *self._listed())

    def _row(self, line: Line) -> ft.Control:
        called = words.helpful_thing.open_one.format(text=line.text)
        return button.onward_row(
            row_name(line.text),
            *([quiet(line.about)] if line.about else []),
            press=lambda: self.host.go(f"/helpful/{line.id}"),
            name=f"{called}, {line.about}" if line.about else called,
        )

    def _show_examples(self) -> None:
        uses = [
            button.line_button(words.plan_writing.use_example.format(text=text), partial(self._use, text))
            for text in words.helpful_thing.examples
        ]
        self._examples.visible = True
        fill(self._examples, heading(words.plan_writing.examples), stack(*uses, spacing=0))

    def _use(self, text: str) -> None:
        """Put an example into the field, where it is the person's to change or to save."""
        self.host.keep_draft(self._NEW, text)
        self._new.value = text
        self._new.update()

    def _add(self) -> None:
        session = self.host.session
        text = self.host.draft(self._NEW).strip()
        try:
            added = self.host.attempt(lambda: session.helpful_things.add(text=text))
        except DomainError as error:
            field.refuse(self._new, why(error))
            return
        if added is not None:
            session.drafts.drop(self._NEW)
            self._by_topic.drop()  # so that it is in sight
            field.clear(self._new)
            self._again()
            self.host.say(words.shell.saved, lambda: self._take_back(added.id))

    def _take_back(self, thing: str) -> None:
        verbs = self.host.session.helpful_things
        known = next((one for one in verbs.all if one.id == thing), None)
        if known is not None:
            verbs.remove(known)
