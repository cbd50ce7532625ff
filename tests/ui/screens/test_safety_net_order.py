"""The order of the net: by arrows and by dragging, told each time, and taken back."""

import flet as ft
import pytest

from tests.headless.kit import Headless
from tests.ui.screens.house import House, lock, unlock
from tests.ui.screens.lived_in import live_in


@pytest.fixture
async def net(house: House) -> House:
    """Ana, The park and Ben, in this order."""
    live_in(house)
    with house.session() as session:
        session.safety_net.add(next(one.id for one in session.supports.all if one.name == "The park"))
        session.safety_net.add(session.supports.add("Ben").id)
    return house


async def at_the_order(screen: Headless) -> None:
    await unlock(screen)
    await screen.go("/safety-net")
    await screen.tap("Change the order")


def names(screen: Headless) -> list[str]:
    return [one.partition(". ")[2] for one in screen.texts() if one[:2] in {"1.", "2.", "3."}]


async def drag(screen: Headless, old: int, new: int) -> None:
    """What the client tells where a row was dropped."""
    rows = next(
        seen for seen in screen._in_reach() if "ReorderableListView" in {n["_c"] for n in seen.around}
    )
    rows_node = next(node for node in rows.around if node["_c"] == "ReorderableListView")
    screen.client.tell(rows_node, "reorder", {"old_index": old, "new_index": new})
    await screen.settle()


async def test_arrows_move_one_at_a_time_and_end_at_either_end(net: House) -> None:
    async with net.window() as screen:
        await at_the_order(screen)
        await screen.tap("Move up Ben")
        assert screen.says("Ben is now number 2.")
        await screen.tap("Move up Ben")
        assert screen.says("Ben is now number 1.")
        assert not screen.can_tap("Move up Ben")
        assert not screen.can_tap("Move down The park")
        assert names(screen) == ["Ben", "Ana", "The park"]
        await lock(screen)
        await at_the_order(screen)
        assert names(screen) == ["Ben", "Ana", "The park"]


async def test_the_keyboard_goes_along_with_who_was_moved(
    net: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    focused: list[object] = []

    async def focus(arrow: ft.IconButton) -> None:
        focused.append(arrow.tooltip)

    monkeypatch.setattr(ft.IconButton, "focus", focus)
    async with net.window() as screen:
        await at_the_order(screen)
        await screen.tap("Move up Ben")
        await screen.tap("Move up Ben")
        assert focused == ["Move up Ben", "Move down Ben"]


@pytest.mark.parametrize(
    ("old", "new", "order", "told"),
    [
        (0, 2, ["The park", "Ben", "Ana"], "Ana is now number 3."),
        (2, 0, ["Ben", "Ana", "The park"], "Ben is now number 1."),
        (1, 1, ["Ana", "The park", "Ben"], ""),
    ],
)
async def test_a_name_stays_where_it_was_dropped_and_goes_back(
    net: House, old: int, new: int, order: list[str], told: str
) -> None:
    async with net.window() as screen:
        await at_the_order(screen)
        await drag(screen, old, new)
        assert names(screen) == order
        assert screen.says(told) if told else not screen.says("is now number")
        if told:
            await screen.tap("Undo")
        assert names(screen) == ["Ana", "The park", "Ben"]


async def test_one_whose_support_is_gone_is_stepped_over(net: House) -> None:
    with net.session() as session:
        session.supports.forget(next(one for one in session.supports.all if one.name == "The park"))
    async with net.window() as screen:
        await at_the_order(screen)
        await screen.tap("Move up Ben")
        assert screen.says("Ben is now number 1.")
        assert names(screen) == ["Ben", "Ana"]


async def test_a_full_disk_is_told_and_the_order_shown_is_the_one_kept(net: House) -> None:
    async with net.window() as screen:
        await at_the_order(screen)
        with net.full():
            await screen.tap("Move up The park")
        assert screen.says("There is no room left")
        with net.full():
            await drag(screen, 0, 2)
        assert names(screen) == ["Ana", "The park", "Ben"]


async def test_an_empty_net_has_no_order(screen: Headless) -> None:
    await screen.go("/safety-net/order")
    assert screen.says("Pick one support to reach first.")
