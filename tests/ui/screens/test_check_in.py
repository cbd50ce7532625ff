"""One check-in: everything added to it is saved as it is given, and nothing typed is lost."""

from datetime import UTC, datetime, time, timedelta

import pytest

from app.domain.check_in import Energy, FeltConnected
from app.domain.feeling import FEELINGS
from tests.headless.kit import Headless
from tests.ui.screens.house import MANY_SCRIPTS, MORNING, RIGHT_TO_LEFT, House, is_chosen, lock, unlock
from tests.ui.screens.lived_in import live_in

LONG = "x" * 20_001


async def opened(screen: Headless) -> None:
    """A check-in of now, opened to add more."""
    await screen.go("/")
    await screen.tap("In between", within="I can’t name it")
    await screen.tap("Add more")


async def in_list(screen: Headless, row: str, *words: str) -> None:
    """Pick words in one of the lists, and come back."""
    await screen.tap(row)
    for word in words:
        await screen.toggle(word)
    await screen.tap("Done")


async def pick(screen: Headless, button: str, value: object) -> None:
    await screen.tap(button)
    await screen.client.send(screen.client.dialogs[-1], "change", None, value=value)
    screen.client.close_dialog(screen.client.dialogs[-1])
    await screen.settle()


async def test_every_choice_is_saved_at_once(house: House) -> None:
    live_in(house)
    async with house.window() as screen:
        await unlock(screen)
        await opened(screen)
        await screen.tap("Hard", within="I can’t name it")
        await in_list(screen, "Feelings", "sad", "lonely", "lonely")
        await in_list(screen, "In my body", "heavy")
        await in_list(screen, "Who with", "Ana")
        await in_list(screen, "Where", "at home")
        await in_list(screen, "Doing", "resting", "music")
        await in_list(screen, "What helped", "Ana")
        await screen.tap("High")
        await screen.tap("A little")
        await screen.type("Note", MANY_SCRIPTS)
        await screen.tap("Done")
    with house.session() as session:
        kept = session.check_ins.recent[0]
        assert (kept.mood, kept.feelings, kept.energy) == (2, ("sad",), Energy.HIGH)
        ana = session.supports.all[0].id
        assert (kept.with_supports, kept.what_helped, kept.note) == ((ana,), (ana,), MANY_SCRIPTS)
        assert (kept.body_signals, kept.where, kept.doing) == (("heavy",), ("home",), ("resting", "music"))
        assert kept.felt_connected is FeltConnected.A_LITTLE


async def test_what_helped_offers_what_is_at_hand_then_other_tools_then_supports(house: House) -> None:
    with house.session() as session:
        session.supports.add("Ana")
        for name in ("Soup", "Tea", "Old habit"):
            session.coping_tools.add(name=name)
        habit, _, tea = session.coping_tools.all
        session.coping_tools.pin(tea)
        session.coping_tools.put_away(habit, away=True)
    async with house.window() as screen:
        await unlock(screen)
        await opened(screen)
        await screen.tap("What helped")
        offered = [str(seen.node["label"]["value"]) for seen in screen._in_reach() if seen.kind == "Chip"]
        assert offered == ["Tea", "Soup", "Ana"]
        await screen.toggle("Tea")
        await screen.toggle("Ana")
        await screen.tap("Done")
        assert screen.can_tap("What helped: Tea, Ana")
        path = screen.route
        await screen.go(f"/tool/{tea.id}")
        await screen.tap("Delete this")
        await screen.go(path)
        assert screen.can_tap("What helped: Tea, Ana")
        await screen.tap("What helped: Tea, Ana")
        await screen.tap("Forget the name Tea in check-ins")
        assert not screen.can_tap("Forget the name Tea in check-ins")
        await screen.tap("Done")
        assert screen.can_tap("What helped: something that is not here any more, Ana")
        await screen.tap("Undo")
        await screen.go(path)
        assert screen.can_tap("What helped: Tea, Ana")


async def test_nothing_of_what_is_here_offers_to_forget_its_name(house: House) -> None:
    with house.session() as session:
        session.supports.add("Ana")
    async with house.window() as screen:
        await unlock(screen)
        await opened(screen)
        await screen.tap("Who with")
        await screen.toggle("Ana")
        assert not screen.can_tap("Forget the name Ana in check-ins")


async def test_every_feeling_can_be_picked_and_is_shown_as_picked(screen: Headless) -> None:
    await opened(screen)
    await screen.tap("Feelings")
    names = [seen for seen in screen._in_reach() if seen.kind == "Chip"]
    assert len(names) == len(FEELINGS)
    for seen in names:
        await screen.toggle(str(seen.node["label"]["value"]))
    picked = ", ".join(str(seen.node["label"]["value"]) for seen in names)
    await screen.tap("Done")
    await screen.tap("Done")
    await screen.tap(f"In between, 09:30, {picked}")
    await screen.tap(f"Feelings: {picked}")
    assert all(seen.node.get("selected") for seen in screen._in_reach() if seen.kind == "Chip")


async def test_a_mood_can_be_left_out_or_not_named(house: House, screen: Headless) -> None:
    await opened(screen)
    await screen.tap("No mood")
    assert house_mood(screen) == "No mood"
    await screen.tap("I can’t name it")
    await screen.tap("Done")
    assert screen.can_tap("I can’t name it, 09:30")


def house_mood(screen: Headless) -> str:
    words = ["Very good", "Good", "In between", "Hard", "Very hard", "I can’t name it", "No mood"]
    return next(word for word in words if is_chosen(screen, word))


