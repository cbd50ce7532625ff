"""One part of the plan: lines are added, changed, marked, ordered, deleted, and what is half typed stays."""

import pytest

from app.domain.kept import Share
from tests.headless.kit import Headless
from tests.ui.screens.house import MANY_SCRIPTS, House, error_of, is_on, lock, unlock
from tests.ui.screens.lived_in import LivedIn, live_in


@pytest.fixture
def written(house: House) -> LivedIn:
    return live_in(house)


async def at(screen: Headless, path: str) -> None:
    await unlock(screen)
    await screen.go(path)


@pytest.mark.parametrize("words", ["I stop writing back", "🌊", MANY_SCRIPTS, "דנה", "x" * 1000])
async def test_a_line_is_added_by_enter_or_by_its_button(house: House, screen: Headless, words: str) -> None:
    await screen.tap("Plan")
    await screen.tap("What I can do on my own, Nothing yet")
    await screen.submit("Add a line", words)
    assert screen.value("Add a line") == ""
    await screen.type("Add a line", "Second")
    await screen.tap("Add")
    await lock(screen)
    with house.session() as session:
        items = session.safety_plan.plan.parts[1].items
        assert [(item.text, item.share) for item in items] == [
            (words, Share.ONLY_ME),
            ("Second", Share.ONLY_ME),
        ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("", "Please write something first."),
        ("   ", "Please write something first."),
        ("x" * 1001, "This is too long to save. Please shorten it. Your words are still here."),
        ("x" * 20_001, "This is too long to save. Please shorten it. Your words are still here."),
    ],
)
async def test_a_line_that_will_not_do_is_told_beside_it_and_stays(
    house: House, written: LivedIn, words: str, said: str
) -> None:
    async with house.window() as screen:
        await at(screen, written.own)
        await screen.submit("Add a line", words)
        assert error_of(screen, "Add a line") == said
        assert screen.value("Add a line") == words


async def test_a_sign_says_where_it_shows(house: House, written: LivedIn) -> None:
    async with house.window() as screen:
        await at(screen, written.signs)
        await screen.tap("Body")
        await screen.submit("Add a line", "My jaw is tight")
        await screen.go("/plan/read")
        assert screen.says("My jaw is tight")
    with house.session() as session:
        assert [item.sign for item in session.safety_plan.plan.parts[0].items] == [None, None, "body"]


async def test_new_lines_are_shared_only_where_that_was_asked(house: House, written: LivedIn) -> None:
    async with house.window() as screen:
        await at(screen, written.own)
        assert not is_on(screen, "New lines may be shared")
        await screen.tap("New lines may be shared")
        await screen.submit("Add a line", "For others")
        assert is_on(screen, "May be shared: For others")


async def test_a_mark_is_kept_and_shows_what_is_kept(house: House, written: LivedIn) -> None:
    mark = "May be shared: I hide the post"
    async with house.window() as screen:
        await at(screen, written.signs)
        assert not is_on(screen, mark)
        with house.full():
            await screen.tap(mark)
        assert not is_on(screen, mark)
        await screen.tap(mark)
        assert is_on(screen, mark)
        await screen.tap("Mark all as “Only me”")
        assert not is_on(screen, mark)
        assert not is_on(screen, "May be shared: I stop cooking")
        await screen.tap("Mark all as “May be shared”")
        assert is_on(screen, mark)


async def test_a_line_is_changed_moved_deleted_and_brought_back(house: House, written: LivedIn) -> None:
    async with house.window() as screen:
        await at(screen, written.signs)
        await screen.tap("Change: I stop cooking")
        await screen.type("Your words", "I stop eating")
        await screen.tap("Save")
        assert screen.says("I stop eating")
        await screen.tap("Move down: I stop eating")
        assert not screen.can_tap("Move down: I stop eating")
        await screen.tap("Move up: I stop eating")
        await screen.tap("Delete: I hide the post")
        assert screen.says("Line deleted.")
        await screen.tap("Undo")
        assert screen.can_tap("Delete: I hide the post")


@pytest.mark.parametrize(
    ("words", "said"), [(" ", "Please write something first."), ("x" * 1001, "This is too long")]
)
async def test_a_change_that_will_not_do_is_told_beside_it(
    house: House, written: LivedIn, words: str, said: str
) -> None:
    async with house.window() as screen:
        await at(screen, written.signs)
        await screen.tap("Change: I stop cooking")
        await screen.type("Your words", words)
        await screen.tap("Save")
        assert error_of(screen, "Your words").startswith(said)
        assert screen.value("Your words") == words


async def test_a_support_is_added_as_a_line_with_the_ways_to_reach_it(house: House, written: LivedIn) -> None:
    async with house.window() as screen:
        await at(screen, written.own)
        await screen.tap("Add Ana")
        await screen.tap("Text Ana")
        assert [one["url"] for one in screen.called("launch_url")] == ["sms:07700900123"]


async def test_an_example_is_only_words_in_the_field(house: House, written: LivedIn) -> None:
    async with house.window() as screen:
        await at(screen, written.signs)
        await screen.tap("Show examples")
        await screen.tap("Use: My chest gets tight.")
        assert screen.value("Add a line") == "My chest gets tight."
        await screen.tap("Add")
        assert screen.can_tap("Delete: My chest gets tight.")


async def test_a_part_is_named_hidden_moved_deleted_and_brought_back(house: House, written: LivedIn) -> None:
    async with house.window() as screen:
        await at(screen, written.own)
        await screen.type("Name of this part", "Weekends")
        await screen.tap("Hide this part")
        await screen.tap("Done")
        await screen.tap("Weekends, 1 line · Hidden")
        await screen.tap("Move this part up")
        assert screen.route == "/plan"
        await screen.tap("Weekends, 1 line · Hidden")
        await screen.tap("Move this part down")
        await screen.tap("Weekends, 1 line · Hidden")
        await screen.tap("Delete this part")
        assert not screen.says("Weekends")
        await screen.tap("Undo")
        assert screen.can_tap("Weekends, 1 line · Hidden")


async def test_a_blank_name_of_a_part_is_told_and_the_old_one_stays(house: House, written: LivedIn) -> None:
    async with house.window() as screen:
        await at(screen, written.own)
        await screen.type("Name of this part", " ")
        await screen.leave()
        assert screen.says("Please write a name for this part.")
        await screen.tap("Done")
        assert screen.can_tap("Sundays, 1 line")


async def test_a_full_disk_is_told_and_the_line_stays_in_its_field(house: House, written: LivedIn) -> None:
    async with house.window() as screen:
        await at(screen, written.own)
        with house.full():
            await screen.submit("Add a line", "Bread")
        assert screen.says("There is no room left")
        assert screen.value("Add a line") == "Bread"
        await screen.tap("Add")
        assert screen.can_tap("Delete: Bread")


async def test_a_line_left_in_the_field_is_added_when_one_is_done(house: House, written: LivedIn) -> None:
    async with house.window() as screen:
        await at(screen, written.own)
        await screen.type("Add a line", "Bread")
        await screen.tap("Done")
        assert screen.can_tap("Sundays, 2 lines")


async def test_one_that_is_gone_is_told(screen: Headless) -> None:
    await screen.go("/plan/part/gone")
    assert screen.says("This is no longer here.")
    await screen.tap("My plan")
    assert screen.route == "/plan"
