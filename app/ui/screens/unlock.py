"""The door: one passphrase, and what to do when it does not open."""

import flet as ft

from app import words
from app.session.tries import TooSoonError
from app.ui.screen import RECOVER, RESTORE, Host, Screen
from app.ui.widgets import button, field
from app.ui.widgets.by_device import ByDevice
from app.ui.widgets.card import fill, stack
from app.ui.widgets.next_try import NextTry
from app.ui.widgets.show_typed import show_typed
from app.ui.widgets.waiting import waiting
from app.vault import (
    NoVault,
    TooLittleMemory,
    VaultDamaged,
    VaultError,
    VaultInUse,
    VaultUnsupported,
    WrongPassphrase,
)

_PROBLEMS: tuple[tuple[type[Exception], str], ...] = (
    (WrongPassphrase, "wrong_passphrase"),
    (VaultDamaged, "damaged"),
    (VaultUnsupported, "unsupported"),
    (VaultInUse, "in_use"),
    (TooLittleMemory, "too_little_memory"),
    (NoVault, "missing"),
)


def problem(failure: Exception) -> str:
    """The sentence for a vault that did not open: what happened, that nothing was lost, what to do."""
    for kind, key in _PROBLEMS:
        if isinstance(failure, kind):
            return words.unlock.problems[key]
    return words.unlock.problems["other"]


class UnlockScreen(Screen):
    """Asks for the passphrase. It is kept nowhere but in the field."""

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._typed = ""
        self._opening = False
        self._field = field.passphrase_field(
            words.unlock.passphrase, self._type, self._unlock, autofocus=True
        )
        self._below = stack()
        self._next_try = NextTry(host, self._below, self._button)
        self._by_device = ByDevice(host, self._next_try.say, problem)

    @property
    def title(self) -> str:
        """The heading."""
        return words.unlock.title

    def content(self) -> ft.Control:
        """Lay out the field and the button."""
        self._below.controls = self._next_try.controls()
        return stack(
            self._field,
            show_typed(self._field),
            self._below,
            self._by_device.laid_out(),
            button.pile(
                button.quiet_button(words.recovery.use, lambda: self.host.go(RECOVER)),
                button.quiet_button(words.backups.restore, lambda: self.host.go(RESTORE)),
            ),
        )

    def _button(self) -> ft.Control:
        return button.pile(button.main_button(words.unlock.unlock, self._unlock))

    def _type(self, text: str) -> None:
        self._typed = text

    async def _unlock(self) -> None:
        if self._opening:
            return
        if not self._typed:
            self._next_try.say(words.unlock.empty)
            return
        self._opening = True
        fill(self._below, waiting(words.unlock.opening))
        try:
            await self.host.door.unlock(self._typed)
            self._by_device.passphrase_was_typed()
        except TooSoonError:
            self._next_try.say()
        except (VaultError, OSError) as failure:
            self._next_try.say(problem(failure))
        finally:
            self._opening = False

    def leave(self) -> None:
        """Count nothing down any more."""
        self._next_try.stop()
