"""The loopback server of the browser window. The one file that opens a socket, on 127.0.0.1 and nowhere else."""

import asyncio
import logging
import os
import signal
import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

import uvicorn
from flet_web import fastapi as flet_server

from app.ui.browser_callers import MOST_COOKIE_BYTES, FewCallers, WithoutCookies
from app.ui.browser_fonts import BrowserFonts
from app.ui.browser_guard import Guard
from app.ui.browser_keys import Keys, Presence
from app.ui.browser_opening import PrivateLink, open_in_browser
from app.ui.dropped import Dropped
from app.ui.ending import End
from app.ui.failures import Show
from app.ui.loading import Meanwhile
from app.ui.one_window import OneWindow, Where
from app.words import command_line as words

LOOPBACK = "127.0.0.1"

SESSION_SECONDS = 20
"""How long Flet keeps a page whose tab is gone, so that a reload finds it again."""

_BACKLOG = 64  # so many calls are taken at once, before the first of them is looked at
_ENDING_SECONDS = 2  # how long open requests have to finish once the server ends

_log = logging.getLogger(__name__)


class PortTakenError(Exception):
    """The port that was asked for is not free, or not ours to use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How many seconds the server of a window that opened itself waits for the browser.

    A reload is back within a few seconds and a restarted browser within a minute. A sleeping laptop keeps its
    connection, as both ends sleep. A tab that the browser put aside to save memory comes back to nothing: the vault
    was locked anyway, and a server left running for it would be a door kept open for days.
    """

    hint: float = 20
    arrive: float = 300
    come_back: float = 60


def run_in_browser(
    show: Show,
    *,
    assets: Path,
    chance: Callable[[int], bytes],
    tell: Callable[[str], None],
    port: int = 0,
    announce: Callable[[str], None] | None = None,
    patience: Patience | None = None,
    end: End | None = None,
    one: OneWindow | None = None,
    dropped: Dropped | None = None,
    loading: Meanwhile | None = None,
) -> None:
    """Serve one window on this computer until it is closed or a signal asks for the end.

    ``port`` 0 is any free one; raises PortTakenError if the given one cannot be had. With ``announce`` the one-time
    address is handed to it once the server answers, no browser is opened, and the server stays until it is told to
    end: whoever asked for the address also decides when it is over. Without it the default browser is opened, and
    the server ends some time after the tab is gone. In both cases the app can ``end`` it from within. ``tell`` is
    for sentences to the person at the terminal. ``loading`` begins once the browser knows where to go. The window
    is ``one`` from now on, but not while its tab is gone: whoever closed it and starts again at once gets a new one. A
    file that is dragged into the page is ``dropped``.
    """
    sock = _loopback_socket(port)
    window = _Window(sock, show, assets=assets, chance=chance, one=one, dropped=dropped, loading=loading)
    if end is not None:
        end.act = lambda _: window.end()
    if announce is not None:
        asyncio.run(window.serve(lambda: announce(window.address)))
    else:
        asyncio.run(window.serve_browser(tell, patience or Patience()))


async def be_seen(presence: Presence, one: OneWindow | None) -> None:
    """Be the one window of the vault until the tab goes, and whenever it is back."""
    while one is not None:
        one.take(Where.BROWSER)
        await presence.gone.wait()
        one.let_go()
        await presence.here.wait()


class _Window:
    def __init__(
        self,
        sock: socket.socket,
        show: Show,
        *,
        assets: Path,
        chance: Callable[[int], bytes],
        one: OneWindow | None = None,
        dropped: Dropped | None = None,
        loading: Meanwhile | None = None,
    ) -> None:
        port = sock.getsockname()[1]
        keys = Keys.fresh(chance)
        self.address = f"http://{LOOPBACK}:{port}/{keys.entry}"
        self._sock, self._loading = sock, loading or Meanwhile(lambda: show)
        self._presence, self._one = Presence(), one
        app = flet_server.app(
            show, assets_dir=str(assets), no_cdn=True, session_timeout_seconds=SESSION_SECONDS
        )
        fonts = BrowserFonts(assets / "fonts")
        guard = Guard(
            app,
            port=port,
            keys=keys,
            presence=self._presence,
            fonts=fonts,
            dropped=dropped,
            loaded=self._loading.done,
        )
        self._server = _Server(_settings(guard))

    def end(self) -> None:
        """Let the server end soon; the page says so by itself (app/ui/browser_pages.py)."""
        self._server.should_exit = True

    async def serve(self, on_ready: Callable[[], None]) -> None:
        def ready() -> None:
            on_ready()
            self._loading.begin()

        self._server.on_ready = ready
        watching = asyncio.create_task(be_seen(self._presence, self._one))
        await flet_server.app_manager.start()
        try:
            await self._server.serve([self._sock])
        finally:
            watching.cancel()
            await flet_server.app_manager.shutdown()

    async def serve_browser(self, tell: Callable[[str], None], patience: Patience) -> None:
        link = PrivateLink(self.address)
        loop = asyncio.get_running_loop()
        watching = [
            asyncio.create_task(self._remove_once_used(link)),
            asyncio.create_task(self._end_when_left(tell, patience)),
        ]

        def unopened() -> None:
            if not self._presence.entered.is_set():
                tell(words.no_browser)
                self._server.should_exit = True

        def ready() -> None:
            open_in_browser(link.uri, lambda: _in_loop(loop, unopened))

        try:
            await self.serve(ready)
        finally:
            link.remove()
            for task in watching:
                task.cancel()

    async def _remove_once_used(self, link: PrivateLink) -> None:
        await self._presence.entered.wait()
        link.remove()

    async def _end_when_left(self, tell: Callable[[str], None], patience: Patience) -> None:
        if not await _within(patience.hint, self._presence.entered):
            tell(words.nobody_came)
        came = await _within(patience.arrive, self._presence.here)
        while came:
            await self._presence.gone.wait()
            came = await _within(patience.come_back, self._presence.here)
        self._server.should_exit = True


class _Server(uvicorn.Server):
    """Says when it answers, and takes a signal as a plain request to end."""

    on_ready: Callable[[], None]

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.on_ready()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:  # noqa: ARG002  # uvicorn's signature
        self.force_exit = self.should_exit and sig == signal.SIGINT
        self.should_exit = True


def _settings(app: Guard) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        http=FewCallers,
        h11_max_incomplete_event_size=MOST_COOKIE_BYTES,
        backlog=_BACKLOG,
        ws=WithoutCookies,
        ws_per_message_deflate=False,  # nothing to gain on one computer
        lifespan="off",
        log_config=None,  # ours stands already
        access_log=False,
        server_header=False,
        date_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=_ENDING_SECONDS,
    )


def _loopback_socket(port: int) -> socket.socket:
    sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if os.name == "posix":  # elsewhere this would let another process take the port over
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        sock.bind((LOOPBACK, port))
    except OSError:
        sock.close()
        raise PortTakenError from None
    return sock


async def _within(seconds: float, event: asyncio.Event) -> bool:
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await event.wait()
    return event.is_set()


def _in_loop(loop: asyncio.AbstractEventLoop, call: Callable[[], None]) -> None:
    with suppress(RuntimeError):  # the loop is closed: the app has ended meanwhile
        loop.call_soon_threadsafe(call)
