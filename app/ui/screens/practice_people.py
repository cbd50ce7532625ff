"""The people in one field of something that is practised, on a page of their own."""

from typing import Any

import flet as ft

from app import words
from app.domain.errors import DomainError
from app.domain.kept import Kept
from app.session.peopled import PeopledVerbs
from app.ui.screen import GROWING, Host, Place
from app.ui.screens.kept_kind import ListedKind, opening
from app.ui.screens.kept_page import KeptPage
from app.ui.screens.kept_people import People
from app.ui.screens.practice import LISTED
from app.ui.widgets.card import stack
from app.ui.widgets.text import own_words


def parts_of(path: str) -> tuple[ListedKind[Any], str, str]:
    """Return the kind, the id and the field of a path. One that names no such thing gives an id that nothing has."""
    stem, _, rest = path.partition(".")
    thing, _, field = rest.partition(".")
    for kind in LISTED:
        if kind.stem == stem and field in kind.said.people.keys():  # noqa: SIM118  # it is no dictionary
            return kind, thing, field
    return LISTED[0], "", ""


def page_of(path: str) -> str:
    """Return the path of the page below."""
    kind, thing, _ = parts_of(path)
    return f"{kind.page}{thing}" if thing else GROWING


class PeopleScreen(KeptPage[Any]):
    """Says who is named in one field of a thing. ``path`` is its stem, its id and the field, with points between."""

    place = Place.GROWING

    def __init__(self, host: Host, path: str) -> None:
        self._kind, thing, self._field = parts_of(path)
        super().__init__(host, thing)
        self.stem, self.listed = self._kind.stem, self._kind.listed
        texts = words.kept_list
        self._people = People(self, self._field, other=texts.someone_else, add=texts.add_someone)

    @property
    def verbs(self) -> PeopledVerbs[Any]:
        """What is done with things of its kind."""
        return self._kind.verbs(self.host.session)

    @property
    def list_title(self) -> str:
        """What the list of things of its kind is called."""
        return self._kind.said.title

    def why(self, error: DomainError) -> str:
        """The sentence for a value that it cannot have."""
        return self._kind.why(error)

    @property
    def title(self) -> str:
        """The heading."""
        return self._kind.said.people[self._field] if self.thing else self._kind.said.title

    def page_of(self, thing: Kept) -> ft.Control:
        """Lay out what it is about, and the people."""
        return stack(
            own_words(opening(self._kind.text(thing))),
            *self._people.laid_out(words.support.title),
            self.done(self._done),
        )

    def leave(self) -> None:
        """Add the name that stands in the field."""
        super().leave()
        if self.thing is not None and self._people.begun:
            self._people.add()

    def _done(self) -> None:
        if not self._people.begun or self._people.add():
            self.host.back()
