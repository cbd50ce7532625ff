"""Keys of a keyboard: one key opens the page for hard times from every screen, out of a field and out of a dialog."""

from app import words
from app.domain.support import WayKind
from app.ui.app import HARD_KEY
from app.ui.screen import KEYBOARD
from tests.headless.kit import Headless
from tests.ui.screens.house import House, unlock
from tests.ui.screens.lived_in import live_in
from tests.ui.screens.test_every_screen import PATHS, arrive

HERE = {"hard_time", "hard_time_steps"}


async def test_one_key_on_every_screen_opens_the_page_for_hard_times(house: House) -> None:
    written = live_in(house)
    async with house.window() as screen:
        for name in sorted(PATHS.keys() - HERE):
            await arrive(screen, name, written)
            await screen.press_key(HARD_KEY)
            assert (name, screen.route) == (name, "/hard")
            await screen.press_key("Escape")
            assert screen.route == PATHS[name](written)


async def test_it_works_at_the_door_and_in_the_middle_of_the_steps_it_changes_nothing(house: House) -> None:
    async with house.window() as screen:
        await screen.press_key(HARD_KEY)
        assert screen.says(words.hard_time.title)
        await screen.tap("One step at a time")
        await screen.tap("Next")
        await screen.press_key(HARD_KEY)
        assert screen.says("Breathe in through your nose while you count to four.")


async def test_out_of_a_dialog_it_closes_it_and_does_nothing_else(house: House) -> None:
    with house.session() as session:
        line = session.supports.add("Line", ways=(session.supports.way(WayKind.CALL, "112"),))
        session.safety_net.add(line.id)
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/safety-net")
        await screen.tap("Call Line")
        assert screen.dialogs != []
        await screen.press_key(HARD_KEY)
        assert screen.dialogs == []
        assert screen.route == "/hard"
        assert screen.called("launch_url") == []


async def test_what_was_being_typed_is_there_afterwards(house: House) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/support/new")
        await screen.type("Name", "An")
        await screen.press_key(HARD_KEY)
        await screen.press_key("Escape")
        assert screen.value("Name") == "An"


async def test_on_the_empty_page_it_does_nothing(house: House) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await screen.tap("Hide now")
        await screen.press_key(HARD_KEY)
        assert screen.texts() == ["Nothing is open here.", "Continue"]


async def test_a_page_tells_every_key(screen: Headless) -> None:
    await screen.go("/settings")
    await screen.tap("Keys of a keyboard")
    assert screen.route == KEYBOARD
    told = " ".join(screen.texts())
    assert all(line in told for line in words.settings.keys)
    assert HARD_KEY in words.shell.hard_keys
    assert HARD_KEY in words.settings.keys[0]
