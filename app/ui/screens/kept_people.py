"""The people that a kept thing names, as a part of its page or a page: supports to pick, and a field for anyone else."""

from typing import Any

import flet as ft

from app import words
from app.domain.errors import DomainError
from app.domain.ids import Id
from app.domain.someone import Someone
from app.ui.screens.kept_page import KeptPage
from app.ui.widgets import button, field
from app.ui.widgets.card import fill, stack
from app.ui.widgets.draft_field import draft_field
from app.ui.widgets.folded import folded
from app.ui.widgets.text import heading

_BY_NAME = "name/"


class People:
    """Picks the people in the field ``name`` of the thing of a page.

    ``other`` is the label of the field for who is no support, ``add`` the words of its button.
    """

    def __init__(self, page: KeptPage[Any], name: str, *, other: str, add: str) -> None:
        self._page, self._name, self._other, self._add = page, name, other, add
        self._chips = stack()

    def laid_out(self, title: str) -> list[ft.Control]:
        """The heading, the people, and the field for one more."""
        self._title = title
        self._chips.controls = [self._listed()]
        self._new = draft_field(
            self._page.host,
            self._page.key(self._name),
            self._other,
            hint=words.kept_list.someone_hint,
            submit=self.add,
        )
        add = button.second_button(self._add, self.add, icon=ft.Icons.ADD)
        return [self._chips, self._new, button.buttons(add)]

    @property
    def begun(self) -> bool:
        """Whether a name stands in the field that is not added yet."""
        return bool(self._page.host.draft(self._page.key(self._name)).strip())

    @property
    def _people(self) -> tuple[Someone, ...]:
        thing = self._page.thing
        people: tuple[Someone, ...] = getattr(thing, self._name) if thing is not None else ()
        return people

    def _listed(self) -> ft.Control:
        session = self._page.host.session
        supports = [(one.id, one.name) for one in session.supports.all]
        others = [
            (_key(one), name)
            for one in self._people
            if _key(one) not in dict(supports) and (name := session.vocabulary.someone(one))
        ]
        return folded(
            lambda: heading(self._title),
            words.kept_list.choose_people,
            [*others, *supports],
            lambda: {_key(one) for one in self._people},
            self._picked,
        )

    def _picked(self, key: str, on: bool) -> bool:
        rest = tuple(one for one in self._people if _key(one) != key)
        name = key.removeprefix(_BY_NAME)
        someone = Someone(support=Id(key)) if name == key else Someone(name=name)
        return self._page.keep(**{self._name: (*rest, someone) if on else rest})

    def add(self) -> bool:
        """Add the name that stands in the field; say beside it what is wrong with it."""
        key = self._page.key(self._name)
        try:
            someone = Someone(name=self._page.host.draft(key).strip())
        except DomainError as error:
            field.refuse(self._new, self._page.why(error))
            return False
        if someone not in self._people and not self._page.keep(**{self._name: (*self._people, someone)}):
            return False
        self._page.host.session.drafts.drop(key)
        field.clear(self._new)
        fill(self._chips, self._listed())
        return True


def _key(one: Someone) -> str:
    """What stands for someone among the chips: the id of a support, or else the name and a sign that it is one."""
    return one.support or f"{_BY_NAME}{one.name}"
