"""One learning, reflection, win or goal: all of it saved as one goes, who is named, small steps, endings, and deleting."""

from datetime import timedelta
from typing import Any

import pytest

from app.domain.goal import Goal, GoalState, GoalStep
from app.domain.ids import Id
from app.domain.learning import LearningKind, TheirYes
from app.domain.reflection import Prompt
from app.domain.someone import Someone
from app.session import Session
from tests.headless.kit import Headless
from tests.ui.screens.house import House, error_of, is_chosen, is_on, lock, unlock

STEMS = {"learning": "learnings", "win": "wins", "goal": "goals", "reflection": "reflections"}


def field(stem: str) -> str:
    """What the field with its words is called: those of a learning may be someone else’s."""
    return "Something I learned" if stem == "learning" else "My words"


def verbs(session: Session, stem: str) -> Any:
    return getattr(session, STEMS[stem])


def kept(house: House, stem: str) -> Any:
    with house.session() as session:
        return verbs(session, stem).all[0]


def begun(house: House, stem: str, **fields: Any) -> str:
    """Keep one; return its path."""
    with house.session() as session:
        return f"/{stem}/{verbs(session, stem).add(text='Ana laughed', **fields).id}"


async def arrive(screen: Headless, path: str) -> None:
    await unlock(screen)
    await screen.go(path)


# ---------------------------------------------------------------- what all share


@pytest.mark.parametrize("stem", STEMS)
async def test_its_words_are_changed_and_a_blank_is_told_and_stays(house: House, stem: str) -> None:
    path = begun(house, stem)
    async with house.window() as screen:
        await arrive(screen, path)
        await screen.type(field(stem), "Ana laughed a lot")
        await screen.leave()
        await screen.type(field(stem), " ")
        await screen.leave()
        assert error_of(screen, field(stem)).startswith("Please write something first.")
        assert screen.value(field(stem)) == " "
        await lock(screen)
    assert kept(house, stem).text == "Ana laughed a lot"


@pytest.mark.parametrize("stem", STEMS)
async def test_deleting_is_undone_with_everything_in_it(house: House, stem: str) -> None:
    path = begun(house, stem)
    async with house.window() as screen:
        await arrive(screen, path)
        await screen.type(field(stem), "Ana laughed a lot")
        await screen.tap("Delete this")
        assert screen.route == f"/{STEMS[stem]}"
        assert screen.says("It was deleted.")
        assert not screen.says("Ana laughed a lot")
        await screen.tap("Undo")
        assert screen.says("Ana laughed a lot")


@pytest.mark.parametrize("stem", STEMS)
async def test_one_that_is_gone_is_told(screen: Headless, stem: str) -> None:
    await screen.go(f"/{stem}/gone")
    assert screen.says("This is no longer here.")


@pytest.mark.parametrize(
    "path", ["/people/win.gone.tell", "/people/song.gone.tell", "/people/win", "/people/x"]
)
async def test_people_of_what_is_gone_are_told(screen: Headless, path: str) -> None:
    await screen.go(path)
    assert screen.says("This is no longer here.")


@pytest.mark.parametrize(
    ("stem", "row", "held"),
    [
        ("learning", "Who it came from", "learned_from"),
        ("learning", "I passed it on to", "passed_on_to"),
        ("reflection", "Who with", "with_people"),
        ("win", "Who with", "with_people"),
        ("win", "Who would be glad to hear it?", "tell"),
        ("goal", "Who could support me", "who_could_support"),
    ],
)
async def test_people_are_named_as_supports_or_by_words(house: House, stem: str, row: str, held: str) -> None:
    with house.session() as session:
        ana = session.supports.add("Ana")
    path = begun(house, stem)
    async with house.window() as screen:
        await arrive(screen, path)
        await screen.tap(row)
        await screen.toggle("Ana")
        await screen.submit("Someone else", "Noor")
        await screen.type("Someone else", "a book")
        await screen.tap("Done")
        assert screen.route == path
        assert screen.says("Ana, Noor, a book")
        await screen.tap(f"{row}: Ana, Noor, a book")
        await screen.toggle("Noor")
        await screen.type("Someone else", " ")
        await screen.tap("Add someone else")
        assert error_of(screen, "Someone else").startswith("Please write a name first.")
        await lock(screen)
    assert getattr(kept(house, stem), held) == (Someone(support=ana.id), Someone(name="a book"))


# ---------------------------------------------------------------- learning


async def test_what_was_thought_before_is_asked_where_it_is_seen_differently(house: House) -> None:
    path = begun(house, "learning")
    async with house.window() as screen:
        await arrive(screen, path)
        assert not screen.says("What I thought before")
        await screen.tap("Seeing it differently")
        await screen.type("What I thought before", "A no ends it")
        await screen.type("What I think now", "A no can be kind")
        await screen.tap("An idea")
        assert screen.value("What I thought before") == "A no ends it", "what was written is never hidden"
        await screen.tap("What it is about")
        await screen.submit("Another topic", "Grief")
        await lock(screen)
    one = kept(house, "learning")
    assert (one.kind, one.before, one.now) == (LearningKind.IDEA, "A no ends it", "A no can be kind")
    assert len(one.topics) == 1


async def test_someones_own_words_wait_for_their_yes(house: House) -> None:
    path, waits = begun(house, "learning"), "They stay with you until they say yes."
    async with house.window() as screen:
        await arrive(screen, path)
        assert not screen.says("May I pass them on?")
        await screen.tap("These are their words, not mine")
        assert is_chosen(screen, "Not asked yet")
        for answer in ("Asked, no answer yet", "No"):
            await screen.tap(answer)
            assert screen.says(waits)
        await screen.tap("Yes")
        assert not screen.says(waits)
        await lock(screen)
    assert (kept(house, "learning").their_words, kept(house, "learning").their_yes) == (True, TheirYes.YES)


