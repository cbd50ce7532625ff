"""Attacks on the server of the browser window below HTTP's good manners: raw bytes, crowds, and answers of every kind."""

import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress

import pytest
from starlette.types import Scope

from app.ui.browser_callers import MOST_COOKIE_BYTES, MOST_WAITING
from app.ui.browser_guard import Guard
from tests.ui.served import Served

HANDSHAKE = (
    "Upgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
)
REFUSED = (b"400", b"403", b"405")


def test_without_a_host_nothing_is_given(served: Served) -> None:
    for version in ("1.0", "1.1"):
        assert _answer(served, f"GET {served.base} HTTP/{version}\r\n\r\n", own=False).startswith(
            b"HTTP/1.1 403"
        )


@pytest.mark.parametrize(
    "asked",
    [
        "CONNECT {host} HTTP/1.1\r\nHost: {host}\r\n\r\n",
        "CONNECT evil.example:443 HTTP/1.1\r\nHost: {host}\r\n\r\n",
        "OPTIONS * HTTP/1.1\r\nHost: {host}\r\n\r\n",
        "TRACE {base} HTTP/1.1\r\nHost: {host}\r\nX-Canary: canary\r\n\r\n",
        "OPTIONS {base} HTTP/1.1\r\nHost: {host}\r\nAccess-Control-Request-Private-Network: true\r\n\r\n",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        "GET http://evil.example/ HTTP/1.1\r\nHost: {host}\r\n\r\n",
        "GET /%ff%fe HTTP/1.1\r\nHost: {host}\r\n\r\n",
        "GET /%ed%a0%80/ HTTP/1.1\r\nHost: {host}\r\n\r\n",
        "GET //{host}{base} HTTP/1.1\r\nHost: {host}\r\n\r\n",
        "GET {base} HTTP/1.1\r\n Host: {host}\r\n\r\n",
        "GET {base} HTTP/1.1\r\nHost : {host}\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: {host}\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n",
        "GET /ws HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\n" + HANDSHAKE + "\r\n",
    ],
)
def test_what_is_no_plain_question_to_the_window_is_refused(served: Served, asked: str) -> None:
    answer = _answer(served, asked.format(host=served.host, base=served.base), own=False)
    assert answer.split(b" ")[1] in REFUSED
    assert b"canary" not in answer
    assert b"access-control-allow" not in answer.lower()
    assert served.keys.window.encode() not in answer
    assert served.status(served.base) == 200


@pytest.mark.parametrize(
    "framing",
    [
        "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
        "Content-Length: 4\r\nContent-Length: 5\r\n",
        "Transfer-Encoding: chunked, identity\r\n",
        "Transfer-Encoding : chunked\r\n",
        "Content-Length: +4\r\n",
    ],
)
def test_a_second_question_cannot_be_hidden_in_the_first(served: Served, framing: str) -> None:
    hidden = f"0\r\n\r\nGET {served.base} HTTP/1.1\r\nHost: {served.host}\r\n\r\n"
    answer = _answer(served, f"POST / HTTP/1.1\r\nHost: {served.host}\r\n{framing}\r\n{hidden}", own=False)
    assert answer.split(b" ")[1] in REFUSED
    assert b" 200 OK" not in answer


def test_an_answer_of_any_kind_is_kept_in_no_cache(served: Served) -> None:
    file = f"{served.base}flutter_bootstrap.js"
    kinds = {
        200: served.ask(file),
        206: served.ask(file, Range="bytes=0-9"),
        304: served.ask(file, If_None_Match=served.ask(file)[1]["ETag"]),
        307: served.ask(f"{served.base}icons"),
        400: served.ask(file, Range="nonsense"),
        403: served.ask("/"),
        404: served.ask(f"{served.base}missing.js"),
        416: served.ask(file, Range="bytes=99999999-"),
    }
    head = served.ask(file, "HEAD")
    for status, (given, headers, _) in [*kinds.items(), (200, head)]:
        assert (status, headers.get_all("Cache-Control")) == (given, ["no-store"])
        assert headers["Referrer-Policy"] == "no-referrer"


def test_every_answer_of_the_one_time_address_is_kept_in_no_cache(fresh: Served) -> None:
    asked: tuple[dict[str, str], ...] = ({"Sec_Fetch_Dest": "iframe"}, {"Sec_Purpose": "prefetch"}, {}, {})
    for status, headers in zip((403, 403, 200, 410), asked, strict=True):
        given, sent, _ = fresh.ask(fresh.entry, **headers)
        assert (given, sent["Cache-Control"], sent["Referrer-Policy"]) == (status, "no-store", "no-referrer")


