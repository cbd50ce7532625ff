"""The list of what helps: at hand first, and where there are many, found by a word and by what fits now."""

import pytest

from app.domain.check_in import Energy
from app.domain.coping_tool import Takes, WhereOk
from tests.headless.kit import Headless
from tests.ui.screens.house import House, to_tools, unlock

MANY = ("Tea", "Walk", "Song", "Soup", "Swim", "Stretch", "Draw", "Café alone")


@pytest.fixture
def many(house: House) -> None:
    with house.session() as session:
        tools = {name: session.coping_tools.add(name=name) for name in MANY}
        change = session.coping_tools.change
        change(tools["Tea"], takes=Takes.FIVE_MINUTES, where_ok=WhereOk.AT_HOME, steps=("Fill the kettle",))
        change(tools["Walk"], takes=Takes.LONGER, where_ok=WhereOk.OUTSIDE, energy_needed=Energy.MIDDLE)
        change(tools["Song"], where_ok=WhereOk.ANYWHERE, good_for=("sad",))
        session.coping_tools.pin(tools["Walk"])


def listed(screen: Headless) -> list[str]:
    return [text for text in screen.texts() if text in MANY]


async def test_what_is_at_hand_stands_first_and_the_rest_by_the_alphabet(house: House, many: None) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await to_tools(screen)
        assert listed(screen) == ["Walk", *sorted(set(MANY) - {"Walk"})]
        await screen.tap("Open Walk, 15 minutes or more · Outside · Needs some energy")
        assert screen.says("Did it help?")


async def test_few_are_shown_without_anything_to_find_them_by(screen: Headless) -> None:
    await screen.go("/tool/new")
    await screen.submit("What it is", "Tea")
    await screen.go("/tools")
    assert not screen.can_tap("What fits now")
    assert not screen.says("Find by a word")


@pytest.mark.parametrize(
    ("typed", "names"),
    [("cafe", ["Café alone"]), (" KETTLE ", ["Tea"]), ("s", ["Song", "Soup", "Stretch", "Swim"])],
)
async def test_they_are_found_by_what_stands_in_name_and_steps(
    house: House, many: None, typed: str, names: list[str]
) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await to_tools(screen)
        await screen.type("Find by a word", typed)
        assert listed(screen) == names
        await screen.type("Find by a word", "nothing like it")
        assert screen.says("Nothing here matches.")
        await screen.tap("Today")
        await to_tools(screen)
        assert len(listed(screen)) == len(MANY), "what was looked for is forgotten"


@pytest.mark.parametrize(
    ("choices", "names"),
    [
        (["5 minutes"], ["Tea"]),
        (["At home"], ["Song", "Tea"]),
        (["Outside"], ["Walk", "Song"]),
        (["Some"], ["Walk"]),
        (["sad"], ["Song"]),
        (["At home", "5 minutes"], ["Tea"]),
        (["At home", "Any place"], ["Walk", *sorted(set(MANY) - {"Walk"})]),
    ],
)
async def test_they_are_narrowed_to_what_fits_now(
    house: House, many: None, choices: list[str], names: list[str]
) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await to_tools(screen)
        await screen.tap("What fits now")
        for choice in choices:
            await screen.tap(choice)
        assert listed(screen) == names


async def test_where_nothing_fits_it_says_so_and_goes_on_saying_what_was_asked(
    house: House, many: None
) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await to_tools(screen)
        await screen.tap("What fits now")
        await screen.tap("A minute")
        assert screen.says("Nothing fits yet.")
        await screen.resize(1280, 800)
        assert screen.says("Nothing fits yet.")
        await screen.tap("Any time")
        assert len(listed(screen)) == len(MANY)


async def test_many_are_shown_a_part_at_a_time(house: House) -> None:
    with house.session() as session:
        for n in range(60):
            session.coping_tools.add(name=f"Tool {n:02}")
    async with house.window() as screen:
        await unlock(screen)
        await to_tools(screen)
        assert len([text for text in screen.texts() if text.startswith("Tool ")]) == 30
        await screen.tap("Show 30 more")
        assert screen.says("Tool 59")
