"""Changing the passphrase."""

import flet as ft

from app import words
from app.ui.screen import Host, Screen
from app.ui.widgets import button, field
from app.ui.widgets.card import fill, stack
from app.ui.widgets.new_passphrase import NewPassphrase
from app.ui.widgets.text import announced, body, heading
from app.ui.widgets.waiting import waiting
from app.vault import DiskFull, VaultError, WrongPassphrase


class PassphraseScreen(Screen):
    """Asks for the passphrase of now and for a new one. Until it is changed the old one opens."""

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._now = ""
        self._new = NewPassphrase(self._change)
        self._changing = False

    @property
    def title(self) -> str:
        """The heading."""
        return words.settings.change_passphrase

    def content(self) -> ft.Control:
        """Lay out both passphrases and the button."""
        said = words.settings
        self._field = field.passphrase_field(said.passphrase_now, self._type, self._change, autofocus=True)
        self._below = stack(self._button())
        recovered = self.host.session.keys.was_recovered
        now = [body(words.recovery.choose_new)] if recovered else [body(said.passphrase_help), self._field]
        return stack(
            *now,
            heading(said.new_passphrase),
            self._new.laid_out(),
            self._below,
        )

    def _button(self) -> ft.Control:
        return button.buttons(button.main_button(words.settings.change_passphrase, self._change))

    def _type(self, text: str) -> None:
        self._now = text

    async def _change(self) -> None:
        if self._changing:
            return
        if not self._now and not self.host.session.keys.was_recovered:
            fill(self._below, announced(words.settings.passphrase_now_empty), self._button())
            return
        fill(self._below, self._button())
        if self._new.is_refused():
            return
        self._changing = True
        fill(self._below, waiting(words.settings.changing))
        try:
            await self.host.door.change_passphrase(self._now, self._new.text)
        except WrongPassphrase:
            fill(self._below, announced(words.settings.passphrase_now_wrong), self._button())
        except DiskFull:
            fill(self._below, announced(words.shell.disk_full), self._button())
        except (VaultError, OSError):
            fill(self._below, announced(words.settings.passphrase_unsure), self._button())
        else:
            self.host.back()
            self.host.say(words.settings.passphrase_changed)
        finally:
            self._changing = False
