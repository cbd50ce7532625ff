"""Hopes as a list and as a page: they may stay empty and nameless, and one press makes a support of what is found."""

import pytest

from app.domain.hope import Hope, HopeState
from app.domain.ids import Id
from app.domain.support import Support, SupportState
from tests.headless.kit import Headless
from tests.ui.screens.house import House, error_of, unlock


@pytest.fixture
def mentor(house: House) -> Id:
    with house.session() as session:
        return session.supports.add(
            "A mentor", state=SupportState.HOPED_FOR, hope=Hope(smallest_step="Ask at the library")
        ).id


def kept(house: House) -> tuple[Support, ...]:
    with house.session() as session:
        return session.supports.all


async def test_a_hope_without_a_word_is_added_from_the_list_and_back_in_it(
    house: House, screen: Headless
) -> None:
    await screen.go("/hopes")
    assert screen.says("You can leave this empty.")
    await screen.tap("Add what I’m hoping for")
    await screen.tap("Add to my map")
    assert screen.route == "/hopes"
    assert screen.can_tap("Open Someone I don’t know yet")
    await screen.tap("Undo")
    assert screen.says("You can leave this empty.")


async def test_topics_are_picked_when_one_is_added(house: House) -> None:
    with house.session() as session:
        topic = session.topics.add(name="grief")
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/hopes/new")
        await screen.toggle("grief")
        await screen.tap("Mentoring")
        await screen.tap("Add to my map")
        assert screen.can_tap("Open Mentoring, grief")
    assert kept(house)[0].topics == (topic.id,)


async def test_all_of_it_is_said_on_its_page(house: House, mentor: Id) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/hopes")
        await screen.tap("Open A mentor, Smallest step: Ask at the library")
        await screen.type("What is in the way", "I know nobody")
        await screen.tap("I’m looking for it")
        await screen.submit("Another topic", "work")
        await screen.tap("Mentoring")
        await screen.tap("Done")
        assert screen.can_tap(
            "Open A mentor, I’m looking for it · Mentoring · work, Smallest step: Ask at the library"
        )
    (hope,) = kept(house)
    assert (hope.hope.in_the_way, hope.hoping) == ("I know nobody", HopeState.LOOKING)


async def test_what_is_not_for_now_stands_in_a_group_of_its_own(house: House, mentor: Id) -> None:
    with house.session() as session:
        session.supports.add("A choir", state=SupportState.HOPED_FOR)
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/hopes")
        assert not screen.says("Not now")
        await screen.go(f"/hope/{mentor}")
        await screen.tap("Not now")
        await screen.tap("Done")
        names = [
            text for text in screen.texts() if text in {"Hoped for now", "A choir", "Not now", "A mentor"}
        ]
        assert names == ["Hoped for now", "A choir", "Not now", "A mentor"]


async def test_what_is_found_is_a_support_by_one_press_and_is_taken_back_by_one(
    house: House, mentor: Id
) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(f"/hope/{mentor}")
        await screen.type("What is in the way", "I know nobody")
        await screen.tap("I have found it")
        assert screen.route == f"/support/{mentor}"
        assert screen.says("A mentor is one of your supports now.")
        assert screen.value("What is in the way") == "I know nobody"
        await screen.go(f"/hope/{mentor}")
        assert screen.says("This is one of your supports now.")
        assert not screen.can_tap("I have found it")
        await screen.tap("Undo")
        assert screen.can_tap("I have found it")
    (hope,) = kept(house)
    assert (hope.state, hope.hope.in_the_way) == (SupportState.HOPED_FOR, "I know nobody")


async def test_one_is_taken_off_the_map_with_a_way_back(house: House, mentor: Id) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(f"/hope/{mentor}")
        await screen.tap("Take it off my map")
        assert screen.says("Taken off your map: A mentor")
        await screen.tap("Undo")
        assert screen.can_tap("Open A mentor, Smallest step: Ask at the library")


async def test_a_blank_name_is_told_beside_it(house: House, mentor: Id) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(f"/hope/{mentor}")
        await screen.type("What I’m hoping for", " ")
        await screen.leave()
        assert error_of(screen, "What I’m hoping for").startswith("Please write what you are hoping for.")
        await screen.go("/hope/gone")
        await screen.tap("What I’m hoping for")
        assert screen.route == "/hopes"
