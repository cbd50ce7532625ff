"""Text as large as the reader has set it: the window is laid out by how much of it has room."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.ui import shell, text_size
from app.ui.theme import SMALL
from tests.headless.client_tree import nodes_within
from tests.headless.kit import Headless
from tests.ui.screens.house import House, unlock


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    yield
    text_size._told.times = 1.0


@pytest.fixture
def house(tmp_path: Path) -> House:
    house = House(tmp_path / "vault")
    house.begin()
    return house


async def set_text(screen: Headless, percent: int) -> None:
    """Tell, as the client does, how high the sign came out that is there to be measured."""
    overlay = screen.client.tree.page["_overlay"]
    [sign] = [node for node in nodes_within(overlay) if node.get("on_size_change")]
    screen.client.tell(sign, "size_change", {"w": 7.0, "h": SMALL * percent / 100})
    await screen.settle()


def places(screen: Headless) -> dict[str, Any]:
    """What holds the places."""
    [held] = [
        node
        for node in nodes_within(screen.client.tree.page["views"][-1])
        if node["_c"] in {"NavigationBar", "NavigationRail"}
    ]
    return held


@pytest.mark.parametrize(
    ("width", "percent", "kind", "rail"),
    [
        (700, 100, "NavigationRail", 96),
        (700, 200, "NavigationBar", 0),
        (1280, 100, "NavigationRail", 200),
        (1280, 130, "NavigationRail", 124.8),
        (1280, 200, "NavigationRail", 192),
        (2400, 200, "NavigationRail", 400),
        (390, 200, "NavigationBar", 0),
    ],
)
async def test_the_places_have_room_for_their_names(
    house: House, width: int, percent: int, kind: str, rail: float
) -> None:
    async with house.window(width=width) as screen:
        await unlock(screen)
        await set_text(screen, percent)
        held = places(screen)
        assert held["_c"] == kind
        beside = (
            shell.RAIL_WIDTH * percent / 100 if rail else 0
        )  # names stand below the pictures, or beside them
        assert held.get("min_width", 0) == pytest.approx(beside)
        assert held.get("min_extended_width", 0) == pytest.approx(rail)
        assert bool(held.get("extended")) is (rail > beside)
        await set_text(screen, 100)
        assert places(screen)["_c"] == ("NavigationRail" if width >= shell.RAIL_FROM else "NavigationBar")


async def test_what_is_being_typed_stays_when_text_becomes_larger(house: House) -> None:
    async with house.window(width=700) as screen:
        await unlock(screen)
        await screen.go("/support/new")
        await screen.type("Name", "An")
        await set_text(screen, 200)
        assert screen.value("Name") == "An"


async def test_smaller_text_changes_nothing_and_nobody_hears_the_sign(house: House) -> None:
    async with house.window(width=700) as screen:
        await unlock(screen)
        before = places(screen)
        await set_text(screen, 80)
        assert places(screen) is before
        assert not [text for text in screen.texts() if not text.strip()]
