"""The window of a desktop is found again where it was, as large as it was, and never where nobody can see it for long."""

import json
from pathlib import Path
from typing import Any

import pytest

from app.session import exists
from app.store import settings
from app.store.settings import FILE_NAME, Settings, WindowBounds
from app.ui.window_place import REST_SECONDS
from tests.headless.kit import Headless
from tests.ui.screens.house import House, unlock

FIRST = {"left": 100.0, "top": 80.0, "width": 1016.0, "height": 739.0}
"""As the system puts it; its edges take 16 and 39 pixels."""
PAGE = {"width": 1000, "height": 700}
KEPT = WindowBounds(left=-900, top=40, width=816, height=639)


@pytest.fixture
def house(tmp_path: Path) -> House:
    house = House(tmp_path / "vault")
    house.begin()
    return house


def on_a_desktop(house: House, **how: Any) -> Headless:
    return house.window(**{"platform": "windows", **PAGE, "window": dict(FIRST), **how})


def told(screen: Headless) -> dict[str, Any]:
    """What the window was told to be."""
    window: dict[str, Any] = screen.client.tree.page["window"]
    return window


async def test_it_is_put_back_where_it_was(house: House) -> None:
    settings.save_window(house.folder, KEPT)
    async with on_a_desktop(house) as screen:
        window = told(screen)
        assert [window[name] for name in ("left", "top", "width", "height")] == [-900, 40, 816, 639]
        assert not window.get("maximized")
        assert (window["min_width"], window["min_height"]) == (320, 480)


async def test_it_is_kept_once_it_rests_and_not_on_the_way(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[WindowBounds | None] = []
    monkeypatch.setattr(settings, "save_window", lambda _, bounds: written.append(bounds))
    async with on_a_desktop(house) as screen:
        await screen.press_key("A")
        for left in range(5):
            await screen.window_event("moved", left=200.0 + left)
            await screen.resize(900 + left, 600)
        assert written == []
        await screen.later(REST_SECONDS)
        assert written == [WindowBounds(left=204, top=80, width=920, height=639)]
        await screen.window_event("focus")
        await screen.later(REST_SECONDS)
        assert len(written) == 1


async def test_what_has_not_rested_is_kept_as_it_closes(house: House) -> None:
    async with on_a_desktop(house) as screen:
        await unlock(screen)
        await screen.window_event("moved", left=33.4)
        await screen.disconnect()
    kept = settings.load_window(house.folder)
    assert kept == WindowBounds(left=33, top=80, width=1016, height=739)


async def test_a_window_that_filled_its_screen_does_so_again_and_knows_its_size_before(house: House) -> None:
    async with on_a_desktop(house) as screen:
        await screen.press_key("A")
        await screen.later(REST_SECONDS)
        await screen.window_event("maximize", maximized=True, left=0.0, top=0.0)
        await screen.resize(1920, 1040)
        await screen.later(REST_SECONDS)
    kept = settings.load_window(house.folder)
    assert kept == WindowBounds(left=100, top=80, width=1016, height=739, maximized=True)
    async with on_a_desktop(house) as screen:
        assert told(screen)["maximized"]
        assert told(screen)["width"] == 1016


async def test_minimized_is_no_place(house: House) -> None:
    async with on_a_desktop(house) as screen:
        await screen.press_key("A")
        await screen.later(REST_SECONDS)
        await screen.window_event("minimize", minimized=True, left=-32000.0, top=-32000.0)
        await screen.later(REST_SECONDS)
    assert settings.load_window(house.folder) == WindowBounds(left=100, top=80, width=1016, height=739)


async def test_where_nobody_was_seen_it_is_not_put_again(house: House) -> None:
    """As on a screen that was unplugged meanwhile: the system may tell of it, but nobody can press anything there."""
    settings.save_window(house.folder, KEPT)
    async with on_a_desktop(house) as screen:
        await screen.window_event("moved", left=-900.0, top=40.0)
        await screen.later(REST_SECONDS)
    assert settings.load_window(house.folder) is None
    async with on_a_desktop(house) as screen:
        assert told(screen)["left"] == 100.0


async def test_before_there_is_a_vault_and_in_the_place_of_an_erased_one_nothing_is_made(
    tmp_path: Path,
) -> None:
    house = House(tmp_path / "none")
    async with on_a_desktop(house) as screen:
        await screen.press_key("A")
        await screen.window_event("moved", left=1.0)
        await screen.later(REST_SECONDS)
    assert not exists(house.folder)
    assert not (house.folder / FILE_NAME).exists()


async def test_a_place_that_cannot_be_kept_is_nobodys_trouble(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError

    settings.save_window(house.folder, KEPT)
    monkeypatch.setattr(settings, "save_window", refused)
    async with on_a_desktop(house) as screen:
        await unlock(screen)
        await screen.window_event("moved", left=1.0)
        await screen.later(REST_SECONDS)
        assert screen.says("How is it right now?")
        await screen.disconnect()


@pytest.mark.parametrize("how", [{"web": True}, {"platform": "android"}])
async def test_a_browser_and_a_phone_have_windows_of_their_own(house: House, how: dict[str, Any]) -> None:
    settings.save_window(house.folder, KEPT)
    async with on_a_desktop(house, **how) as screen:
        assert told(screen).get("left") == 100.0
        await screen.press_key("A")
        await screen.resize(500, 600)
        await screen.later(REST_SECONDS)
    assert settings.load_window(house.folder) == KEPT


async def test_a_size_that_is_not_told_is_not_guessed(house: House) -> None:
    async with on_a_desktop(house, window={}) as screen:
        await screen.press_key("A")
        await screen.later(REST_SECONDS)
    assert settings.load_window(house.folder) is None


def test_it_lies_beside_the_settings_and_is_gone_without_them(tmp_path: Path) -> None:
    settings.save_window(tmp_path, KEPT)
    settings.save(tmp_path, Settings(less_movement=True))
    settings.save_tries(tmp_path, settings.load_tries(tmp_path))
    assert settings.load_window(tmp_path) == KEPT
    assert settings.load(tmp_path).less_movement
    settings.save_window(tmp_path, None)
    assert "window" not in json.loads((tmp_path / FILE_NAME).read_text("utf-8"))


@pytest.mark.parametrize(
    "odd",
    [
        {"left": 40_000},
        {"width": 319},
        {"height": 479},
        {"width": 20_000},
        {"top": True},
        {"top": "0"},
        {"maximized": 1},
        {"more": 1},
        {"left": 1.5},
    ],
)
def test_what_no_window_can_be_counts_as_not_kept(tmp_path: Path, odd: dict[str, Any]) -> None:
    settings.save_window(tmp_path, KEPT)
    path = tmp_path / FILE_NAME
    content = json.loads(path.read_text("utf-8"))
    content["window"] |= odd
    path.write_text(json.dumps(content), "utf-8")
    assert settings.load_window(tmp_path) is None
