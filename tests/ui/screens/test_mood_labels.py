"""The person's own words for the five levels: named, several, pictured, removed, and read everywhere."""

import pytest

from tests.headless.kit import Headless
from tests.ui.screens.house import MANY_SCRIPTS, House, error_of, is_chosen, lock, unlock
from tests.ui.screens.test_check_in import opened


async def named(screen: Headless, words: str, level: str = "Level 4 of 5: Good") -> None:
    """Give a level a word of its own."""
    await screen.go("/moods")
    await screen.tap(level)
    await screen.type("Word", words)
    await screen.tap("Save")


@pytest.mark.parametrize("words", ["Sunny", MANY_SCRIPTS])
async def test_a_level_is_called_what_the_person_calls_it(house: House, screen: Headless, words: str) -> None:
    await named(screen, words)
    await screen.tap("Done")
    assert screen.can_tap(f"Level 4 of 5: {words}")
    await screen.go("/")
    await screen.tap(words)
    assert screen.says("Saved.")
    await screen.tap("Add more")
    assert is_chosen(screen, words)
    await lock(screen)
    with house.session() as session:
        assert session.check_ins.recent[0].mood == 4
        assert session.drafts._now == {}


async def test_of_several_words_for_a_level_one_can_be_picked(house: House, screen: Headless) -> None:
    await named(screen, "Sunny")
    await screen.submit("Another word", "Breezy")
    await opened(screen)
    await screen.tap("Breezy")
    assert is_chosen(screen, "Breezy")
    await screen.tap("Done")
    assert screen.can_tap("Breezy, 09:30")
    await lock(screen)
    with house.session() as session:
        kept = session.check_ins.recent[0]
        assert (kept.mood, session.vocabulary.mood(kept)) == (4, "Breezy")


async def test_another_level_takes_the_word_away(house: House, screen: Headless) -> None:
    await named(screen, "Sunny")
    await screen.submit("Another word", "Breezy")
    await opened(screen)
    await screen.tap("Breezy")
    await screen.tap("Hard", within="I can’t name it")
    await lock(screen)
    with house.session() as session:
        assert (session.check_ins.recent[0].mood, session.check_ins.recent[0].label) == (2, None)


async def test_a_word_that_is_offered_no_more_stays_where_it_was_picked(
    house: House, screen: Headless
) -> None:
    await named(screen, "Sunny")
    await screen.submit("Another word", "Breezy")
    await opened(screen)
    await screen.tap("Breezy")
    await lock(screen)
    with house.session() as session:
        session.mood_labels.change(session.mood_labels.all[1], hidden=True)
    await unlock(screen)
    await screen.tap("Breezy, 09:30")
    assert is_chosen(screen, "Breezy")
    await screen.tap("Sunny")
    assert is_chosen(screen, "Sunny")


async def test_a_picture_is_chosen(house: House, screen: Headless) -> None:
    await named(screen, "Sunny")
    await screen.tap("Sun")
    assert is_chosen(screen, "Sun")
    await lock(screen)
    with house.session() as session:
        assert session.vocabulary.face(4) == "sun"


async def test_a_word_is_renamed_and_removed_and_given_back(house: House, screen: Headless) -> None:
    await named(screen, "Sunny")
    await screen.submit("Word", "Bright")
    await screen.tap("Done")
    await screen.tap("Level 4 of 5: Bright")
    await screen.tap("Remove “Bright”")
    assert screen.says("Removed.")
    assert not screen.can_tap("Remove “Bright”")
    await screen.tap("Undo")
    assert screen.can_tap("Remove “Bright”")


@pytest.mark.parametrize(
    ("words", "wrong"), [("x" * 41, "This is too long for a word."), (" ", "Please write a word")]
)
async def test_an_impossible_word_is_told_and_the_old_one_stays(
    house: House, screen: Headless, words: str, wrong: str
) -> None:
    await named(screen, "Sunny")
    await screen.submit("Word", words)
    assert error_of(screen, "Word").startswith(wrong)
    await lock(screen)
    with house.session() as session:
        assert session.vocabulary.level(4) == "Sunny"


async def test_a_full_disk_is_told_and_the_word_stays_in_its_field(house: House, screen: Headless) -> None:
    await screen.go("/moods/4")
    with house.full():
        await screen.submit("Word", "Sunny")
    assert screen.says("There is no room left")
    assert screen.value("Word") == "Sunny"


@pytest.mark.parametrize("path", ["/moods/0", "/moods/6", "/moods/x"])
async def test_a_level_that_is_not_there_is_told(screen: Headless, path: str) -> None:
    await screen.go(path)
    assert screen.says("This is no longer here.")


async def test_where_a_feeling_has_no_name_the_body_is_asked_first(house: House, screen: Headless) -> None:
    await screen.go("/")
    await screen.tap("I can’t name it")
    await screen.tap("What does my body tell me?")
    await screen.toggle("far away")
    await screen.tap("Done")
    await lock(screen)
    with house.session() as session:
        assert session.check_ins.recent[0].body_signals == ("far_away",)
