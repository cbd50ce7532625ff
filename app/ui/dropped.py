"""A file that was dragged into the window: from whoever takes it to the screen on which it is looked at."""

from typing import TYPE_CHECKING, Protocol

from app.ui.brought_file import BroughtFile
from app.words.imports import imports as words

if TYPE_CHECKING:  # it is there before the app is loaded
    import flet as ft

    from app.ui.outside import Outside

MOST_BYTES = 64 << 20
"""More is not held in memory for a person who can as well say where it lies."""


class Receiving(Protocol):
    """What a file is dropped on."""

    page: "ft.Page"
    outside: "Outside"

    @property
    def unlocked(self) -> bool:
        """Whether there is a session."""

    @property
    def is_shown_to_someone(self) -> bool:
        """Whether what stands in the window stands alone."""

    def say(self, text: str) -> None:
        """Say something at the foot of the window."""

    def jump(self, route: str, file: BroughtFile | None = None) -> None:
        """Show another screen at once, which takes a file."""


class Dropped:
    """Hands what is dropped on to the window that was opened last. One for all pages of a process."""

    def __init__(self) -> None:
        self._window: Receiving | None = None

    def to(self, window: Receiving) -> None:
        """From now on this is the window."""
        self._window = window

    def is_wanted(self, size_bytes: int) -> bool:
        """Whether a file of that size may come in now. Where not, the window says why, unless somebody else reads in it."""
        window = self._window
        if window is None or window.is_shown_to_someone:
            return False
        if not window.unlocked:
            window.say(words.dropped_locked)
        elif size_bytes > MOST_BYTES:
            window.say(words.dropped_large)
        else:
            return True
        return False

    def take(self, name: str, content: bytes) -> None:
        """Show what is in it, as if it had been chosen on that screen."""
        window = self._window
        if window is not None and self.is_wanted(len(content)):
            window.page.run_task(self._shown, window, BroughtFile(name, content))

    async def _shown(self, window: Receiving, file: BroughtFile) -> None:
        from app.ui.screen import IMPORT  # noqa: PLC0415  # it is there before the app is loaded

        window.jump(IMPORT, file)
