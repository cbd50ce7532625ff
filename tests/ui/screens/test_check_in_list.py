"""The lists of a check-in: found by typing, picked, added to, hidden and renamed."""

import pytest

from app.domain.feeling import Family
from app.domain.own_word import WordKind
from tests.headless.kit import Headless
from tests.ui.screens.house import MANY_SCRIPTS, House, error_of, is_chosen, is_on, lock, spoken, unlock
from tests.ui.screens.test_check_in import opened

FIND = "Find a word, or write your own"


async def listed(screen: Headless, row: str) -> None:
    await opened(screen)
    await screen.tap(row)


def chips(screen: Headless) -> list[str]:
    return [str(seen.node["label"]["value"]) for seen in screen._in_reach() if seen.kind == "Chip"]


async def test_typing_leaves_the_words_that_hold_the_letters(screen: Headless) -> None:
    await listed(screen, "Feelings")
    await screen.type(FIND, "LON")
    assert chips(screen) == ["lonely"]
    await screen.type(FIND, "")
    assert len(chips(screen)) > 20


async def test_letters_that_nothing_has_are_answered(screen: Headless) -> None:
    await listed(screen, "Who with")
    await screen.type(FIND, "xyz")
    assert chips(screen) == []
    assert screen.says("Nothing here matches.")
    assert not screen.can_tap("Add “xyz”")


async def test_a_word_of_ones_own_is_added_picked_and_offered_from_then_on(
    house: House, screen: Headless
) -> None:
    await listed(screen, "Where")
    await screen.type(FIND, "  the pier ")
    await screen.tap("Add “the pier”")
    assert spoken(screen) == ["“the pier” is picked."]
    assert screen.is_on("the pier")
    assert screen.value(FIND) == ""
    await screen.tap("Done")
    assert screen.can_tap("Where: the pier")
    await lock(screen)
    with house.session() as session:
        [own] = session.own_words.all
        assert (own.kind, own.word, own.family) == (WordKind.WHERE, "the pier", None)
        assert session.check_ins.recent[0].where == (own.id,)


async def test_a_feeling_of_ones_own_goes_where_it_belongs(house: House, screen: Headless) -> None:
    await listed(screen, "Feelings")
    await screen.type(FIND, "fizzy")
    await screen.tap("Bright")
    await screen.tap("Add “fizzy”")
    assert screen.is_on("fizzy")
    await lock(screen)
    with house.session() as session:
        assert session.own_words.all[0].family is Family.BRIGHT


async def test_enter_picks_a_word_that_is_there_instead_of_adding_it_twice(
    house: House, screen: Headless
) -> None:
    await listed(screen, "Feelings")
    await screen.submit(FIND, "Lonely")
    assert screen.is_on("lonely")
    await screen.submit(FIND, "lonely")
    assert screen.is_on("lonely")
    await lock(screen)
    with house.session() as session:
        assert session.own_words.all == ()
        assert session.check_ins.recent[0].feelings == ("lonely",)


async def test_a_topic_is_added_by_its_name(house: House, screen: Headless) -> None:
    await listed(screen, "What it was about")
    assert screen.says("Anything you get support with can be a topic")
    await screen.submit(FIND, "a new job")
    await screen.tap("Done")
    assert screen.can_tap("What it was about: a new job")
    await lock(screen)
    with house.session() as session:
        assert [topic.name for topic in session.topics.all] == ["a new job"]


async def test_a_word_too_long_is_told_and_stays(house: House, screen: Headless) -> None:
    await listed(screen, "Doing")
    await screen.submit(FIND, "x" * 61)
    assert error_of(screen, FIND) == "This is too long for a word. The note has room for it."
    assert screen.value(FIND) == "x" * 61
    await lock(screen)
    with house.session() as session:
        assert session.own_words.all == ()


async def test_a_full_disk_adds_nothing_and_keeps_what_was_typed(house: House, screen: Headless) -> None:
    await listed(screen, "Doing")
    with house.full():
        await screen.submit(FIND, "mending nets")
    assert screen.says("There is no room left")
    assert screen.value(FIND) == "mending nets"
    assert "mending nets" not in chips(screen)


async def test_how_strong_a_feeling_is_can_be_said_and_goes_with_it(house: House, screen: Headless) -> None:
    await listed(screen, "Feelings")
    assert not screen.says("How strong?")
    await screen.toggle("sad")
    assert is_chosen(screen, "sad, just there")
    await screen.tap("sad, a lot")
    await screen.tap("Done")
    await screen.tap("Feelings: sad")
    assert is_chosen(screen, "sad, a lot")
    await screen.toggle("sad")
    assert not screen.says("How strong?")
    await lock(screen)
    with house.session() as session:
        kept = session.check_ins.recent[0]
        assert (kept.feelings, kept.a_lot) == ((), ())


async def test_the_body_comes_first_where_the_feeling_has_no_name(screen: Headless) -> None:
    await screen.go("/")
    await screen.tap("I can’t name it")
    await screen.tap("Add more")
    rows = [words for words in screen.texts() if words in {"Feelings", "In my body", "Who with"}]
    assert rows[0] == "In my body"


async def test_a_hidden_word_is_offered_no_more_but_stays_where_it_was_picked(screen: Headless) -> None:
    await listed(screen, "Feelings")
    await screen.toggle("sad")
    await screen.tap("Change this list")
    await screen.toggle("Offer “sad”")
    await screen.toggle("Offer “calm”")
    await screen.back()
    assert "calm" not in chips(screen)
    assert screen.is_on("sad")
    assert screen.says("Picked before")


@pytest.mark.parametrize("name", ["sparkling", MANY_SCRIPTS])
async def test_a_word_of_ones_own_is_renamed_and_hidden(house: House, screen: Headless, name: str) -> None:
    await listed(screen, "Where")
    await screen.submit(FIND, "the pier")
    await screen.tap("Change this list")
    await screen.submit("Word", name)
    await screen.toggle("Offer “the pier”")
    await screen.back()
    assert chips(screen)[-1] == name
    await lock(screen)
    with house.session() as session:
        [own] = session.own_words.all
        assert (own.word, own.hidden) == (name, True)
        assert session.drafts._now == {}


async def test_a_blank_word_is_refused_and_the_old_one_stays(house: House, screen: Headless) -> None:
    await listed(screen, "Where")
    await screen.submit(FIND, "the pier")
    await screen.tap("Change this list")
    await screen.submit("Word", " ")
    assert error_of(screen, "Word").startswith("Please write a word.")
    await lock(screen)
    with house.session() as session:
        assert session.own_words.all[0].word == "the pier"


@pytest.mark.parametrize("path", ["/check-in/list/gone-feelings", "/check-in/list/x", "/words/nothing"])
async def test_a_list_that_is_not_there_is_told(screen: Headless, path: str) -> None:
    await screen.go(path)
    assert screen.says("This is no longer here.")


async def test_a_long_name_stands_whole_beside_a_box_that_goes_back_where_it_could_not_be_kept(
    house: House,
) -> None:
    name = "Rückwärtsbuchstabieren mit Tante Anneliese"
    with house.session() as session:
        session.coping_tools.add(name=name)
        session.check_ins.record(mood=2)
        path = f"/check-in/list/{session.check_ins.recent[0].id}-what_helped"
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(path)
        with house.full():
            await screen.tap(name)
        assert not is_on(screen, name)
        await screen.tap(name)
        assert is_on(screen, name)
    with house.session() as session:
        assert session.check_ins.recent[0].what_helped == (session.coping_tools.all[0].id,)
