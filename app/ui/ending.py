"""The end of the process some quiet minutes after the lock: Python erases no memory, only the end of a process does."""

import asyncio
from collections.abc import Callable

import flet as ft

from app.ui.idle import listen_for_a_person

END_AFTER_SECONDS = 5 * 60.0

DESKTOPS = (ft.PagePlatform.LINUX, ft.PagePlatform.MACOS, ft.PagePlatform.WINDOWS)


def close_window(page: ft.Page) -> None:
    """Close a window of its own, with which its process ends. A phone's app is the system's to end; a tab has no window."""
    if not page.web and page.platform in DESKTOPS:
        page.run_task(page.window.destroy)


class End:
    """How this process ends. Whoever opens its window knows better and says so by setting ``act``."""

    def __init__(self) -> None:
        self.act: Callable[[ft.Page], None] = close_window

    def __call__(self, page: ft.Page) -> None:
        """End the process soon."""
        self.act(page)


class Ending:
    """Ends a process that was opened, was locked again, and is left alone then. One for all pages of a process.

    A process in which nothing was ever opened holds nothing, and stays. Without an ``end`` nothing ends.
    """

    def __init__(self, end: Callable[[ft.Page], None] | None) -> None:
        self._end = end
        self._timer: asyncio.TimerHandle | None = None
        self._page: ft.Page | None = None
        self._more_seconds = 0.0

    def watch(self, page: ft.Page) -> None:
        """From now on whatever a person does on this page puts the end off."""
        self._page = page
        listen_for_a_person(page, self._somebody_is_there)

    def opened(self) -> None:
        """The vault is open: nothing ends."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def locked(self) -> None:
        """The vault is locked: begin to count."""
        self.opened()
        if self._end is not None:
            after_seconds = END_AFTER_SECONDS + self._more_seconds
            self._timer = asyncio.get_running_loop().call_later(after_seconds, self._over)

    def allow(self, more_seconds: float) -> None:
        """From now on wait so many seconds more: something stands on a page that somebody may still be reading."""
        self._more_seconds = more_seconds
        self._somebody_is_there()

    def _somebody_is_there(self) -> None:
        if self._timer is not None:
            self.locked()

    def _over(self) -> None:
        self._timer = None
        if self._end is not None and self._page is not None:
            self._end(self._page)
