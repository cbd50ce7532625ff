"""One step at a time: what helps first comes first, one press leads on, back or out, and the place is kept."""

from datetime import timedelta

import pytest

from app import words
from app.domain.kept import Share
from app.domain.safety_plan import PartType
from app.domain.support import WayKind
from app.session import Session
from app.ui.screens.hard_time_steps import Page, found, pages, steps
from tests.headless.kit import Headless
from tests.ui.screens.house import House, Listener, everything, lock, spoken, unlock

SAID = words.hard_time
NEXT, ON, BACK, OUT = "Try the next one", "Next", "Back one", "Enough for now"
PERSONAL = ("Ana", "It has passed before", "Mint tea", "kettle", "Soup", "library")


@pytest.fixture
def at_hand(house: House) -> None:
    with house.session() as session:
        live_hard(session, house)


def live_hard(session: Session, house: House) -> None:
    ana = session.supports.add("Ana", ways=(session.supports.way(WayKind.CALL, "07700 900123"),))
    entry = session.safety_net.add(ana.id)
    session.safety_net.change(entry, what_i_could_say="Can you talk?")
    plan = session.safety_plan
    plan.change(one_line="It has passed before")
    parts = {part.type: part for part in plan.plan.parts}
    tools = {}
    for name, lines in (("Mint tea", ("Fill the kettle", "Pour")), ("Walk", ()), ("Song", ("Hum",))):
        house.clock.now += timedelta(minutes=1)
        tools[name] = session.coping_tools.add(name=name, steps=lines)
        session.coping_tools.pin(tools[name])
    soup = session.coping_tools.add(name="Soup", steps=("Cut an onion",))
    own = parts[PartType.ON_MY_OWN]
    plan.add_item(own, text="Warm up", tools=(soup.id,), share=Share.ONLY_ME)
    plan.add_item(own, tools=(tools["Walk"].id,))
    plan.add_item(parts[PartType.PEOPLE_AND_PLACES], text="The library")
    plan.add_item(parts[PartType.SERVICES], text="The practice")
    plan.add_item(parts[PartType.SIGNS], text="I stop cooking")


async def opened(screen: Headless) -> None:
    await unlock(screen)
    await screen.tap("When it’s hard")
    await screen.tap("One step at a time")


async def on_to(screen: Headless, said: str) -> None:
    """Press the main button until the page says that."""
    for _ in range(40):
        if screen.says(said):
            return
        await screen.tap(ON if screen.can_tap(ON) else NEXT)
    raise AssertionError(f"{said!r} never came\n{screen.texts()}")


# ---------------------------------------------------------------- the steps


def test_what_helps_first_comes_first_and_the_emergency_number_last(house: House, at_hand: None) -> None:
    with house.session() as session:
        told = [one.name or one.heading for one in steps(session, card=True, lines=[])]
    assert told == [
        "It has passed before", "Mint tea", "Walk", "Song", SAID.breathe, SAID.ground, "Warm up", "Ana",
        "The library", "The practice", SAID.danger,
    ]  # fmt: skip


def test_without_a_session_there_is_nothing_personal(house: House) -> None:
    told = [one.heading for one in steps(None, card=False, lines=[])]
    assert told == [SAID.breathe, SAID.ground, SAID.danger]
    assert steps(None, card=True, lines=[])[0].heading == words.emergency_card.mine


def test_the_steps_of_a_tool_that_a_line_names_come_one_at_a_time(house: House, at_hand: None) -> None:
    with house.session() as session:
        (warm,) = [one for one in steps(session, card=False, lines=[]) if one.name == "Warm up"]
    assert warm.lines == ("Soup", "Cut an onion")
    assert [page.line for page in pages([warm])] == [0, 1]


def test_a_place_is_found_again_where_steps_have_gone(house: House, at_hand: None) -> None:
    with house.session() as session:
        shown = pages(steps(session, card=False, lines=[]))
        at = next(at for at, page in enumerate(shown) if page.step.key == "breathe" and page.line == 2)
        tea = session.coping_tools.pinned[0]
        assert found(shown, tea.id, 9) == 1
        session.remove_tool(tea)
        fewer = pages(steps(session, card=False, lines=[]))
    assert found(fewer, "breathe", 2) == at - 2
    assert found(fewer, tea.id, 0) == 0
    assert Page(step=fewer[0].step).is_last_line


# ---------------------------------------------------------------- moving


async def test_one_press_leads_on_line_by_line_and_is_said_when_it_comes(house: House, at_hand: None) -> None:
    async with house.window() as screen:
        await opened(screen)
        assert "My own words It has passed before" in spoken(screen)
        await screen.tap(ON)
        assert "What helps me Mint tea Step 1 of 2 Fill the kettle" in spoken(screen)
        await screen.tap(ON)
        assert "What helps me Mint tea Step 2 of 2 Pour" in spoken(screen)
        await screen.tap(NEXT)
        assert screen.says("Walk")
        await screen.tap(BACK)
        assert screen.says("Pour")
        assert not screen.says("Walk")


async def test_what_does_not_help_is_passed_by_with_all_its_steps(house: House, at_hand: None) -> None:
    async with house.window() as screen:
        await opened(screen)
        await screen.tap(ON)
        assert screen.says("Fill the kettle")
        await screen.tap(NEXT)
        assert screen.says("Walk")


