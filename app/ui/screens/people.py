"""The people in a field of a kept thing, as a part of its page: supports to pick, and a field for anyone else."""

from dataclasses import dataclass
from typing import Any

import flet as ft

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is said around the people: the heading, the button that shows all supports, and the field for one more."""

    title: str
    choose: str
    other: str
    hint: str
    add: str


class People:
    """Picks the people in a field of the thing of a page, such as ``taught_by``."""

    def __init__(self, page: KeptPage[Any], name: str) -> None:
        self._page, self._name = page, name
        self._chips = stack()

    def laid_out(self, asked: Asked) -> list[ft.Control]:
        """The heading, the people, and the field for one more."""
        self._asked = asked
        self._chips.controls = [self._listed()]
        self._new = draft_field(
            self._page.host, self._page.key(self._name), asked.other, hint=asked.hint, submit=self.add
        )
        return [
            self._chips,
            self._new,
            button.buttons(button.second_button(asked.add, self.add, icon=ft.Icons.ADD)),
        ]

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
            lambda: heading(self._asked.title),
            self._asked.choose,
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
