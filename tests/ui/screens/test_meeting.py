"""Meetings on screen: noted in one line or at one press, filled in later, found again, and come back to."""

from datetime import date, timedelta

import pytest

from app.domain.ids import Id
from app.domain.meeting import Meeting
from app.domain.someone import Someone
from app.session import Session
from app.ui.screens.meetings import shown
from tests.headless.kit import Headless
from tests.ui.screens.house import MORNING, House, error_of, lock, unlock

LINE, RECEIVED, GAVE = "What I want to remember", "What I received", "What I gave"
WORTH, TO_COME = "Worth remembering", "What to come back to"


def kept(house: House) -> Meeting:
    with house.session() as session:
        (meeting,) = session.meetings.all
        return meeting


@pytest.fixture
def ana(house: House) -> Id:
    with house.session() as session:
        return session.supports.add("Ana").id


async def pick(screen: Headless, day: date) -> None:
    """Choose a day in the picker on top."""
    picker = screen.client.dialogs[-1]
    screen.client.tell(picker, "change", value=MORNING.replace(year=day.year, month=day.month, day=day.day))
    screen.client.close_dialog(picker)
    await screen.settle()


# ---------------------------------------------------------------- noting


async def test_one_line_is_enough(house: House, screen: Headless) -> None:
    await screen.go("/meetings")
    assert screen.says("note a meeting here if you want to remember it")
    await screen.tap("Note a meeting")
    await screen.submit(LINE, "It took both of us two years")
    assert screen.value(WORTH) == "It took both of us two years"
    await screen.tap("Back")
    assert screen.route == "/meetings", "the form is not gone back to"
    await screen.tap("Open It took both of us two years, 21 November 2026")
    await lock(screen)
    assert (kept(house).worth_remembering, kept(house).when) == ("It took both of us two years", MORNING)


async def test_with_whom_is_enough(house: House, ana: Id) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/meeting/new")
        await screen.tap("Ana")
        await screen.tap("Save")
        assert screen.says("Ana")
        await screen.tap("Back")
        assert screen.can_tap("Open Ana, 21 November 2026")
        await screen.tap("Note a meeting")
        assert not screen.is_on("Ana"), "the next one begins anew"
        await lock(screen)
    assert kept(house).with_whom == (Someone(support=ana),)


async def test_nothing_is_refused_beside_the_line_and_what_was_begun_stays(house: House, ana: Id) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/meeting/new")
        await screen.tap("Ana")
        await screen.tap("Ana")
        await screen.type(LINE, "  ")
        await screen.tap("Save")
        assert error_of(screen, LINE) == "Please write a few words, or pick who it was with."
        await screen.type(LINE, "Tea")
        await screen.tap("Ana")
        await screen.go("/hard")
        await screen.tap("Back")
        assert screen.route == "/meeting/new"
        assert (screen.value(LINE), screen.is_on("Ana")) == ("Tea", True)
        with house.full():
            await screen.tap("Save")
            assert screen.says("There is no room left on this device")
        assert screen.value(LINE) == "Tea"
        await screen.type(LINE, "x" * 20_001)
        await screen.tap("Save")
        assert error_of(screen, LINE).startswith("This is too long to save.")
    with house.session() as session:
        assert session.meetings.all == ()


async def test_a_support_has_a_press_that_notes_a_meeting_with_it(house: House, ana: Id) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(f"/support/{ana}")
        await screen.tap("Note a meeting with Ana")
        await screen.type(GAVE, "A song")
        await screen.tap("Done")
        assert screen.route == f"/support/{ana}"
        await lock(screen)
    assert (kept(house).with_whom, kept(house).gave) == ((Someone(support=ana),), "A song")


async def test_a_check_in_with_somebody_is_noted_as_a_meeting_once(house: House, ana: Id) -> None:
    with house.session() as session:
        check_in = session.check_ins.record(mood=4)
    path, note = f"/check-in/{check_in.id}", "Note this as a meeting"
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(path)
        assert not screen.can_tap(note), "nobody was there"
        await screen.tap("Who with")
        await screen.tap("Ana")
        await screen.tap("Done")
        for gave in ("A song", "Two songs"):
            await screen.tap(note)
            await screen.type(GAVE, gave)
            await screen.tap("Done")
            assert screen.route == path
        await lock(screen)
    met = kept(house)
    assert (met.with_whom, met.gave, met.time_known) == ((Someone(support=ana),), "Two songs", True)


# ---------------------------------------------------------------- filling in


@pytest.fixture
def met(house: House, ana: Id) -> Id:
    with house.session() as session:
        return session.meetings.add(with_whom=(Someone(support=ana),)).id


async def test_all_of_it_is_saved_as_one_goes(house: House, met: Id) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(f"/meeting/{met}")
        for field, text in ((RECEIVED, "Soup"), (GAVE, "A song"), (WORTH, "Rain"), (TO_COME, "The flat")):
            await screen.type(field, text)
        await screen.submit("With someone else", "Noor")
        await screen.type("With someone else", "a neighbour")
        await screen.tap("Done")
        await lock(screen)
    now = kept(house)
    assert (now.received, now.gave, now.worth_remembering, now.follow_up) == (
        "Soup",
        "A song",
        "Rain",
        "The flat",
    )
    assert now.with_whom[1:] == (Someone(name="Noor"), Someone(name="a neighbour"))


