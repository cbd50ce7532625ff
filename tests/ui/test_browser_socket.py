"""Attacks on the socket of the browser window, and what its own tab may do."""

import asyncio
import secrets
import time
from contextlib import suppress
from pathlib import Path

import flet as ft
import pytest
from flet_web import fastapi as flet_server
from starlette.types import Message, Scope
from websockets.exceptions import ConnectionClosed

from app.ui import browser_guard
from app.ui.browser_fonts import BrowserFonts
from app.ui.browser_guard import Guard
from app.ui.browser_keys import Keys, Presence
from app.ui.loading import Meanwhile
from app.words import browser_window as words
from tests.ui.served import Served, hello, register


@pytest.mark.parametrize(
    "origin",
    [
        None,
        "null",
        "http://evil.example",
        "http://localhost:{port}",
        "http://127.0.0.1:1",
        "https://127.0.0.1:{port}",
    ],
)
def test_a_socket_from_any_other_page_is_refused(served: Served, origin: str | None) -> None:
    asked = origin.format(port=served.port) if origin else None
    assert served.socket_status(origin=asked) == 403


def test_a_socket_by_any_other_name_for_this_computer_is_refused(served: Served) -> None:
    handshake = {
        "Upgrade": "websocket",
        "Connection": "Upgrade",
        "Sec_WebSocket_Key": "dGhlIHNhbXBsZSBub25jZQ==",
        "Sec_WebSocket_Version": "13",
        "Origin": served.origin,
    }
    path = f"{served.base}ws/{served.keys.tab}"
    assert served.status(path, Host=f"localhost:{served.port}", **handshake) == 403


def test_a_socket_without_the_key_of_the_tab_is_refused(served: Served) -> None:
    for path in (
        "ws",
        "ws/",
        f"ws/{'x' * 32}",
        f"ws/{served.keys.entry}",
        f"ws/{served.keys.tab}/more",
        "other",
    ):
        assert served.socket_status(f"{served.base}{path}") == 403, path
    assert served.socket_status(f"/ws/{served.keys.tab}") == 403
    assert served.socket_status(f"/{'x' * 32}/ws/{served.keys.tab}") == 403


def test_the_right_tab_gets_the_app(fresh: Served) -> None:
    with fresh.open_socket() as window:
        assert "Hello from the window" in register(window)


def test_a_second_socket_is_refused_while_the_first_lives_and_let_in_after_it(
    fresh: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browser_guard, "LINGER_SECONDS", 0.0)
    with fresh.open_socket() as window:
        register(window)
        assert fresh.socket_status() == 403
        assert words.elsewhere in fresh.ask(f"{fresh.base}_elsewhere")[2]
        assert words.elsewhere in fresh.ask(f"{fresh.base}_stranger")[2]
    assert _let_in_again(fresh)


def test_a_socket_that_ends_before_its_first_word_does_not_shut_the_window_for_ever(
    fresh: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browser_guard, "LINGER_SECONDS", 0.0)
    assert fresh.socket_status() == 101
    assert _let_in_again(fresh)


def test_nonsense_on_the_socket_ends_it_and_only_it(fresh: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser_guard, "LINGER_SECONDS", 0.0)
    with fresh.open_socket() as window:
        register(window)
        window.send(b"\x00\xc1\xc1")
        with suppress(ConnectionClosed):
            while True:
                window.recv(20)
        assert window.protocol.close_code == 1011
    assert _let_in_again(fresh)


async def test_a_page_is_told_that_its_tab_went_away_while_it_was_speaking() -> None:
    shown: list[ft.Page] = []
    told = asyncio.Event()

    async def show(page: ft.Page) -> None:
        page.on_disconnect = lambda _: told.set()
        shown.append(page)

    heard: asyncio.Queue[Message] = asyncio.Queue()
    answered = asyncio.Event()
    tab_is_there = True

    async def send(message: Message) -> None:
        if not tab_is_there:
            raise OSError
        if message["type"] == "websocket.send":
            answered.set()

    keys = Keys.fresh(secrets.token_bytes)
    guard = Guard(
        flet_server.app(show),
        port=1,
        keys=keys,
        presence=Presence(),
        fonts=BrowserFonts(Path()),
        loaded=Meanwhile(lambda: show).done,
    )
    await heard.put({"type": "websocket.connect"})
    await heard.put({"type": "websocket.receive", "bytes": hello()})
    async with asyncio.timeout(20):
        socket = asyncio.create_task(guard(_asked(keys), heard.get, send))
        while not shown:
            await answered.wait()
            await asyncio.sleep(0)
        tab_is_there = False
        shown[0].add(ft.Text("said to nobody"))
        await asyncio.sleep(0)
        await heard.put({"type": "websocket.disconnect", "code": 1001})
        await told.wait()
        await socket


def _asked(keys: Keys) -> Scope:
    path = f"/{keys.window}/ws/{keys.tab}"
    return {
        "type": "websocket",
        "path": path,
        "headers": [(b"host", b"127.0.0.1:1"), (b"origin", b"http://127.0.0.1:1")],
        "query_string": b"",
        "scheme": "ws",
        "server": ("127.0.0.1", 1),
        "client": None,
        "subprotocols": [],
    }


def _let_in_again(window: Served) -> bool:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        if window.socket_status() == 101:
            return True
    return False
