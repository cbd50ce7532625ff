"""What helps: added by its name alone, read in steps, timed, kept at hand, passed on, and deleted with a way back."""

from datetime import timedelta

import pytest

from app.domain.check_in import Energy
from app.domain.coping_tool import CopingTool, Help, MayPassOn, Takes, ToolKind, WhereOk
from app.domain.ids import Id
from app.domain.someone import Someone
from tests.headless.kit import Headless
from tests.ui.screens.house import MANY_SCRIPTS, House, error_of, is_chosen, lock, spoken, to_tools, unlock

TOO_LONG = "This is too long to save. Please shorten it. Your words are still here."


@pytest.fixture
def tea(house: House) -> Id:
    with house.session() as session:
        return session.coping_tools.add(name="Mint tea", steps=("Fill the kettle", "Choose a cup", "Pour")).id


def kept(house: House) -> CopingTool:
    with house.session() as session:
        return session.coping_tools.all[0]


async def opened(screen: Headless, tool: Id, page: str = "") -> None:
    await unlock(screen)
    await screen.go(f"/tool/{page}{tool}")


# ---------------------------------------------------------------- adding


@pytest.mark.parametrize("name", ["Tea", "🌊", "דנה", MANY_SCRIPTS, "x" * 200])
async def test_a_name_is_enough_and_enter_saves(house: House, screen: Headless, name: str) -> None:
    await to_tools(screen)
    assert screen.says("One is enough to start.")
    await screen.tap("Add something that helps")
    await screen.submit("What it is", f" {name} ")
    assert screen.route.startswith("/tool/")
    await lock(screen)
    assert kept(house).name == name


@pytest.mark.parametrize(
    ("name", "said"),
    [("", "Please write what it is. One word is enough."), (" ", "Please write"), ("x" * 201, TOO_LONG)],
)
async def test_a_name_that_will_not_do_is_told_beside_it_and_stays(
    screen: Headless, name: str, said: str
) -> None:
    await screen.go("/tool/new")
    await screen.type("What it is", name)
    await screen.tap("Save")
    assert error_of(screen, "What it is").startswith(said)
    assert screen.value("What it is") == name


async def test_an_example_is_put_into_the_field_and_kept_only_when_it_is_saved(
    house: House, screen: Headless
) -> None:
    await screen.go("/tool/new")
    await screen.tap("Show examples")
    await screen.tap("Use: Walk to the corner and back")
    assert screen.value("What it is") == "Walk to the corner and back"
    await to_tools(screen)
    assert screen.says("One is enough to start.")
    await screen.tap("Add something that helps")
    await screen.type("What it is", "Walk to the pier")
    await screen.tap("Save")
    await lock(screen)
    assert kept(house).name == "Walk to the pier"


async def test_a_disk_that_refuses_is_told_and_nothing_typed_is_lost(house: House, screen: Headless) -> None:
    await screen.go("/tool/new")
    await screen.type("What it is", "Tea")
    with house.full():
        await screen.tap("Save")
        assert screen.says("There is no room left on this device")
        assert screen.value("What it is") == "Tea"


async def test_one_that_is_gone_is_told(screen: Headless) -> None:
    for page in ("", "change/", "pass/"):
        await screen.go(f"/tool/{page}gone")
        assert screen.says("This is no longer here.")
        await screen.tap("What helps me")
        assert screen.route == "/tools"


# ---------------------------------------------------------------- changing


async def test_all_of_it_is_saved_as_one_goes(house: House, tea: Id) -> None:
    async with house.window() as screen:
        await opened(screen, tea, "change/")
        await screen.type("What it is", "Sage tea")
        await screen.type("Steps", "Boil\n\n  Pour  \n")
        for choice in ("5 minutes", "At home", "A little", "Use my senses"):
            await screen.tap(choice)
        await screen.tap("Choose feelings")
        await screen.tap("worried")
        await screen.submit("Learned from someone else", "Noor")
        await screen.type("Learned from someone else", "a book")
        await screen.tap("Done")
        assert screen.route == f"/tool/{tea}"
        assert screen.says("Use my senses · 5 minutes · At home · Needs a little energy")
        assert screen.says("Learned from: Noor, a book")
        assert screen.says("Good when I feel: worried")
        await lock(screen)
    tool = kept(house)
    assert (tool.name, tool.steps) == ("Sage tea", ("Boil", "Pour"))
    assert (tool.takes, tool.where_ok) == (Takes.FIVE_MINUTES, WhereOk.AT_HOME)
    assert (tool.energy_needed, tool.kind) == (Energy.LOW, ToolKind.SENSES)
    assert tool.good_for == ("worried",)
    assert tool.taught_by == (Someone(name="Noor"), Someone(name="a book"))


async def test_a_choice_can_be_left_unsaid_again(house: House, tea: Id) -> None:
    async with house.window() as screen:
        await opened(screen, tea, "change/")
        await screen.tap("A minute")
        await screen.tap("Time not said")
        assert is_chosen(screen, "Time not said")
        await lock(screen)
    assert kept(house).takes is None