async def test_a_time_that_has_passed_is_kept(house: House, screen: Headless) -> None:
    await opened(screen)
    await pick(screen, "Time: 09:30", time(6, 5))
    assert screen.can_tap("Time: 06:05")
    await pick(screen, "Date: 21 November 2026", datetime(2026, 10, 30, 12, tzinfo=UTC))
    assert screen.can_tap("Date: 30 October 2026")
    await screen.tap("Done")
    await lock(screen)
    with house.session() as session:
        assert session.check_ins.recent[0].when == MORNING.replace(month=10, day=30, hour=6, minute=5)


async def test_a_time_still_to_come_is_refused_and_nothing_changes(screen: Headless) -> None:
    await opened(screen)
    await pick(screen, "Time: 09:30", time(9, 31))
    assert screen.says("This time is still to come. Choose one that has passed.")
    assert screen.can_tap("Time: 09:30")


async def test_the_date_picker_offers_no_day_to_come(screen: Headless) -> None:
    await opened(screen)
    await screen.tap("Date: 21 November 2026")
    assert screen.client.dialogs[-1]["last_date"] <= MORNING


async def test_a_note_too_long_is_told_and_stays_in_its_field(house: House, screen: Headless) -> None:
    await opened(screen)
    await screen.type("Note", LONG)
    await screen.leave()
    assert screen.says("This is too long to save. Please shorten it. Your words are still here.")
    assert screen.value("Note") == LONG
    await screen.tap("Done")
    await screen.tap("In between, 09:30")
    assert screen.value("Note") == LONG
    await screen.type("Note", "x" * 20_000)
    await screen.tap("Done")
    await lock(screen)
    with house.session() as session:
        assert len(session.check_ins.recent[0].note) == 20_000


@pytest.mark.parametrize("note", ["", "  \n ", "🌊🫂", RIGHT_TO_LEFT, "one\ntwo", MANY_SCRIPTS])
async def test_any_note_is_kept_as_it_was_typed(house: House, note: str) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await opened(screen)
        await screen.type("Note", note)
        await screen.tap("Done")
        await screen.tap("In between, 09:30")
        assert screen.value("Note") == note


async def test_delete_takes_every_word_and_undo_brings_every_word_back(
    house: House, screen: Headless
) -> None:
    await opened(screen)
    await in_list(screen, "Feelings", "sad")
    note = screen.one("Note", lambda seen: seen.kind == "TextField", "field").node
    await screen.client.send(note, "change", "By the sea", value="By the sea")
    await screen.tap("Delete")
    assert screen.says("Check-in deleted.")
    assert screen.says("Your check-ins will be listed here.")
    await screen.tap("Undo")
    await screen.tap("In between, 09:30, sad")
    assert screen.value("Note") == "By the sea"
    await screen.tap("Delete")
    await lock(screen)
    with house.session() as session:
        assert session.drafts._now == {}
        assert session.check_ins.recent == ()


async def test_delete_leaves_no_word_of_a_note_that_was_too_long(house: House, screen: Headless) -> None:
    await opened(screen)
    await screen.type("Note", LONG)
    await screen.tap("Delete")
    await lock(screen)
    with house.session() as session:
        assert session.drafts._now == {}


async def test_a_full_disk_is_told_and_the_note_stays_and_is_saved_later(
    house: House, screen: Headless
) -> None:
    await opened(screen)
    with house.full():
        await screen.type("Note", "By the sea")
        await screen.leave()
        assert screen.says("There is no room left on this device, so this was not saved.")
        assert screen.value("Note") == "By the sea"
    await screen.tap("Done")
    await screen.tap("In between, 09:30")
    assert screen.value("Note") == "By the sea"


async def test_a_failing_disk_is_told_and_the_note_stays_to_be_copied(house: House, screen: Headless) -> None:
    await opened(screen)
    with house.broken():
        await screen.type("Note", "By the sea")
        await screen.leave()
    assert screen.says("This could not be saved. What you see is still here: copy it before you lock.")
    assert screen.value("Note") == "By the sea"
    with screen.expecting_failure() as failures:
        await lock(screen)
    assert any("did not close cleanly" in failure for failure in failures)
    assert screen.says("Welcome back")


async def test_a_chip_shows_what_is_saved_where_the_disk_refuses(house: House, screen: Headless) -> None:
    await opened(screen)
    with house.full():
        await screen.tap("High")
        await screen.tap("Feelings")
        await screen.toggle("sad")
    assert screen.says("There is no room left")
    assert not screen.is_on("sad")
    await screen.tap("Done")
    assert not screen.can_tap("Feelings: sad")


async def test_one_that_is_gone_is_told(screen: Headless) -> None:
    await screen.go("/check-in/gone")
    assert screen.says("This is no longer here.")
    await screen.tap("Go to Today")
    assert screen.says("How is it right now?")


async def test_without_supports_it_says_where_they_will_be(screen: Headless) -> None:
    await opened(screen)
    await screen.tap("Who with")
    assert screen.says("When you add supports, you can pick them here.")


async def test_an_older_day_is_said_with_its_day(house: House, screen: Headless) -> None:
    await opened(screen)
    await screen.tap("Done")
    house.clock.now += timedelta(days=1)
    await screen.tap("Supports")
    await screen.tap("Today")
    assert screen.can_tap("In between, Saturday 21 Nov, 09:30")
