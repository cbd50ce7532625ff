"""Narrowing a list to one topic: offered where something in it has one, folded until it is asked for."""

from collections.abc import Callable, Iterable

import flet as ft

from app import words
from app.domain.ids import Id
from app.ui.screen import Host
from app.ui.widgets import button, choice
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.text import quiet, subheading


class ByTopic:
    """The topic that a list is narrowed to, under a draft of this key. ``again`` shows the list anew."""

    def __init__(self, host: Host, key: str, again: Callable[[], object]) -> None:
        self._host, self._key, self._again = host, key, again

    @property
    def topic(self) -> str:
        """The id of the topic; empty for any."""
        return self._host.draft(self._key)

    def holds(self, topics: tuple[Id, ...]) -> bool:
        """Whether a thing with these topics is in the list."""
        return not self.topic or Id(self.topic) in topics

    def drop(self) -> None:
        """Narrow no more."""
        self._host.session.drafts.drop(self._key)

    def laid_out(self, known: Iterable[tuple[Id, ...]]) -> list[ft.Control]:
        """The way to narrow; nothing where none of the things that are known has a topic."""
        used = {topic for topics in known for topic in topics}
        topics = [(str(one.id), one.name) for one in self._host.session.topics.all if one.id in used]
        if not topics:
            return []
        said = words.kept_list

        def choices() -> ft.Control:
            options = [*topics, ("", said.any_topic)]
            return card(
                subheading(said.of_topic), choice.one_of(said.of_topic, options, self.topic, self._pick)
            )

        place = stack()
        narrow = button.line_button(
            words.support_narrowing.narrow, lambda: fill(place, choices()), icon=ft.Icons.FILTER_LIST
        )
        place.controls = [choices() if self.topic else narrow]
        return [place]

    def none(self) -> list[ft.Control]:
        """What stands in an empty list that is narrowed."""
        return [quiet(words.kept_list.none_of_topic)] if self.topic else []

    def _pick(self, topic: str) -> None:
        self._host.keep_draft(self._key, topic)
        self._again()
