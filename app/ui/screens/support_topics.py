"""What a thing is for, as a part of its page: topics to pick, and a field for one more."""

from typing import Any, Protocol

import flet as ft

from app import words
from app.domain.errors import DomainError
from app.domain.ids import Id
from app.ui.screens.kept_page import KeptPage
from app.ui.widgets import button, choice, field
from app.ui.widgets.card import fill, stack
from app.ui.widgets.draft_field import draft_field
from app.ui.widgets.text import heading


class Topical(Protocol):
    """A thing that has topics."""

    @property
    def topics(self) -> tuple[Id, ...]:
        """Ids of topics."""


class Topics:
    """Picks the topics of the thing of a page."""

    def __init__(self, page: KeptPage[Any]) -> None:
        self._page, self._list = page, stack()

    def laid_out(self, thing: Topical, title: str = "") -> list[ft.Control]:
        """The heading, the topics, and the field."""
        more = words.support_more
        self._list.controls = self._chips(thing)
        self._new = draft_field(
            self._page.host,
            self._page.key("topic"),
            more.new_topic,
            hint=more.new_topic_hint,
            submit=self._add,
        )
        add = button.buttons(button.second_button(more.add_topic, self._add, icon=ft.Icons.ADD))
        return [heading(title or more.topics), self._list, self._new, add]

    def _chips(self, thing: Topical) -> list[ft.Control]:
        known = self._page.host.session.topics.all
        offered = [(one.id, one.name) for one in known if not one.hidden or one.id in thing.topics]
        return [choice.any_of(offered, thing.topics, self._picked)] if offered else []

    def _picked(self, topic: str, on: bool) -> bool:
        thing = self._page.thing
        if thing is None:
            return False
        rest = tuple(one for one in thing.topics if one != topic)
        return self._page.keep(topics=(*rest, Id(topic)) if on else rest)

    def _add(self) -> None:
        host, thing = self._page.host, self._page.thing
        name = host.draft(self._page.key("topic")).strip()
        if thing is None or not name:
            return
        known = next((one for one in host.session.topics.all if one.name.casefold() == name.casefold()), None)
        try:
            topic = known or host.attempt(lambda: host.session.topics.add(name=name))
        except DomainError as error:
            field.refuse(self._new, self._page.why(error))
            return
        if topic is not None and self._picked(topic.id, on=True):
            host.session.drafts.drop(self._page.key("topic"))
            field.clear(self._new)
            now = self._page.thing
            if now is not None:
                fill(self._list, *self._chips(now))
