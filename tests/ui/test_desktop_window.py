"""When a desktop window is tried for, and what happens when it cannot be had."""

import sys
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import flet as ft
import pytest

from app.ui import desktop_window
from app.words import command_line as words

ASSETS = Path(__file__).resolve().parents[2] / "assets"


async def greet(page: ft.Page) -> None:
    page.title = "Shown"


class Desktop:
    """A computer with a display and Flet's desktop package, as far as the code under test can tell."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
        self.told: list[str] = []
        self.ran = 0
        self.client: Callable[[], object] = lambda: home
        self.window: Callable[[Any], None] = self.open
        self.page = SimpleNamespace(title="")
        monkeypatch.setattr(sys, "platform", "linux")
        monkeypatch.setenv("DISPLAY", ":0")
        monkeypatch.setenv("HOME", str(home))
        monkeypatch.delenv("FLET_VIEW_PATH", raising=False)
        monkeypatch.setattr(desktop_window, "version", lambda name: "1.0.5")
        package = SimpleNamespace(ensure_client_cached=lambda: self.client())  # noqa: PLW0108  # changed by tests
        monkeypatch.setitem(sys.modules, "flet_desktop", package)
        monkeypatch.setattr(ft, "run", self.run)

    def run(self, show: Any, **_: object) -> None:
        self.ran += 1
        self.window(show)

    def open(self, show: Any) -> None:
        coroutine = show(self.page)
        with pytest.raises(StopIteration):
            coroutine.send(None)

    def try_it(self) -> bool:
        return desktop_window.run_in_desktop_window(greet, assets=ASSETS, tell=self.told.append)


@pytest.fixture
def desktop(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Desktop:
    return Desktop(monkeypatch, tmp_path)


def test_a_desktop_with_a_client_gets_its_window(desktop: Desktop, tmp_path: Path) -> None:
    (tmp_path / ".flet" / "client" / "some").mkdir(parents=True)
    assert desktop.try_it()
    assert desktop.page.title == "Shown"
    assert desktop.told == [words.in_a_desktop_window]


def test_fetching_a_client_is_said_before_it_is_done(desktop: Desktop) -> None:
    said_before: list[str] = []
    desktop.client = lambda: said_before.extend(desktop.told)
    assert desktop.try_it()
    assert said_before == [words.fetching_a_client]


def test_a_client_that_cannot_be_fetched_means_no_window(desktop: Desktop) -> None:
    def no_network() -> None:
        raise OSError

    desktop.client = no_network
    assert not desktop.try_it()
    assert desktop.ran == 0


def test_a_client_that_ends_before_showing_anything_means_no_window(desktop: Desktop) -> None:
    desktop.window = lambda show: None
    assert not desktop.try_it()
    assert desktop.ran == 1


@pytest.mark.parametrize("missing", ["display", "package", "matching package", "private channel"])
def test_nothing_is_tried_where_it_could_not_work_or_would_not_be_private(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    match missing:
        case "display":
            monkeypatch.delenv("DISPLAY")
        case "package":
            monkeypatch.setattr(desktop_window, "version", _nothing_installed)
        case "matching package":
            monkeypatch.setattr(desktop_window, "version", {"flet": "1.0.5", "flet-desktop": "1.0.4"}.get)
        case _:
            monkeypatch.setattr(sys, "platform", "win32")
    assert not desktop.try_it()
    assert desktop.ran == 0
    assert desktop.told == []


def _nothing_installed(name: str) -> str:
    raise PackageNotFoundError(name)
