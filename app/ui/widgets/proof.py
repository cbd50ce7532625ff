"""The passphrase asked for once more, before someone is given a new way in."""

from collections.abc import Callable

import flet as ft

from app import words
from app.ui.screen import Host
from app.ui.screens.unlock import problem
from app.ui.widgets.card import stack
from app.ui.widgets.field import clear, passphrase_field
from app.vault import Stopped, VaultError, WrongPassphrase


class Proof:
    """What is typed is kept nowhere but here and in the field. ``submit`` is what Enter does in it."""

    def __init__(self, host: Host, submit: Callable[[], object]) -> None:
        self._host, self._submit = host, submit
        self._typed = ""

    def laid_out(self) -> ft.Control:
        """Lay out the field; nothing where the words from paper have just opened it."""
        if self._host.session.keys.was_recovered:
            return stack()
        self._field = passphrase_field(words.keys.prove, self._type, self._submit, value=self._typed)
        return self._field

    def _type(self, text: str) -> None:
        self._typed = text

    async def wrong(self) -> str | None:
        """Return the sentence for what is wrong with it, or None; then it is forgotten here. Takes half a second. Stopped at a lock."""
        keys = self._host.session.keys
        if keys.was_recovered:
            return None
        if not self._typed:
            return words.keys.prove_empty
        try:
            await self._host.door.work(lambda: keys.prove(self._typed))
        except Stopped:
            raise
        except WrongPassphrase:
            return words.keys.prove_wrong
        except VaultError as failure:
            return problem(failure)
        self._typed = ""
        clear(self._field)
        return None
