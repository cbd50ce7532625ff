"""The words that lock a copy: six suggested ones, shown large to be written down, or the person's own."""

import secrets

import flet as ft

from app import passphrase as passphrases
from app import words
from app.exports.locked_page import folded
from app.passphrase import Strength, withstands_a_thief
from app.ui.theme import INSIDE
from app.ui.widgets import button, field
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.show_typed import show_typed
from app.ui.widgets.strength import strength_shown
from app.ui.widgets.text import announced, body, heading, own_words, quiet


class LockWords:
    """The words are kept nowhere but here."""

    def __init__(self) -> None:
        self.suggested = passphrases.generated(secrets.choice)
        self._own: str | None = None
        self._body = stack()

    @property
    def text(self) -> str:
        """The passphrase, as it is to be told."""
        return self.suggested if self._own is None else self._own.strip()

    @property
    def wrong(self) -> str | None:
        """The sentence for what is still wrong with it, or None. It is weighed as the locked page reads it."""
        if not self.text:
            return words.first_run.empty
        return None if withstands_a_thief(folded(self.text)) else words.plan_copy.own_short

    def laid_out(self) -> ft.Control:
        """Lay out the words, and the way to others."""
        self._body.controls = self._own_words() if self._own is not None else self._suggested()
        return self._body

    def shown(self) -> ft.Control:
        """The words, large."""
        return card(own_words(self.text, large=True))

    def _suggested(self, *, another: bool = False) -> list[ft.Control]:
        said = words.plan_copy
        new = [announced(words.first_run.suggested)] if another else []
        return [
            heading(said.lock_title),
            *new,
            self.shown(),
            body(said.lock_help),
            button.buttons(
                button.second_button(said.other_words, self._draw),
                button.quiet_button(said.own, self._ask),
            ),
        ]

    def _own_words(self) -> list[ft.Control]:
        said = words.plan_copy
        typed = field.passphrase_field(said.own_field, self._type, lambda: None, value=self._own or "")
        self._meter = stack(*strength_shown(folded(self._own or ""), Strength.VERY_GOOD), spacing=INSIDE)
        return [
            heading(said.lock_title),
            stack(typed, self._meter, spacing=INSIDE),
            show_typed(typed),
            quiet(said.own_help),
            body(said.lock_help),
            button.buttons(button.quiet_button(said.suggested, self._suggest)),
        ]

    def _type(self, text: str) -> None:
        self._own = text
        fill(self._meter, *strength_shown(folded(text), Strength.VERY_GOOD))

    def _ask(self) -> None:
        self._own = ""
        fill(self._body, *self._own_words())

    def _suggest(self) -> None:
        self._own = None
        fill(self._body, *self._suggested())

    def _draw(self) -> None:
        self.suggested = passphrases.generated(secrets.choice)
        fill(self._body, *self._suggested(another=True))