@pytest.mark.parametrize(
    ("typed", "said"),
    [("x" * 201, "One of these lines is too long."), ("x\n" * 51, "That is a lot of steps.")],
)
async def test_steps_that_will_not_do_are_told_beside_them_and_stay(
    house: House, tea: Id, typed: str, said: str
) -> None:
    async with house.window() as screen:
        await opened(screen, tea, "change/")
        await screen.type("Steps", typed)
        await screen.leave()
        assert error_of(screen, "Steps").startswith(said)
        assert screen.value("Steps") == typed
        await lock(screen)
    assert kept(house).steps[0] == "Fill the kettle"


async def test_the_day_is_picked_and_can_be_forgotten(house: House, tea: Id) -> None:
    async with house.window() as screen:
        await opened(screen, tea, "change/")
        await screen.tap("Learned on: not said")
        picker = screen.client.dialogs[-1]
        screen.client.tell(picker, "change", value=house.clock.now - timedelta(days=9))
        screen.client.close_dialog(picker)
        await screen.settle()
        assert screen.says("Learned on: 12 November 2026")
        await screen.tap("Forget the day")
        assert screen.says("Learned on: not said")


async def test_of_many_supports_only_who_was_picked_stands_there_until_asked_for(
    house: House, tea: Id
) -> None:
    with house.session() as session:
        people = [session.supports.add(f"Ana {n}") for n in range(9)]
        session.coping_tools.change(session.coping_tools.all[0], taught_by=(Someone(support=people[3].id),))
    async with house.window() as screen:
        await opened(screen, tea, "change/")
        assert screen.is_on("Ana 3")
        assert not screen.can_tap("Ana 4")
        await screen.toggle("Ana 3")
        await screen.tap("Choose from my supports")
        assert not screen.is_on("Ana 3")
        await screen.toggle("Ana 4")
        await lock(screen)
    assert kept(house).taught_by == (Someone(support=people[4].id),)


# ---------------------------------------------------------------- using


async def test_steps_are_read_below_each_other_or_one_at_a_time(house: House, tea: Id) -> None:
    async with house.window() as screen:
        await opened(screen, tea)
        assert [text for text in screen.texts() if text[:2] in {"1.", "2.", "3."}] == [
            "1. Fill the kettle",
            "2. Choose a cup",
            "3. Pour",
        ]
        await screen.tap("One step at a time")
        assert "Step 1 of 3 Fill the kettle" in spoken(screen)
        await screen.tap("One step back")
        await screen.tap("Next step")
        assert "Step 2 of 3 Choose a cup" in spoken(screen)
        await screen.resize(1280, 800)
        assert "Step 2 of 3 Choose a cup" in spoken(screen), "a window that grows wide stays at the step"
        await screen.tap("Next step")
        await screen.tap("Again from the start")
        assert "Step 1 of 3 Fill the kettle" in spoken(screen)
        await screen.tap("All steps")
        assert screen.says("3. Pour")
        await screen.tap("One step at a time")
        await screen.tap("Today")
        await screen.go(f"/tool/{tea}")
        assert screen.says("3. Pour"), "who comes back begins with all of them"


async def test_a_timer_goes_by_the_clock_wherever_one_is(house: House, tea: Id) -> None:
    async with house.window() as screen:
        await opened(screen, tea)
        await screen.tap("Start 5 minutes")
        assert screen.says("Until 09:35. About 5 minutes left.")
        house.clock.now += timedelta(minutes=2)
        await screen.later(1)
        assert screen.says("Until 09:35. About 3 minutes left.")
        await screen.tap("Today")
        house.clock.now += timedelta(minutes=2, seconds=10)
        await lock(screen)
        await opened(screen, tea)
        assert screen.says("Until 09:35. Less than a minute left.")
        house.clock.now += timedelta(seconds=50)
        await screen.later(1)
        assert "The time is over. There is no hurry." in spoken(screen)
        await screen.tap("Close the timer")
        assert screen.can_tap("Start 5 minutes")


async def test_a_timer_says_nothing_by_itself_before_it_is_over(house: House, tea: Id) -> None:
    async with house.window() as screen:
        await opened(screen, tea)
        await screen.tap("Start 1 minute")
        assert not [words for words in spoken(screen) if "left" in words]
        await screen.tap("Stop the timer")
        assert screen.can_tap("Start 1 minute")


async def test_a_timer_that_was_over_long_ago_is_told_no_more(house: House, tea: Id) -> None:
    async with house.window() as screen:
        await opened(screen, tea)
        await screen.tap("Start 1 minute")
        await lock(screen)
        house.clock.now += timedelta(hours=2)
        await opened(screen, tea)
        assert screen.can_tap("Start 1 minute")


async def test_whether_it_helped_can_be_said_taken_back_and_skipped(house: House, tea: Id) -> None:
    async with house.window() as screen:
        await opened(screen, tea)
        assert not screen.says("Last time")
        await screen.tap("Not this time")
        assert screen.says("Last time, on 21 November 2026: Not this time.")
        await screen.tap("Undo")
        assert not screen.says("Last time")
        await screen.tap("A bit")
        await to_tools(screen)
        assert not [text for text in screen.texts() if "A bit" in text or "time" in text], "no list judges it"
        await lock(screen)
    helped = kept(house).helped
    assert helped is not None
    assert helped.answer is Help.A_BIT


