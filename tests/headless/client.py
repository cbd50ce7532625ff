"""The fake client: a real Flet session and page, and the half of the conversation that a window would hold.

What it does of its own accord is what the client of Flet 1.0.5 does: it answers calls, tells of a changed route only
when the route did change, sends an event only where there is a handler, and reports a dialog's end once it is closed.
"""

import asyncio
import inspect
import logging
from collections.abc import Awaitable, Callable
from contextvars import Token
from typing import Any

import flet as ft
from flet.controls.context import _context_page, context
from flet.messaging.protocol import Message, MessageAction, RegisterClientResponseBody
from flet.messaging.session import Session

from tests.headless.answers import Answers, Call
from tests.headless.client_tree import ClientTree, Node
from tests.headless.heard import PASSES_BY
from tests.headless.wire import Wire
from tests.headless.work import Work

Application = Callable[[ft.Page], Awaitable[None] | None]
"""What a window runs with its page, as for ``ft.run``."""

SNACK_BAR_SECONDS = 4.0
SESSION_TIMEOUT_SECONDS = 30


class Client:
    """One window on one application. Made and started inside the event loop it is to run in."""

    def __init__(self, *, page: dict[str, Any]) -> None:
        self.tree = ClientTree()
        self.calls: list[Call] = []
        self.answers = Answers(web=bool(page["web"]))
        self.failures: list[str] = []
        self._first = page
        self._open: dict[int, Node] = {}
        self._wire: Wire | None = None
        self._log = _Log(self.failures)
        self._context: Token[Any] | None = None

    async def start(self, application: Application) -> None:
        """Register the client, run the application with its page and wait until it rests."""
        self.work = Work()
        logging.getLogger().addHandler(self._log)
        self._connect()
        self.session = Session(self._connected)
        self.page = self.session.page
        self.session.apply_page_patch(self._first)
        self._context = _context_page.set(self.page)
        context.reset_auto_update()  # type: ignore[no-untyped-call]  # as below
        self._register(self.session.get_page_patch())  # type: ignore[no-untyped-call]  # Flet leaves it without types
        waiting = application(self.page)
        if inspect.isawaitable(waiting):
            await waiting
        await self.session.after_event(self.page)
        await self.work.done()

    async def stop(self) -> None:
        """End the session as the server does when its time is over, and leave nothing behind."""
        try:
            if self._context is not None:
                self.session.close()  # type: ignore[no-untyped-call]  # Flet leaves it without types
                await self.work.done()
                _context_page.reset(self._context)
        finally:
            logging.getLogger().removeHandler(self._log)
            if self._wire is not None:
                self._wire.close()
            self.work.forget()

    async def send(self, node: Node, event: str, data: Any = None, **properties: Any) -> None:
        """Change properties as the client does, tell of the event where it has a handler, and wait for the rest."""
        self.tell(node, event, data, **properties)
        await self.work.done()

    def tell(
        self, node: Node, event: str, data: Any = None, *, always: bool = False, **properties: Any
    ) -> None:
        """The same without waiting. With ``always`` the event is told of even where it has no handler."""
        assert self._wire is not None, "the window is closed; reconnect first"
        if properties:
            node.update(properties)
            self.session.apply_patch(node["_i"], properties)
        if always or node.get(f"on_{event}") is True:
            asyncio.get_running_loop().create_task(self.session.dispatch_event(node["_i"], event, data))

    def go(self, route: str) -> None:
        """Change the address of the page. As in the client nothing happens if it is the same."""
        if route != self.tree.page.get("route", "/"):
            self.tell(self.tree.page, "route_change", {"route": route}, always=True, route=route)

    def close_dialog(self, dialog: Node) -> None:
        """A dialog ends, by whatever way."""
        self._open.pop(dialog["_i"], None)
        told_with = True if dialog["_c"] in {"DatePicker", "TimePicker"} else None
        self.tell(dialog, "dismiss", told_with, open=False)

    async def disconnect(self) -> None:
        """The window is gone, for now or for good."""
        self._wire = None
        await self.session.disconnect(SESSION_TIMEOUT_SECONDS)
        await self.work.done()

    async def reconnect(self) -> None:
        """The same window is back: the session goes on, and the page is sent whole."""
        self._connect()
        self.session.attach_connection(self._connected)
        self._register(self.page)
        await self.session.dispatch_connect_event()
        await self.work.done()

    @property
    def dialogs(self) -> list[Node]:
        """The open dialogs, the topmost last. Snack bars and banners are among them."""
        held = self.tree.page.get("_dialogs", {}).get("controls", [])
        return [dialog for dialog in held if dialog.get("open")]

    @property
    def sent_bytes(self) -> int:
        """How much the client was sent since it was there."""
        return self._connected.sent_bytes

    @property
    def _connected(self) -> Wire:
        assert self._wire is not None
        return self._wire

    def _connect(self) -> None:
        self._wire = Wire(self.tree, patched=self._patched, asked=self._asked, crashed=self.failures.append)

    def _register(self, page: Any) -> None:
        answer = RegisterClientResponseBody(session_id=self.session.id, page_patch=page, error="")
        self._connected.send_message(Message(MessageAction.REGISTER_CLIENT, answer))

    def _patched(self) -> None:
        now = {dialog["_i"]: dialog for dialog in self.dialogs}
        ended = [dialog for number, dialog in self._open.items() if number not in now]
        begun = [dialog for number, dialog in now.items() if number not in self._open]
        self._open = now
        for dialog in begun:
            if dialog["_c"] == "SnackBar":
                ended += [
                    other for other in now.values() if other["_c"] == "SnackBar" and other is not dialog
                ]
                self._let_it_pass(dialog)
        for dialog in ended:
            asyncio.get_running_loop().call_soon(self._ended, dialog)

    def _let_it_pass(self, bar: Node) -> None:
        if bar.get("persist", bool(bar.get("action"))):
            return
        told = bar.get("duration", SNACK_BAR_SECONDS * 1000)
        milliseconds = ft.Duration(**told).in_milliseconds if isinstance(told, dict) else told
        seconds = milliseconds / 1000
        asyncio.get_running_loop().call_later(seconds, self._ended, bar)

    def _ended(self, dialog: Node) -> None:
        held = self.tree.page.get("_dialogs", {}).get("controls", [])
        if self._wire is not None and any(dialog is other for other in held):
            self.close_dialog(dialog)

    def _asked(self, call: Call, control_id: int, call_id: str) -> None:
        self.calls.append(call)
        asyncio.get_running_loop().call_soon(self._reply, call, control_id, call_id)

    def _reply(self, call: Call, control_id: int, call_id: str) -> None:
        result, error = None, None
        try:
            result = self.answers.answer(call)
        except KeyError as unknown:
            self.failures.append(str(unknown.args[0]))
            error = "unknown method"
        except Exception as refused:  # noqa: BLE001  # a prepared answer may be any failure
            error = str(refused) or type(refused).__name__
        if call.method == "push_route":
            self.go(call.arguments["route"])
        self.session.handle_invoke_method_results(control_id, call_id, result, error)


class _Log(logging.Handler):
    """Takes down every record of a failure, whoever wrote it."""

    def __init__(self, failures: list[str]) -> None:
        super().__init__(logging.ERROR)
        self._failures = failures
        self.setFormatter(logging.Formatter("%(name)s: %(message)s"))

    def emit(self, record: logging.LogRecord) -> None:
        self._failures.append(self.format(record))


def holds_the_screen(dialog: Node) -> bool:
    """Whether nothing beneath a dialog can be reached while it is open."""
    return dialog["_c"] not in PASSES_BY