async def test_a_person_is_one_press_away_with_the_words_that_are_ready(house: House, at_hand: None) -> None:
    async with house.window() as screen:
        await opened(screen)
        await on_to(screen, "Ana")
        assert screen.says("“Can you talk?”")
        await screen.tap("Call Ana")
        assert [one["url"] for one in screen.called("launch_url")] == ["tel:07700900123"]
        await screen.tap("Show my words to Ana")
        assert screen.texts() == ["Words to show", "Can you talk?", "Close"]
        await screen.tap("Close")
        assert screen.says("Ana"), "one is back where one was"


@pytest.mark.parametrize("unlocked", [False, True])
async def test_the_emergency_number_is_one_press_away_from_the_first_step(
    house: House, unlocked: bool
) -> None:
    async with house.window() as screen:
        if unlocked:
            await unlock(screen)
        await screen.tap("When it’s hard")
        await screen.tap("One step at a time")
        await screen.tap("In danger? See the emergency number")
        await screen.type("Country or region", "germ")
        await screen.tap("Germany")
        await screen.tap("Emergency: call 112")
        assert screen.called("launch_url") == []
        await screen.tap("Call 112")
        assert [one["url"] for one in screen.called("launch_url")] == ["tel:112"]
        await screen.tap("Start again")
        assert screen.says("Let your shoulders drop.")


async def test_in_another_place_its_lines_come_before_the_number(house: House) -> None:
    async with house.window(route="/hard/steps") as screen:
        await screen.tap("In danger? See the emergency number")
        await screen.type("Country or region", "kingd")
        await screen.tap("United Kingdom")
        assert screen.says("Emergency: call 999")
        await screen.tap(BACK)
        assert screen.says(words.helplines.here)


async def test_a_tool_on_the_whole_page_opens_at_its_steps_and_so_does_a_line_that_names_one(
    house: House, at_hand: None
) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await screen.tap("When it’s hard")
        await screen.tap("Open Song")
        assert screen.says("Hum")
        await screen.tap("Back")
        await screen.tap("Open Soup: Warm up")
        assert "What I can do on my own Warm up Step 1 of 2 Soup" in spoken(screen)


async def test_nothing_is_noted_of_what_did_not_help(house: House, at_hand: None) -> None:
    async with house.window() as screen:
        await opened(screen)
        await on_to(screen, "Walk")
        await screen.tap(NEXT)
        await lock(screen)
    with house.session() as session:
        assert [one.helped for one in session.coping_tools.all] == [None] * 4


# ---------------------------------------------------------------- the place that is kept


@pytest.mark.parametrize("left", ["Back", "Escape", "tab", "lock", "wide"])
async def test_the_place_outlives_whatever_comes_between(house: House, at_hand: None, left: str) -> None:
    async with house.window() as screen:
        await opened(screen)
        await on_to(screen, "Pour")
        if left == "Back":
            await screen.tap("Back")
        elif left == "Escape":
            await screen.press_key("Escape")
        elif left == "tab":
            await screen.go("/plan")
        elif left == "lock":
            await lock(screen)
            await unlock(screen)
        if left == "wide":
            await screen.resize(1280, 800)
        else:
            await screen.go("/hard")
            await screen.tap("Go on where I was")
        assert screen.says("Pour")


async def test_enough_for_now_leads_out_and_the_next_time_begins_with_the_first(
    house: House, at_hand: None
) -> None:
    async with house.window() as screen:
        await opened(screen)
        await on_to(screen, "Pour")
        await screen.tap(OUT)
        assert screen.route == "/hard"
        await screen.tap("One step at a time")
        assert screen.says("It has passed before")


async def test_after_an_hour_it_is_another_moment(house: House, at_hand: None) -> None:
    async with house.window() as screen:
        await opened(screen)
        await on_to(screen, "Pour")
        await screen.tap("Back")
        assert screen.can_tap("From the start")
        house.clock.now += timedelta(minutes=61)
        await screen.tap("Back")
        await screen.tap("When it’s hard")
        await screen.tap("One step at a time")
        assert screen.says("It has passed before")


async def test_one_can_begin_from_the_start_although_a_place_is_kept(house: House, at_hand: None) -> None:
    async with house.window() as screen:
        await opened(screen)
        await on_to(screen, "Pour")
        await screen.tap("Back")
        await screen.tap("From the start")
        assert screen.says("It has passed before")


# ---------------------------------------------------------------- locked


async def test_while_locked_it_goes_the_same_way_with_nothing_personal(
    house: House, at_hand: None, listener: Listener
) -> None:
    async with house.window() as screen:
        await screen.tap("When it’s hard")
        await screen.tap("One step at a time")
        assert screen.says("Let your shoulders drop.")
        await screen.tap(ON)
        assert screen.says("Breathe in through your nose while you count to four.")
        await on_to(screen, SAID.danger)
        assert not [one for one in PERSONAL if one in everything(screen) or one in listener.since(0)]
        await screen.tap(OUT)
        assert screen.route == "/hard"
        await screen.tap("Back")
        assert screen.says("Welcome back")


async def test_hiding_in_the_middle_leaves_nothing_of_it(house: House, at_hand: None) -> None:
    async with house.window() as screen:
        await opened(screen)
        await on_to(screen, "Ana")
        await screen.tap("Hide now")
        assert screen.texts() == ["Nothing is open here.", "Continue"]


async def test_before_the_first_step_there_is_none(house: House) -> None:
    async with house.window(route="/hard/steps") as screen:
        assert (screen.can_tap(ON), screen.can_tap(BACK)) == (True, False)
        await screen.tap(ON)
        assert screen.can_tap(BACK)