# ---------------------------------------------------------------- at hand


async def test_with_three_at_hand_a_fourth_says_which_and_takes_the_place_of_one(
    house: House, tea: Id
) -> None:
    with house.session() as session:
        for name in ("Walk", "Song", "Soup"):
            house.clock.now += timedelta(minutes=1)
            session.coping_tools.pin(session.coping_tools.add(name=name))
    house.clock.now += timedelta(minutes=1)
    async with house.window() as screen:
        await opened(screen, tea)
        await screen.tap("Keep at hand")
        assert "Three are at hand already. Which one should make room?" in spoken(screen)
        assert screen.can_tap("In place of Walk")
        await screen.tap("Leave it as it is")
        await screen.tap("Keep at hand")
        await screen.tap("In place of Song")
        assert screen.says("Mint tea is at hand.")
        await screen.tap("When it’s hard")
        at_hand = [text for text in screen.texts() if text in {"Walk", "Song", "Soup", "Mint tea"}]
        assert at_hand == ["Walk", "Soup", "Mint tea"]
        await screen.back()
        await screen.tap("Undo")
        await to_tools(screen)
        assert screen.texts().index("Song") < screen.texts().index("More that helps")


async def test_one_that_another_device_put_at_hand_too_says_that_it_waits(house: House, tea: Id) -> None:
    with house.session() as session:
        verbs = session.coping_tools
        verbs.change(verbs.all[0], pinned_at=house.clock.now)
        for n in range(3):  # as a merge may bring it
            verbs.add(name=f"Walk {n}", pinned_at=house.clock.now + timedelta(minutes=n + 1))
    async with house.window() as screen:
        await opened(screen, tea)
        assert screen.says("This waits until one of these makes room: Walk 0, Walk 1, Walk 2.")
        await screen.tap("No longer at hand")
        assert screen.can_tap("Keep at hand")


# ---------------------------------------------------------------- passing on, putting away, deleting


async def test_it_is_passed_on_to_supports_and_to_others(house: House, tea: Id) -> None:
    with house.session() as session:
        ana = session.supports.add("Ana")
    async with house.window() as screen:
        await opened(screen, tea)
        await screen.tap("Pass it on")
        assert screen.says("Read it out, or show this page. Nothing is sent.")
        assert screen.says("1. Fill the kettle")
        await screen.tap("Ask first")
        await screen.toggle("Ana")
        await screen.type("Passed on to someone else", "my niece")
        await screen.tap("Done")
        assert screen.says("I passed it on to: Ana, my niece")
        assert screen.says("Ask first before passing it on")
        await lock(screen)
    tool = kept(house)
    assert tool.may_pass_on is MayPassOn.ASK
    assert tool.passed_on_to == (Someone(support=ana.id), Someone(name="my niece"))


async def test_a_name_given_by_words_can_be_taken_out_and_put_in_again(house: House, tea: Id) -> None:
    name = "a" * 26  # as long as an id
    async with house.window() as screen:
        await opened(screen, tea, "pass/")
        await screen.submit("Passed on to someone else", name)
        await screen.toggle(name)
        await screen.toggle(name)
        await lock(screen)
    assert kept(house).passed_on_to == (Someone(name=name),)


async def test_what_is_put_away_is_offered_no_more_and_can_be_taken_out(house: House, tea: Id) -> None:
    async with house.window() as screen:
        await opened(screen, tea)
        await screen.tap("Keep at hand")
        await screen.tap("Put away")
        assert screen.route == "/tools"
        assert screen.says("Mint tea is put away.")
        assert not screen.can_tap("Open Mint tea")
        await screen.tap("When it’s hard")
        assert not screen.can_tap("Open Mint tea")
        await screen.back()
        await screen.tap("Show 1 that is put away")
        await screen.tap("Open Mint tea")
        await screen.tap("Take out again")
        assert screen.can_tap("Open Mint tea")


async def test_deleting_is_undone_with_everything_in_it(house: House, tea: Id) -> None:
    async with house.window() as screen:
        await opened(screen, tea)
        await screen.tap("Keep at hand")
        await screen.tap("Start 5 minutes")
        await screen.tap("Delete this")
        assert screen.route == "/tools"
        assert screen.says("Mint tea was deleted.")
        assert not screen.can_tap("Open Mint tea")
        await screen.tap("Undo")
        await screen.tap("Open Mint tea")
        assert screen.says("Mint tea is at hand.")
        assert screen.says("3. Pour")
        assert screen.can_tap("Start 5 minutes"), "the timer went with it"


async def test_a_disk_that_refuses_leaves_it_as_it_was(house: House, tea: Id) -> None:
    async with house.window() as screen:
        await opened(screen, tea)
        with house.full():
            for press in ("Keep at hand", "A bit", "Put away", "Delete this"):
                await screen.tap(press)
                assert screen.says("There is no room left on this device")
                assert screen.route == f"/tool/{tea}"
    tool = kept(house)
    assert (tool.pinned_at, tool.helped, tool.put_away) == (None, None, False)
