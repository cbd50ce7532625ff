"""What everyone who can call the one port is kept to, before the guard hears of it.

Any page of this computer can leave large cookies for all ports of it, and any process can open connections by the
thousand. Neither may keep the person out, or take the files away that the vault is saved with.
"""

import asyncio
import re
from asyncio.transports import BaseTransport
from typing import Any

from uvicorn.protocols.http.auto import AutoHTTPProtocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

MOST_WAITING = 100
"""So many connections may be open without a question that is being answered. A browser opens some six."""

MOST_COOKIE_BYTES = 1 << 20
"""More than a browser keeps for one computer."""

_COOKIES = re.compile(rb"^cookie:[^\r\n]*\r\n", re.IGNORECASE | re.MULTILINE)


class FewCallers(AutoHTTPProtocol):  # type: ignore[misc, valid-type]  # one of two classes, by what is installed
    """One connection. When there are too many, the one that has waited longest goes."""

    def connection_made(self, transport: BaseTransport) -> None:
        """Let it in, and thin out the crowd."""
        super().connection_made(transport)
        self.came = asyncio.get_running_loop().time()
        waiting = [one for one in self.connections if isinstance(one, FewCallers) and one.waits]
        if len(waiting) > MOST_WAITING:
            min(waiting, key=lambda one: one.came).transport.abort()

    @property
    def waits(self) -> bool:
        """Whether no question of it is being answered."""
        cycle: Any = self.cycle
        return (cycle is None or cycle.response_complete) and not self.transport.is_closing()


class WithoutCookies(WebSocketsSansIOProtocol):
    """A socket whose first words are freed of cookies: its library waits for ever before a line that is too long."""

    def data_received(self, data: bytes) -> None:
        """Read what came. What is no handshake at all ends it."""
        super().data_received(data if self.handshake_initiated else _COOKIES.sub(b"", data))
        if self.conn.handshake_exc is not None and not self.handshake_initiated:
            self.transport.abort()
