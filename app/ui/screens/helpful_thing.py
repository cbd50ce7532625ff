"""One helpful thing: its words, what it helps with, whether it may be shared, and adding it to the plan."""

from functools import partial

import flet as ft

from app import words
from app.domain.errors import DomainError
from app.domain.helpful_thing import HelpfulThing
from app.domain.kept import Share
from app.domain.safety_plan import PlanPart
from app.exports.document import heading_of
from app.session.listed import ListedVerbs
from app.ui.screen import HELPFUL, Host, Place
from app.ui.screens.helpful_things import parts_with, why
from app.ui.screens.kept_page import KeptPage
from app.ui.screens.kept_topics import Topics
from app.ui.widgets import button, choice
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.text import heading, quiet


class HelpfulThingScreen(KeptPage[HelpfulThing]):
    """Changes one helpful thing. It goes into the plan by a press, into the part that the person chooses."""

    place = Place.GROWING
    stem = "helpful_thing"
    listed = HELPFUL

    def __init__(self, host: Host, thing: str) -> None:
        super().__init__(host, thing)
        self._topics, self._plan = Topics(self), stack()
        self._choosing = False

    @property
    def title(self) -> str:
        """The heading."""
        return words.helpful_thing.new_title

    @property
    def verbs(self) -> ListedVerbs[HelpfulThing]:
        """What is done with helpful things."""
        return self.host.session.helpful_things

    @property
    def list_title(self) -> str:
        """What the list of helpful things is called."""
        return words.helpful_thing.title

    def why(self, error: DomainError) -> str:
        """The sentence for a value that a helpful thing cannot have."""
        return why(error)

    def page_of(self, thing: HelpfulThing) -> ft.Control:
        """Lay out every field."""
        said = words.helpful_thing
        self._plan.controls = self._in_plan(thing)
        return stack(
            quiet(words.support.as_you_go),
            self.own_text("text", said.text, lines=2),
            card(heading(said.in_plan), self._plan),
            *self._topics.laid_out(said.topics),
            choice.yes_or_no(words.shell.may_be_shared, thing.share is Share.MAY_BE_SHARED, self._mark),
            self.done(lambda: self.host.go(HELPFUL), button.erase_button(said.delete, self._delete)),
        )

    def _mark(self, on: bool) -> bool:
        return self.keep(share=Share.MAY_BE_SHARED if on else Share.ONLY_ME)

    # ------------------------------------------------------------ into the plan

    def _in_plan(self, thing: HelpfulThing) -> list[ft.Control]:
        """Where it stands in the plan, and the parts that it can be added to once that is asked for."""
        said, plan = words.helpful_thing, self.host.session.safety_plan.plan
        there = parts_with(plan, thing.text)
        told = said.stands_in.format(parts=", ".join(there)) if there else said.not_in_plan
        if not self._choosing:
            choose = button.line_button(said.choose_part, self._choose, icon=ft.Icons.EXPAND_MORE)
            return [quiet(told), choose]
        adds = [
            button.line_button(
                said.add_to.format(part=heading_of(part)), partial(self._add, part), icon=ft.Icons.ADD
            )
            for part in plan.parts
            if not part.hidden and heading_of(part) not in there
        ]
        return [quiet(told), stack(*adds, spacing=0)]

    def _choose(self) -> None:
        self._choosing = True
        self._again()

    def _again(self) -> None:
        thing = self.thing
        if thing is not None:
            fill(self._plan, *self._in_plan(thing))

    def _add(self, part: PlanPart) -> None:
        self.keep_texts()
        thing, plan = self.thing, self.host.session.safety_plan
        if thing is None:
            return
        item = self.host.attempt(lambda: plan.add_item(part, text=thing.text, share=thing.share))
        if item is not None:
            self._choosing = False
            self._again()

            def take_back() -> None:
                plan.remove_item(part, item)

            self.host.say(words.helpful_thing.added.format(part=heading_of(part)), take_back)

    # ------------------------------------------------------------ away

    def _delete(self) -> None:
        thing = self.thing
        if thing is None:
            return
        undo = self.host.attempt(lambda: self.verbs.remove(thing))
        if undo is not None:
            self.host.session.drafts.drop(f"{self.stem}/{thing.id}/")
            self.host.go(HELPFUL)
            self.host.say(words.helpful_thing.deleted.format(text=thing.text), undo)
