"""Locking what nobody uses: after some quiet minutes, with a warning before, and at once when the device has slept."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import flet as ft

WARN_BEFORE_SECONDS = 30.0
LOOK_EVERY_SECONDS = 5.0
SLEPT_SECONDS = 60.0
"""A clock that is so much further than the loop says that the device slept meanwhile."""

_OF_A_SOUND = ("loaded", "duration_change", "position_change", "state_change", "seek_complete")
_NOT_A_PERSON = frozenset(
    {
        "resize",
        "media_change",
        "connect",
        "disconnect",
        "app_lifecycle_state_change",
        "size_change",
        *_OF_A_SOUND,
    }
)
"""Events that come by themselves. Everything else counts as somebody being there."""


def listen_for_a_person(
    page: ft.Page, somebody_is_there: Callable[[], None], *, but: frozenset[str] = frozenset()
) -> None:
    """Call this at whatever a person does on the page, before anything else hears of it; events named in ``but`` are not counted."""
    dispatch = page.session.dispatch_event

    async def seen(control_id: int, event_name: str, event_data: Any) -> Any:
        if event_name not in _NOT_A_PERSON | but:
            somebody_is_there()
        return await dispatch(control_id, event_name, event_data)

    page.session.dispatch_event = seen  # type: ignore[method-assign]  # Flet has no event for "anything at all"


class IdleWatch:
    """Watches one page between ``start`` and ``stop``, which can be called again and again.

    ``warn`` is called once, half a minute before ``lock`` would be; ``calm`` when somebody shows up after that.
    """

    def __init__(
        self,
        page: ft.Page,
        *,
        clock: Callable[[], datetime],
        warn: Callable[[], None],
        calm: Callable[[], None],
        lock: Callable[[], None],
    ) -> None:
        self._clock, self._warn, self._calm, self._lock = clock, warn, calm, lock
        self._loop = asyncio.get_running_loop()
        self._timer: asyncio.TimerHandle | None = None
        self._after_seconds = 0.0
        self._seen = self._looked = 0.0
        self._looked_at: datetime | None = None
        self._warned = False
        listen_for_a_person(page, self.somebody_is_there)

    def start(self, after_seconds: float) -> None:
        """Lock after so many seconds in which nothing comes from a person."""
        self.stop()
        self._after_seconds = after_seconds
        self._seen = self._looked = self._loop.time()
        self._looked_at = self._clock()
        self._warned = False
        self._next()

    def stop(self) -> None:
        """Watch no longer."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def somebody_is_there(self) -> None:
        """Begin to count again."""
        self._seen = self._loop.time()
        if self._warned:
            self._warned = False
            self._calm()

    def _next(self) -> None:
        self._timer = self._loop.call_later(LOOK_EVERY_SECONDS, self._look)

    def _look(self) -> None:
        now, today = self._loop.time(), self._clock()
        passed = timedelta(seconds=now - self._looked)
        slept = self._looked_at is not None and today - self._looked_at > passed + timedelta(
            seconds=SLEPT_SECONDS
        )
        self._looked, self._looked_at = now, today
        quiet = now - self._seen
        if slept or quiet >= self._after_seconds:
            self.stop()
            self._lock()
            return
        if quiet >= self._after_seconds - WARN_BEFORE_SECONDS and not self._warned:
            self._warned = True
            self._warn()
        self._next()
