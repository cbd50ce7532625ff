"""The plan as a whole: read through, written with, and its versions; one of them read, and gone back to."""

import pytest

from tests.headless.kit import Headless
from tests.ui.screens.house import MANY_SCRIPTS, House, is_on, unlock
from tests.ui.screens.lived_in import LivedIn, live_in


async def about(screen: Headless) -> None:
    await unlock(screen)
    await screen.tap("Plan")
    await screen.tap("About this plan")


@pytest.fixture
def written(house: House) -> LivedIn:
    return live_in(house)


async def test_an_unwritten_plan_has_nothing_to_say_of_itself(screen: Headless) -> None:
    await screen.tap("Plan")
    assert not screen.can_tap("About this plan")


async def test_reading_it_through_is_noted_and_can_be_taken_back(house: House, written: LivedIn) -> None:
    async with house.window() as screen:
        await about(screen)
        assert screen.says("Not marked as read through yet.")
        await screen.tap("I read it through today")
        assert screen.says("Last read through on 21 November 2026.")
        await screen.tap("Undo")
        assert screen.says("Not marked as read through yet.")
        await screen.go("/plan/read")
        await screen.tap("I read it through today")
        await screen.tap("Plan")
        assert screen.says("This is version 2. Last read through on 21 November 2026.")


async def test_a_day_to_read_it_again_stands_on_the_plan_once_it_has_come(
    house: House, written: LivedIn
) -> None:
    async with house.window() as screen:
        await about(screen)
        assert not screen.can_tap("No day to read it again")
        await screen.tap("Again in a month")
        assert screen.says("Read it again on 21 December 2026.")
        await screen.tap("Plan")
        assert not screen.says("21 December")
    house.clock.now = house.clock.now.replace(year=2027)
    async with house.window() as screen:
        await unlock(screen)
        await screen.tap("Plan")
        assert screen.says("You wanted to read it again on 21 December 2026.")
        await screen.tap("About this plan")
        await screen.tap("No day to read it again")
        assert not screen.says("21 December")


async def test_names_of_who_helped_are_kept_and_stay_out_of_a_copy(house: House, written: LivedIn) -> None:
    async with house.window() as screen:
        await about(screen)
        await screen.type("Names of who helped", f"Ana, {MANY_SCRIPTS},, ")
        await screen.tap("Plan")
        await screen.tap("About this plan")
        assert screen.value("Names of who helped") == f"Ana, {MANY_SCRIPTS}"
    with house.session() as session:
        assert session.safety_plan.plan.made_with == ("Ana", MANY_SCRIPTS)


async def test_a_full_disk_is_told_and_the_names_stay(house: House, written: LivedIn) -> None:
    async with house.window() as screen:
        await about(screen)
        with house.full():
            await screen.type("Names of who helped", "Ana")
            await screen.leave()
            assert screen.says("There is no room left")
        assert screen.value("Names of who helped") == "Ana"


async def test_a_version_is_begun_once_something_has_changed(house: House, written: LivedIn) -> None:
    async with house.window() as screen:
        await about(screen)
        await screen.tap("Begin a new version")
        assert screen.says("Version 2 is kept. You are writing version 3 now.")
        assert screen.says("Nothing has changed since version 2 was kept.")
        assert not screen.can_tap("Begin a new version")
        await screen.tap("Undo")
        assert screen.says("This is version 2.")
        assert screen.can_tap("Begin a new version")


async def test_a_version_says_what_has_changed_since_and_what_it_said(house: House, written: LivedIn) -> None:
    with house.session() as session:
        plan = session.safety_plan
        signs, alone, *_ = plan.plan.parts
        plan.change_item(signs, signs.items[0], text="I stop baking")
        plan.remove_item(alone, alone.items[0])
        plan.change(one_line="")
        plan.change_part(alone, title="By myself")
    async with house.window() as screen:
        await about(screen)
        await screen.tap("Version 1")
        for words in (
            *("Was: I stop cooking", "Now: I stop baking", "Gone: Walk to the pier", "New: Soup at noon"),
            *("Was: It has passed before", "Now: No sentence", "It was called: What I can do on my own"),
        ):
            assert screen.says(words)
        assert "Walk to the pier" in screen.texts()
        assert screen.can_tap("Call Ana")


async def test_going_back_says_again_what_was_said_and_can_be_undone(house: House, written: LivedIn) -> None:
    async with house.window() as screen:
        await about(screen)
        await screen.tap("Version 1")
        assert screen.says("The plan as it is now is kept as version 2 first.")
        await screen.tap("Go back to this version")
        assert screen.says("Your plan is now as it was in version 1.")
        assert screen.says("This is version 3.")
        assert screen.can_tap("Version 2")
        await screen.tap("Undo")
        assert screen.says("This is version 2.")
        await screen.tap("Plan")
        assert screen.can_tap("Sundays, 1 line")


async def test_a_version_that_says_the_same_offers_no_way_back(house: House, written: LivedIn) -> None:
    with house.session() as session:
        session.plan_versions.begin()
    async with house.window() as screen:
        await about(screen)
        await screen.tap("Version 2")
        assert screen.says("The plan says the same now.")
        assert not screen.can_tap("Go back to this version")


async def test_a_version_is_deleted_and_put_back(house: House, written: LivedIn) -> None:
    async with house.window() as screen:
        await about(screen)
        await screen.tap("Version 1")
        await screen.tap("Delete this version")
        assert screen.says("Version deleted.")
        assert not screen.can_tap("Version 1")
        await screen.tap("Undo")
        assert screen.can_tap("Version 1")


async def test_a_version_that_is_gone_says_so(house: House, written: LivedIn) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/plan/version/aaaa")
        assert screen.says("This is no longer here.")
        await screen.tap("About this plan")
        assert screen.route == "/plan/about"


async def test_going_back_opens_no_gate(house: House, written: LivedIn) -> None:
    with house.session() as session:
        plan = session.safety_plan
        signs = plan.plan.parts[0]
        plan.mark_all(signs, signs.items[1].share)
    async with house.window() as screen:
        await about(screen)
        await screen.tap("Version 1")
        await screen.tap("Go back to this version")
        await screen.go(written.signs)
        assert not is_on(screen, "May be shared: I stop cooking")
