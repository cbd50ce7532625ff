"""One support: its name, what it is, how close, and the ways to reach it."""

from typing import Any

import flet as ft

from app import words
from app.domain.errors import DomainError
from app.domain.ids import Id
from app.domain.support import ContactWay, Ring, Support, SupportKind, WayKind
from app.ui.screen import Host, Place, Screen
from app.ui.theme import INSIDE
from app.ui.widgets import button, choice, field
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.text import body, heading, number, quiet

_KEYBOARDS = {
    WayKind.CALL: ft.KeyboardType.PHONE,
    WayKind.TEXT: ft.KeyboardType.PHONE,
    WayKind.EMAIL: ft.KeyboardType.EMAIL,
}


def why(error: DomainError) -> str:
    """The sentence for a value that a support or a way to reach it cannot have."""
    sentences = {
        ("name", "blank"): words.support.blank,
        ("value", "blank"): words.support.blank_value,
        ("value", "no_number"): words.support.no_number,
        ("value", "no_email"): words.support.no_email,
    }
    return sentences.get((error.field, error.rule), words.shell.too_long)


class NewSupportScreen(Screen):
    """Adds a support by its name alone; everything else can be said afterwards."""

    place = Place.SUPPORTS
    _NAME, _KIND = "support/new/name", "support/new/kind"

    @property
    def title(self) -> str:
        """The heading."""
        return words.support.new_title

    def content(self) -> ft.Control:
        """Lay out the name and the kind."""
        self._name = field.field(
            words.support.name,
            self.host.draft(self._NAME),
            lambda text: self.host.keep_draft(self._NAME, text),
            hint=words.support.name_hint,
            submit=self._save,
            autofocus=True,
        )
        kinds = [(kind.value, words.support.kinds[kind]) for kind in SupportKind]
        now = self.host.draft(self._KIND, SupportKind.PERSON)
        return stack(
            self._name,
            heading(words.support.kind),
            choice.one_of(
                words.support.kind, kinds, now, lambda kind: self.host.keep_draft(self._KIND, kind)
            ),
            button.buttons(button.main_button(words.support.save, self._save)),
        )

    def _save(self) -> None:
        session = self.host.session
        name = self.host.draft(self._NAME).strip()
        kind = SupportKind(self.host.draft(self._KIND, SupportKind.PERSON))
        try:
            support = self.host.attempt(lambda: session.supports.add(name, kind=kind))
        except DomainError as error:
            field.refuse(self._name, why(error))
            return
        if support is not None:
            session.drafts.drop(self._NAME, self._KIND)
            self.host.go(f"/support/{support.id}")


