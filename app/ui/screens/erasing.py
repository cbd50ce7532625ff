"""Erasing everything on this device, after words were typed that nobody types by accident."""

import flet as ft

from app import words
from app.ui.screen import Host
from app.ui.screens.lasting import LastingScreen
from app.ui.widgets import button, field
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.text import announced, body
from app.vault import VaultError


class EraseScreen(LastingScreen):
    """Says what goes and what stays, and erases."""

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._typed = ""
        self._below = stack()
        self._erasing = False

    @property
    def title(self) -> str:
        """The heading."""
        return words.erasing.title

    def _begin(self) -> list[ft.Control]:
        said = words.erasing
        self._below.controls = [self._erase_button()]
        return [
            card(*map(body, said.what)),
            body(said.to_confirm.format(words=said.confirm_words)),
            field.field(
                said.confirm,
                self._typed,
                self._type,
                hint=said.confirm_help,
                submit=self._erase,
            ),
            self._below,
        ]

    def _type(self, text: str) -> None:
        self._typed = text

    def _erase_button(self) -> ft.Control:
        return button.buttons(
            button.second_button(words.erasing.keep, self.host.back),
            button.erase_button(words.erasing.erase, self._erase),
        )

    async def _erase(self) -> None:
        if self._erasing:
            return
        if " ".join(self._typed.casefold().split()) != words.erasing.confirm_words.casefold():
            fill(self._below, announced(words.erasing.not_confirmed), self._erase_button())
            return
        if self.host.door.is_example:  # it is erased with the lock
            self.host.lock()
            return
        self._erasing = True
        door, device_has_key, vault_id = (
            self.host.door,
            self.host.door.names_device_key,
            self.host.door.vault_id,
        )
        self.host.session.backups.make_none_when_leaving()
        self.host.lock()
        try:
            said = words.erasing.erased if await door.erase() else words.erasing.not_whole
        except (VaultError, OSError):
            said = words.erasing.not_erased
        else:
            if device_has_key and not await self.host.outside.keystore.forget(vault_id):
                said = words.erasing.key_left
        if not self.host.unlocked:
            self.host.to_door()
        self.host.say(said)
