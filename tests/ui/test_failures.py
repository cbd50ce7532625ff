"""Bugs raised on purpose: the page goes on, and what their text holds is neither on screen nor in the log."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import flet as ft
import msgpack
import pytest
from flet.controls.base_control import BaseControl
from flet.controls.context import _context_page
from flet.messaging.connection import Connection
from flet.messaging.protocol import (
    Message,
    MessageAction,
    RegisterClientResponseBody,
    configure_encode_object_for_msgpack,
)
from flet.messaging.session import Session
from flet.pubsub.pubsub_hub import PubSubHub

from app.ui.failures import ErrorNet, Show, netted
from app.words import failures as words

ROOT = Path(__file__).resolve().parents[2]
CANARY = "canary-otter"

_ENCODE = configure_encode_object_for_msgpack(BaseControl)  # type: ignore[no-untyped-call]  # Flet's


class Client(Connection):
    """A client that only listens: everything it would be sent, as it goes over the wire."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # Flet's
        self.loop = asyncio.get_running_loop()
        self.executor = ThreadPoolExecutor(1)
        self.pubsubhub = PubSubHub(loop=self.loop, executor=self.executor)
        self.screen = ""
        self.crashed = False
        self.session = Session(self)
        self.page = self.session.page

    def send_message(self, message: Message) -> None:
        packed = msgpack.packb(message.body, default=_ENCODE)
        self.screen += packed.decode("utf-8", "replace")
        self.crashed |= message.action == MessageAction.SESSION_CRASHED

    async def start(self, show: Show) -> None:
        """Do what Flet's servers do with a new page."""
        _context_page.set(self.page)
        self.session.apply_page_patch({"route": "/", "width": 400, "height": 800})
        patch = self.session.get_page_patch()  # type: ignore[no-untyped-call]  # Flet's
        body = RegisterClientResponseBody(self.session.id, patch, "")
        self.send_message(Message(MessageAction.REGISTER_CLIENT, body))
        try:
            await show(self.page)
            await self.session.after_event(self.page)
        except Exception as failure:  # noqa: BLE001  # as Flet’s servers do
            self.session.error(str(failure))

    async def press(self, button: ft.Button) -> None:
        await self.session.dispatch_event(button._i, "click", None)
        for _ in range(20):
            await asyncio.sleep(0)


@pytest.fixture
async def client() -> AsyncIterator[Client]:
    one = Client()
    yield one
    one.session.close()  # type: ignore[no-untyped-call]  # Flet's
    one.executor.shutdown()


def _fail(*_: object) -> None:
    raise ValueError(CANARY)


async def _fail_later(*_: object) -> None:
    await asyncio.sleep(0)
    raise LookupError(CANARY)


class Screen:
    """A page with one button that fails, one that works, and a net."""

    def __init__(self, failing: Callable[..., Any] = _fail) -> None:
        self.calm = ft.Text("")
        self.count = ft.Text("none")
        self.fails = ft.Button("Fail", on_click=failing)
        self.works = ft.Button("Work", on_click=self.work)
        self.net: ErrorNet | None = None

    async def show(self, page: ft.Page) -> None:
        self.net = ErrorNet(page, self.say)
        self.net.spread()
        page.add(self.calm, self.count, self.fails, self.works, self.net.laid_out(self.part))

    def part(self) -> ft.Control:
        return ft.Text("A part")

    def say(self) -> None:
        self.calm.value = words.something

    def start(self, task: Callable[..., Awaitable[None]]) -> None:
        assert self.net is not None
        self.net.run(task, "typed")

    def work(self, _: object) -> None:
        self.count.value = "worked"


@pytest.mark.parametrize("failing", [_fail, _fail_later])
async def test_a_failing_handler_leaves_a_calm_line_and_a_working_page(
    client: Client, quiet: Callable[[], str], failing: Callable[..., Any]
) -> None:
    screen = Screen(failing)
    await client.start(screen.show)
    await client.press(screen.fails)
    assert words.something in client.screen
    await client.press(screen.works)
    assert "worked" in client.screen
    assert CANARY not in client.screen
    assert not client.crashed
    log = quiet()
    assert CANARY not in log
    assert log.startswith("ERROR flet ")
    assert "test_failures.py:" in log


async def test_a_failing_background_task_leaves_a_calm_line_and_a_working_page(
    client: Client, quiet: Callable[[], str]
) -> None:
    screen = Screen(lambda _: screen.start(_fail_later))
    await client.start(screen.show)
    await client.press(screen.fails)
    assert words.something in client.screen
    await client.press(screen.works)
    assert "worked" in client.screen
    assert CANARY not in client.screen
    assert quiet().startswith("ERROR app.ui.failures LookupError (")


async def test_a_background_task_may_be_started_from_another_thread(client: Client) -> None:
    screen = Screen()
    await client.start(screen.show)
    done = asyncio.Event()

    async def finish() -> None:
        done.set()

    assert screen.net is not None
    await asyncio.to_thread(screen.net.run, finish)
    await asyncio.wait_for(done.wait(), 20)


async def test_a_background_task_that_is_cancelled_is_no_failure(
    client: Client, quiet: Callable[[], str]
) -> None:
    screen = Screen()
    await client.start(screen.show)
    started = asyncio.Event()

    async def wait_for_ever() -> None:
        started.set()
        await asyncio.Event().wait()

    assert screen.net is not None
    screen.net.run(wait_for_ever)
    await started.wait()
    for running in tuple(screen.net._running):
        running.cancel()
    for _ in range(20):
        await asyncio.sleep(0)
    assert screen.net._running == set()
    assert screen.calm.value == ""
    assert quiet() == ""


async def test_a_failing_layout_leaves_a_calm_sentence_in_its_place(
    client: Client, quiet: Callable[[], str]
) -> None:
    screen = Screen()
    screen.part = _fail  # type: ignore[assignment]  # it never comes to return anything
    await client.start(screen.show)
    assert words.this_part in client.screen
    await client.press(screen.works)
    assert "worked" in client.screen
    assert CANARY not in client.screen + quiet()


async def test_a_calm_line_that_fails_itself_is_only_logged(client: Client, quiet: Callable[[], str]) -> None:
    screen = Screen()
    screen.say = _fail  # type: ignore[method-assign]
    await client.start(screen.show)
    await client.press(screen.fails)
    await client.press(screen.works)
    assert "worked" in client.screen
    assert CANARY not in client.screen
    log = quiet()
    assert CANARY not in log
    assert log.count("ValueError") == 2


async def test_a_page_that_cannot_be_started_holds_a_calm_sentence(
    client: Client, quiet: Callable[[], str]
) -> None:
    async def show(page: ft.Page) -> None:
        page.add(ft.Text("half"))
        await _fail_later()

    await client.start(netted(show))
    assert words.whole_page in client.screen
    assert not client.crashed
    assert CANARY not in client.screen + quiet()


async def test_before_a_page_spreads_its_net_a_failing_handler_says_nothing(
    client: Client, quiet: Callable[[], str]
) -> None:
    button = ft.Button("Fail", on_click=_fail)

    async def show(page: ft.Page) -> None:
        page.add(button)

    await client.start(netted(show))
    await client.press(button)
    assert not client.crashed
    assert CANARY not in client.screen + quiet()


async def test_without_the_net_flet_shows_the_exception(client: Client) -> None:
    """If this fails, Flet has changed, and the net may be more than is needed."""
    button = ft.Button("Fail", on_click=_fail)

    async def show(page: ft.Page) -> None:
        page.add(button)

    await client.start(show)
    await client.press(button)
    assert client.crashed
    assert CANARY in client.screen
