"""A browser window served in a thread, and a small client that asks it by plain sockets."""

import asyncio
import http.client
import secrets
import threading
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

import flet as ft
import msgpack
from websockets.exceptions import InvalidStatus
from websockets.sync.client import ClientConnection, connect

from app.ui import browser_guard, browser_window
from app.ui.browser_keys import Keys
from app.ui.browser_window import Patience
from app.ui.dropped import Dropped

ASSETS = Path(__file__).resolve().parents[2] / "assets"


async def greet(page: ft.Page) -> None:
    page.add(ft.Text("Hello from the window"))


class Served:
    """A window served in a thread, and a small client for it."""

    def __init__(self, patience: Patience | None = None, *, dropped: Dropped | None = None) -> None:
        sock = browser_window._loopback_socket(0)
        self.port = sock.getsockname()[1]
        self.host = f"127.0.0.1:{self.port}"
        self.origin = f"http://{self.host}"
        self.told: list[str] = []
        self._window = browser_window._Window(
            sock, greet, assets=ASSETS, chance=secrets.token_bytes, dropped=dropped
        )
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(patience,))

    def _run(self, patience: Patience | None) -> None:
        if patience is None:
            asyncio.run(self._window.serve(self._ready.set))
        else:
            self._ready.set()
            asyncio.run(self._window.serve_browser(self.told.append, patience))

    def __enter__(self) -> Self:
        self._thread.start()
        assert self._ready.wait(20)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._window._server.should_exit = True
        self.ended()

    def ended(self) -> bool:
        self._thread.join(20)
        return not self._thread.is_alive()

    @property
    def keys(self) -> Keys:
        guard = self._window._server.config.app
        assert isinstance(guard, browser_guard.Guard)
        return guard._keys

    @property
    def entry(self) -> str:
        return urlsplit(self._window.address).path

    @property
    def base(self) -> str:
        return f"/{self.keys.window}/"

    def ask(self, path: str, method: str = "GET", **headers: str) -> tuple[int, http.client.HTTPMessage, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            for name, value in {"Host": self.host, **headers}.items():
                connection.putheader(name.replace("_", "-"), value)
            connection.endheaders()
            response = connection.getresponse()
            return response.status, response.headers, response.read().decode("utf-8", "replace")
        finally:
            connection.close()

    def status(self, path: str, method: str = "GET", **headers: str) -> int:
        return self.ask(path, method, **headers)[0]

    def open_socket(self, path: str | None = None, origin: str | None = "own") -> ClientConnection:
        path = f"{self.base}ws/{self.keys.tab}" if path is None else path
        asked = self.origin if origin == "own" else origin
        return connect(f"ws://{self.host}{path}", origin=asked, proxy=None, compression=None)  # type: ignore[arg-type]  # Origin is a NewType of str

    def socket_status(self, path: str | None = None, origin: str | None = "own") -> int:
        """101 if the socket was let in, else the status of the refusal."""
        try:
            with self.open_socket(path, origin):
                return 101
        except InvalidStatus as refusal:
            return refusal.response.status_code


def hello(session: str = "") -> bytes:
    """The first words of Flet's client."""
    page = {"route": "/", "width": 400, "height": 800}
    return b"\x00" + bytes(msgpack.packb([1, {"session_id": session, "page_name": "", "page": page}]))


def register(window: ClientConnection, session: str = "") -> str:
    """Say hello as Flet's client does; returns everything that comes back until the greeting of the page does."""
    window.send(hello(session))
    heard = ""
    while "Hello from the window" not in heard:
        heard += repr(window.recv(20))
    return heard
