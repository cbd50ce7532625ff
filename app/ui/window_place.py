"""Where the window of a desktop is and how large, kept for the next start.

A browser and a phone have windows of their own. Nothing here knows the screens of the computer: Flet 1.0.5 does not tell.
So a place is forgotten as the window is put there, and kept again once somebody has been seen in it: a window that came
to lie on a screen that is no longer there is back in sight at the start after.
"""

import asyncio
import logging
from pathlib import Path

import flet as ft

from app import session as sessions
from app.store import settings
from app.store.settings import SMALLEST_WINDOW, WindowBounds
from app.ui.ending import DESKTOPS
from app.ui.idle import listen_for_a_person

REST_SECONDS = 1.0
"""A window that has not moved so long has been put where it is."""
_WIDEST_EDGE = 100.0
_UNSEEN = frozenset(
    {"event", "close", "route_change", "platform_brightness_change", "locale_change", "focus"}
)
"""What comes from a window in which nobody can press anything: where it was put, what the system asks for, its end."""

_log = logging.getLogger(__name__)


class WindowPlace:
    """Puts one window back where it was, and keeps where it is."""

    def __init__(self, page: ft.Page, vault_folder: Path) -> None:
        self._page, self._folder = page, vault_folder
        self._is_had = not page.web and page.platform in DESKTOPS
        self._edges = self._edges_now()
        self._kept = self._normal = settings.load_window(vault_folder) if self._is_had else None
        self._somebody_was_here = False
        self._timer: asyncio.TimerHandle | None = None

    def restore(self) -> None:
        """Put the window back, and listen to it from now on. The page is not sent."""
        if not self._is_had:
            return
        window, kept = self._page.window, self._kept
        window.min_width, window.min_height = SMALLEST_WINDOW
        if kept is not None:
            window.left, window.top, window.width, window.height = (
                kept.left,
                kept.top,
                kept.width,
                kept.height,
            )
            window.maximized = kept.maximized
            self._write(None)
        window.on_event = lambda _: self.changed()
        listen_for_a_person(self._page, self._seen, but=_UNSEEN)

    def changed(self) -> None:
        """The window moved, or has another size: keep that once it rests."""
        if self._is_had:
            self._wait_no_more()
            self._timer = asyncio.get_running_loop().call_later(REST_SECONDS, self.keep)

    def keep(self) -> None:
        """Keep where the window is now, if that is another place; not before somebody was seen in it."""
        self._wait_no_more()
        now = self._now()
        if self._somebody_was_here and now is not None and now != self._kept:
            self._write(now)

    def _seen(self) -> None:
        if not self._somebody_was_here:
            self._somebody_was_here = True
            self.changed()

    def _wait_no_more(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _write(self, bounds: WindowBounds | None) -> None:
        """Only beside a vault: whoever has none, or has erased it, finds nothing made there."""
        if not sessions.exists(self._folder):
            return
        try:
            settings.save_window(self._folder, bounds)
        except OSError:
            _log.warning("where the window is could not be kept")
        else:
            self._kept = bounds

    def _now(self) -> WindowBounds | None:
        """Where it is, and how large it is whenever it does not fill its screen; None where that is not told."""
        window, page = self._page.window, self._page
        if window.minimized or window.full_screen or self._edges is None:
            return self._kept
        if window.maximized:
            before = self._normal
            if before is None:
                return None
            return WindowBounds(
                left=before.left, top=before.top, width=before.width, height=before.height, maximized=True
            )
        wide, high = self._edges
        numbers = (window.left, window.top, page.width, page.height)
        if None in numbers:
            return None
        left, top, width, height = (round(number) for number in numbers if number is not None)
        try:
            self._normal = WindowBounds(left=left, top=top, width=width + wide, height=height + high)
        except ValueError:
            return None
        return self._normal

    def _edges_now(self) -> tuple[int, int] | None:
        """How much larger the window is than its page: Flet tells each new size of the page, and few of the window."""
        window, page = self._page.window, self._page
        if None in (window.width, window.height, page.width, page.height):
            return None
        wide = float(window.width or 0) - float(page.width or 0)
        high = float(window.height or 0) - float(page.height or 0)
        return (round(wide), round(high)) if 0 <= wide <= _WIDEST_EDGE and 0 <= high <= _WIDEST_EDGE else None
