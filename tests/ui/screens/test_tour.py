"""The short look around: below the question, once, and again when asked for."""

from app import words
from tests.headless.kit import Headless
from tests.ui.screens.house import House, lock, spoken, unlock

TITLE = words.tour.title
FIRST, *_, LAST = words.tour.steps


async def test_it_stands_below_the_question_and_in_nobodys_way(screen: Headless) -> None:
    texts = screen.texts()
    assert (
        texts.index("I can’t name it")
        < texts.index(TITLE)
        < texts.index("Your check-ins will be listed here.")
    )
    assert screen.dialogs == []
    await screen.tap("Good")
    assert screen.says("Saved.")
    assert screen.says(FIRST)


async def test_it_has_at_most_four_cards_and_says_where_it_is(screen: Headless) -> None:
    assert len(words.tour.steps) <= 4
    for number, step in enumerate(words.tour.steps, start=1):
        assert screen.says(step)
        assert screen.says(f"{number} of {len(words.tour.steps)}")
        assert (step in spoken(screen)) is (number > 1)
        await screen.tap("Next" if step != LAST else "Done")
    assert not screen.says(TITLE)


async def test_each_card_can_be_the_last_and_it_never_comes_again(house: House) -> None:
    for number in range(len(words.tour.steps) - 1):
        async with house.window() as screen:
            await unlock(screen)
            for _ in range(number):
                await screen.tap("Next")
            await screen.tap("Skip this")
            assert not screen.says(TITLE)
            await screen.tap("Supports")
            await screen.tap("Today")
            await screen.resize(1280, 800)
            assert not screen.says(TITLE)
        async with house.window() as screen:
            await unlock(screen)
            assert not screen.says(TITLE)
        with house.session() as session:
            assert session.preferences.now.toured
            session.preferences.change(toured=False)


async def test_it_stays_where_it_is_on_another_page_and_in_another_width(screen: Headless) -> None:
    await screen.tap("Next")
    await screen.tap("Supports")
    await screen.tap("Today")
    await screen.resize(1280, 800)
    assert screen.says(words.tour.steps[1])
    assert words.tour.steps[1] not in spoken(screen)


async def test_it_can_be_skipped_after_a_page_on_top_was_left(screen: Headless) -> None:
    await screen.tap("When it’s hard")
    await screen.tap("Back")
    await screen.tap("Skip this")
    assert not screen.says(TITLE)


async def test_who_locks_in_the_middle_begins_anew(screen: Headless) -> None:
    await screen.tap("Next")
    await lock(screen)
    await unlock(screen)
    assert screen.says(FIRST)


async def test_it_is_shown_again_on_request_from_its_first_card(screen: Headless) -> None:
    for _ in words.tour.steps[1:]:
        await screen.tap("Next")
    await screen.tap("Done")
    await screen.go("/settings")
    await screen.tap("How this works")
    await screen.tap(words.tour.again)
    assert screen.route == "/"
    assert screen.says(FIRST)
    assert screen.can_tap("Very good")


async def test_where_it_cannot_be_kept_that_it_was_seen_it_stays(house: House, screen: Headless) -> None:
    with house.broken():
        await screen.tap("Skip this")
    assert screen.says(FIRST)
    assert screen.says("This could not be saved.")
