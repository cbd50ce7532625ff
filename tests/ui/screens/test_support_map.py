"""The map: it opens what is pressed, grows and shrinks, says itself in a sentence, and the list says the same."""

from collections.abc import Iterator
from itertools import combinations
from math import hypot
from typing import Any

import pytest

from app import words
from app.domain.exchange import Direction
from app.domain.support import Ring, Strain, Strength, SupportKind, SupportState
from app.session import Session
from tests.headless.client_tree import Node
from tests.headless.kit import Headless
from tests.ui.screens.house import House, unlock


def fill(session: Session, count: int = 12, name: str = "Ana") -> None:
    rings, kinds = tuple(Ring), tuple(SupportKind)
    for n in range(count):
        session.supports.add(f"{name} {n}", ring=rings[n % 3], kind=kinds[n % len(kinds)])


async def to_map(screen: Headless) -> None:
    await unlock(screen)
    await screen.tap("Supports")
    await screen.tap("Map")


def nodes(thing: Any) -> Iterator[Node]:
    """Every control in a piece of the client's tree."""
    if isinstance(thing, dict):
        if "_c" in thing:
            yield thing
        for part in thing.values():
            yield from nodes(part)
    elif isinstance(thing, list):
        for part in thing:
            yield from nodes(part)


def the_map(screen: Headless) -> Node:
    """What is moved and pinched."""
    view = screen.client.tree.page["views"][-1]
    return next(node for node in nodes(view) if node["_c"] == "InteractiveViewer")


def marks(screen: Headless) -> list[Node]:
    """What can be dragged."""
    return [node for node in nodes(the_map(screen)) if node["_c"] == "GestureDetector"]


def mark(screen: Headless, name: str) -> Node:
    """The mark that a screen reader calls so."""
    return next(
        one
        for one in marks(screen)
        if any(str(node.get("label", "")).startswith(f"Open {name},") for node in nodes(one))
    )


async def test_the_map_says_itself_in_one_sentence_and_the_list_has_the_rest(house: House) -> None:
    with house.session() as session:
        fill(session)
    async with house.window() as screen:
        await to_map(screen)
        assert screen.route == "/supports/map"
        assert screen.says("A map with 12 marks around you. The list of supports says the same in words.")
        await screen.tap("My supports")
        assert screen.route == "/supports"


async def test_an_empty_map_offers_a_first_step(screen: Headless) -> None:
    await screen.tap("Supports")
    await screen.tap("Map")
    assert screen.says("Nothing is on the map yet. You can start with a place or an activity.")
    await screen.tap("Add a support")
    assert screen.route == "/support/new"


async def test_a_press_on_a_mark_opens_it(house: House) -> None:
    with house.session() as session:
        ana = session.supports.add("Ana")
    async with house.window() as screen:
        await to_map(screen)
        await screen.tap("Open Ana, Around me, Person")
        assert screen.route == f"/support/{ana.id}"


async def test_a_closer_look_is_larger_and_a_wider_look_goes_back_to_the_whole(house: House) -> None:
    with house.session() as session:
        fill(session, 18, "Anne-Marie from the Thursday choir")
    async with house.window(width=390, height=844) as screen:
        await to_map(screen)
        whole = _size(screen)
        assert screen.says("Look closer to see every name.")
        for _ in range(9):
            await screen.tap("Closer look")
        assert _size(screen) > 3 * whole
        assert not screen.says("Look closer to see every name.")
        assert len(marks(screen)) == 18
        assert screen.called("pan")
        for _ in range(9):
            await screen.tap("Wider look")
        assert _size(screen) == whole


@pytest.mark.parametrize("count", [12, 60, 300])
async def test_marks_are_large_enough_and_far_enough_apart_to_be_pressed_on_a_phone(
    house: House, count: int
) -> None:
    with house.session() as session:
        fill(session, count)
    async with house.window(width=390) as screen:
        await to_map(screen)
        bodies = [
            node
            for node in nodes(the_map(screen))
            if node["_c"] in {"GestureDetector", "Stack"} and "left" in node and "top" in node
        ]
        assert 3 <= len(bodies) <= 24
        pressed = [node for node in nodes(the_map(screen)) if node["_c"] == "TextButton"]
        assert min(min(node["width"], node["height"]) for node in pressed) >= 48
        assert min(hypot(a["left"] - b["left"], a["top"] - b["top"]) for a, b in combinations(bodies, 2)) > 46


