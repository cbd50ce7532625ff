"""The menu of everything that can be done from here, made for a keyboard (docs/decisions/keys.md).

Flet 1.0.5 has a bar of menus, but no way to open one by a key, and a browser is not told what it is.
So it is a dialog with a list of buttons, through which the arrows go, and the first letter of a name.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol, cast

import flet as ft

from app import words
from app.ui.dialogs import Dialogs
from app.ui.routes import PATH_OF_PLACE
from app.ui.screen import HARD, HISTORY, HOME, HOW, SETTINGS, STEPS
from app.ui.shell import ICONS_OF_PLACES
from app.ui.stack import Stack
from app.ui.theme import BETWEEN, ICON
from app.ui.widgets import button
from app.ui.widgets.rows import rows
from app.ui.widgets.text import body, quiet

MENU_KEY = "F10"
"""It opens the menu of a window elsewhere too; our page keeps it from the browser (app/ui/browser_pages.py)."""

_WIDTH = 360.0
_STEPS = {"Arrow Down": 1, "Arrow Up": -1}


class Doing(Protocol):
    """What the menu can make a window do."""

    page: ft.Page

    @property
    def unlocked(self) -> bool:
        """Whether there is a session."""

    def back(self) -> None:
        """Show the screen below this one."""

    def hide(self) -> None:
        """Show an empty page at once and close the vault."""

    def lock(self) -> None:
        """Close the vault and show the door."""

    def hard(self) -> None:
        """Open the page for hard times from anywhere."""

    def go(self, route: str) -> None:
        """Show another screen."""

    def jump(self, route: str) -> None:
        """Show another screen at once, and let it begin."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to do, the key that does the same, and its picture."""

    name: str
    key: str
    icon: ft.IconData
    do: Callable[[], None]


class Menu:
    """The menu of one window. It is open, or it is not there."""

    def __init__(self, window: Doing, stack: Stack, dialogs: Dialogs) -> None:
        self._window, self._stack, self._dialogs = window, stack, dialogs
        self._dialog: ft.AlertDialog | None = None
        self._entries: list[Entry] = []
        self._buttons: list[ft.TextButton] = []
        self._at = 0

    @property
    def is_open(self) -> bool:
        """Whether it holds the window."""
        return self._dialog is not None and self._dialog.open

    def turn(self) -> None:
        """Open it, or close it; not while something else holds the window."""
        if self.is_open:
            self._dialogs.close()
        elif not self._dialogs.holding():
            self._open()

    def pressed(self, event: ft.KeyboardEvent) -> None:
        """Go on by a key while it is open. Enter, the space bar, Tab and Escape do by themselves what they do elsewhere."""
        if event.ctrl or event.meta or event.alt:
            return
        last = len(self._buttons) - 1
        if event.key in _STEPS:
            self._to((self._at + _STEPS[event.key]) % (last + 1))
        elif event.key in ("Home", "End"):
            self._to(0 if event.key == "Home" else last)
        elif len(event.key) == 1:
            self._to_letter(event.key)

    def _to_letter(self, letter: str) -> None:
        after = [*range(self._at + 1, len(self._entries)), *range(self._at + 1)]
        for place in after:
            if self._entries[place].name.casefold().startswith(letter.casefold()):
                self._to(place)
                return

    def _to(self, place: int) -> None:
        self._at = place
        self._window.page.run_task(self._buttons[place].focus)
        # asked of the page, Flet moves whatever scrolls around what has the key: here the dialog
        self._window.page.run_task(self._window.page.scroll_to, scroll_key=_key(place))

    def _open(self) -> None:
        self._entries, self._buttons, self._at = list(self._offered()), [], 0
        self._dialog = ft.AlertDialog(
            title=ft.Semantics(content=ft.Text(words.menu.title), heading_level=1),
            content=ft.Container(rows(*map(self._row, self._entries)), width=_WIDTH),
            scrollable=True,
            clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
            content_padding=BETWEEN,
            inset_padding=BETWEEN,
            actions=[button.quiet_button(words.shell.close, self._dialogs.close)],
        )
        self._dialogs.show(self._dialog)

    def _row(self, entry: Entry) -> ft.Control:
        place = len(self._buttons)

        def press() -> None:
            self._dialogs.close()
            entry.do()

        said = ft.Row(
            [body(entry.name), *([quiet(entry.key)] if entry.key else [])],
            wrap=True,
            spacing=BETWEEN,
            run_spacing=0,
            alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
            expand=True,
        )
        icon = ft.Icon(entry.icon, color=ft.Colors.ON_SURFACE_VARIANT, size=ICON)
        row = button.joined_row(
            ft.Row([icon, said], spacing=BETWEEN), press, name=entry.name, value=entry.key
        )
        pressed = cast("ft.TextButton", row.content)
        pressed.autofocus = place == 0
        pressed.key = ft.ScrollKey(_key(place))  # type: ignore[call-arg]  # Flet leaves its dataclass undeclared
        pressed.on_focus = lambda: setattr(self, "_at", place)
        self._buttons.append(pressed)
        return ft.MergeSemantics(row)

    def _offered(self) -> Iterator[Entry]:
        """What can be done, in the order in which it is read. While locked that is little."""
        window, keys, unlocked = self._window, words.menu.keys, self._window.unlocked
        if self._stack.path_below is not None:
            yield Entry(words.shell.back, keys["back"], ft.Icons.ARROW_BACK, window.back)
        if self._stack.path not in (HARD, STEPS):
            yield Entry(words.shell.hard, keys["hard"], ft.Icons.SUPPORT_OUTLINED, window.hard)
        if unlocked:
            yield Entry(words.menu.check_in, keys["check_in"], ft.Icons.ADD, lambda: window.jump(HOME))
            yield Entry(words.menu.search, keys["search"], ft.Icons.SEARCH, lambda: window.jump(HISTORY))
            for place, path in PATH_OF_PLACE.items():
                yield Entry(words.shell.places[place], "", ICONS_OF_PLACES[place], self._way(path))
            yield Entry(words.shell.settings, "", ft.Icons.SETTINGS_OUTLINED, self._way(SETTINGS))
        yield Entry(words.guide.title, "", ft.Icons.HELP_OUTLINE, self._way(HOW))
        if unlocked:
            mac = window.page.platform is ft.PagePlatform.MACOS
            hide = keys["hide_on_a_mac" if mac else "hide"]
            yield Entry(words.shell.hide, hide, ft.Icons.VISIBILITY_OFF_OUTLINED, window.hide)
            yield Entry(words.settings.lock, "", ft.Icons.LOCK_OUTLINE, window.lock)

    def _way(self, path: str) -> Callable[[], None]:
        return lambda: self._window.go(path)


def _key(place: int) -> str:
    return f"menu-{place}"
