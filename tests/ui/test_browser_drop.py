"""A file dragged into the browser window: what may be sent, by whom, and that nothing else can be."""

import http.client
from collections.abc import Iterator
from contextlib import suppress
from types import SimpleNamespace
from typing import Any, cast

import pytest

from app import words
from app.ui.brought_file import BroughtFile
from app.ui.browser_pages import DROP, DROP_KIND
from app.ui.dropped import MOST_BYTES, Dropped
from tests.ui.served import Served, register

FILE = b"full_date,mood\n2026-03-02,good\n" * 5_000


class Receiver(Dropped):
    """What the window would hand on."""

    def __init__(self) -> None:
        super().__init__()
        self.wanted = True
        self.asked: list[int] = []
        self.taken: list[BroughtFile] = []

    def is_wanted(self, size_bytes: int) -> bool:
        self.asked.append(size_bytes)
        return self.wanted

    def take(self, name: str, content: bytes) -> None:
        self.taken.append(BroughtFile(name, content))


class Dropping:
    """A window, a tab that is in it, and what is dropped on that."""

    def __init__(self, served: Served, receiver: Receiver) -> None:
        self.served, self.receiver = served, receiver

    @property
    def path(self) -> str:
        return f"{self.served.base}{DROP}/{self.served.keys.tab}"

    def drop(self, content: bytes = FILE, *, path: str = "", method: str = "POST", **changed: Any) -> int:
        """Send it as our page does, but for what is ``changed``; None leaves a header out."""
        headers = {
            "Host": self.served.host,
            "Origin": self.served.origin,
            "Sec-Fetch-Site": "same-origin",
            "Sec-Fetch-Dest": "empty",
            "Sec-Fetch-Mode": "cors",
            "Content-Type": DROP_KIND,
            "Content-Length": str(len(content)),
            "X-Name": "days%20of%20March.csv",
        } | {name.replace("_", "-"): value for name, value in changed.items()}
        connection = http.client.HTTPConnection("127.0.0.1", self.served.port, timeout=20)
        try:
            connection.putrequest(method, path or self.path, skip_host=True, skip_accept_encoding=True)
            for name, value in headers.items():
                for one in value if isinstance(value, list) else [value]:
                    if one is not None:
                        connection.putheader(name, one)
            connection.endheaders()
            with suppress(OSError):  # it may be refused before it is read
                connection.send(content)
            return connection.getresponse().status
        finally:
            connection.close()


@pytest.fixture(scope="module")
def dropping() -> Iterator[Dropping]:
    receiver = Receiver()
    with Served(dropped=receiver) as served, served.open_socket() as window:
        register(window)
        yield Dropping(served, receiver)


@pytest.fixture(autouse=True)
def nothing_yet(dropping: Dropping) -> None:
    dropping.receiver.taken.clear()
    dropping.receiver.asked.clear()
    dropping.receiver.wanted = True


def test_what_our_page_sends_is_handed_on_whole(dropping: Dropping) -> None:
    assert dropping.drop() == 204
    assert dropping.receiver.taken == [BroughtFile("days of March.csv", FILE)]
    assert "March" not in repr(dropping.receiver.taken)
    assert dropping.drop(b"") == 204
    assert dropping.receiver.taken[1].content == b""


@pytest.mark.parametrize(
    "changed",
    [
        {"Host": "localhost"},
        {"Host": "evil.example"},
        {"Origin": None},
        {"Origin": "null"},
        {"Origin": "http://evil.example"},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Sec-Fetch-Dest": "document"},
        {"Content-Type": None},
        {"Content-Type": "text/plain"},
        {"Content-Type": "multipart/form-data"},
        {"Content-Type": "application/x-www-form-urlencoded"},
        {"Content-Type": [DROP_KIND, DROP_KIND]},
    ],
)
def test_whoever_else_sends_something_is_refused(dropping: Dropping, changed: dict[str, Any]) -> None:
    assert dropping.drop(**changed) == 403
    assert (dropping.receiver.asked, dropping.receiver.taken) == ([], [])


