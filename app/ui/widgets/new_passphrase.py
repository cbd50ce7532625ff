"""Choosing a new passphrase: two fields, an honest word on its strength, and a generated one on offer."""

import secrets
from collections.abc import Callable

import flet as ft

from app import passphrase as passphrases
from app import words
from app.passphrase import WEAKEST_ALLOWED, strength
from app.ui.theme import INSIDE
from app.ui.widgets import button, field
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.show_typed import show_typed
from app.ui.widgets.strength import strength_shown
from app.ui.widgets.text import announced, body, own_words


class NewPassphrase:
    """What is typed is kept nowhere but here and in its fields. ``submit`` is what Enter does in them."""

    def __init__(self, submit: Callable[[], object]) -> None:
        self.text = ""
        self._again = ""
        self._submit = submit

    def laid_out(self, *, autofocus: bool = False) -> ft.Control:
        """Lay out the offer, the fields, the strength, and what cannot be undone."""
        said = words.first_run
        self._field = field.passphrase_field(
            said.passphrase, self._type, self._submit, autofocus=autofocus, value=self.text
        )
        self._repeat = field.passphrase_field(said.again, self._type_again, self._submit, value=self._again)
        self._meter, self._wrong = stack(spacing=INSIDE), stack()
        self._suggestion = stack(button.buttons(button.second_button(said.suggest, self._suggest)))
        return stack(
            self._suggestion,
            stack(self._field, self._meter, spacing=INSIDE),
            self._repeat,
            self._wrong,
            show_typed(self._field, self._repeat),
            card(body(said.no_reset)),
        )

    def is_refused(self) -> bool:
        """Whether it cannot be taken as it is. Why stands below its fields then, until they change."""
        wrong = self._why()
        fill(self._wrong, *([announced(wrong)] if wrong else []))
        return wrong is not None

    def _why(self) -> str | None:
        if not self.text:
            return words.first_run.empty
        if strength(self.text) < WEAKEST_ALLOWED:
            return words.first_run.too_weak
        if self._again != self.text:
            return words.first_run.different
        return None

    def _type(self, text: str) -> None:
        self.text = text
        self._weigh()

    def _type_again(self, text: str) -> None:
        self._again = text
        fill(self._wrong)

    def _weigh(self) -> None:
        fill(self._wrong)
        fill(self._meter, *strength_shown(self.text, WEAKEST_ALLOWED))

    def _suggest(self) -> None:
        self.text = passphrases.generated(secrets.choice)
        self._field.value = self.text
        self._field.update()
        self._weigh()
        fill(
            self._suggestion,
            announced(words.first_run.suggested),
            card(own_words(self.text)),
            button.buttons(button.second_button(words.first_run.another, self._suggest)),
        )
