"""A house to begin in, a window on it, and an ear for what windows are sent."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from tests.headless.kit import Headless
from tests.headless.wire import Wire
from tests.ui.screens.bringing import TWO_UNKNOWN, written
from tests.ui.screens.house import House, Listener, unlock


@pytest.fixture
def empty(tmp_path: Path) -> House:
    """A folder without a vault."""
    return House(tmp_path / "vault")


@pytest.fixture
def house(empty: House) -> House:
    """A folder with an empty vault, locked."""
    empty.begin()
    return empty


@pytest.fixture
async def screen(house: House) -> AsyncIterator[Headless]:
    """A phone, unlocked, on an empty vault."""
    async with house.window() as screen:
        await unlock(screen)
        yield screen


@pytest.fixture
def two_unknown(tmp_path: Path) -> Path:
    """A table from Daylio with two words for moods that nobody knows."""
    return written(tmp_path, TWO_UNKNOWN)


@pytest.fixture
def listener(monkeypatch: pytest.MonkeyPatch) -> Listener:
    """What windows are sent from now on."""
    ear, act = Listener(), Wire._act

    def hear(wire: Wire, action: Any, body: dict[str, Any]) -> None:
        ear.heard.append(body)
        act(wire, action, body)

    monkeypatch.setattr(Wire, "_act", hear)
    return ear
