"""The app is loaded while the window opens: a browser needs a second for its client, and the server answers before that."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from threading import Lock, Thread

import flet as ft

from app.ui.failures import Show


class Meanwhile:
    """What a window runs, as ``make`` returns it. It is made once: from ``begin`` on, in a thread, or for the first page."""

    def __init__(self, make: Callable[[], Show]) -> None:
        self._make = make
        self._lock = Lock()
        self._show: Show | None = None

    def begin(self) -> None:
        """Make it now, besides what else there is to do. If that fails it is logged, and the first page tries once more."""
        Thread(target=self._made, name="loading", daemon=True).start()

    async def done(self) -> None:
        """Wait until it is made; where that fails, the page that comes tells."""
        with suppress(Exception):  # as of begin
            await asyncio.to_thread(self._made)

    async def __call__(self, page: ft.Page) -> None:
        """Run it with a page."""
        show = await asyncio.to_thread(self._made)
        await show(page)

    def _made(self) -> Show:
        with self._lock:
            if self._show is None:
                self._show = self._make()
            return self._show
