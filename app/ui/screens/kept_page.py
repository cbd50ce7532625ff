"""A page of one kept thing. Each choice is saved at once, each text when the person moves on."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, Protocol, TypeVar

import flet as ft

from app import words
from app.domain.errors import DomainError
from app.domain.ids import Id
from app.domain.kept import Kept
from app.ui.screen import Host, Screen
from app.ui.widgets import button, choice, field
from app.ui.widgets.card import stack
from app.ui.widgets.draft_field import draft_field
from app.ui.widgets.text import body
from app.words.said import Choices

K = TypeVar("K", bound=Kept)

Fields = dict[str, Any]

UNFOLDED = "unfolded"
"""The draft that says, until the page is left, that a part of it is unfolded: a phone that is turned does not fold it."""


class Verbs(Protocol[K]):
    """What a page does with things of its kind."""

    def one(self, thing: Id, /) -> K | None:
        """Return the thing with that id, or None."""

    def change(self, thing: K, /, **fields: Any) -> K:
        """Save the thing with other fields; DomainError for impossible ones."""


@dataclass(slots=True, eq=False)
class _Text(Generic[K]):
    """A text of the thing: its field, how it is read from the thing, and what of the thing it changes."""

    shown: ft.TextField
    read: Callable[[K], str]
    change: Callable[[K, str], Fields]


class KeptPage(Screen, Generic[K]):
    """A page of the thing with this id. ``stem`` begins its drafts; ``listed`` is where things of its kind are listed."""

    stem = ""
    listed = ""

    def __init__(self, host: Host, thing: str) -> None:
        super().__init__(host)
        self._id = Id(thing)
        self._texts: dict[str, _Text[K]] = {}

    @property
    def verbs(self) -> Verbs[K]:
        """What is done with things of this kind."""
        raise NotImplementedError

    @property
    def list_title(self) -> str:
        """What the list of things of this kind is called."""
        raise NotImplementedError

    def why(self, error: DomainError) -> str:
        """The sentence for a value that the thing cannot have."""
        raise NotImplementedError

    def page_of(self, thing: K) -> ft.Control:
        """Lay out what the page shows of the thing."""
        raise NotImplementedError

    @property
    def thing(self) -> K | None:
        """The thing as it is now, or None if it is gone."""
        return self.verbs.one(self._id)

    def content(self) -> ft.Control:
        """Lay out the page, or say that the thing is gone."""
        self._texts.clear()
        thing = self.thing
        if thing is None:
            away = button.second_button(self.list_title, lambda: self.host.go(self.listed))
            return stack(body(words.shell.not_found), away)
        return self.page_of(thing)

    def leave(self) -> None:
        """Save the words that were being typed, and fold what was unfolded."""
        self.keep_texts()
        self.host.session.drafts.drop(self.key(UNFOLDED))

    def key(self, name: str) -> str:
        """The draft of a text of this thing."""
        return f"{self.stem}/{self._id}/{name}"

    def text(
        self,
        name: str,
        label: str,
        read: Callable[[K], str],
        change: Callable[[K, str], Fields],
        *,
        lines: int = 1,
        hint: str | None = None,
    ) -> ft.TextField:
        """A field for a text of the thing. ``change`` gives the fields of the thing for what was typed."""
        thing = self.thing
        kept = read(thing) if thing else ""
        shown = draft_field(
            self.host, self.key(name), label, kept, lines=lines, hint=hint, left=self.keep_texts
        )
        self._texts[name] = _Text(shown, read, change)
        return shown

    def own_text(self, name: str, label: str, *, lines: int = 1) -> ft.TextField:
        """A field for a text that is a field of the thing by this name."""
        return self.text(
            name, label, lambda one: str(getattr(one, name)), lambda _, text: {name: text}, lines=lines
        )

    def keep_texts(self) -> None:
        """Save each text that was changed; say beside its field what is wrong with one."""
        for name, text in list(self._texts.items()):
            thing = self.thing
            if thing is None:
                return
            kept = text.read(thing)
            typed = self.host.draft(self.key(name), kept)
            if typed == kept or self._saved(thing, text, typed.strip()):
                self.host.session.drafts.drop(self.key(name))
                field.refuse(text.shown, None)

    def _saved(self, thing: K, text: _Text[K], typed: str) -> bool:
        try:
            fields = text.change(thing, typed)
            return self.host.attempt(lambda: self.verbs.change(thing, **fields)) is not None
        except DomainError as error:
            field.refuse(text.shown, self.why(error))
            self.host.say(self.why(error))
            return False

    def keep(self, **fields: Any) -> bool:
        """Save other fields; False, and it was said why, if they could not be."""
        thing = self.thing
        if thing is None:
            return False
        try:
            return self.host.attempt(lambda: self.verbs.change(thing, **fields)) is not None
        except DomainError as error:
            self.host.say(self.why(error))
            return False

    def choices(
        self, name: str, label: str, kind: type[StrEnum], now: str | None, said: Choices, *, unsaid: str = ""
    ) -> ft.Control:
        """Radio buttons for a field of the thing. ``unsaid`` are words for saying nothing, where that can be."""
        options = [(one.value, said[one]) for one in kind]
        options += [("", unsaid)] if unsaid else []
        return choice.one_of(
            label, options, now or "", lambda value: self.keep(**{name: kind(value) if value else None})
        )

    def done(self, pressed: Callable[[], object], *more: ft.Control) -> ft.Control:
        """The buttons at the foot of the page."""
        return button.buttons(button.main_button(words.shell.done, pressed), *more)
