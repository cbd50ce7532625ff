"""If my passphrase was seen: everything is sealed again under new keys, and a new recovery key is on offer."""

import flet as ft

from app import words
from app.ui.screen import RECOVERY_KEY, Host
from app.ui.screens.lasting import LastingScreen
from app.ui.widgets import button, field
from app.ui.widgets.at_work import at_work
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.new_passphrase import NewPassphrase
from app.ui.widgets.text import announced, body, heading
from app.vault import DiskFull, Stopped, VaultDamaged, VaultError, WrongPassphrase


class SeenScreen(LastingScreen):
    """Asks for the passphrase of now and for a new one. Until it is done, the old one opens."""

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._now = ""
        self._new = NewPassphrase(self._start)
        self._below = stack()
        self._busy = False

    @property
    def title(self) -> str:
        """The heading."""
        return words.seen.title

    def leave(self) -> None:
        """Forget what was typed."""
        super().leave()
        self._now, self._new.text = "", ""

    def _begin(self) -> list[ft.Control]:
        said = words.seen
        self._below.controls = [self._start_button()]
        return [
            card(*map(body, said.what)),
            field.passphrase_field(said.now, self._type, self._start),
            heading(words.settings.new_passphrase),
            self._new.laid_out(),
            self._below,
        ]

    def _type(self, text: str) -> None:
        self._now = text

    def _start_button(self) -> ft.Control:
        return button.buttons(button.main_button(words.seen.start, self._start))

    def _say(self, text: str) -> None:
        fill(self._below, announced(text), self._start_button())

    def _is_refused(self) -> bool:
        if not self._now:
            self._say(words.seen.now_empty)
            return True
        fill(self._below, self._start_button())
        return self._new.is_refused()

    async def _start(self) -> None:
        if self._busy or self._is_refused():
            return
        self._busy = True
        session, now, new = self.host.session, self._now, self._new.text
        device_has_key = self.host.door.names_device_key
        try:
            renewed = await at_work(
                self.host,
                self._below,
                words.seen.working,
                lambda progress, stop: session.sealed_anew(now, new, progress=progress, stop=stop),
            )
        except Stopped:
            self._say(words.seen.stopped)
        except WrongPassphrase:
            self._say(words.seen.now_wrong)
        except DiskFull:
            self._say(words.seen.disk_full)
        except VaultDamaged:
            self._say(words.seen.damaged)
        except (VaultError, OSError):
            self._say(words.seen.unsure)
        else:
            self.host.door.go_on_with(renewed)
            self._now, self._new.text = "", ""
            self._fill(announced(words.seen.done), body(words.seen.recovery_gone), self._after())
            if device_has_key:  # it opens nothing here any more, but would open an older copy
                await self.host.outside.keystore.forget(self.host.door.vault_id)
        finally:
            self._busy = False

    def _after(self) -> ft.Control:
        return button.buttons(
            button.main_button(words.seen.new_recovery, lambda: self.host.go(RECOVERY_KEY)),
            button.second_button(words.shell.done, self.host.back),
        )
