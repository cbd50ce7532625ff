"""The guard at the door of the browser window: one window, one tab, one way in, which opens once.

Any page in the person's browser, and any process on the computer, can send requests to a loopback port. So every
request must name this very address (which ends DNS rebinding), come from our own pages, and know an unguessable
path. The one-time address is all that ever leaves this process; it gives the tab a second key, kept in the tab
alone, and without that key no socket is opened: an address from the browser's history opens nothing.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection
from contextlib import suppress
from hmac import compare_digest
from typing import cast

from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.ui.browser_drop import Drop
from app.ui.browser_fonts import ASKED, MANIFEST, BrowserFonts
from app.ui.browser_keys import Keys, Presence
from app.ui.browser_pages import (
    ALWAYS,
    ELSEWHERE,
    STRANGER,
    answer,
    client_page,
    client_policy,
    entry_page,
    font_list,
    plain_page,
)
from app.ui.dropped import Dropped
from app.words import browser_window as words

LINGER_SECONDS = 2.0
"""How long Flet has, once a socket ended, to put its session to rest before the next socket may come."""

_CLOSED = frozenset({"docs", "redoc", "openapi.json", "upload", "oauth_callback", "ws", "pyodide"})
_FILES = frozenset({"assets", "canvaskit", "icons"})
_OWN_SITES: Collection[str | None] = (None, "none", "same-origin")
_WORKER = "flutter_service_worker.js"

_log = logging.getLogger(__name__)


class Guard:
    """An ASGI app around Flet's own, for a server on 127.0.0.1 at this port.

    Refusals say nothing to the asker, and to the log only which rule it was.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        port: int,
        keys: Keys,
        presence: Presence,
        fonts: BrowserFonts,
        loaded: Callable[[], Awaitable[None]],
        dropped: Dropped | None = None,
    ) -> None:
        self._app, self._loaded = app, loaded
        self._fonts = fonts
        self._keys = keys
        self._presence = presence
        self._drop = Drop(dropped, _header) if dropped is not None else None
        self._host = f"127.0.0.1:{port}"
        self._origin = f"http://{self._host}"
        self._base = f"/{keys.window}/"
        self._client = client_page(self._base, port=port)
        self._file_policy = client_policy(port)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request or let one socket in. Nothing but requests and sockets is understood."""
        if scope["type"] == "websocket":
            rule = self._socket_refusal(scope)
            if rule:
                _refused(rule)
                await receive()
                await send({"type": "websocket.close", "code": 1008})  # before it is accepted: a plain 403
            else:
                await self._let_in(scope, receive, send)
            return
        drop = self._drop if scope["method"] == "POST" else None
        ours = self._answer(scope) if drop is None else self._let_drop(drop, scope)
        if isinstance(ours, str):
            await self._app(self._inner(scope, ours), receive, self._with_headers(send))
        else:
            await ours(scope, receive, send)

    def _let_drop(self, drop: Drop, scope: Scope) -> ASGIApp:
        """What answers a request that sends something."""
        head, rest = _split(scope["path"])
        kind, _, tab = rest.partition("/")
        if _header(scope, b"host") != self._host:
            return _refusal("host")
        if not (_same(head, self._keys.window) and _same(tab, self._keys.tab)):
            return _refusal("method")
        rule = drop.refusal(scope, kind, self._origin) or ("" if self._presence.here.is_set() else "nobody")
        return _refusal(rule) if rule else drop.taken

    def _answer(self, scope: Scope) -> ASGIApp | str:
        """Our own answer, or the path at which Flet's file server may answer."""
        head, rest = _split(scope["path"])
        if _header(scope, b"host") != self._host:
            return _refusal("host")
        if scope["method"] not in {"GET", "HEAD"}:
            return _refusal("method")
        if _same(head, self._keys.entry) and not rest:
            return self._enter(scope)
        if not _same(head, self._keys.window):
            return _refusal("path")
        if _header(scope, b"sec-fetch-site") not in _OWN_SITES:
            return _refusal("site")
        return self._inside(scope, rest)

    def _enter(self, scope: Scope) -> Response:
        """A browser comes by a link from a private file, so any site may send it here, but only as a whole page."""
        if _header(scope, b"sec-fetch-dest") not in {None, "document"} or _header(scope, b"sec-purpose"):
            return _refusal("entry")  # framed, or fetched ahead by the address bar: not spent
        if self._presence.entered.is_set():
            return answer(plain_page(words.already_opened), 410)
        if scope["method"] == "GET":
            self._presence.entered.set()
        return answer(entry_page(self._base, self._keys.tab))

    def _inside(self, scope: Scope, rest: str) -> ASGIApp | str:
        parts = rest.split("/")
        first, last = parts[0].casefold(), parts[-1]
        if first in _CLOSED or ".." in parts or "\\" in rest or "\0" in rest:
            return _refusal("closed")
        if rest == STRANGER:
            open_now = self._presence.here.is_set()
            return answer(plain_page(words.elsewhere if open_now else words.not_from_here), 403)
        if rest == ELSEWHERE:
            open_now = self._presence.here.is_set()
            return answer(plain_page(words.elsewhere), 409) if open_now else self._back_in()
        if rest in {_WORKER, MANIFEST} or rest.startswith(ASKED):
            return self._font(rest)
        if first not in _FILES and ("." not in last or last.endswith(".html")):
            if scope["method"] == "GET":
                self._fonts.begin()
            return answer(self._client)  # every route of the app is the same document
        return str(scope["path"])

    def _font(self, rest: str) -> ASGIApp | str:
        if rest == MANIFEST:
            return self._font_list
        font = self._fonts.answer(rest)
        return self._base + font if font else answer(plain_page(words.nothing_here), 404)

    async def _font_list(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Flutter paints nothing before it has this list: so no empty page is painted while the app is being loaded."""
        await self._loaded()
        await font_list()(scope, receive, send)

    def _back_in(self) -> Response:
        response = RedirectResponse(self._base, 303)
        response.raw_headers += [*ALWAYS, (b"cache-control", b"no-store")]
        return response

    def _with_headers(self, send: Send) -> Send:
        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                ours = {
                    *(name for name, _ in ALWAYS),
                    b"access-control-allow-origin",
                    b"cache-control",
                    b"content-security-policy",
                }
                kept = [(name, value) for name, value in message["headers"] if name.lower() not in ours]
                policy = (b"content-security-policy", self._file_policy)
                message = {**message, "headers": [*kept, *ALWAYS, policy, (b"cache-control", b"no-store")]}
            await send(message)

        return sent

    def _socket_refusal(self, scope: Scope) -> str:
        """The rule that keeps this socket out; empty where it may come in."""
        head, rest = _split(scope["path"])
        kind, _, tab = rest.partition("/")
        if _header(scope, b"host") != self._host:
            return "host"
        if _header(scope, b"origin") != self._origin or _header(scope, b"sec-fetch-site") not in _OWN_SITES:
            return "origin"
        if not (_same(head, self._keys.window) and kind == "ws" and _same(tab, self._keys.tab)):
            return "path"
        if self._presence.here.is_set():
            return "second"
        return ""

    async def _let_in(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Run Flet's end of the socket, and be sure that it is over when the socket is."""
        self._presence.arrive()
        left = asyncio.Event()

        async def heard() -> Message:
            message = await receive()
            if message["type"] == "websocket.disconnect":
                left.set()
            return message

        async def said(message: Message) -> None:
            with suppress(OSError):  # the tab has gone: Flet 1.0.5 would fail here, and never tell its page
                await send(message)

        session = asyncio.ensure_future(self._app(self._inner(scope, f"{self._base}ws"), heard, said))
        leaving = asyncio.ensure_future(left.wait())
        try:
            await asyncio.wait({session, leaving}, return_when=asyncio.FIRST_COMPLETED)
            if left.is_set():
                # Flet 1.0.5 waits for ever if the socket ends before its first message.
                await asyncio.wait({session}, timeout=LINGER_SECONDS)
            else:
                # Flet gave up on a message; closing lets its client come back instead of standing still.
                await said({"type": "websocket.close", "code": 1011})
        finally:
            session.cancel()
            leaving.cancel()
            self._presence.leave()
            if session.done() and not session.cancelled() and (failure := session.exception()):
                _log.error("a socket failed", exc_info=failure)

    def _inner(self, scope: Scope, path: str) -> Scope:
        """The request as Flet sees it: below the window's path, without cookies, which other local servers share."""
        headers = [
            (name, value) for name, value in scope["headers"] if name not in {b"cookie", b"authorization"}
        ]
        return {
            **scope,
            "path": path,
            "raw_path": path.encode(),
            "root_path": self._base[:-1],
            "headers": headers,
        }


def _split(path: str) -> tuple[str, str]:
    head, _, rest = path.removeprefix("/").partition("/")
    return head, rest


def _same(given: str, key: str) -> bool:
    return compare_digest(given.encode("utf-8", "replace"), key.encode())


def _header(scope: Scope, name: bytes) -> str | None:
    """The header's value; None where it is missing, and a value that equals nothing where it is there twice."""
    values = [cast("bytes", value) for known, value in scope["headers"] if known == name]
    return ", ".join(value.decode("latin-1") for value in values) if values else None


def _refused(rule: str) -> None:
    _log.getChild(rule).warning("refused")


def _refusal(rule: str) -> Response:
    _refused(rule)
    return answer(plain_page(words.nothing_here), 403)