async def test_the_last_thing_that_is_said_cannot_be_taken_out(house: House, met: Id) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(f"/meeting/{met}")
        await screen.tap("Ana")
        assert screen.is_on("Ana")
        assert screen.says("Keep who it was with, or a few words about it.")
        await screen.type(GAVE, "A song")
        await screen.leave()
        await screen.tap("Ana")
        await screen.type(GAVE, "")
        await screen.leave()
        assert error_of(screen, GAVE).startswith("Keep who it was with")
        await lock(screen)
    assert (kept(house).with_whom, kept(house).gave) == ((), "A song")


async def test_day_and_time_are_picked_and_the_time_can_be_forgotten(house: House, met: Id) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(f"/meeting/{met}")
        await screen.tap("Date: 21 November 2026")
        assert screen.client.dialogs[-1].get("last_date") is not None
        await pick(screen, date(2026, 11, 3))
        assert screen.says("Date: 3 November 2026")
        await screen.tap("Time: not said")
        picker = screen.client.dialogs[-1]
        screen.client.tell(picker, "change", value=MORNING.replace(hour=7, minute=5).time())
        screen.client.close_dialog(picker)
        await screen.settle()
        assert screen.says("Time: 07:05")
        await screen.tap("Forget the time")
        assert screen.says("Time: not said")
        await lock(screen)
    assert (kept(house).when.date(), kept(house).time_known) == (date(2026, 11, 3), False)


async def test_a_time_that_is_still_to_come_is_refused(house: House, met: Id) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(f"/meeting/{met}")
        await screen.tap("Time: not said")
        picker = screen.client.dialogs[-1]
        screen.client.tell(picker, "change", value=MORNING.replace(hour=23).time())
        screen.client.close_dialog(picker)
        await screen.settle()
        assert screen.says("This time is still to come.")
        await lock(screen)
    assert (kept(house).when, kept(house).time_known) == (MORNING, False)


async def test_what_is_to_come_back_to_stands_above_the_list_from_its_day_until_it_is_done(
    house: House, met: Id
) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(f"/meeting/{met}")
        await screen.type(TO_COME, "Ask about the flat")
        await screen.tap("Day for it: not said")
        await pick(screen, MORNING.date() + timedelta(days=1))
        assert screen.says("Nothing else will remind you.")
        await screen.go("/meetings")
        assert not screen.says("Time to come back to")
        house.clock.now += timedelta(days=1)
        await screen.go("/")
        await screen.go("/meetings")
        assert screen.says("Time to come back to")
        await screen.tap("Open Ask about the flat, Ana · 21 November 2026")
        await screen.tap("This is done")
        await screen.go("/meetings")
        assert not screen.says("Time to come back to")
        await screen.go(f"/meeting/{met}")
        await screen.tap("Forget the day")
        assert screen.says("Day for it: not said")
        await lock(screen)
    assert (kept(house).follow_up, kept(house).follow_up_on) == ("Ask about the flat", None)
    assert not kept(house).followed_up


async def test_a_meeting_is_deleted_with_what_was_being_typed_and_put_back(house: House, met: Id) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/meetings")
        await screen.tap("Open Ana, 21 November 2026")
        await screen.type(GAVE, "A song")
        await screen.tap("Delete this meeting")
        assert screen.says("The meeting was deleted.")
        assert not screen.can_tap("Open Ana, A song, 21 November 2026")
        await screen.tap("Undo")
        assert screen.can_tap("Open Ana, A song, 21 November 2026")
        await lock(screen)
    assert kept(house).gave == "A song"


async def test_one_that_is_gone_is_told(screen: Headless) -> None:
    await screen.go("/meeting/gone")
    assert screen.says("This is no longer here.")
    await screen.tap("Meetings")
    assert screen.route == "/meetings"


# ---------------------------------------------------------------- the list


def live(session: Session, number: int) -> None:
    ana = session.supports.add("Ana")
    with session._unlocked.vault.change():
        for place in range(number):
            session.meetings.add(
                when=MORNING - timedelta(days=place),
                with_whom=(Someone(support=ana.id),) if place % 2 else (Someone(name="Ñandú choir"),),
                gave=f"Song {place:02}",
                received="Suppe im Café" if place == 3 else "",
            )


async def test_many_are_shown_a_part_at_a_time_newest_first(house: House) -> None:
    with house.session() as session:
        live(session, 45)
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/meetings")
        songs = [text for text in screen.texts() if text.startswith("Song ")]
        assert (songs[0], len(songs)) == ("Song 00", 29)
        await screen.tap("Show 15 more")
        assert screen.says("Song 44")


@pytest.mark.parametrize(
    ("typed", "found"),
    [("cafe", [3]), ("ANA 07", [7]), ("nandu 07", []), ("song 1", [1, 10, 11]), ("  ", list(range(12)))],
)
def test_they_are_found_by_every_word_in_any_order(house: House, typed: str, found: list[int]) -> None:
    with house.session() as session:
        live(session, 12)
        names = [one.gave for one in shown(session, typed).found]
        again = [one.gave for one in shown(session, typed, {}).found]
    assert names == again == [f"Song {place:02}" for place in found]


async def test_what_was_looked_for_and_not_found_is_said_and_then_forgotten(house: House) -> None:
    with house.session() as session:
        live(session, 9)
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/meetings")
        await screen.type("Find by a word", "nothing like it")
        assert screen.says("No meeting matches.")
        await screen.go("/")
        await screen.go("/meetings")
        assert screen.says("Song 00")


async def test_few_are_shown_without_a_field_to_find_them_by(house: House) -> None:
    with house.session() as session:
        live(session, 7)
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/meetings")
        assert not screen.says("Find by a word")
