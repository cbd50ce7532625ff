"""Sounds played by the client: handed over when one is asked for, from memory alone, and gone once let go.

The player of Flet 1.0.5 keeps what it plays in memory on Android, on Windows and in the browser window, whose page sees
to that (app/ui/browser_pages.py). On iOS, macOS and Linux it first writes it, not locked, into a file that it never
takes away. So there nothing is played (docs/decisions/keep-box.md).
"""

import asyncio
import logging
from base64 import b64encode
from collections.abc import Awaitable, Callable
from typing import Any

import flet as ft

ASK_AFTER_SECONDS = 2.0
"""A player says that a sound is ready, and nothing where it cannot be played; a browser does when it is asked."""

MOST_SECONDS = 60.0
"""How long a sound may take to get ready: a browser on a slow machine needs some ten for the largest."""

_log = logging.getLogger(__name__)


class CannotPlayError(Exception):
    """The client does not play this sound."""


class Sound:
    """One sound on one page. ``told`` is called whenever what is known of it has changed, until it is let go."""

    def __init__(self, page: ft.Page, told: Callable[[], None]) -> None:
        self._page, self._told = page, told
        self._audio: Any = None
        self._ready = asyncio.Event()
        self.seconds = 0
        self.length: int | None = None
        self.plays = False
        self.over = False

    async def play(self, content: bytes) -> None:
        """Hand it to the client and play it; done when it plays, or was let go meanwhile. CannotPlayError."""
        import flet_audio  # noqa: PLC0415  # needed by who plays a sound, and by nobody else

        self._audio = flet_audio.Audio(  # which by itself comes among the services of its page
            src=b64encode(
                content
            ).decode(),  # as bytes the client would write out each number, and stand still
            release_mode=flet_audio.ReleaseMode.STOP,
            on_loaded=lambda _: self._ready.set(),
            on_duration_change=lambda event: self._heard(length=event.duration.in_seconds),
            on_position_change=lambda event: self._heard(seconds=event.position // 1000),
            on_state_change=lambda event: self._changed(event.state.value),
        )
        await self._within_time(self._begun())

    async def pause(self) -> None:
        """Let it rest where it is. CannotPlayError."""
        await self._ask("pause")

    async def go_on(self) -> None:
        """Play it on. CannotPlayError."""
        await self._ask("resume")
        self._heard(plays=True)

    async def again(self) -> None:
        """Play it from its start. CannotPlayError."""
        await self._ask("seek", 0)
        await self.go_on()

    def let_go(self) -> None:
        """End it at once and forget its bytes, here and in the client. Nothing is told any more."""
        audio, self._audio = self._audio, None
        if audio is None:
            return
        services = self._page._services  # noqa: SLF001  # Flet itself takes one away only after the next event
        services._services = [one for one in services._services if one is not audio]  # noqa: SLF001  # as above
        services.update()
        audio.src = None
        self._ready.set()

    async def _begun(self) -> None:
        try:
            await asyncio.wait_for(self._ready.wait(), ASK_AFTER_SECONDS)
        except TimeoutError:
            await self._ask("resume")
            await self._ready.wait()
        await self.go_on()

    async def _ask(self, what: str, *how: int) -> None:
        if self._audio is not None:
            await self._within_time(getattr(self._audio, what)(*how))

    async def _within_time(self, asked: Awaitable[None]) -> None:
        audio = self._audio
        try:
            await asyncio.wait_for(asked, MOST_SECONDS)
        except (RuntimeError, TimeoutError) as failure:  # RuntimeError is how Flet tells what the client says
            if self._audio is audio:
                _log.info("a sound could not be played: %s", type(failure).__name__)
                self.let_go()
                raise CannotPlayError from None

    def _changed(self, state: str) -> None:
        if state == "completed":
            self._heard(plays=False, over=True)
        elif state in {"playing", "paused"}:
            self._heard(plays=state == "playing")

    def _heard(self, **now: Any) -> None:
        if self._audio is not None:
            for name, value in now.items():
                setattr(self, name, value)
            self._told()
