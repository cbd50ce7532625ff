"""How the server of the browser window begins and ends, and how the browser finds it."""

import secrets
import socket
import stat
import threading
import time
import webbrowser
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

import pytest

from app.ui import browser_opening, browser_window
from app.ui.browser_window import Patience, PortTakenError, run_in_browser
from app.words import command_line as terminal_words
from tests.ui.served import ASSETS, Served, greet, register

NO_WAIT = Patience(hint=0, arrive=0, come_back=0)


def test_a_port_that_is_taken_is_named_as_such() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(PortTakenError):
            run_in_browser(
                greet, assets=ASSETS, chance=secrets.token_bytes, tell=print, port=other.getsockname()[1]
            )


def test_the_server_ends_and_says_so_if_the_browser_never_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser_window, "open_in_browser", lambda uri, on_failure: None)
    with Served(NO_WAIT) as window:
        assert window.ended()
        assert window.told == [terminal_words.nobody_came]


def test_the_server_ends_and_says_so_if_there_is_no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    links: list[Path] = []

    def fail_to_open(uri: str, on_failure: Callable[[], None]) -> None:
        links.append(_path_of(uri))
        assert links[0].exists()
        on_failure()

    monkeypatch.setattr(browser_window, "open_in_browser", fail_to_open)
    with Served(Patience()) as window:
        assert window.ended()
        assert window.told == [terminal_words.no_browser]
    assert not links[0].parent.exists()


def test_the_server_ends_after_its_tab_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    ready = threading.Event()
    monkeypatch.setattr(browser_window, "open_in_browser", lambda uri, on_failure: ready.set())
    with Served(Patience(come_back=0)) as window:
        assert ready.wait(20)
        assert window.status(window.entry) == 200
        with window.open_socket() as tab:
            register(tab)
        assert window.ended()
        assert window.told == []


def test_the_browser_is_led_by_a_private_file_that_is_gone_once_used(monkeypatch: pytest.MonkeyPatch) -> None:
    uris: list[str] = []
    ready = threading.Event()

    def opened(uri: str, on_failure: object) -> None:
        uris.append(uri)
        ready.set()

    monkeypatch.setattr(browser_window, "open_in_browser", opened)
    with Served(Patience()) as window:
        assert ready.wait(20)
        file = _path_of(uris[0])
        assert window.keys.entry not in unquote(uris[0])
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
        assert f"url={window.origin}{window.entry}" in file.read_text(encoding="utf-8")
        assert window.status(window.entry) == 200
        deadline = time.monotonic() + 20
        while file.parent.exists() and time.monotonic() < deadline:
            time.sleep(0.005)
        assert not file.parent.exists()


def _path_of(uri: str) -> Path:
    return Path(url2pathname(urlsplit(uri).path))


def test_a_browser_that_cannot_be_opened_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    failed = threading.Event()
    monkeypatch.setattr(browser_opening, "_has_screen", lambda: True)
    monkeypatch.setattr(webbrowser, "open", lambda uri: False)
    browser_opening.open_in_browser("file:///nothing", failed.set)
    assert failed.wait(20)