@pytest.mark.parametrize(
    "name", ["%ff.ttf", "%ed%a0%80.ttf", f"{'a' * 300}.js", f"{'b/' * 3000}c.js", "%e2%80%ae.js"]
)
def test_a_name_that_no_disk_has_is_plainly_missing(served: Served, name: str) -> None:
    assert served.status(f"{served.base}fonts/{name}") == 404


def test_a_fault_of_the_guard_itself_is_answered_without_a_word_of_it(
    served: Served, quiet: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Guard, scope: Scope) -> str:
        raise RuntimeError(f"canary {scope['path']}")

    monkeypatch.setattr(Guard, "_answer", fail)
    status, _, body = served.ask(f"{served.base}canary")
    assert status == 500
    for told in (body, quiet()):
        assert "canary" not in told
        assert served.keys.window not in told


def test_cookies_that_another_page_of_this_computer_left_keep_nobody_out(fresh: Served) -> None:
    """A browser sends the cookies of one port to all ports of the computer, so any local page can make them large."""
    cookies = f"Cookie: {'a' * (MOST_COOKIE_BYTES - 5_000)}\r\n"
    assert _answer(fresh, f"GET {fresh.base} HTTP/1.1\r\n{cookies}").startswith(b"HTTP/1.1 200")
    asked = f"GET {fresh.base}ws/{fresh.keys.tab} HTTP/1.1\r\nHost: {fresh.host}\r\nOrigin: {fresh.origin}\r\n{HANDSHAKE}"
    with _call(fresh) as caller:
        caller.sendall(f"{asked}{cookies}\r\n".encode())
        assert caller.recv(100).startswith(b"HTTP/1.1 101")


def test_a_handshake_without_sense_is_not_kept_open(served: Served) -> None:
    with _call(served) as caller:
        caller.sendall(
            f"GET / HTTP/1.1\r\nHost: {served.host}\r\nX: {'a' * 9_000}\r\n{HANDSHAKE}\r\n".encode()
        )
        assert _is_over(caller)


def test_a_crowd_of_callers_who_say_little_keeps_nobody_out(fresh: Served) -> None:
    little = (
        "",
        "GET / HT",
        "GET / HTTP/1.1\r\nHost: 127",
        f"POST / HTTP/1.1\r\nHost: {fresh.host}\r\nContent-Length: 9\r\n\r\n",
    )
    with fresh.open_socket() as window, ExitStack() as crowd:
        callers = [crowd.enter_context(_call(fresh)) for _ in range(2 * MOST_WAITING)]
        for number, caller in enumerate(callers):
            with suppress(OSError):  # it was sent away already
                caller.sendall(little[number % len(little)].encode())
        assert fresh.status(fresh.base) == 200
        assert all(_is_over(caller) for caller in callers[:MOST_WAITING])
        assert window.ping().wait(20), "the person's own socket is in no crowd"


def test_whoever_waits_among_few_may_go_on_waiting(served: Served) -> None:
    with _call(served) as early, ExitStack() as crowd:
        for _ in range(MOST_WAITING // 2):
            crowd.enter_context(_call(served))
        early.sendall(f"GET {served.base} HTTP/1.1\r\nHost: {served.host}\r\n\r\n".encode())
        assert early.recv(100).startswith(b"HTTP/1.1 200")


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    """One window for all who want to disturb it, and for nobody else."""
    with Served() as one:
        yield one


def _call(window: Served) -> socket.socket:
    return socket.create_connection(("127.0.0.1", window.port), timeout=20)


def _answer(window: Served, asked: str, *, own: bool = True) -> bytes:
    """What comes back, up to its end or a pause; with ``own`` the right host and the end of the question are added."""
    with _call(window) as caller:
        caller.sendall(
            (f"{asked}Host: {window.host}\r\nConnection: close\r\n\r\n" if own else asked).encode("latin-1")
        )
        caller.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: caller.recv(1 << 16), b""))


def _is_over(caller: socket.socket) -> bool:
    """Whether the other side has closed, once what it still said is read."""
    try:
        while caller.recv(1 << 16):
            pass
    except ConnectionError:
        pass
    except TimeoutError:
        return False
    return True
