"""Who can open it: the passphrase, a recovery key, this device; and giving this device a key, or taking it back."""

import flet as ft

from app import words
from app.ui.keystore import Kept, NoKeystoreError
from app.ui.screen import PASSPHRASE, RECOVERY_KEY, Host, Screen
from app.ui.widgets import button
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.proof import Proof
from app.ui.widgets.text import announced, body, heading, quiet
from app.ui.widgets.waiting import waiting
from app.vault import DiskFull, Stopped, VaultError


class KeysScreen(Screen):
    """Lists every way in. There is always the passphrase, so that no last one can be removed."""

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._device = stack()
        self._below = stack()
        self._proof = Proof(host, self._add)
        self._busy = False

    @property
    def title(self) -> str:
        """The heading."""
        return words.keys.title

    def content(self) -> ft.Control:
        """Lay out the ways in."""
        said = words.keys
        there = self.host.session.keys.has_recovery_key
        self._device.controls = self._about_device()
        return stack(
            body(said.intro),
            card(
                heading(said.passphrase),
                body(said.passphrase_always),
                button.buttons(
                    button.second_button(words.settings.change_passphrase, lambda: self.host.go(PASSPHRASE))
                ),
            ),
            card(
                heading(said.recovery),
                body(said.recovery_there if there else said.recovery_none),
                button.buttons(button.second_button(said.to_recovery, lambda: self.host.go(RECOVERY_KEY))),
            ),
            card(heading(said.device), self._device),
        )

    # ------------------------------------------------------------ this device

    def _about_device(self, *sentences: str) -> list[ft.Control]:
        said = words.keys
        told: list[ft.Control] = [announced(sentence) for sentence in sentences]
        if self.host.session.keys.has_device_key:
            remove = button.erase_button(said.remove_device, self._remove)
            self._below.controls = [button.buttons(remove)]
            return [*told, body(said.device_there), self._below]
        if not self.host.outside.keystore.may_be_had:
            return [*told, body(said.device_none), quiet(said.never_in_browser)]
        self._below.controls = [self._add_button()]
        return [*told, body(said.device_none), quiet(said.device_what), self._proof.laid_out(), self._below]

    def _add_button(self) -> ft.Control:
        return button.buttons(button.second_button(words.keys.add_device, self._add))

    async def _add(self) -> None:
        if self._busy:
            return
        self._busy = True
        fill(self._below, waiting(words.keys.adding))
        try:
            wrong = await self._proof.wrong() or await self._added()
        except Stopped:  # the window was locked meanwhile
            return
        finally:
            self._busy = False
        if wrong:
            fill(self._below, announced(wrong), self._add_button())
        else:
            fill(self._device, *self._about_device(words.keys.added))

    async def _added(self) -> str | None:
        """Let the keystore keep a new key first, then let it open the vault. Returns what went wrong, or None."""
        keys, keystore = self.host.session.keys, self.host.outside.keystore
        key = keys.draw_device_key()
        try:
            await keystore.keep(self.host.door.vault_id, Kept(key, self.host.door.today))
        except NoKeystoreError:
            return words.keys.none_here
        try:
            await self.host.door.work(lambda: keys.add_device_key(key))
        except Stopped:
            raise
        except DiskFull:
            return words.shell.disk_full
        except VaultError:
            return words.keys.not_added
        return None

    async def _remove(self) -> None:
        if self._busy:
            return
        self._busy = True
        keys = self.host.session.keys
        try:
            await self.host.door.work(keys.remove_device_key)
        except Stopped:
            return
        except VaultError:
            fill(self._device, *self._about_device(words.keys.not_removed))
            return
        finally:
            self._busy = False
        fill(self._device, *self._about_device(words.keys.removed))
        await self.host.outside.keystore.forget(
            self.host.door.vault_id
        )  # what is left there opens nothing any more
