"""A timer without sound or motion: words that say how long it still is.

Only the moment when it is over is kept, among the drafts of the window. So it goes on while the screen is left, the
window is locked or the app has ended, and what is left is always counted from the clock.
"""

import asyncio
from contextlib import suppress
from datetime import datetime, timedelta

import flet as ft

from app import words
from app.session import Session
from app.ui.screen import Host
from app.ui.widgets import button
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.shown import refresh
from app.ui.widgets.text import announced, body, quiet

MINUTES = (1, 5, 15)
TOLD_FOR = timedelta(hours=1)
"""So long after it was over that is still said; later it is as if there had been none."""


class Timer:
    """Starts, shows and stops a timer. ``key`` is where it is kept. ``leave`` is called when its screen is left."""

    def __init__(self, host: Host, key: str) -> None:
        self._host, self._key = host, key
        self._place = stack()
        self._left: ft.Text | None = None

    def laid_out(self) -> ft.Control:
        """Lay out the timer as it stands."""
        self._place.controls = self._shown()
        return card(self._place)

    def leave(self) -> None:
        """Tell nothing more here; the time goes on."""
        self._left = None

    @property
    def _over_at(self) -> datetime | None:
        with suppress(ValueError):
            return datetime.fromisoformat(self._host.draft(self._key))
        return None

    def _shown(self) -> list[ft.Control]:
        said, over_at, now = words.coping_tool, self._over_at, self._host.session.now()
        self._left = None
        if over_at is None or now - over_at > TOLD_FOR:
            starts = [
                button.second_button(said.start(minutes), lambda minutes=minutes: self._start(minutes))  # type: ignore[misc]  # bound now
                for minutes in MINUTES
            ]
            return [quiet(said.timer_help), button.buttons(*starts)]
        if now >= over_at:
            close = button.second_button(said.close_timer, self._stop)
            return [announced(said.over), button.buttons(close)]
        self._left = body(self._told(over_at, now))
        self._host.run(lambda session=self._host.session, left=self._left: self._go_on(session, left))  # type: ignore[misc]  # bound now
        return [self._left, button.buttons(button.quiet_button(said.stop, self._stop))]

    @staticmethod
    def _told(over_at: datetime, now: datetime) -> str:
        said, time = words.coping_tool, words.moment.time_of_day(over_at.astimezone(now.tzinfo))
        minutes = round((over_at - now) / timedelta(minutes=1))
        if over_at - now < timedelta(minutes=1):
            return said.last_minute.format(time=time)
        return said.time_left.format(time=time, minutes=said.minutes(minutes))

    async def _go_on(self, session: Session, left: ft.Text) -> None:
        """Say anew what is left when it has changed, as long as this is what is shown."""
        while True:
            await asyncio.sleep(1)
            over_at = self._over_at if self._host.unlocked and self._host.session is session else None
            if self._left is not left or over_at is None:
                return
            now = session.now()
            if now >= over_at:
                fill(self._place, *self._shown())
                return
            told = self._told(over_at, now)
            if told != left.value:
                left.value = told
                refresh(left)

    def _start(self, minutes: int) -> None:
        over_at = self._host.session.now() + timedelta(minutes=minutes)
        self._host.keep_draft(self._key, over_at.isoformat())
        fill(self._place, *self._shown())

    def _stop(self) -> None:
        self._host.session.drafts.drop(self._key)
        fill(self._place, *self._shown())
