"""A page of one thing that is practised: what the pages of learnings, reflections, wins and goals share."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

import flet as ft

from app import words
from app.domain.errors import DomainError
from app.domain.kept import Kept
from app.session import Undo
from app.session.peopled import PeopledVerbs
from app.ui.screen import Host, Place
from app.ui.screens.kept_kind import ListedKind, opening
from app.ui.screens.kept_page import KeptPage
from app.ui.screens.kept_topics import Topics
from app.ui.theme import INSIDE
from app.ui.widgets import button
from app.ui.widgets.card import stack
from app.ui.widgets.text import body, own_words

K = TypeVar("K", bound=Kept)


class PracticePage(KeptPage[K], Generic[K]):
    """A page of the thing of a ``kind`` with this id."""

    place = Place.GROWING
    kind: ListedKind[K]

    def __init__(self, host: Host, thing: str) -> None:
        super().__init__(host, thing)
        self.stem, self.listed = self.kind.stem, self.kind.listed
        self.topics = Topics(self)

    @property
    def verbs(self) -> PeopledVerbs[K]:
        """What is done with things of its kind."""
        return self.kind.verbs(self.host.session)

    @property
    def list_title(self) -> str:
        """What the list of things of its kind is called."""
        return self.kind.said.title

    def why(self, error: DomainError) -> str:
        """The sentence for a value that it cannot have."""
        return self.kind.why(error)

    @property
    def title(self) -> str:
        """The heading."""
        thing = self.thing
        return opening(self.kind.text(thing)) if thing else self.kind.said.title

    def people(self, thing: K) -> ft.Control:
        """A row for each field that names people: who is there, and the way to say who."""
        return stack(*(self._people_row(thing, name) for name in self.verbs.people), spacing=INSIDE)

    def _people_row(self, thing: K, name: str) -> ft.Control:
        title, people = self.kind.said.people[name], self.host.session.vocabulary.named(getattr(thing, name))
        said = words.kept_list.who_is_there.format(title=title, names=people) if people else title
        return button.onward_row(
            body(title),
            *([own_words(people)] if people else []),
            press=lambda: self.host.go(f"/people/{self.stem}.{self._id}.{name}"),
            name=said,
        )

    def ending(self, thing: K, *more: ft.Control) -> ft.Control:
        """The buttons at the end of a page."""
        delete = button.erase_button(words.kept_list.delete, self._delete)
        return self.done(self.host.back, *more, *self._away(thing), delete)

    def _away(self, thing: Any) -> list[ft.Control]:
        """The button that puts it away or takes it out, of a kind that can be put away."""
        if not hasattr(thing, "put_away"):
            return []
        texts = words.kept_list
        return [button.quiet_button(texts.take_out if thing.put_away else texts.put_away, self._put_away)]

    def _put_away(self) -> None:
        thing: Any = self.thing
        if thing is not None:
            away = not thing.put_away
            said = words.kept_list.was_put_away if away else words.shell.saved
            self._gone(lambda: self.verbs.alter(thing, put_away=away), said)

    def _delete(self) -> None:
        thing = self.thing
        if thing is not None:
            self._gone(lambda: self.verbs.remove(thing), words.kept_list.was_deleted)
            if self.thing is None:
                self.host.session.drafts.drop(f"{self.stem}/{self._id}/")

    def _gone(self, verb: Callable[[], Undo], said: str) -> None:
        """Save what is being typed, so that an undo has it too; then leave for the list, and say what became of it."""
        self.keep_texts()
        undo = self.host.attempt(verb)
        if undo is not None:
            self.host.go(self.listed)
            self.host.say(said, undo)