def test_what_does_not_say_how_long_it_is_is_refused(dropping: Dropping) -> None:
    chunks = b"3\r\nabc\r\n0\r\n\r\n"
    assert dropping.drop(chunks, Content_Length=None, Transfer_Encoding="chunked") == 403
    assert dropping.receiver.taken == []


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS"])
def test_there_is_one_way_to_send_it(dropping: Dropping, method: str) -> None:
    assert dropping.drop(method=method) == 403
    assert dropping.receiver.taken == []


def test_both_keys_are_needed_and_no_other_path_takes_anything(dropping: Dropping) -> None:
    served = dropping.served
    for path in (
        f"{served.base}{DROP}/",
        f"{served.base}{DROP}/{'x' * 32}",
        f"{served.base}{DROP}/{served.keys.tab}/",
        f"{served.base}{DROP}/{served.keys.window}",
        f"{served.base}{DROP.upper()}/{served.keys.tab}",
        f"{served.base}ws/{served.keys.tab}",
        f"{served.base}upload/{served.keys.tab}",
        f"/{'x' * 32}/{DROP}/{served.keys.tab}",
        served.base,
        served.entry,
    ):
        assert dropping.drop(path=path) == 403, path
    assert dropping.receiver.taken == []


def test_nothing_can_be_asked_of_that_path(dropping: Dropping) -> None:
    status, headers, _ = dropping.served.ask(dropping.path)
    assert status == 200  # a route of the app like any other, which leads home
    assert headers["Cache-Control"] == "no-store"


def test_what_is_not_wanted_is_not_read(dropping: Dropping) -> None:
    dropping.receiver.wanted = False
    assert dropping.drop() == 409
    assert dropping.drop(b"", Content_Length=str(MOST_BYTES * 10)) == 409
    assert (dropping.receiver.asked, dropping.receiver.taken) == ([len(FILE), MOST_BYTES * 10], [])


@pytest.mark.parametrize("length", ["-1", "1e3", "", "٣", "9" * 40])
def test_a_length_that_is_none_is_refused(dropping: Dropping, length: str) -> None:
    assert dropping.drop(b"abc", Content_Length=length.encode()) in {400, 403}
    assert dropping.receiver.taken == []


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("..%2F..%2Fetc%2Fpasswd", "passwd"),
        ("C:%5CUsers%5CAna%5Cdays.csv", "days.csv"),
        ("a%0D%0Ab%00c", "abc"),
        ("%FF", "\N{REPLACEMENT CHARACTER}"),
        ("x" * 900, "x" * 255),
        (None, ""),
    ],
)
def test_a_name_is_one_plain_line(dropping: Dropping, told: str | None, name: str) -> None:
    assert dropping.drop(X_Name=told) == 204
    assert [file.name for file in dropping.receiver.taken] == [name]


def test_where_there_is_no_tab_there_is_nobody_to_drop_it() -> None:
    receiver = Receiver()
    with Served(dropped=receiver) as served:
        assert Dropping(served, receiver).drop() == 403
    assert receiver.taken == []


def test_a_window_that_takes_nothing_refuses_all() -> None:
    with Served() as served, served.open_socket() as window:
        register(window)
        assert Dropping(served, Receiver()).drop() == 403


def window(**is_so: Any) -> tuple[Any, list[str]]:
    said: list[str] = []
    usual = {"unlocked": True, "is_shown_to_someone": False, "say": said.append}
    return cast("Any", SimpleNamespace(**usual | is_so)), said


@pytest.mark.parametrize(
    ("is_so", "size", "said"),
    [
        ({}, MOST_BYTES, None),
        ({}, MOST_BYTES + 1, words.imports.dropped_large),
        ({"unlocked": False}, 1, words.imports.dropped_locked),
    ],
)
def test_it_is_wanted_while_the_vault_is_open_and_else_the_window_says_why(
    is_so: dict[str, Any], size: int, said: str | None
) -> None:
    dropped = Dropped()
    assert not dropped.is_wanted(1)
    receiving, told = window(**is_so)
    dropped.to(receiving)
    assert dropped.is_wanted(size) is (said is None)
    assert told == ([said] if said else [])


def test_beside_what_is_shown_to_someone_it_says_nothing() -> None:
    dropped = Dropped()
    receiving, told = window(is_shown_to_someone=True)
    dropped.to(receiving)
    assert not dropped.is_wanted(1)
    assert told == []
