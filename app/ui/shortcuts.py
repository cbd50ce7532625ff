"""Keys of a keyboard that do the same on every screen (docs/decisions/keys.md)."""

from typing import Protocol

import flet as ft

from app.ui.dialogs import Dialogs
from app.ui.screen import HISTORY, HOME
from app.ui.stack import Stack

HARD_KEY = "F8"
"""It types nothing, browsers and screen readers leave it to the page, and one finger finds it."""
CHECK_IN_KEY = "F2"
SEARCH_KEY = "F9"

_LEADS_TO = {CHECK_IN_KEY: HOME, SEARCH_KEY: HISTORY}


class Doing(Protocol):
    """What keys can make a window do."""

    @property
    def unlocked(self) -> bool:
        """Whether there is a session."""

    def back(self) -> None:
        """Show the screen below this one."""

    def hide(self) -> None:
        """Show an empty page at once and close the vault."""

    def hard(self) -> None:
        """Open the page for hard times from anywhere."""

    def jump(self, route: str) -> None:
        """Show another screen at once, and let it begin."""


class Shortcuts:
    """Listens to the keys of one window. Only those for hard times and for hiding work while a dialog holds it."""

    def __init__(self, window: Doing, stack: Stack, dialogs: Dialogs) -> None:
        self._window, self._stack, self._dialogs = window, stack, dialogs

    def pressed(self, event: ft.KeyboardEvent) -> None:
        """Do what a key stands for."""
        if event.key == HARD_KEY:
            self._window.hard()
        elif event.key.upper() == "H" and event.shift and (event.ctrl or event.meta):
            self._window.hide()
        elif not self._dialogs.holding():
            self._pressed_on_a_screen(event)

    def _pressed_on_a_screen(self, event: ft.KeyboardEvent) -> None:
        if event.key == "Escape":
            self._window.back()
        elif event.key in _LEADS_TO:
            if self._window.unlocked and not (event.ctrl or event.meta or event.alt or event.shift):
                self._window.jump(_LEADS_TO[event.key])
        elif event.shift:
            self._stack.pressed_with_shift(event.key)
