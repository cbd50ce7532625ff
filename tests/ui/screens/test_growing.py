"""Growing opens on what was used last, adds in one line, and leads to each list; nothing in it is counted."""

from datetime import timedelta

from app.domain.hope import HopeState
from app.domain.support import SupportState
from app.ui.screens.growing import DOORS, lately
from tests.headless.kit import Headless
from tests.ui.screens.house import House, error_of, lock, unlock

EMPTY = "What helps you, what you learn and what goes well can be kept here."


async def test_an_empty_one_says_what_could_be_here_and_one_line_fills_it(
    house: House, screen: Headless
) -> None:
    await screen.tap("Growing")
    assert screen.says(EMPTY)
    await screen.submit("Add something", "Opened the letter")
    assert screen.says("Used lately")
    assert not screen.says(EMPTY)
    await screen.tap("Open Opened the letter, Something that went well")
    assert screen.route.startswith("/win/")
    await lock(screen)
    with house.session() as session:
        assert [one.text for one in session.wins.all] == ["Opened the letter"]


async def test_what_it_is_can_be_chosen_and_stays_chosen(house: House, screen: Headless) -> None:
    await screen.tap("Growing")
    for answer, text in (
        ("It helps me", "Tea"),
        ("I learned it", "Ask first"),
        ("Moving towards it", "Sing again"),
        ("A reflection", "It was quiet"),
    ):
        await screen.tap(answer)
        await screen.type("Add something", text)
        await screen.tap("Add")
        assert screen.says(text)
        await screen.tap("Undo")
        assert not screen.says(text)
        await screen.submit("Add something", text)
    await lock(screen)
    with house.session() as session:
        assert [one.name for one in session.coping_tools.all] == ["Tea"]
        kept = (session.learnings.all, session.goals.all, session.reflections.all)
        assert [one.text for of_kind in kept for one in of_kind] == [
            "Ask first",
            "Sing again",
            "It was quiet",
        ]
        assert session.wins.all == ()


async def test_a_line_that_will_not_do_is_told_beside_it(screen: Headless) -> None:
    await screen.tap("Growing")
    await screen.tap("Add")
    assert error_of(screen, "Add something").startswith("Please write something first.")
    await screen.tap("It helps me")
    await screen.type("Add something", "x" * 201)
    await screen.tap("Add")
    assert error_of(screen, "Add something").startswith("This is too long to save.")
    assert screen.value("Add something") == "x" * 201


async def test_every_door_leads_to_its_list_and_back(screen: Headless) -> None:
    await screen.tap("Growing")
    for door in [door for _, doors in DOORS for door in doors]:
        await screen.tap(door.name())
        assert screen.route == door.path
        await screen.back()
        assert screen.route == "/growing"


def test_what_was_changed_last_stands_first_whatever_it_is_and_what_is_put_away_does_not(
    house: House,
) -> None:
    with house.session() as session:
        made = (
            session.coping_tools.add(name="Tea"),
            session.learnings.add(text="Ask first"),
            session.goals.add(text="Sing again"),
            session.wins.add(text="I called"),
        )
        for one, verbs in zip(
            made, (session.coping_tools, session.learnings, session.goals, session.wins), strict=True
        ):
            house.clock.now += timedelta(minutes=1)
            verbs.change(one)  # type: ignore[attr-defined]  # each has it
        assert [line.text for line in lately(session)] == ["I called", "Sing again", "Ask first"]
        session.wins.alter(session.wins.all[0], put_away=True)
        assert [line.text for line in lately(session)] == ["Sing again", "Ask first", "Tea"]


def test_what_one_is_hoping_for_is_among_it_and_the_keep_box_is_not(house: House) -> None:
    with house.session() as session:
        session.keep_items.add(name="A card")
        hope = session.supports.add("Writers nearby", state=SupportState.HOPED_FOR)
        assert [line.path for line in lately(session)] == [f"/hope/{hope.id}"]
        session.hopes.say(hope, HopeState.NOT_NOW)
        assert lately(session) == ()


async def test_what_was_used_last_is_a_press_away_after_a_lock(house: House) -> None:
    with house.session() as session:
        session.goals.add(text="Sing again")
    async with house.window() as screen:
        await unlock(screen)
        await screen.tap("Growing")
        await screen.tap("Open Sing again, Something I’m moving towards")
        assert screen.says("Small steps")
        await screen.tap("Done")
        assert screen.route == "/goals"
