"""About me: what I like to be called, how to talk with me, my senses, and who may know which part of it."""

from enum import StrEnum
from functools import partial

import flet as ft

from app import words
from app.domain.about_me import AboutMe, AboutPart, Sense, WayToTalk
from app.domain.errors import DomainError
from app.domain.safety_plan import PartType, PlanPart
from app.session.about_me import AboutMeVerbs
from app.ui.screen import ABOUT_ME, Host, Place
from app.ui.screens.kept_page import KeptPage
from app.ui.widgets import button, choice
from app.ui.widgets.card import card, stack
from app.ui.widgets.text import heading, quiet
from app.words.said import Choices


class AboutMeScreen(KeptPage[AboutMe]):
    """Changes what is said about oneself. All of it is saved as one goes, and each part is only me at first."""

    place = Place.GROWING
    stem = "about_me"
    listed = ABOUT_ME

    def __init__(self, host: Host) -> None:
        super().__init__(host, "me")

    @property
    def title(self) -> str:
        """The heading."""
        return words.about_me.title

    @property
    def verbs(self) -> AboutMeVerbs:
        """What is done with what is said about oneself."""
        return self.host.session.about_me

    @property
    def list_title(self) -> str:
        """There is no list: there is one."""
        return self.title

    def why(self, error: DomainError) -> str:
        """The sentence for a value that cannot be."""
        whole_line = error.field in {"called", "pronouns"}
        return words.shell.too_long if whole_line else words.about_me.too_long

    def page_of(self, thing: AboutMe) -> ft.Control:
        """Lay out every part, each with its mark."""
        said = words.about_me
        return stack(
            quiet(said.intro),
            quiet(said.only_me),
            self._part(thing, AboutPart.CALLED, self._line(AboutPart.CALLED, "called", said.called_hint)),
            self._part(
                thing, AboutPart.PRONOUNS, self._line(AboutPart.PRONOUNS, "pronouns", said.pronouns_hint)
            ),
            self._part(
                thing,
                AboutPart.TALKING,
                self._picks("ways_to_talk", WayToTalk, said.ways_to_talk),
                self._lines("how_to_talk", said.how_to_talk, said.own_hint),
            ),
            self._part(
                thing,
                AboutPart.SENSES,
                self._picks("senses", Sense, said.senses),
                self._lines("about_senses", said.about_senses, said.own_hint),
            ),
            self._part(
                thing,
                AboutPart.ACCESS,
                self._lines("access", said.parts[AboutPart.ACCESS], said.access_hint),
            ),
            quiet(said.in_plan_help),
            self.done(
                self.host.back,
                button.second_button(said.in_plan, self._to_plan, icon=ft.Icons.ARTICLE_OUTLINED),
            ),
        )

    def _part(self, about: AboutMe, part: AboutPart, *fields: ft.Control) -> ft.Control:
        name = words.about_me.parts[part]
        mark = choice.yes_or_no(
            words.shell.may_be_shared,
            part in about.shared,
            lambda on: self._mark(part, on),
            name=words.about_me.share.format(part=name),
        )
        head = [heading(name)] if len(fields) > 1 else []  # one field has the name of its part for its label
        return card(*head, *fields, mark)

    def _mark(self, part: AboutPart, on: bool) -> bool:
        rest = tuple(one for one in self.verbs.now.shared if one is not part)
        return self.keep(shared=(*rest, part) if on else rest)

    def _line(self, part: AboutPart, name: str, hint: str) -> ft.TextField:
        return self.text(
            name,
            words.about_me.parts[part],
            lambda one: str(getattr(one, name)),
            lambda _, text: {name: text},
            hint=hint,
        )

    def _lines(self, name: str, label: str, hint: str) -> ft.TextField:
        return self.text(
            name,
            label,
            lambda one: str(getattr(one, name)),
            lambda _, text: {name: text},
            hint=hint,
            lines=2,
        )

    def _picks(self, name: str, kind: type[StrEnum], said: Choices) -> ft.Control:
        def changed(key: str, on: bool) -> bool:
            picked = getattr(self.verbs.now, name)
            now = tuple(one for one in kind if (on if one == key else one in picked))
            return self.keep(**{name: now})

        now = getattr(self.verbs.now, name)
        boxes = [choice.check(said[one], one in now, partial(changed, one.value)) for one in kind]
        return stack(*boxes, spacing=0)

    def _to_plan(self) -> None:
        """Go to the part of the plan that asks how to talk; where there is none yet, add it first."""
        self.keep_texts()
        plan = self.host.session.safety_plan
        there = [part for part in plan.plan.parts if part.type is PartType.HOW_TO_TALK]
        if there:
            self.host.go(f"/plan/part/{there[0].id}")
            return
        added = self.host.attempt(lambda: plan.add_part(PartType.HOW_TO_TALK))
        if added is not None:
            self.host.go(f"/plan/part/{added.id}")
            self.host.say(words.about_me.part_added, lambda: self._without(added))

    def _without(self, part: PlanPart) -> None:
        """Take the part out again, unless something was written in it."""
        plan = self.host.session.safety_plan
        now = plan.part(part.id)
        if now is not None and not now.items:
            plan.remove_part(now)
