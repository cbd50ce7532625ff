"""Lists of what is practised: one line adds, examples help, many are found by a word or a topic, some are put away."""

from collections.abc import Callable
from typing import Any

import pytest

from app.domain.goal import GoalState
from app.domain.ids import Id
from app.domain.reflection import Prompt
from app.domain.support import SupportState
from app.session import Session
from app.ui.screens.kept_kind import opening
from tests.headless.kit import Headless
from tests.ui.screens.house import MANY_SCRIPTS, House, error_of, lock, unlock

TOO_LONG = "This is too long to save. Please shorten it. Your words are still here."
LISTS = {
    "learnings": ("What I learned", "What I learned"),
    "wins": ("What went well", "What went well"),
    "goals": ("Moving towards", "Moving towards"),
    "reflections": ("Reflections", "A few words"),
}
"""By its path: what its door is called, and its field."""


def verbs(session: Session, stem: str) -> Any:
    return getattr(session, stem)


def kept(house: House, stem: str) -> list[str]:
    with house.session() as session:
        return [one.text for one in verbs(session, stem).all]


@pytest.mark.parametrize("stem", LISTS)
async def test_one_line_adds_and_stands_on_top(house: House, screen: Headless, stem: str) -> None:
    door, field = LISTS[stem]
    await screen.tap("Growing")
    await screen.tap(door)
    assert screen.route == f"/{stem}"
    await screen.submit(field, " Ana laughed ")
    assert screen.says("Saved.")
    assert screen.value(field) == ""
    house.clock.now = house.clock.now.replace(minute=59)
    await screen.type(field, MANY_SCRIPTS)
    await screen.tap("Add")
    assert [text for text in screen.texts() if text in {"Ana laughed", MANY_SCRIPTS}] == [
        MANY_SCRIPTS,
        "Ana laughed",
    ]
    await screen.tap("Undo")
    assert not screen.says(MANY_SCRIPTS)
    await lock(screen)
    assert kept(house, stem) == ["Ana laughed"]


@pytest.mark.parametrize("stem", LISTS)
@pytest.mark.parametrize(
    ("typed", "said"), [(" ", "Please write something first."), ("x" * 20_001, TOO_LONG)]
)
async def test_a_line_that_will_not_do_is_told_beside_it_and_stays(
    screen: Headless, stem: str, typed: str, said: str
) -> None:
    field = LISTS[stem][1]
    await screen.go(f"/{stem}")
    await screen.type(field, typed)
    await screen.tap("Add")
    assert error_of(screen, field).startswith(said)
    assert screen.value(field) == typed


async def test_a_line_that_was_begun_outlives_a_lock_and_what_was_looked_for_does_not(
    house: House,
) -> None:
    with_many(house)
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/wins")
        await screen.type("What went well", "I op")
        await screen.type("Find by a word", "walk 7")
        await lock(screen)
        await unlock(screen)
        await screen.go("/wins")
        assert screen.value("What went well") == "I op"
        assert screen.value("Find by a word") == ""


async def test_a_disk_that_refuses_is_told_and_nothing_typed_is_lost(house: House, screen: Headless) -> None:
    await screen.go("/wins")
    await screen.type("What went well", "I called")
    with house.full():
        await screen.tap("Add")
        assert screen.says("There is no room left on this device")
        assert screen.value("What went well") == "I called"


async def test_an_example_is_put_into_the_field_and_kept_only_when_it_is_added(
    house: House, screen: Headless
) -> None:
    await screen.go("/goals")
    await screen.tap("Show examples")
    await screen.tap("Use: Singing with others again")
    assert screen.value("Moving towards") == "Singing with others again"
    await screen.tap("Add")
    await lock(screen)
    assert kept(house, "goals") == ["Singing with others again"]


def with_many(house: House) -> None:
    with house.session() as session:
        for n in range(40):
            session.wins.add(text=f"Walk {n:02}")


async def test_many_are_shown_a_part_at_a_time_and_found_by_a_word(house: House) -> None:
    with_many(house)
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/wins")
        assert len([text for text in screen.texts() if text.startswith("Walk ")]) == 30
        await screen.tap("Show 10 more")
        assert len([text for text in screen.texts() if text.startswith("Walk ")]) == 40
        await screen.type("Find by a word", " WALK 3")
        assert len([text for text in screen.texts() if text.startswith("Walk ")]) == 10
        await screen.type("Find by a word", "nothing like it")
        assert screen.says("Nothing here matches.")
        await screen.submit("What went well", "Swam")
        assert screen.says("Swam"), "what is new is in sight"


Add = Callable[[Session, str, tuple[Id, ...]], object]

WITH_TOPICS: dict[str, Add] = {
    "/learnings": lambda session, text, topics: session.learnings.add(text=text, topics=topics),
    "/wins": lambda session, text, topics: session.wins.add(text=text, topics=topics),
    "/goals": lambda session, text, topics: session.goals.add(text=text, topics=topics),
    "/reflections": lambda session, text, topics: session.reflections.add(text=text, topics=topics),
    "/tools": lambda session, text, topics: session.coping_tools.add(name=text, topics=topics),
    "/meetings": lambda session, text, topics: session.meetings.add(received=text, topics=topics),
    "/keep-box": lambda session, text, topics: session.keep_items.add(name=text, topics=topics),
    "/helpful": lambda session, text, topics: session.helpful_things.add(text=text, topics=topics),
    "/referrals": lambda session, text, topics: session.referrals.add(service=text, topics=topics),
    "/hopes": lambda session, text, topics: session.supports.add(
        text, state=SupportState.HOPED_FOR, topics=topics
    ),
}
"""By its path: how a thing with topics comes into each list."""


