"""What a kept thing is about, as a part of its page: topics to pick, and a field for one more; in a line of its own or open."""

from collections.abc import Iterable
from typing import Any

import flet as ft

from app import words
from app.domain.errors import DomainError
from app.domain.ids import Id
from app.session import Session
from app.ui.screens.kept_page import UNFOLDED, KeptPage
from app.ui.widgets import button, choice, field
from app.ui.widgets.card import fill, stack
from app.ui.widgets.draft_field import draft_field
from app.ui.widgets.text import heading


class Topics:
    """Picks the topics of the thing of a page."""

    def __init__(self, page: KeptPage[Any]) -> None:
        self._page, self._list = page, stack()

    def folded(self, title: str) -> ft.Control:
        """One line that names the topics, in whose place all of it stands once it is pressed, or while a topic is begun."""
        place, host = stack(), self._page.host
        if host.draft(self._page.key(UNFOLDED)) or host.draft(self._page.key("topic")).strip():
            place.controls = self.laid_out(title)
            return place
        thing = self._page.thing
        names = topic_names(host.session, thing.topics if thing is not None else ())
        said = words.kept_list.who_is_there.format(title=title, names=names) if names else title

        def unfold() -> None:
            host.keep_draft(self._page.key(UNFOLDED), "shown")
            fill(place, *self.laid_out(title))

        place.controls = [button.line_button(said, unfold, icon=ft.Icons.EXPAND_MORE)]
        return place

    def laid_out(self, title: str) -> list[ft.Control]:
        """The heading, the topics, and the field."""
        more = words.support_more
        self._list.controls = self._chips()
        self._new = draft_field(
            self._page.host,
            self._page.key("topic"),
            more.new_topic,
            hint=more.new_topic_hint,
            submit=self._add,
        )
        add = button.buttons(button.second_button(more.add_topic, self._add, icon=ft.Icons.ADD))
        return [heading(title), self._list, self._new, add]

    def _chips(self) -> list[ft.Control]:
        known, thing = self._page.host.session.topics.all, self._page.thing
        picked = thing.topics if thing is not None else ()
        offered = [(one.id, one.name) for one in known if not one.hidden or one.id in picked]
        return [choice.any_of(offered, picked, self._picked)] if offered else []

    def _picked(self, topic: str, on: bool) -> bool:
        thing = self._page.thing
        if thing is None:
            return False
        rest = tuple(one for one in thing.topics if one != topic)
        return self._page.keep(topics=(*rest, Id(topic)) if on else rest)

    def _add(self) -> None:
        host = self._page.host
        name = host.draft(self._page.key("topic")).strip()
        if self._page.thing is None or not name:
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
            fill(self._list, *self._chips())


def topic_names(session: Session, topics: Iterable[Id]) -> str:
    """The names of topics in a row."""
    return ", ".join(session.vocabulary.topic(one) for one in topics)