# ---------------------------------------------------------------- reflection and win


async def test_a_reflection_can_take_another_question(house: House) -> None:
    path = begun(house, "reflection")
    async with house.window() as screen:
        await arrive(screen, path)
        await screen.tap("Connection")
        assert screen.says("When did it feel like you were both really there?")
        await lock(screen)
    assert kept(house, "reflection").prompt is Prompt.CONNECTION


async def test_a_win_has_its_day_and_what_it_is_a_part_of(house: House) -> None:
    with house.session() as session:
        goal = session.goals.add(text="Sing again")
        session.goals.add(text="Long over", state=GoalState.LET_GO)
    path = begun(house, "win")
    async with house.window() as screen:
        await arrive(screen, path)
        assert not screen.says("Long over")
        await screen.tap("Sing again")
        await screen.tap("Day: 21 November 2026")
        picker = screen.client.dialogs[-1]
        screen.client.tell(picker, "change", value=house.clock.now - timedelta(days=9))
        screen.client.close_dialog(picker)
        await screen.settle()
        assert screen.says("Day: 12 November 2026")
        await lock(screen)
    win = kept(house, "win")
    assert (win.goal, win.day) == (goal.id, (house.clock.now - timedelta(days=9)).date())


async def test_what_a_win_is_a_part_of_can_be_gone(house: House) -> None:
    with house.session() as session:
        goal = session.goals.add(text="Sing again")
        session.goals.add(text="A window box")
    path = begun(house, "win", goal=goal.id)
    with house.session() as session:
        session.goals.remove(goal)
    async with house.window() as screen:
        await arrive(screen, path)
        assert is_chosen(screen, "Not part of anything")


# ---------------------------------------------------------------- goal


STEPS = (GoalStep(text="Ask Ana"), GoalStep(text="Go and see"), GoalStep(text="Go in", done=True))


@pytest.fixture
def goal(house: House) -> str:
    return begun(house, "goal", steps=STEPS)


def steps(house: House) -> list[tuple[str, bool]]:
    one = kept(house, "goal")
    assert isinstance(one, Goal)
    return [(step.text, step.done) for step in one.steps]


async def test_small_steps_are_added_ticked_moved_and_deleted(house: House, goal: str) -> None:
    async with house.window() as screen:
        await arrive(screen, goal)
        assert is_on(screen, "Go in")
        await screen.tap("Ask Ana")
        await screen.submit("A small step", " Hum at home ")
        assert screen.value("A small step") == ""
        assert not screen.can_tap("Move up: Hum at home")
        await screen.tap("Move or delete steps")
        await screen.tap("Move up: Hum at home")
        await screen.tap("Move down: Ask Ana")
        await screen.tap("Delete: Go in")
        assert screen.says("The step was deleted.")
        await screen.tap("Undo")
        assert is_on(screen, "Go in")
        await lock(screen)
    assert steps(house) == [
        ("Go and see", False),
        ("Ask Ana", True),
        ("Hum at home", False),
        ("Go in", True),
    ]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (" ", "Please write something first."),
        ("Go in", "This step is here already."),
        ("x" * 201, "This step is too long."),
    ],
)
async def test_a_step_that_will_not_do_is_told_beside_it_and_stays(
    house: House, goal: str, typed: str, said: str
) -> None:
    async with house.window() as screen:
        await arrive(screen, goal)
        await screen.type("A small step", typed)
        await screen.tap("Add this step")
        assert error_of(screen, "A small step").startswith(said)
        assert screen.value("A small step") == typed
        await lock(screen)
    assert steps(house) == [(one.text, one.done) for one in STEPS]


async def test_a_step_that_stands_in_its_field_is_kept_when_one_leaves(house: House, goal: str) -> None:
    async with house.window() as screen:
        await arrive(screen, goal)
        await screen.type("A small step", "Hum at home")
        await screen.tap("Today")
        await lock(screen)
    assert steps(house)[-1] == ("Hum at home", False)


async def test_done_and_let_go_are_said_alike_and_only_done_offers_a_win(house: House, goal: str) -> None:
    async with house.window() as screen:
        await arrive(screen, goal)
        await screen.tap("I let it go")
        assert screen.says("You let go of this. It stays here to come back to.")
        assert not screen.can_tap("Note something that went well")
        await screen.tap("I’m done with it")
        assert screen.says("You are done with this. It stays here to come back to.")
        assert screen.route == goal, "it is offered, not opened"
        await screen.tap("Note something that went well")
        assert screen.route.startswith("/win/")
        assert is_chosen(screen, "Ana laughed")
        await screen.tap("Undo")
        assert screen.says("This is no longer here.")
        await screen.go(goal)
        await screen.tap("Note something that went well")
        await lock(screen)
    win, made = kept(house, "win"), kept(house, "goal")
    assert (win.text, win.goal, win.day) == ("Ana laughed", made.id, house.clock.now.date())
    assert isinstance(made.id, str)
    assert Id(goal.rpartition("/")[2]) == made.id


async def test_why_and_how_much_it_matters_is_kept(house: House, goal: str) -> None:
    async with house.window() as screen:
        await arrive(screen, goal)
        await screen.type("Why it matters to me", "It carries me")
        await screen.tap("This matters a lot to me")
        await screen.tap("Later")
        await screen.go("/goals")
        assert screen.says("Matters a lot · Later")
        await lock(screen)
    assert (kept(house, "goal").why, kept(house, "goal").state) == ("It carries me", GoalState.LATER)
