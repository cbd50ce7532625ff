"""Keys of a keyboard that do the same on every screen (docs/decisions/keys.md)."""

from typing import Protocol

import flet as ft

from app.ui.dialogs import Dialogs
from app.ui.menu import MENU_KEY, Doing, Menu
from app.ui.screen import HISTORY, HOME
from app.ui.stack import Stack

HARD_KEY = "F8"
"""It types nothing, browsers and screen readers leave it to the page, and one finger finds it."""
CHECK_IN_KEY = "F2"
SEARCH_KEY = "F9"

_LEADS_TO = {CHECK_IN_KEY: HOME, SEARCH_KEY: HISTORY}


class Window(Doing, Protocol):
    """What keys can make a window do."""

    def menu(self) -> None:
        """Open the menu, or close it."""


class Shortcuts:
    """Listens to the keys of one window. Only those for hard times and for hiding work while a dialog holds it."""

    def __init__(self, window: Window, stack: Stack, dialogs: Dialogs, menu: Menu) -> None:
        self._window, self._stack, self._dialogs, self._menu = window, stack, dialogs, menu

    def pressed(self, event: ft.KeyboardEvent) -> None:
        """Do what a key stands for."""
        alone = not (event.ctrl or event.meta or event.alt or event.shift)
        if event.key == HARD_KEY:
            self._window.hard()
        elif event.key.upper() == "H" and event.shift and (event.ctrl or event.meta):
            self._window.hide()
        elif event.key == MENU_KEY and alone:
            self._window.menu()
        elif self._menu.is_open:
            self._menu.pressed(event)
        elif not self._dialogs.holding():
            self._pressed_on_a_screen(event, alone=alone)

    def _pressed_on_a_screen(self, event: ft.KeyboardEvent, *, alone: bool) -> None:
        if event.key == "Escape":
            self._window.back()
        elif event.key in _LEADS_TO:
            if self._window.unlocked and alone:
                self._window.jump(_LEADS_TO[event.key])
        elif event.shift:
            self._stack.pressed_with_shift(event.key)
