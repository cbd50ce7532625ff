"""One way to reach someone: changed as one goes, texted first, with hours on the clock of a place."""

from datetime import time

import pytest

from app.domain.hours import ALWAYS, DAYS, Hours, Span
from app.domain.support import ContactWay
from tests.headless.kit import Headless
from tests.ui.screens.house import House, error_of, is_on, lock, unlock
from tests.ui.screens.lived_in import EVENINGS, live_in

CALL = "Change Call: +44 7700 900123"


async def at_the_way(screen: Headless, house: House, change: str = CALL) -> None:
    written = live_in(house)
    await unlock(screen)
    await screen.go(written.ana)
    await screen.tap(change)


def kept(house: House, value: str = "+44 7700 900123") -> ContactWay:
    with house.session() as session:
        return next(way for one in session.supports.all for way in one.ways if way.value == value)


@pytest.fixture
async def window(house: House) -> Headless:
    return house.window()


async def test_number_note_and_text_first_are_saved_as_one_goes(house: House, window: Headless) -> None:
    async with window as screen:
        await at_the_way(screen, house)
        await screen.type("Phone number", " +44 7700 900999 ")
        await screen.type("Good to know", "ask for Ana")
        await screen.tap("Text first, before a call")
        await screen.tap("Done")
        assert screen.says("Text first, before a call")
        await lock(screen)
    way = kept(house, "+44 7700 900999")
    assert (way.note, way.text_first, way.hours) == ("ask for Ana", True, EVENINGS)


async def test_a_number_that_will_not_do_is_told_beside_it_and_the_old_one_stays(
    house: House, window: Headless
) -> None:
    async with window as screen:
        await at_the_way(screen, house)
        await screen.type("Phone number", "the usual")
        await screen.leave()
        assert error_of(screen, "Phone number").startswith("There is no number in this.")
        assert screen.value("Phone number") == "the usual"
        await lock(screen)
    assert kept(house).hours == EVENINGS


async def test_only_numbers_can_be_texted_first(house: House, window: Headless) -> None:
    async with window as screen:
        await at_the_way(screen, house, "Change Email: ana@example.org")
        assert not screen.says("Text first")
        assert screen.says("No hours are noted.")


async def add(screen: Headless, begins: str, ends: str) -> None:
    await screen.type("From", begins)
    await screen.type("Until", ends)
    await screen.tap("Add these hours")


async def test_hours_are_added_removed_and_a_removal_is_undone(house: House, window: Headless) -> None:
    async with window as screen:
        await at_the_way(screen, house)
        await screen.toggle("Fri")
        await add(screen, "9", "5 pm")
        assert screen.says("Mon–Thu 09:00–17:00")
        assert screen.value("From") == screen.value("Until") == ""
        await screen.tap("Remove Every day 18:00–22:00")
        assert not screen.says("18:00–22:00")
        await screen.tap("Undo")
        assert screen.says("Every day 18:00–22:00")
        await lock(screen)
    assert kept(house).hours == Hours(
        spans=(*EVENINGS.spans, Span(days=DAYS[:4], begins=time(9), ends=time(17))), zone="Europe/London"
    )


async def test_the_last_hours_can_be_removed_and_come_back_with_their_clock(
    house: House, window: Headless
) -> None:
    async with window as screen:
        await at_the_way(screen, house)
        await screen.tap("Remove Every day 18:00–22:00")
        assert screen.says("No hours are noted.")
        await screen.tap("Undo")
        await lock(screen)
    assert kept(house).hours == EVENINGS


async def test_day_and_night_is_one_press_and_is_taken_back(house: House, window: Headless) -> None:
    async with window as screen:
        await at_the_way(screen, house, "Change Text: 07700 900123")
        await screen.tap("It’s day and night")
        assert screen.says("Day and night, every day")
        assert not screen.says("Which clock they go by")
        await screen.tap("Remove Day and night, every day")
        await screen.tap("Undo")
        await lock(screen)
    assert kept(house, "07700 900123").hours == ALWAYS


async def test_hours_begin_with_the_clock_that_is_likely_and_go_by_the_one_that_is_picked(
    house: House, window: Headless
) -> None:
    async with window as screen:
        await at_the_way(screen, house, "Change Text: 07700 900123")
        await add(screen, "22:00", "2")
        assert screen.says("The clock in London")  # as the other number of the same person
        await screen.tap("Change")
        await screen.type("City or country", "new y")
        await screen.tap("New York, United States")
        assert screen.says("The clock in New York")
        assert screen.says("Next from Tuesday 04:00.")
        assert screen.says("On your clock: Tue–Sat 04:00–08:00")
        await lock(screen)
    way = kept(house, "07700 900123")
    assert way.hours == Hours(
        spans=(Span(days=DAYS[:5], begins=time(22), ends=time(2)),), zone="America/New_York"
    )


@pytest.mark.parametrize(
    ("typed", "wrong", "said"),
    [
        (("", "17"), "From", "Please write a time here."),
        (("9", "later"), "Until", "This does not look like a time. Write it like 9, 17:30 or 5 pm."),
        (("25:00", "17"), "From", "This does not look like a time."),
    ],
)
async def test_a_time_that_will_not_do_is_told_beside_it_and_stays(
    house: House, window: Headless, typed: tuple[str, str], wrong: str, said: str
) -> None:
    async with window as screen:
        await at_the_way(screen, house)
        await add(screen, *typed)
        assert error_of(screen, wrong).startswith(said)
        assert (screen.value("From"), screen.value("Until")) == typed
        await lock(screen)
    assert kept(house).hours == EVENINGS


async def test_no_day_and_the_same_hours_twice_are_told(house: House, window: Headless) -> None:
    async with window as screen:
        await at_the_way(screen, house)
        for day in ("Mon", "Tue", "Wed", "Thu", "Fri"):
            await screen.toggle(day)
        await add(screen, "18", "22")
        assert screen.says("Pick at least one day.")
        for day in ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"):
            await screen.toggle(day)
        await screen.tap("Add these hours")
        assert screen.says("These hours are there already.")


async def test_hours_typed_and_not_added_are_added_when_one_goes(house: House, window: Headless) -> None:
    async with window as screen:
        await at_the_way(screen, house)
        await screen.type("From", "7")
        await screen.type("Until", "8")
        await screen.tap("Plan")
        await lock(screen)
    hours = kept(house).hours
    assert hours is not None
    assert hours.spans[1:] == (Span(days=DAYS[:5], begins=time(7), ends=time(8)),)


async def test_a_full_disk_is_told_and_the_hours_stay_in_the_form(house: House, window: Headless) -> None:
    async with window as screen:
        await at_the_way(screen, house)
        with house.full():
            await add(screen, "7", "8")
        assert screen.says("There is no room left")
        assert screen.value("From") == "7"
        assert not screen.says("Mon–Fri 07:00–08:00")


@pytest.mark.parametrize("path", ["/support/way/gone", "/support/way/gone.gone"])
async def test_a_way_of_a_support_that_is_gone_says_so(screen: Headless, path: str) -> None:
    await screen.go(path)
    assert screen.says("This is no longer here.")


async def test_a_way_that_is_gone_leads_back_to_its_support(house: House, window: Headless) -> None:
    async with window as screen:
        written = live_in(house)
        await unlock(screen)
        await screen.go(f"/support/way/{written.ana.rpartition('/')[2]}.gone")
        assert screen.says("This is no longer here.")
        await screen.tap("Ana")
        assert screen.route == written.ana
        assert is_on(screen, "In my safety net")
