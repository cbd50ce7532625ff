"""Moving on the map: by dragging, by buttons and by keys. It can be taken back, and moves nobody else who was put somewhere."""

from typing import Any

import pytest

from app.domain.support import Ring
from tests.headless.client_tree import Node
from tests.headless.kit import Headless
from tests.ui.screens.house import House
from tests.ui.screens.test_support_map import _size, fill, mark, nodes, the_map, to_map


def at(one: Node) -> tuple[float, float]:
    return float(one["left"]), float(one["top"])


async def drag(screen: Headless, one: Node, x: float, y: float, steps: int = 4) -> None:
    """Drag a mark by so much, as a pointer does."""

    def event(kind: str, part: float, **more: Any) -> None:
        point = {"x": 24 + x * part, "y": 24 + y * part}
        screen.client.tell(one, f"vertical_drag_{kind}", {"l": point, "g": point, **more})

    event("start", 0, k="mouse")
    for step in range(1, steps + 1):
        event("update", step / steps)
        await screen.settle()
    event("end", 1, v={"x": 0, "y": 0})
    await screen.settle()


async def test_a_mark_can_be_dragged_to_another_ring_and_angle_and_put_back(house: House) -> None:
    with house.session() as session:
        ana = session.supports.add("Ana", angle=90, ring=Ring.CLOSE)
    async with house.window(width=390) as screen:
        await to_map(screen)
        x, y = at(mark(screen, "Ana"))
        await drag(screen, mark(screen, "Ana"), 60, 45)
        assert at(mark(screen, "Ana")) != (x, y)
        assert screen.says("Ana: Around me. At the bottom right of the map")
        assert screen.can_tap("Open Ana, Around me, Person")
        await screen.tap("Undo")
        assert at(mark(screen, "Ana")) == (x, y)
    with house.session() as session:
        assert (session.supports.current(ana).ring, session.supports.current(ana).angle) == (Ring.CLOSE, 90)


async def test_the_line_follows_while_a_mark_is_dragged(house: House) -> None:
    with house.session() as session:
        session.supports.add("Ana", angle=90)
    async with house.window(width=390) as screen:
        await to_map(screen)

        def lines() -> list[str]:
            drawn = [node for node in nodes(the_map(screen)) if node["_c"] == "Canvas"]
            return [str(node["shapes"]) for node in drawn if str(node["width"]) != str(_size(screen))]

        before, point = lines(), {"x": 24, "y": 24}
        screen.client.tell(mark(screen, "Ana"), "vertical_drag_start", {"k": "touch", "l": point, "g": point})
        screen.client.tell(
            mark(screen, "Ana"), "vertical_drag_update", {"l": {"x": 44, "y": 64}, "g": {"x": 44, "y": 64}}
        )
        await screen.settle()
        assert sum(now != then for now, then in zip(lines(), before, strict=True)) == 1
        assert not screen.says("Ana: ")


async def test_a_dragged_mark_stays_on_the_map(house: House) -> None:
    with house.session() as session:
        ana = session.supports.add("Ana", angle=90)
    async with house.window(width=390) as screen:
        await to_map(screen)
        await drag(screen, mark(screen, "Ana"), 9_000, 0)
        assert screen.says("Ana: Further out. On the right of the map")
    with house.session() as session:
        assert session.supports.current(ana).angle == 90


@pytest.mark.parametrize("count", [12, 60, 300])
async def test_a_move_of_a_drag_sends_the_mark_and_its_line_and_nothing_of_the_others(
    house: House, count: int
) -> None:
    with house.session() as session:
        fill(session, count)
        session.supports.add("Zoë", angle=120)
    async with house.window(width=390) as screen:
        await to_map(screen)
        began = screen.client.sent_bytes
        point = {"x": 24, "y": 24}
        screen.client.tell(mark(screen, "Zoë"), "vertical_drag_start", {"k": "mouse", "l": point, "g": point})
        for step in range(1, 11):
            point = {"x": 24 + 3 * step, "y": 24 + 2 * step}
            screen.client.tell(mark(screen, "Zoë"), "vertical_drag_update", {"l": point, "g": point})
            await screen.settle()
        assert (screen.client.sent_bytes - began) / 10 < 400


async def test_a_mark_that_was_dragged_does_not_move_when_others_come(house: House) -> None:
    with house.session() as session:
        fill(session)
    async with house.window(width=390) as screen:
        await to_map(screen)
        await drag(screen, mark(screen, "Ana 4"), 30, -20)
        there = at(mark(screen, "Ana 4"))
        for name in ("Ben", "Cem"):
            await screen.tap("Add a support")
            await screen.type("Name", name)
            await screen.tap("Save support")
            await screen.go("/supports/map")
        assert at(mark(screen, "Ana 4")) == there


async def test_buttons_on_the_map_move_the_one_that_is_chosen(house: House) -> None:
    with house.session() as session:
        session.supports.add("Ana", ring=Ring.CLOSE, angle=0)
        session.supports.add("Ben")
    async with house.window() as screen:
        await to_map(screen)
        await screen.tap("Move one with buttons")
        await screen.tap("Which one: Nobody chosen yet")
        await screen.tap("Ana")
        await screen.tap("Further")
        assert screen.says("Ana: Around me. At the top of the map")
        for _ in range(3):
            await screen.tap("Turn right")
        assert screen.says("Ana: Around me. At the top right of the map")
        await screen.tap("Turn left")
        await screen.tap("Closer")
        await screen.tap("Undo")
        assert screen.can_tap("Open Ana, Around me, Person")


async def test_shift_and_an_arrow_move_the_mark_that_has_the_keyboard_and_no_other(house: House) -> None:
    with house.session() as session:
        session.supports.add("Ana", ring=Ring.CLOSE, angle=0)
    async with house.window() as screen:
        await to_map(screen)
        await screen.press_key("Arrow Down", shift=True)
        assert screen.can_tap("Open Ana, Close, Person")
        pressed = next(node for node in nodes(mark(screen, "Ana")) if node["_c"] == "TextButton")
        screen.client.tell(pressed, "focus")
        await screen.settle()
        await screen.press_key("Arrow Down")
        await screen.press_key("Arrow Down", shift=True)
        assert screen.can_tap("Open Ana, Around me, Person")
        await screen.press_key("Arrow Right", shift=True)
        await screen.press_key("Arrow Right", shift=True)
        assert screen.says("Ana: Around me. At the top right of the map")
        await screen.press_key("Arrow Left", shift=True)
        await screen.press_key("Arrow Up", shift=True)
        assert screen.can_tap("Open Ana, Close, Person")
        assert screen.called("focus")
        screen.client.tell(pressed, "blur")
        await screen.settle()
        await screen.press_key("Arrow Down", shift=True)
        assert screen.can_tap("Open Ana, Close, Person")