class SupportScreen(Screen):
    """Changes one support. Each choice is saved at once, each text when the person moves on."""

    place = Place.SUPPORTS

    def __init__(self, host: Host, support: str) -> None:
        super().__init__(host)
        self._id = Id(support)
        self._keys = {
            name: f"support/{support}/{name}" for name in ("name", "note", "kind", "value", "way_note")
        }
        self._ways = stack(spacing=INSIDE)
        self._adding = stack()

    @property
    def title(self) -> str:
        """The heading."""
        support = self._support
        return support.name if support else words.support.title

    @property
    def _support(self) -> Support | None:
        return self.host.session.supports.one(self._id)

    def content(self) -> ft.Control:
        """Lay out every field of the support."""
        support = self._support
        if support is None:
            return stack(body(words.shell.not_found), button.second_button(words.support.title, self._away))
        self._ways.controls = self._listed(support)
        self._adding.controls = self._add_form()
        in_net = self.host.session.safety_net.of(self._id) is not None
        return stack(
            quiet(words.support.as_you_go),
            heading(words.support.ways),
            self._ways,
            card(self._adding),
            choice.yes_or_no(words.support.in_net, in_net, self._put_in_net),
            heading(words.support.ring),
            self._choices("ring", Ring, support.ring, words.support.rings),
            heading(words.support.kind),
            self._choices("kind", SupportKind, support.kind, words.support.kinds),
            heading(words.support.about),
            self._name_field(support),
            self._note_field(support),
            button.buttons(
                button.main_button(words.shell.done, self._done),
                button.erase_button(words.support.delete, self._delete),
            ),
        )

    # ------------------------------------------------------------ what it is

    def _choices(self, name: str, kind: type[Ring] | type[SupportKind], now: str, said: Any) -> ft.Control:
        options = [(one.value, said[one]) for one in kind]
        label = words.support.ring if kind is Ring else words.support.kind
        return choice.one_of(label, options, now, lambda value: self._keep(**{name: kind(value)}))

    def _name_field(self, support: Support) -> ft.Control:
        self._name = self._text("name", words.support.name, support.name)
        return self._name

    def _note_field(self, support: Support) -> ft.Control:
        self._note = self._text("note", words.support.note, support.note, lines=3)
        return self._note

    def _text(self, name: str, label: str, now: str, *, lines: int = 1) -> ft.TextField:
        key = self._keys[name]
        return field.field(
            label,
            self.host.draft(key, now),
            lambda text: self.host.keep_draft(key, text),
            lines=lines,
            left=self._keep_texts,
        )

    def _keep_texts(self) -> None:
        for name in ("name", "note"):
            support = self._support
            if support is None:
                return
            kept = getattr(support, name)
            text = self.host.draft(self._keys[name], kept)
            if text == kept or self._keep(**{name: text.strip()}):
                self.host.session.drafts.drop(self._keys[name])
                field.refuse(self._name if name == "name" else self._note, None)

    def _keep(self, **fields: Any) -> bool:
        support = self._support
        if support is None:
            return False
        try:
            return self.host.attempt(lambda: self.host.session.supports.change(support, **fields)) is not None
        except DomainError as error:
            beside = {"name": self._name, "note": self._note}.get(error.field)
            if beside is not None:
                field.refuse(beside, why(error))
            self.host.say(why(error))
            return False

    # ------------------------------------------------------------ ways to reach

    def _listed(self, support: Support) -> list[ft.Control]:
        if not support.ways:
            return [quiet(words.support.no_ways)]
        return [self._way(way, first=index == 0) for index, way in enumerate(support.ways)]

    def _way(self, way: ContactWay, *, first: bool) -> ft.Control:
        said = f"{words.support.way_kinds[way.kind]}: {way.value}"
        beside = [
            button.icon_button(
                ft.Icons.ARROW_UPWARD, words.support.way_up.format(way=said), lambda: self._raise(way)
            )
        ]
        value = number(way.value) if way.link else body(way.value)
        notes = [quiet(way.note)] if way.note else []
        text = ft.Column([quiet(words.support.way_kinds[way.kind]), value, *notes], spacing=0, expand=True)
        remove = button.icon_button(
            ft.Icons.DELETE_OUTLINE, words.support.remove_way.format(way=said), lambda: self._remove(way)
        )
        return ft.Row([text, *([] if first else beside), remove])

    def _add_form(self) -> list[ft.Control]:
        kind = WayKind(self.host.draft(self._keys["kind"], WayKind.CALL))
        self._value = field.field(
            words.support.way_values[kind],
            self.host.draft(self._keys["value"]),
            lambda text: self.host.keep_draft(self._keys["value"], text),
            keyboard=_KEYBOARDS.get(kind),
            submit=self._add,
        )
        self._way_note = field.field(
            words.support.way_note,
            self.host.draft(self._keys["way_note"]),
            lambda text: self.host.keep_draft(self._keys["way_note"], text),
            hint=words.support.way_note_hint,
            submit=self._add,
        )
        kinds = [(one.value, words.support.way_kinds[one]) for one in WayKind]
        return [
            quiet(words.support.way_kind),
            choice.one_of(words.support.way_kind, kinds, kind, self._choose_kind),
            self._value,
            self._way_note,
            button.buttons(button.second_button(words.support.add_way, self._add, icon=ft.Icons.ADD)),
        ]

    def _choose_kind(self, kind: str) -> None:
        self.host.keep_draft(self._keys["kind"], kind)
        self._value.label = words.support.way_values[kind]
        self._value.keyboard_type = _KEYBOARDS.get(WayKind(kind), ft.KeyboardType.TEXT)
        field.refuse(self._value, None)

    def _add(self) -> bool:
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
        if not self._keep(ways=(*support.ways, way)):
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
            if self._keep(ways=tuple(rest)):
                self._show_ways()

    def _remove(self, way: ContactWay) -> None:
        support = self._support
        if support is None:
            return
        before = support.ways
        if self._keep(ways=tuple(one for one in before if one != way)):
            self._show_ways()
            self.host.say(words.support.way_removed, lambda: self._put_back(before))

    def _put_back(self, ways: tuple[ContactWay, ...]) -> None:
        support = self._support
        if support is not None:
            self.host.session.supports.change(support, ways=ways)

    # ------------------------------------------------------------ leaving

    def _put_in_net(self, on: bool) -> bool:
        net = self.host.session.safety_net
        entry = net.of(self._id)
        if on:
            return self.host.attempt(lambda: net.add(self._id)) is not None
        return entry is None or self.host.attempt(lambda: net.remove(entry)) is not None

    def leave(self) -> None:
        """Save the words that were being typed; a way that stands whole in the form is added too."""
        self._keep_texts()
        if self._support is not None and self.host.draft(self._keys["value"]).strip():
            self._add()

    def _done(self) -> None:
        if not self.host.draft(self._keys["value"]).strip() or self._add():
            self._away()

    def _away(self) -> None:
        self.host.go("/supports")

    def _delete(self) -> None:
        support = self._support
        if support is None:
            return
        undo = self.host.attempt(lambda: self.host.session.remove_support(support))
        if undo is not None:
            self.host.session.drafts.drop(f"support/{self._id}/")
            self._away()
            self.host.say(words.support.deleted.format(name=support.name), undo)