@pytest.mark.parametrize("path", WITH_TOPICS)
async def test_every_list_of_things_with_topics_is_narrowed_to_one(house: House, path: str) -> None:
    with house.session() as session:
        grief, job = (session.topics.add(name=name) for name in ("Grief", "A new job"))
        session.topics.add(name="Art")
        WITH_TOPICS[path](session, "Tea first", (grief.id,))
        WITH_TOPICS[path](session, "Ask for a day", (job.id, grief.id))
        WITH_TOPICS[path](session, "Rest before", ())
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(path)
        await screen.tap("Narrow down")
        assert not screen.says("Art"), "nothing is about it"
        await screen.tap("A new job")
        assert not screen.says("Tea first")
        assert screen.says("Ask for a day")
        await screen.tap("Grief")
        assert screen.says("Tea first")
        assert not screen.says("Rest before")
        await screen.resize(1280, 800)
        assert not screen.says("Rest before")
        await screen.tap("Anything")
        assert screen.says("Rest before")
        await screen.tap("Grief")
        await screen.go("/growing")
        await screen.go(path)
        assert screen.says("Rest before"), "who comes anew sees all of it"


@pytest.mark.parametrize("path", WITH_TOPICS)
async def test_no_topic_is_offered_where_nothing_has_one(house: House, path: str) -> None:
    with house.session() as session:
        session.topics.add(name="Grief")
        WITH_TOPICS[path](session, "Tea first", ())
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(path)
        assert screen.says("Tea first")
        assert not screen.can_tap("Narrow down")


@pytest.mark.parametrize("stem", ["learnings", "wins", "reflections"])
async def test_what_is_put_away_stands_apart_and_comes_back(house: House, stem: str) -> None:
    with house.session() as session:
        verbs(session, stem).add(text="Ana laughed")
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(f"/{stem}")
        row = next(one for one in opened(screen))
        await screen.tap(row)
        await screen.tap("Put away")
        assert screen.route == f"/{stem}"
        assert screen.says("It is put away.")
        assert opened(screen) == []
        await screen.tap("Undo")
        assert opened(screen) == [row]
        await screen.tap(row)
        await screen.tap("Put away")
        await screen.tap("Show 1 that is put away")
        await screen.tap(row)
        await screen.tap("Take out again")
        assert opened(screen) == [row]


def opened(screen: Headless) -> list[str]:
    """The rows of the list, by what a screen reader calls them."""
    labels = (str(node.get("label")) for seen in screen._in_reach() for node in seen.around)
    return list(dict.fromkeys(label for label in labels if label.startswith("Open ")))


async def test_done_and_let_go_stand_apart_together(house: House) -> None:
    with house.session() as session:
        for state in GoalState:
            session.goals.add(text=f"Goal of {state}", state=state)
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/goals")
        assert opened(screen) == ["Open Goal of now", "Open Goal of later, Later"]
        await screen.tap("Show 2 done or let go")
        assert opened(screen)[2:] == [
            "Open Goal of done, I’m done with it",
            "Open Goal of let_go, I let it go",
        ]


async def test_a_reflection_begins_from_a_question_if_one_is_chosen(house: House, screen: Headless) -> None:
    await screen.go("/reflections")
    await screen.tap("A question to begin from")
    await screen.tap("Both of us")
    assert screen.says("What did you each give, and what did you each get?")
    await screen.submit("A few words", "Soup and laughing")
    assert screen.says("What would you like to keep?"), "the next one begins without"
    await screen.submit("A few words", "It rained")
    await lock(screen)
    with house.session() as session:
        assert {one.text: one.prompt for one in session.reflections.all} == {
            "Soup and laughing": Prompt.BOTH_OF_US,
            "It rained": Prompt.FREE,
        }


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("One line", "One line"),
        ("\n  First \nsecond", "First …"),
        ("word " * 30, f"{('word ' * 18).strip()} …"),
        ("x" * 200, f"{'x' * 90} …"),
    ],
)
def test_a_row_has_the_first_whole_words(text: str, row: str) -> None:
    assert opening(text) == row


@pytest.mark.parametrize(
    ("note", "field", "stem"),
    [
        ("Note something that went well", "What went well", "wins"),
        ("Note something I learned", "What I learned", "learnings"),
    ],
)
async def test_one_press_from_a_check_in_notes_a_line_and_leads_back(
    house: House, screen: Headless, note: str, field: str, stem: str
) -> None:
    await screen.tap("Good")
    await screen.tap("Add more")
    check_in = screen.route
    await screen.tap(note)
    await screen.submit(field, "Ana laughed")
    assert screen.route == check_in
    assert screen.says("Saved.")
    await screen.tap("Undo")
    assert screen.route == check_in
    await screen.tap(note)
    assert screen.value(field) == ""
    await screen.submit(field, "Ana sang")
    await lock(screen)
    assert kept(house, stem) == ["Ana sang"]
