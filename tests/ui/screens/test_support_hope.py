"""What further support I'd like: picked or written, nameless or empty, it is on the map as hoped for."""

import pytest

from app.domain.exchange import ExchangeWay, Given
from app.domain.support import SupportForm, SupportState
from tests.canary import Canary
from tests.headless.kit import Headless
from tests.ui.screens.house import House, unlock


async def to_hopes(screen: Headless) -> None:
    await unlock(screen)
    await screen.tap("Supports")
    await screen.tap("What further support I’d like")


async def test_a_hope_in_my_own_words_is_on_the_map_with_all_that_was_said(house: House) -> None:
    async with house.window() as screen:
        await to_hopes(screen)
        await screen.tap("Mentoring")
        await screen.toggle("Encouragement")
        await screen.type("In my words", "Someone who writes")
        await screen.type("What is in the way", "I know nobody yet")
        await screen.type("The smallest step", "Ask at the library")
        await screen.tap("Add to my map")
        assert screen.route == "/supports/map"
        assert screen.says("On your map as hoped for: Someone who writes")
        await screen.tap("Open Someone who writes, Around me, Person, hoped for, mostly to me")
        assert screen.value("What is in the way") == "I know nobody yet"
        await screen.type("The smallest step", "Go to the library")
        await screen.tap("Done")
    with house.session() as session:
        (hope,) = session.supports.all
        assert (hope.state, hope.form) == (SupportState.HOPED_FOR, SupportForm.MENTORING)
        assert [(one.way, one.what) for one in hope.exchanges] == [
            (ExchangeWay.I_RECEIVE, Given.ENCOURAGEMENT)
        ]
        assert (hope.hope.in_the_way, hope.hope.smallest_step) == ("I know nobody yet", "Go to the library")
        assert session.drafts.read("support/hope/form") == ""


@pytest.mark.parametrize(
    ("form", "help_", "name"),
    [
        ("Befriending", (), "Befriending"),
        (None, ("Company", "Laughter"), "Company, Laughter"),
        (None, (), "Someone I don’t know yet"),
    ],
)
async def test_a_hope_needs_no_name(
    house: House, form: str | None, help_: tuple[str, ...], name: str
) -> None:
    async with house.window() as screen:
        await to_hopes(screen)
        if form:
            await screen.tap(form)
        for one in help_:
            await screen.toggle(one)
        await screen.tap("Add to my map")
        assert screen.says(f"On your map as hoped for: {name}")
        await screen.tap("Undo")
        assert screen.says("Nothing is on the map yet.")


async def test_what_was_begun_is_still_there_and_hopes_so_far_are_named(house: House) -> None:
    with house.session() as session:
        session.supports.add("A choir", state=SupportState.HOPED_FOR)
    async with house.window() as screen:
        await to_hopes(screen)
        assert screen.says("Hoped for so far")
        await screen.type("In my words", "A pen friend")
        await screen.tap("Open A choir, Person · hoped for")
        await screen.go("/support/hope")
        assert screen.value("In my words") == "A pen friend"


async def test_nothing_that_is_hoped_for_is_told_to_anybody(house: House, canary: Canary) -> None:
    async with house.window() as screen:
        await to_hopes(screen)
        for field in ("In my words", "What is in the way", "The smallest step"):
            await screen.type(field, str(canary))
        await screen.tap("Add to my map")
        assert screen.says(str(canary))


async def test_a_state_that_becomes_hoped_for_asks_at_once_and_its_past_is_shown(house: House) -> None:
    with house.session() as session:
        ana = session.supports.add("Ana")
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(f"/support/{ana.id}")
        assert not screen.says(" since ")
        await screen.tap("Hoped for")
        assert screen.says("Hoped for since ")
        await screen.type("The smallest step", "Write to her")
        await screen.tap("Resting")
        assert screen.says("Resting since ")
        assert not screen.says("Hoped for since ")
        assert screen.value("The smallest step") == "Write to her"
        (since,) = [text for text in screen.texts() if text.startswith("Resting since ")]
        await screen.tap(f"Take out: {since}")
        assert not screen.says("Resting since ")
        await screen.tap("Undo")
        assert screen.says("Resting since ")


async def test_a_support_may_be_shared_only_where_that_was_said(house: House) -> None:
    with house.session() as session:
        ana = session.supports.add("Ana")
        assert ana.share == "only_me"
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(f"/support/{ana.id}")
        await screen.tap("May be in copies for others")
    with house.session() as session:
        assert session.supports.all[0].share == "may_be_shared"
