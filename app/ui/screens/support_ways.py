"""The ways to reach a support, as a part of its page: in order, with a form for one more where it is asked for."""

import flet as ft

from app import words
from app.domain.errors import DomainError
from app.domain.support import ContactWay, Support, WayKind
from app.session.phone_number import shown
from app.ui.screens.support_page import SupportPage, why
from app.ui.screens.support_way import way_path
from app.ui.theme import BETWEEN, INSIDE
from app.ui.widgets import button, choice, field
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.hours import said_hours
from app.ui.widgets.text import body, heading, number, quiet

_KEYBOARDS = {
    WayKind.CALL: ft.KeyboardType.PHONE,
    WayKind.TEXT: ft.KeyboardType.PHONE,
    WayKind.EMAIL: ft.KeyboardType.EMAIL,
}


class Ways:
    """Lists the ways of the support of a page, and adds one.

    The form is there at once only where there is no way yet; ``wanted`` says that it was asked for.
    """

    def __init__(self, page: SupportPage) -> None:
        self._page, self.host = page, page.host
        self._keys = {name: page.key(name) for name in ("kind", "value", "way_note")}
        self._ways = stack(spacing=INSIDE)
        self._adding, self.wanted = stack(), False

    @property
    def _support(self) -> Support | None:
        return self._page.support

    def laid_out(self, support: Support) -> list[ft.Control]:
        """The heading, the ways, and the form."""
        self._ways.controls = self._listed(support)
        begun = any(self.host.draft(key) for key in self._keys.values())
        self.wanted = self.wanted or begun or not support.ways
        self._adding.controls = [self._form() if self.wanted else self._way_to_form()]
        return [heading(words.support.ways), self._ways, self._adding]

    @property
    def begun(self) -> bool:
        """Whether a way stands in the form that is not added yet."""
        return bool(self.host.draft(self._keys["value"]).strip())

    def _listed(self, support: Support) -> list[ft.Control]:
        if not support.ways:
            return [quiet(words.support.no_ways)]
        return [self._way(support, way, first=index == 0) for index, way in enumerate(support.ways)]

    def _way(self, support: Support, way: ContactWay, *, first: bool) -> ft.Control:
        as_read = shown(way, self.host.settings.region)
        said = f"{words.support.way_kinds[way.kind]}: {as_read}"
        beside = [
            button.icon_button(
                ft.Icons.ARROW_UPWARD,
                words.support.way_up.format(way=said),
                lambda: self._raise(way),
                grows=False,
            )
        ]
        value = number(as_read) if way.link else body(as_read)
        notes = [quiet(way.note)] if way.note else []
        notes += [quiet(words.support.text_first)] if way.text_first else []
        notes += [quiet(said_hours(way.hours))] if way.hours else []
        text = ft.Column([quiet(words.support.way_kinds[way.kind]), value, *notes], spacing=0, expand=True)
        change = button.icon_button(
            ft.Icons.EDIT_OUTLINED,
            words.support.change_way.format(way=said),
            lambda: self.host.go(way_path(support, way)),
            grows=False,  # a number stands on one line
        )
        remove = button.icon_button(
            ft.Icons.DELETE_OUTLINE,
            words.support.remove_way.format(way=said),
            lambda: self._remove(way),
            grows=False,
        )
        return ft.Row([text, *([] if first else beside), change, remove], spacing=0)

    def _way_to_form(self) -> ft.Control:
        return button.buttons(button.second_button(words.support.add_way, self._ask, icon=ft.Icons.ADD))

    def _ask(self) -> None:
        self.wanted = True
        fill(self._adding, self._form(autofocus=True))

    def _form(self, *, autofocus: bool = False) -> ft.Control:
        kind = WayKind(self.host.draft(self._keys["kind"], WayKind.CALL))
        self._value = field.field(
            words.support.way_values[kind],
            self.host.draft(self._keys["value"]),
            lambda text: self.host.keep_draft(self._keys["value"], text),
            keyboard=_KEYBOARDS.get(kind),
            submit=self.add,
            autofocus=autofocus,
        )
        self._way_note = field.field(
            words.support.way_note,
            self.host.draft(self._keys["way_note"]),
            lambda text: self.host.keep_draft(self._keys["way_note"], text),
            hint=words.support.way_note_hint,
            submit=self.add,
        )
        kinds = [(one.value, words.support.way_kinds[one]) for one in WayKind]
        return card(
            quiet(words.support.way_kind),
            choice.one_of(words.support.way_kind, kinds, kind, self._choose_kind),
            self._value,
            self._way_note,
            button.buttons(button.second_button(words.support.add_way, self.add, icon=ft.Icons.ADD)),
            spacing=BETWEEN,
        )

    def _choose_kind(self, kind: str) -> None:
        self.host.keep_draft(self._keys["kind"], kind)
        self._value.label = words.support.way_values[kind]
        self._value.keyboard_type = _KEYBOARDS.get(WayKind(kind), ft.KeyboardType.TEXT)
        field.refuse(self._value, None)

    def add(self) -> bool:
        """Add the way that stands in the form; say beside the field what is wrong with it."""
        support = self._support
        if support is None:
            return False
        read, session = self.host.draft, self.host.session
        kind = WayKind(read(self._keys["kind"], WayKind.CALL))
        try:
            way = session.supports.way(
                kind, read(self._keys["value"]).strip(), read(self._keys["way_note"]).strip()
            )
        except DomainError as error:
            field.refuse(self._way_note if error.field == "note" else self._value, why(error))
            return False
        if not self._page.keep(ways=(*support.ways, way)):
            return False
        session.drafts.drop(self._keys["value"], self._keys["way_note"])
        field.clear(self._value)
        field.clear(self._way_note)
        self._show_ways()
        return True

    def _show_ways(self) -> None:
        support = self._support
        if support is not None:
            fill(self._ways, *self._listed(support))

    def _raise(self, way: ContactWay) -> None:
        support = self._support
        if support is not None and way in support.ways:
            rest = [one for one in support.ways if one != way]
            rest.insert(support.ways.index(way) - 1, way)
            if self._page.keep(ways=tuple(rest)):
                self._show_ways()

    def _remove(self, way: ContactWay) -> None:
        support = self._support
        if support is None:
            return
        before = support.ways
        if self._page.keep(ways=tuple(one for one in before if one != way)):
            self._show_ways()
            self.host.say(words.support.way_removed, lambda: self._put_back(before))

    def _put_back(self, ways: tuple[ContactWay, ...]) -> None:
        support = self._support
        if support is not None:
            self.host.session.supports.change(support, ways=ways)
