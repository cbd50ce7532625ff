"""The field for the words of a recovery key. It offers the words of the list that fit what is being typed."""

import flet as ft

from app import words
from app.recovery_words import completed, offered
from app.ui.theme import INSIDE
from app.ui.widgets import button
from app.ui.widgets.card import fill, stack
from app.ui.widgets.field import field
from app.ui.widgets.text import announced, quiet


class RecoveryField:
    """What is typed is kept in ``text`` and in the field, and nowhere else."""

    def __init__(self) -> None:
        self.text = ""
        self._offers = stack(spacing=INSIDE)

    def laid_out(self) -> ft.Control:
        """Lay out the field, what it takes, and the words on offer."""
        self._field = field(words.recovery.typed, self.text, self._type, lines=3, autofocus=True)
        return stack(self._field, quiet(words.recovery.typed_help), self._offers, spacing=INSIDE)

    def _type(self, text: str) -> None:
        self.text = text
        found = offered(text)
        if not found:
            if self._offers.controls:
                fill(self._offers)
            return
        fill(
            self._offers,
            announced(words.recovery.offered(len(found))),
            button.buttons(*map(self._offer, found)),
        )

    def _offer(self, word: str) -> ft.Control:
        return button.second_button(word, lambda: self._take(word))

    async def _take(self, word: str) -> None:
        self.text = completed(self.text, word)
        self._field.value = self.text
        self._field.update()
        fill(self._offers)
        await self._field.focus()  # type: ignore[no-untyped-call]  # Flet leaves it without types
        end = len(self.text)
        self._field.selection = ft.TextSelection(base_offset=end, extent_offset=end)
        self._field.update()
