"""The offline guard stands: nothing gets past it, here or in a process that a test starts."""

import asyncio
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from tests.guard import sitecustomize as guard
from tests.guard.sitecustomize import ReachedOut, stays_here

ELSEWHERE = "192.0.2.1"  # set aside for documentation by RFC 5737


def connect() -> None:
    with socket.socket() as plug:
        plug.settimeout(0.01)
        plug.connect((ELSEWHERE, 80))


def connect_without_waiting() -> None:
    with socket.socket() as plug:
        plug.setblocking(False)
        plug.connect_ex((ELSEWHERE, 80))


def connect_over_ipv6() -> None:
    with socket.socket(socket.AF_INET6) as plug:
        plug.connect(("2001:db8::1", 80))


def send_a_datagram() -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as plug:
        plug.sendto(b"hello", (ELSEWHERE, 53))


def send_a_message() -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as plug:
        plug.sendmsg([b"hello"], [], 0, (ELSEWHERE, 53))


def look_up() -> None:
    socket.getaddrinfo("example.org", 443)


def look_up_the_old_way() -> None:
    socket.gethostbyname("example.org")


def listen_to_everyone() -> None:
    with socket.socket() as plug:
        plug.bind(("", 0))


def open_with_asyncio() -> None:
    asyncio.run(asyncio.wait_for(asyncio.open_connection(ELSEWHERE, 80), 1))


@pytest.mark.parametrize(
    "leave",
    [
        connect,
        connect_without_waiting,
        connect_over_ipv6,
        send_a_datagram,
        send_a_message,
        look_up,
        look_up_the_old_way,
        listen_to_everyone,
        open_with_asyncio,
    ],
)
def test_no_way_leads_off_this_machine(leave: Callable[[], None]) -> None:
    with pytest.raises(ReachedOut):
        leave()
    assert guard.attempts
    _forget()


def test_an_attempt_in_a_thread_that_swallows_the_error_is_still_known() -> None:
    def quietly() -> None:
        with suppress(Exception):
            connect()

    thread = threading.Thread(target=quietly)
    thread.start()
    thread.join()
    assert guard.attempts == [f"socket.connect {ELSEWHERE!r}"]
    _forget()


def test_an_attempt_in_another_process_is_known(reached_out_report: Path) -> None:
    code = f"import socket\ntry: socket.create_connection(({ELSEWHERE!r}, 80))\nexcept Exception as e: print(type(e).__name__)"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "ReachedOut"
    assert ELSEWHERE in reached_out_report.read_text(encoding="utf-8")
    reached_out_report.unlink()


def test_this_machine_can_be_reached() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname()) as plug,
    ):
        assert plug.getpeername()[0] == "127.0.0.1"


@pytest.mark.parametrize("host", ["127.0.0.1", "127.9.9.9", "::1", "localhost", b"localhost", None, ""])
def test_loopback_is_this_machine(host: object) -> None:
    assert stays_here(host)


@pytest.mark.parametrize("host", ["::", "10.0.0.1", "192.168.1.1", "fe80::1%eth0", "localhost.evil.example"])
def test_nothing_else_is_this_machine(host: object) -> None:
    assert not stays_here(host)


def test_an_attempt_that_nobody_expected_fails_its_test(pytester: pytest.Pytester) -> None:
    root = Path(__file__).parents[2]
    pytester.makeconftest("from tests.conftest import *")
    pytester.makepyfile(
        """
        import contextlib, socket
        def test_quiet():
            with contextlib.suppress(Exception):
                socket.getaddrinfo("example.org", 80)
        """
    )
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider", "-o", f"pythonpath={root}")
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*tried to leave this machine: socket.getaddrinfo 'example.org'*"])


def _forget() -> None:
    guard.attempts.clear()
    Path(os.environ[guard.REPORT]).unlink(missing_ok=True)
