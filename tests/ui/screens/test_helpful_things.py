"""What is helpful: added by its words, put into the plan by a press, and deleted with a way back."""

import pytest

from app.domain.helpful_thing import HelpfulThing
from app.domain.ids import Id
from app.domain.kept import Share
from app.session import Session
from tests.canary import Canary
from tests.headless.kit import Headless
from tests.ui.screens.house import House, error_of, lock, unlock


@pytest.fixture
def asked(house: House) -> Id:
    with house.session() as session:
        return session.helpful_things.add(text="Being asked").id


def kept(house: House) -> tuple[HelpfulThing, ...]:
    with house.session() as session:
        return session.helpful_things.all


def lines(session: Session) -> list[tuple[str, Share]]:
    return [(item.text, item.share) for part in session.safety_plan.plan.parts for item in part.items]


async def test_words_are_enough_and_can_be_taken_back(house: House, screen: Headless) -> None:
    await screen.go("/helpful")
    assert screen.says("One thing is enough to start.")
    await screen.type("What is helpful", " Being asked ")
    await screen.tap("Add what is helpful")
    assert screen.can_tap("Open Being asked")
    assert screen.value("What is helpful") == ""
    await screen.tap("Undo")
    assert screen.says("One thing is enough to start.")
    await lock(screen)
    assert kept(house) == ()


@pytest.mark.parametrize(
    ("typed", "said"), [(" ", "Please write what is helpful."), ("x" * 1_001, "This is too long")]
)
async def test_words_that_will_not_do_are_told_beside_them(screen: Headless, typed: str, said: str) -> None:
    await screen.go("/helpful")
    await screen.type("What is helpful", typed)
    await screen.tap("Add what is helpful")
    assert error_of(screen, "What is helpful").startswith(said)
    assert screen.value("What is helpful") == typed


async def test_an_example_is_kept_only_when_it_is_added(house: House, screen: Headless) -> None:
    await screen.go("/helpful")
    await screen.tap("Show examples")
    await screen.tap("Use: Being asked what I need")
    assert screen.value("What is helpful") == "Being asked what I need"
    await lock(screen)
    assert kept(house) == ()


async def test_it_goes_into_the_part_that_was_chosen_and_is_taken_back(house: House, asked: Id) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(f"/helpful/{asked}")
        assert screen.says("It is not in your plan.")
        await screen.tap("May be shared")
        await screen.tap("Choose a part of my plan")
        await screen.tap("Add to: Signs it’s getting harder")
        assert screen.says("It is in your plan, under: Signs it’s getting harder.")
        await screen.tap("Undo")
        assert screen.says("It is not in your plan.")
        await screen.tap("Choose a part of my plan")
        await screen.tap("Add to: What I can do on my own")
        await screen.tap("Choose a part of my plan")
        assert not screen.can_tap("Add to: What I can do on my own")
        await screen.tap("Done")
        assert screen.can_tap("Open Being asked, What I can do on my own")
    with house.session() as session:
        assert lines(session) == [("Being asked", Share.MAY_BE_SHARED)]


async def test_its_topics_are_picked_and_named_in_the_list(house: House, asked: Id) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(f"/helpful/{asked}")
        await screen.submit("Another topic", "grief")
        await screen.type("What is helpful", "Being asked first")
        await screen.tap("Done")
        assert screen.can_tap("Open Being asked first, grief")
    (thing,) = kept(house)
    assert len(thing.topics) == 1
    assert thing.share is Share.ONLY_ME


async def test_it_is_deleted_with_a_way_back(house: House, asked: Id) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(f"/helpful/{asked}")
        await screen.tap("Delete this")
        assert screen.says("Deleted: Being asked")
        await screen.tap("Undo")
        assert screen.can_tap("Open Being asked")
        await screen.go("/helpful/gone")
        assert screen.says("This is no longer here.")


async def test_many_are_shown_a_part_at_a_time(house: House) -> None:
    with house.session() as session:
        for n in range(40):
            session.helpful_things.add(text=f"Thing {n:02}")
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/helpful")
        assert len([text for text in screen.texts() if text.startswith("Thing ")]) == 30
        await screen.tap("Show 10 more")
        assert screen.says("Thing 39")


async def test_nothing_of_it_is_told_to_anybody(screen: Headless, canary: Canary) -> None:
    await screen.go("/helpful")
    await screen.type("What is helpful", str(canary))
    await screen.tap("Add what is helpful")
    await screen.tap(f"Open {canary}")
    await screen.tap("Delete this")
    assert screen.says(f"Deleted: {canary}")
