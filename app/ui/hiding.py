"""What a phone's app does when it goes out of sight: it locks, at once or soon."""

import asyncio
from collections.abc import Callable

import flet as ft

from app.ui.outside import Outside

CHOOSING_SECONDS = 120.0
"""How long a person may look for a file or a folder before it locks behind the system's own window."""

_OUT_OF_SIGHT = (ft.AppLifecycleState.HIDE, ft.AppLifecycleState.PAUSE)


class Hiding:
    """Listens to whether a page can be seen. On a desktop and in a browser that means nothing.

    A phone may stop an app right after it was hidden, so it locks at once. Only the system's own window, in which this app
    asks for a file or an app to share with, hides it as well: then there is some time to come back from there. Being
    merely *inactive*, as beneath a call or a list of notifications, locks nothing.
    """

    def __init__(self, outside: Outside, lock: Callable[[], None]) -> None:
        self._outside, self._lock = outside, lock
        self._timer: asyncio.TimerHandle | None = None

    def heard(self, event: ft.AppLifecycleStateChangeEvent) -> None:
        """The page can be seen, or no more."""
        if not self._outside.is_phone:
            return
        if event.state in _OUT_OF_SIGHT and self._outside.is_asking:
            self._wait()
        elif event.state in _OUT_OF_SIGHT:
            self._lock()
        elif event.state is ft.AppLifecycleState.RESUME:
            self._stop()

    def _wait(self) -> None:
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(CHOOSING_SECONDS, self._over)

    def _over(self) -> None:
        self._stop()
        self._lock()

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
