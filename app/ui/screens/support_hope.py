"""What further support I'd like: choices and words, all of which may stay empty, that become a support hoped for."""

from functools import partial

import flet as ft

from app import words
from app.domain.errors import DomainError
from app.domain.exchange import Exchange, ExchangeWay, Given
from app.domain.hope import Hope
from app.domain.ids import Id
from app.domain.support import SupportForm, SupportState
from app.ui.screen import HOPES, Host, Place, Screen
from app.ui.screens.support_page import why
from app.ui.screens.supports import line_of, row
from app.ui.theme import INSIDE
from app.ui.widgets import button, choice, field
from app.ui.widgets.card import stack
from app.ui.widgets.draft_field import draft_field
from app.ui.widgets.text import body, heading

_FORM, _HELP, _NAME, _WAY, _STEP, _TOPICS = (
    f"support/hope/{name}" for name in ("form", "help", "name", "in_the_way", "smallest_step", "topics")
)


class SupportHopeScreen(Screen):
    """Adds a hope. It needs no name: what was picked names it."""

    def __init__(self, host: Host, *, then: str = "/supports/map", place: Place = Place.SUPPORTS) -> None:
        super().__init__(host)
        self._then, self.place = then, place

    @property
    def title(self) -> str:
        """The heading."""
        return words.support_hope.title

    def content(self) -> ft.Control:
        """Lay out what is hoped for so far, the choices and the words."""
        said, more = words.support_hope, words.support_more
        forms = [*((one.value, more.forms[one]) for one in SupportForm), ("", more.not_said)]
        helps = [(one.value, more.received[one]) for one in Given if one is not Given.OTHER]
        self._name = draft_field(self.host, _NAME, said.own_words, hint=said.own_words_hint)
        return stack(
            body(said.intro),
            *self._so_far(),
            heading(more.form),
            choice.one_of(
                more.form, forms, self.host.draft(_FORM), lambda one: self.host.keep_draft(_FORM, one)
            ),
            heading(said.help),
            choice.any_of(helps, self._helps, self._picked),
            self._name,
            *self._topics(),
            draft_field(self.host, _WAY, said.in_the_way, lines=2),
            draft_field(self.host, _STEP, said.smallest_step, hint=said.smallest_step_hint, lines=2),
            button.buttons(button.main_button(said.add, self._add)),
        )

    def _so_far(self) -> list[ft.Control]:
        hopes = [one for one in self.host.session.supports.all if one.state is SupportState.HOPED_FOR]
        rows = [row(self.host, line_of(one, None)) for one in hopes]
        return [heading(words.support_hope.so_far), stack(*rows, spacing=INSIDE)] if rows else []

    def _topics(self) -> list[ft.Control]:
        """What it would help with, of the topics that there are."""
        known = [(one.id, one.name) for one in self.host.session.topics.all if not one.hidden]
        if not known:
            return []
        return [
            heading(words.support_hope.topics),
            choice.any_of(known, self._picked_topics, self._pick_topic),
        ]

    @property
    def _picked_topics(self) -> list[str]:
        here = {one.id for one in self.host.session.topics.all}
        return [one for one in self.host.draft(_TOPICS).split() if one in here]

    def _pick_topic(self, topic: str, on: bool) -> None:
        rest = [other for other in self._picked_topics if other != topic]
        self.host.keep_draft(_TOPICS, " ".join([*rest, topic] if on else rest))

    @property
    def _helps(self) -> list[str]:
        return self.host.draft(_HELP).split()

    def _picked(self, one: str, on: bool) -> None:
        rest = [other for other in self._helps if other != one]
        self.host.keep_draft(_HELP, " ".join([*rest, one] if on else rest))

    def _called(self) -> str:
        """The person's words, or else those for what they picked."""
        more, form = words.support_more, self.host.draft(_FORM)
        picked = [more.forms[form]] if form else [more.received[one] for one in self._helps]
        return self.host.draft(_NAME).strip() or ", ".join(picked) or words.support_hope.someone

    def _add(self) -> None:
        session, form = self.host.session, self.host.draft(_FORM)
        hope = Hope(in_the_way=self.host.draft(_WAY).strip(), smallest_step=self.host.draft(_STEP).strip())
        receives = tuple(Exchange(way=ExchangeWay.I_RECEIVE, what=Given(one)) for one in self._helps)
        try:
            support = self.host.attempt(
                lambda: session.supports.add(
                    self._called(),
                    state=SupportState.HOPED_FOR,
                    form=SupportForm(form) if form else None,
                    exchanges=receives,
                    hope=hope,
                    topics=tuple(map(Id, self._picked_topics)),
                )
            )
        except DomainError as error:
            field.refuse(self._name, why(error))
            return
        if support is not None:
            session.drafts.drop("support/hope/")
            self.host.go(self._then)

            def take_back() -> None:
                session.remove_support(support)

            self.host.say(words.support_hope.added.format(name=support.name), take_back)


hope_among_hopes = partial(SupportHopeScreen, then=HOPES, place=Place.GROWING)
