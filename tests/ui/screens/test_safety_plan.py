"""The plan: its most important sentence, its parts in any order, and parts of one's own."""

import pytest

from tests.headless.kit import Headless
from tests.ui.screens.house import MANY_SCRIPTS, House, error_of, is_on, lock, unlock

CORE = [
    "Signs it’s getting harder",
    "What I can do on my own",
    "People and places that take my mind off it",
    "People I can ask for help",
    "Services and lines",
    "Making my space safer",
]


def parts(screen: Headless) -> list[str]:
    return [
        text.rpartition(", ")[0]
        for text in screen.texts()
        if text.endswith((", Nothing yet", " line", " lines"))
    ]


async def test_an_unwritten_plan_offers_six_parts_and_no_copy(screen: Headless) -> None:
    await screen.tap("Plan")
    assert [name for name in parts(screen) if name] == CORE
    assert screen.says("You can stop at any time.")
    assert not screen.can_tap("Show it to someone")


@pytest.mark.parametrize("name", CORE)
async def test_each_part_opens_and_goes_back(screen: Headless, name: str) -> None:
    await screen.tap("Plan")
    await screen.tap(f"{name}, Nothing yet")
    assert name in screen.texts()
    await screen.tap("Done")
    assert screen.route == "/plan"


async def test_an_optional_part_is_added_once_and_opened(screen: Headless) -> None:
    await screen.tap("Plan")
    await screen.tap("What matters to me")
    assert screen.says("What or who do you want to hold on to?")
    await screen.tap("Done")
    assert screen.can_tap("What matters to me, Nothing yet")
    offered = [seen.node.get("content") for seen in screen._in_reach() if seen.kind == "OutlinedButton"]
    assert "What helps from others" in offered
    assert "What matters to me" not in offered


async def test_a_part_of_ones_own_needs_a_name(screen: Headless) -> None:
    await screen.tap("Plan")
    await screen.tap("Add", within="Name of your own part")
    assert error_of(screen, "Name of your own part") == "Please write a name for this part."
    await screen.submit("Name of your own part", "x" * 201)
    assert error_of(screen, "Name of your own part").startswith("This is too long to save.")
    assert screen.value("Name of your own part") == "x" * 201
    await screen.submit("Name of your own part", MANY_SCRIPTS)
    assert screen.route.startswith("/plan/part/")
    await screen.tap("Done")
    assert screen.can_tap(f"{MANY_SCRIPTS}, Nothing yet")
    assert screen.value("Name of your own part") == ""


@pytest.mark.parametrize("words", ["It has passed before", "🌊", MANY_SCRIPTS, "one\ntwo", "x" * 300])
async def test_my_sentence_is_kept_and_read_first(screen: Headless, words: str) -> None:
    await screen.tap("Plan")
    await screen.type("My sentence", words)
    await screen.tap("Today")
    await screen.tap("Plan")
    assert screen.value("My sentence") == words
    await screen.tap("Read my plan")
    assert screen.says(words)


async def test_a_sentence_too_long_is_told_and_stays(screen: Headless) -> None:
    await screen.tap("Plan")
    await screen.type("My sentence", "x" * 20_001)
    await screen.leave()
    assert screen.says("This is too long to save.")
    await screen.tap("Today")
    await screen.tap("Plan")
    assert screen.value("My sentence") == "x" * 20_001


async def test_my_sentence_is_only_mine_until_it_may_be_shared(house: House, screen: Headless) -> None:
    await screen.tap("Plan")
    await screen.type("My sentence", "It has passed")
    assert not is_on(screen, "May be shared")
    with house.full():
        await screen.tap("May be shared")
    assert not is_on(screen, "May be shared")
    await screen.tap("May be shared")
    await lock(screen)
    await unlock(screen)
    await screen.tap("Plan")
    assert is_on(screen, "May be shared")
    await screen.tap("Show it to someone")
    await screen.submit("Another name", "Ben")
    assert screen.says("It has passed")


async def test_a_full_disk_is_told_and_the_sentence_stays(house: House, screen: Headless) -> None:
    await screen.tap("Plan")
    with house.full():
        await screen.type("My sentence", "It has passed")
        await screen.leave()
        assert screen.says("There is no room left")
        await screen.tap("What matters to me")
        assert screen.route == "/plan"
    assert screen.value("My sentence") == "It has passed"
