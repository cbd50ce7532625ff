"""Watches everything a page asks for, so that nothing leaves its own origin unseen."""

import re
from collections import Counter
from urllib.parse import urlsplit

from playwright.async_api import ConsoleMessage, Page, Request

_WITHIN = {"data", "blob", "about"}
_REFUSED = re.compile(
    r"'(?P<url>[^']+)' violates the following Content Security Policy"
)  # Chromium's own sentence


class Watch:
    """What one page asked for, what it said on its console, and which of it went elsewhere."""

    def __init__(self, page: Page) -> None:
        self.console: list[str] = []
        self.origins: set[str] = set()
        self._asked: list[str] = []
        self._held_back: list[str] = []
        page.on("request", lambda request: self._asked.append(request.url))
        page.on("websocket", lambda socket: self._asked.append(socket.url))
        page.on("requestfailed", self._failed)
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.console.append(f"page error: {error.message}"))

    def home(self, address: str) -> None:
        """From now on the origin of this address is the page's own, too."""
        self.origins.add(urlsplit(address).netloc)

    @property
    def held_back(self) -> list[str]:
        """What the page would have asked for elsewhere, had its own policy not kept it from asking."""
        told = [found["url"] for said in self.console if (found := _REFUSED.search(said))]
        return sorted({url for url in [*told, *self._held_back] if self._is_elsewhere(url)})

    @property
    def left(self) -> list[str]:
        """What the page asked for elsewhere and nothing held back."""
        asked = Counter(filter(self._is_elsewhere, self._asked))
        return sorted(asked - Counter(self._held_back))

    def _failed(self, request: Request) -> None:
        if "csp" in (request.failure or "").lower():
            self._held_back.append(request.url)

    def _said(self, message: ConsoleMessage) -> None:
        self.console.append(f"{message.type}: {message.text}")

    def _is_elsewhere(self, url: str) -> bool:
        parts = urlsplit(url)
        return parts.scheme not in _WITHIN and parts.netloc not in self.origins
