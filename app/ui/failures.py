"""The error net: a mistake of ours becomes a calm line, and its text goes nowhere.

Flet 1.0.5 by itself covers the page with the exception's text: ``Session.error`` sends it, with a traceback, to the
client. A background task that fails is only logged, and a layout function that fails leaves a page half built.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from typing import ParamSpec

import flet as ft

from app.words import failures as words

_log = logging.getLogger(__name__)

P = ParamSpec("P")

Show = Callable[[ft.Page], Awaitable[None]]
"""What a window runs with each of its pages."""


class ErrorNet:
    """Catches what fails on one page. Make it inside the page's event loop; ``on_failure`` shows the calm line.

    ``on_failure`` is called in the event loop, takes nothing and says nothing about the failure. If it fails
    itself, that is logged and the page stays as it is.
    """

    def __init__(self, page: ft.Page, on_failure: Callable[[], None]) -> None:
        self._page = page
        self._on_failure = on_failure
        self._loop = asyncio.get_running_loop()
        self._running: set[Future[None]] = set()

    def spread(self) -> None:
        """From now on a failing handler of this page leads to the calm line instead of Flet's red box."""
        self._page.session.error = self._reported  # type: ignore[method-assign]  # Flet offers no hook for it

    def laid_out(self, build: Callable[[], ft.Control]) -> ft.Control:
        """What ``build`` returns, or a calm sentence in its place if it fails."""
        try:
            return build()
        except Exception:  # noqa: BLE001  # whatever it is, it ends here
            _log.exception("a part could not be laid out")
            return calm_line(words.this_part)

    def run(self, task: Callable[P, Awaitable[None]], *args: P.args, **kwargs: P.kwargs) -> None:
        """Start a task in the background, from any thread. Its failure is logged by type and shown calmly."""
        running = asyncio.run_coroutine_threadsafe(self._watched(task, *args, **kwargs), self._loop)
        self._running.add(running)  # the loop itself holds tasks only weakly
        running.add_done_callback(self._running.discard)

    async def _watched(self, task: Callable[P, Awaitable[None]], *args: P.args, **kwargs: P.kwargs) -> None:
        try:
            await task(*args, **kwargs)
        except Exception:  # noqa: BLE001  # whatever it is, it ends here
            _log.exception("a background task failed")
            self._show_calmly()

    def _reported(self, message: str) -> None:  # noqa: ARG002  # it quotes the exception; Flet has logged its type
        self._show_calmly()

    def _show_calmly(self) -> None:
        try:
            self._on_failure()
            self._page.update()  # Flet skips its own update after a handler that failed
        except Exception:  # noqa: BLE001  # whatever it is, it ends here
            _log.exception("the calm line could not be shown")


def netted(show: Show) -> Show:
    """The same, but a page that cannot be started holds a calm sentence, and nothing of the failure is shown.

    It lies beneath the page's own net: until that is spread, nothing at all is said of a failing handler.
    """

    async def shown(page: ft.Page) -> None:
        page.session.error = _kept_back  # type: ignore[method-assign]  # Flet offers no hook for it
        try:
            await show(page)
        except Exception:  # noqa: BLE001  # whatever it is, it ends here
            _log.exception("a page could not be started")
            page.views[:] = [ft.View(controls=[calm_line(words.whole_page)])]
            page.update()

    return shown


def calm_line(sentence: str) -> ft.Control:
    """A sentence to stand in the place of what failed; screen readers say it when it appears."""
    return ft.Semantics(content=ft.Text(sentence), live_region=True)


def _kept_back(message: str) -> None:
    """Drop what Flet would have sent to the client."""
