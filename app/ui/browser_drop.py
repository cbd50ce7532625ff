"""The one request by which something is sent to the browser window: a file that was dragged into its page.

It comes from our own page, which alone knows the key of its tab, and says how long it is. It is held in memory and
nowhere else. What the guard asks of it stands in ``refusal``; nothing is read of what is refused.
"""

import asyncio
from collections.abc import Callable
from urllib.parse import unquote

from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

from app.ui.browser_pages import ALWAYS, DROP, DROP_KIND
from app.ui.dropped import MOST_BYTES, Dropped

PATIENCE_SECONDS = 60.0
_LONGEST_NAME = 255

Header = Callable[[Scope, bytes], str | None]
"""The value of a header; None where it is missing, and a value that equals nothing where it is there twice."""


class Drop:
    """Takes one file after another for the window."""

    def __init__(self, dropped: Dropped, header: Header) -> None:
        self._dropped, self._header = dropped, header
        self._busy = False

    def refusal(self, scope: Scope, kind: str, origin: str) -> str:
        """The rule that keeps this request out, of one that knows both keys; empty where it may go on."""
        if kind != DROP:
            return "method"
        if self._header(scope, b"origin") != origin:
            return "origin"
        if self._header(scope, b"sec-fetch-site") not in {None, "same-origin"}:
            return "site"
        if self._header(scope, b"sec-fetch-dest") not in {None, "empty"}:
            return "entry"
        if self._header(scope, b"content-type") != DROP_KIND:
            return "kind"  # one that no form can send, and that another site would have to ask leave for
        return "" if self._size(scope) is not None else "length"

    async def taken(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Read the file and hand it on, or answer that it is not wanted now."""
        size = self._size(scope) or 0
        if self._busy or not self._dropped.is_wanted(size):
            await _answer(409)(scope, receive, send)
            return
        self._busy = True
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                content = await _read(receive, size)
        except TimeoutError:
            content = None
        finally:
            self._busy = False
        if content is None:
            await _answer(400)(scope, receive, send)
            return
        self._dropped.take(self._name(scope), content)
        await _answer(204)(scope, receive, send)

    def _size(self, scope: Scope) -> int | None:
        """How many bytes it says that it has; None where it does not say so plainly."""
        said = self._header(scope, b"content-length") or ""
        if self._header(scope, b"transfer-encoding") is not None or not (said.isascii() and said.isdigit()):
            return None
        return int(said) if len(said) <= len(str(MOST_BYTES)) + 6 else None

    def _name(self, scope: Scope) -> str:
        """What the file is called, as one plain line and without a folder."""
        told = unquote(self._header(scope, b"x-name") or "", errors="replace")
        last = told.replace("\\", "/").rpartition("/")[2]
        return "".join(filter(str.isprintable, last))[-_LONGEST_NAME:]


async def _read(receive: Receive, size: int) -> bytes | None:
    """Exactly so many bytes; None where there are others, or the tab has gone."""
    content = bytearray()
    more = True
    while more:
        message: Message = await receive()
        if message["type"] != "http.request":
            return None
        content += message.get("body", b"")
        more = bool(message.get("more_body")) and len(content) <= size
    return bytes(content) if len(content) == size else None


def _answer(status: int) -> Response:
    response = Response(status_code=status)
    response.raw_headers += [*ALWAYS, (b"cache-control", b"no-store"), (b"connection", b"close")]
    return response