async def test_many_of_a_kind_are_one_mark_that_opens_a_list(house: House) -> None:
    with house.session() as session:
        for n in range(40):
            session.supports.add(f"Ana {n:02}", ring=Ring.FURTHER_OUT)
        session.supports.add("Ben", ring=Ring.FURTHER_OUT, angle=10)
    async with house.window() as screen:
        await to_map(screen)
        assert len(marks(screen)) == 1
        await screen.tap("Open People, 40 supports, Further out")
        assert screen.route == "/supports/map/group/further_out.person"
        assert screen.says("Further out: 40 supports")
        assert screen.can_tap("Open Ana 00, Person")
        assert not screen.can_tap("Open Ana 39, Person")
        await screen.tap("Show 10 more")
        assert screen.can_tap("Open Ana 39, Person")
        await screen.tap("Back")
        assert screen.route == "/supports/map"


async def test_a_fold_that_is_no_more_says_so_and_leads_to_the_map(house: House) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/supports/map/group/close.person")
        assert screen.says("The map has room for each of these now.")
        await screen.tap("Go to the map")
        assert screen.route == "/supports/map"


async def test_names_grow_with_the_text_that_the_reader_has_set(house: House) -> None:
    with house.session() as session:
        fill(session, 3)
    async with house.window() as screen:
        await to_map(screen)
        probe = next(
            node
            for node in nodes(screen.client.tree.page["views"][-1])
            if node["_c"] == "Container" and node.get("on_size_change") and node["content"]["_c"] == "Text"
        )
        screen.client.tell(probe, "size_change", {"w": 9.0, "h": 28.0})
        await screen.settle()
        texts = [node for node in nodes(the_map(screen)) if node["_c"] == "Text" and node.get("style")]
        assert {node["style"]["size"] for node in texts if str(node["value"]).startswith("Ana")} == {28.0}


def _size(screen: Headless) -> float:
    return float(next(node for node in nodes(the_map(screen)) if node["_c"] == "Canvas")["width"])


async def test_the_legend_is_one_press_away_and_has_a_phrase_for_every_mark(house: House) -> None:
    with house.session() as session:
        fill(session, 1)
    async with house.window() as screen:
        await to_map(screen)
        await screen.tap("What the marks mean")
        said = words.support_map
        for choices in (said.directions, said.strengths, said.strains, said.kinds_in_legend):
            assert all(screen.says(choices[key]) for key in choices.keys())  # noqa: SIM118
        assert screen.says("growing")
        assert screen.says("hoped for")
        await screen.tap("Hide what the marks mean")
        assert not screen.says("hoped for")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "Person"),
        ({"strength": Strength.STRONG, "strain": Strain.SOME}, "Person · a strong tie · some strain now"),
        ({"set_direction": Direction.BOTH}, "Person · we both give and receive"),
        ({"state": SupportState.HOPED_FOR}, "Person · hoped for"),
        ({"state": SupportState.GROWING, "strain": Strain.NONE}, "Person · growing"),
    ],
)
async def test_the_list_says_in_words_what_a_mark_shows(
    house: House, fields: dict[str, Any], said: str
) -> None:
    with house.session() as session:
        session.supports.add("Ana", **fields)
    async with house.window() as screen:
        await unlock(screen)
        await screen.tap("Supports")
        assert screen.can_tap(f"Open Ana, {said}")
        assert said in screen.texts()


async def test_what_rests_lies_below_the_map_and_at_the_end_of_the_list(house: House) -> None:
    with house.session() as session:
        session.supports.add("Tom", state=SupportState.REMEMBERED, ring=Ring.CLOSE)
        session.supports.add("Ana")
    async with house.window() as screen:
        await to_map(screen)
        assert len(marks(screen)) == 1
        assert screen.says("Not on the map now")
        assert screen.can_tap("Open Tom, Person · remembered")
        assert not screen.can_tap("Open Ana, Person")
        await screen.tap("My supports")
        assert [text for text in screen.texts() if text in {"Ana", "Tom"}] == ["Ana", "Tom"]


async def test_the_map_fits_the_room_it_is_given(house: House) -> None:
    with house.session() as session:
        fill(session)
    async with house.window(width=390, height=844) as screen:
        await to_map(screen)
        frame = next(
            node
            for node in nodes(screen.client.tree.page["views"][-1])
            if node["_c"] == "Container"
            and node.get("on_size_change")
            and node["content"]["_c"] == "InteractiveViewer"
        )
        screen.client.tell(frame, "size_change", {"w": 288.0, "h": 300.0})
        await screen.settle()
        assert _size(screen) == pytest.approx(288, abs=1)
        assert all(0 < one["left"] < 288 - 48 for one in marks(screen))
