"""Opening with the key that this device keeps, where it keeps one and the passphrase is not due."""

from collections.abc import Callable

import flet as ft

from app import words
from app.ui.keystore import Kept, NoKeystoreError
from app.ui.screen import Host
from app.ui.widgets import button
from app.ui.widgets.card import fill, stack
from app.ui.widgets.text import announced, quiet
from app.ui.widgets.waiting import waiting
from app.vault import VaultError, WrongKey


class ByDevice:
    """Asks the keystore once, and only for a vault that a device's key opens. ``say`` shows what went wrong."""

    def __init__(self, host: Host, say: Callable[[str], None], why: Callable[[Exception], str]) -> None:
        self._host, self._say, self._why = host, say, why
        self._kept: Kept | None = None
        self._shown = stack()
        self._opening = False

    def laid_out(self) -> ft.Control:
        """Lay out nothing yet, and ask the keystore."""
        if self._host.outside.keystore.may_be_had and self._host.door.names_device_key:
            self._host.run(self._look)
        return self._shown

    async def _look(self) -> None:
        try:
            self._kept = await self._host.outside.keystore.read(self._host.door.vault_id)
        except NoKeystoreError:
            self._kept = None
        if self._kept is None:
            fill(self._shown, quiet(words.keys.at_the_door["gone"]))
        elif self._kept.passphrase_is_due(self._host.door.today):
            fill(self._shown, announced(words.keys.at_the_door["due"]))
        else:
            fill(self._shown, self._button())

    def _button(self) -> ft.Control:
        return button.buttons(button.second_button(words.keys.open_with_device, self._open))

    async def _open(self) -> None:
        if self._opening or self._kept is None:
            return
        self._opening = True
        fill(self._shown, waiting(words.unlock.opening))
        try:
            await self._host.door.unlock_with_device_key(self._kept.key)
        except WrongKey:
            fill(self._shown, announced(words.keys.at_the_door["wrong"]))
        except (VaultError, OSError, ValueError) as failure:
            self._say(self._why(failure))
            fill(self._shown, self._button())
        finally:
            self._opening = False

    def passphrase_was_typed(self) -> None:
        """The days until it is due again begin anew."""
        kept = self._kept
        if kept is not None:
            self._host.run(lambda: self._keep(Kept(kept.key, self._host.door.today)))

    async def _keep(self, kept: Kept) -> None:
        try:
            await self._host.outside.keystore.keep(self._host.door.vault_id, kept)
        except NoKeystoreError:
            return  # then the passphrase is asked for sooner, no more
