"""A page of one support: what all of them share. Each choice is saved at once, each text when the person moves on."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import flet as ft

from app import words
from app.domain.errors import DomainError
from app.domain.ids import Id
from app.domain.support import Support
from app.ui.screen import Host, Place, Screen
from app.ui.widgets import button, choice, field
from app.ui.widgets.card import stack
from app.ui.widgets.draft_field import draft_field
from app.ui.widgets.text import body
from app.words.said import Choices

Fields = dict[str, Any]


def why(error: DomainError) -> str:
    """The sentence for a value that a support or a way to reach it cannot have."""
    sentences = {
        ("name", "blank"): words.support.blank,
        ("value", "blank"): words.support.blank_value,
        ("value", "no_number"): words.support.no_number,
        ("value", "no_email"): words.support.no_email,
    }
    return sentences.get((error.field, error.rule), words.shell.too_long)


@dataclass(slots=True, eq=False)
class _Text:
    """A text of the support: its field, how it is read from the support, and what of the support it changes."""

    shown: ft.TextField
    read: Callable[[Support], str]
    change: Callable[[Support, str], Fields]


class SupportPage(Screen):
    """A page of the support with this id."""

    place = Place.SUPPORTS

    def __init__(self, host: Host, support: str) -> None:
        super().__init__(host)
        self._id = Id(support)
        self._texts: dict[str, _Text] = {}

    @property
    def title(self) -> str:
        """The heading."""
        support = self.support
        return support.name if support else words.support.title

    @property
    def support(self) -> Support | None:
        """The support as it is now, or None if it is gone."""
        return self.host.session.supports.one(self._id)

    def content(self) -> ft.Control:
        """Lay out the page, or say that the support is gone."""
        self._texts.clear()
        support = self.support
        if support is None:
            away = button.second_button(words.support.title, lambda: self.host.go("/supports"))
            return stack(body(words.shell.not_found), away)
        return self.page_of(support)

    def page_of(self, support: Support) -> ft.Control:
        """Lay out what the page shows of the support."""
        raise NotImplementedError

    def leave(self) -> None:
        """Save the words that were being typed."""
        self.keep_texts()

    def key(self, name: str) -> str:
        """The draft of a text of this support."""
        return f"support/{self._id}/{name}"

    def text(
        self,
        name: str,
        label: str,
        read: Callable[[Support], str],
        change: Callable[[Support, str], Fields],
        *,
        lines: int = 1,
        hint: str | None = None,
    ) -> ft.TextField:
        """A field for a text of the support. ``change`` gives the fields of the support for what was typed."""
        support = self.support
        kept = read(support) if support else ""
        shown = draft_field(
            self.host, self.key(name), label, kept, lines=lines, hint=hint, left=self.keep_texts
        )
        self._texts[name] = _Text(shown, read, change)
        return shown

    def own_text(self, name: str, label: str, *, lines: int = 1) -> ft.TextField:
        """A field for a text that is a field of the support by this name."""
        return self.text(
            name, label, lambda one: str(getattr(one, name)), lambda _, text: {name: text}, lines=lines
        )

    def keep_texts(self) -> None:
        """Save each text that was changed; say beside its field what is wrong with one."""
        for name, text in list(self._texts.items()):
            support = self.support
            if support is None:
                return
            kept = text.read(support)
            typed = self.host.draft(self.key(name), kept)
            if typed == kept or self._saved(support, text, typed.strip()):
                self.host.session.drafts.drop(self.key(name))
                field.refuse(text.shown, None)

    def _saved(self, support: Support, text: _Text, typed: str) -> bool:
        try:
            fields = text.change(support, typed)
            return self.host.attempt(lambda: self.host.session.supports.change(support, **fields)) is not None
        except DomainError as error:
            field.refuse(text.shown, why(error))
            self.host.say(why(error))
            return False

    def keep(self, **fields: Any) -> bool:
        """Save other fields; False, and it was said why, if they could not be."""
        support = self.support
        if support is None:
            return False
        try:
            return self.host.attempt(lambda: self.host.session.supports.change(support, **fields)) is not None
        except DomainError as error:
            self.host.say(why(error))
            return False

    def choices(
        self, name: str, label: str, kind: type[StrEnum], now: str | None, said: Choices, *, unsaid: str = ""
    ) -> ft.Control:
        """Radio buttons for a field of the support. ``unsaid`` are words for saying nothing, where that can be."""
        options = [(one.value, said[one]) for one in kind]
        options += [("", unsaid)] if unsaid else []
        return choice.one_of(
            label, options, now or "", lambda value: self.keep(**{name: kind(value) if value else None})
        )

    def done(self, pressed: Callable[[], object], *more: ft.Control) -> ft.Control:
        """The buttons at the foot of the page."""
        return button.buttons(button.main_button(words.shell.done, pressed), *more)
