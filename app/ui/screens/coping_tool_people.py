"""Who taught a coping tool, or was shown it, as a part of its page: supports to pick, and a field for anyone else."""

import flet as ft

from app import words
from app.domain.coping_tool import Someone
from app.domain.errors import DomainError
from app.domain.ids import Id
from app.ui.screens.coping_tool_page import CopingToolPage
from app.ui.widgets import button, field
from app.ui.widgets.card import fill, stack
from app.ui.widgets.coping_tool_said import name_of
from app.ui.widgets.draft_field import draft_field
from app.ui.widgets.folded import folded
from app.ui.widgets.text import heading

_BY_NAME = "name/"


class People:
    """Picks the people in a field of the tool of a page: ``taught_by`` or ``passed_on_to``."""

    def __init__(self, page: CopingToolPage, name: str) -> None:
        self._page, self._name = page, name
        self._chips = stack()

    def laid_out(self, title: str) -> list[ft.Control]:
        """The heading, the people, and the field for one more."""
        said, host = words.coping_tool, self._page.host
        self._title = title
        self._chips.controls = [self._listed()]
        self._new = draft_field(
            host,
            self._page.key(self._name),
            said.named[self._name],
            hint=said.named_hint,
            submit=self.add,
        )
        add = button.second_button(said.add_named[self._name], self.add, icon=ft.Icons.ADD)
        return [self._chips, self._new, button.buttons(add)]

    @property
    def begun(self) -> bool:
        """Whether a name stands in the field that is not added yet."""
        return bool(self._page.host.draft(self._page.key(self._name)).strip())

    @property
    def _people(self) -> tuple[Someone, ...]:
        tool = self._page.thing
        people: tuple[Someone, ...] = getattr(tool, self._name) if tool is not None else ()
        return people

    def _listed(self) -> ft.Control:
        session = self._page.host.session
        supports = [(one.id, one.name) for one in session.supports.all]
        others = [
            (_key(one), name)
            for one in self._people
            if _key(one) not in dict(supports) and (name := name_of(session, one))
        ]
        return folded(
            lambda: heading(self._title),
            words.coping_tool.choose_people,
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
