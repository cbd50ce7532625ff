"""The first minute: what this is, a passphrase, and the first unlocked screen."""

import pytest

from app.passphrase import WORDS_DRAWN
from app.vault import TooLittleMemory
from tests.headless.kit import Headless
from tests.ui.screens.house import PASSPHRASE, House, is_on, unlock


async def begin(screen: Headless, passphrase: str = PASSPHRASE, again: str | None = None) -> None:
    await screen.type("Passphrase", passphrase)
    await screen.type("Type it once more", passphrase if again is None else again)
    await screen.tap("Lock it and begin")


async def test_it_says_what_it_is_and_asks_for_nothing_but_a_passphrase(empty: House) -> None:
    async with empty.window() as screen:
        assert screen.says("There is no account. Nothing is sent anywhere.")
        await screen.tap("Choose a passphrase")
        await begin(screen)
        assert screen.says("How is it right now?")
        await screen.tap("In between")
        assert screen.says("Saved.")
    async with empty.window() as screen:
        await unlock(screen)
        assert screen.says("In between, 09:30")


async def test_the_first_check_in_is_four_presses_away_and_one_passphrase_typed(empty: House) -> None:
    async with empty.window() as screen:
        await screen.tap("Choose a passphrase")
        await screen.tap("Suggest one for me")
        await screen.type("Type it once more", screen.value("Passphrase"))
        await screen.tap("Lock it and begin")
        await screen.tap("Good")
        assert screen.says("Saved.")


async def test_enter_makes_it_too(empty: House) -> None:
    async with empty.window(route="/begin") as screen:
        await screen.type("Passphrase", PASSPHRASE)
        await screen.submit("Type it once more", PASSPHRASE)
        assert screen.says("How is it right now?")


@pytest.mark.parametrize(
    ("passphrase", "again", "said"),
    [
        ("", "", "Type a passphrase first."),
        ("1234", "1234", "This one is too easy to guess."),
        (PASSPHRASE, PASSPHRASE.upper(), "The two are not the same."),
    ],
)
async def test_a_passphrase_that_will_not_do_is_named_as_such(
    empty: House, passphrase: str, again: str, said: str
) -> None:
    async with empty.window(route="/begin") as screen:
        await begin(screen, passphrase, again)
        assert screen.says(said)
        assert screen.value("Passphrase") == passphrase
        assert not empty.folder.exists()


async def test_what_was_wrong_is_said_no_longer_once_it_is_changed(empty: House) -> None:
    async with empty.window(route="/begin") as screen:
        await begin(screen, "1234", "1234")
        await screen.tap("Suggest one for me")
        assert not screen.says("This one is too easy to guess.")
        await screen.tap("Lock it and begin")
        assert screen.says("The two are not the same.")
        await screen.type("Type it once more", "123")
        assert not screen.says("The two are not the same.")


async def test_a_suggested_passphrase_is_shown_and_stands_in_the_field(empty: House) -> None:
    async with empty.window(route="/begin") as screen:
        await screen.tap("Suggest one for me")
        first = screen.value("Passphrase")
        assert len(first.split()) == WORDS_DRAWN
        assert screen.says(first)
        await screen.tap("Suggest another")
        assert screen.value("Passphrase") != first


async def test_what_is_typed_is_shown_on_request(empty: House) -> None:
    async with empty.window(route="/begin") as screen:
        await screen.type("Passphrase", PASSPHRASE)
        await screen.tap("Show what I type")
        assert screen.says(PASSPHRASE)
        await screen.tap("Show what I type")
        assert not screen.says(PASSPHRASE)


async def test_the_fields_say_what_would_be_used_after_another_page_and_back(empty: House) -> None:
    async with empty.window(route="/begin") as screen:
        await screen.type("Passphrase", PASSPHRASE)
        await screen.type("Type it once more", PASSPHRASE)
        await screen.tap("Show what I type")
        await screen.tap("When it’s hard")
        await screen.tap("Back")
        assert screen.value("Passphrase") == screen.value("Type it once more") == PASSPHRASE
        assert is_on(screen, "Show what I type") == screen.says(PASSPHRASE)
        await screen.tap("Lock it and begin")
        assert screen.says("How is it right now?")


async def test_a_turned_phone_keeps_what_is_typed(empty: House) -> None:
    async with empty.window(route="/begin") as screen:
        await screen.type("Passphrase", PASSPHRASE)
        await screen.resize(844, 390)
        assert screen.value("Passphrase") == PASSPHRASE


async def test_a_place_that_is_taken_meanwhile_is_named_as_such(empty: House) -> None:
    async with empty.window(route="/begin") as screen:
        empty.begin()
        await begin(screen)
        assert screen.says("There is something here already.")


async def test_a_disk_without_room_is_told_and_leaves_nothing(empty: House) -> None:
    async with empty.window(route="/begin") as screen:
        with empty.full():
            await begin(screen)
        assert screen.says("The place for your words could not be made.")
        await screen.tap("Lock it and begin")
        assert screen.says("How is it right now?")


async def test_too_little_memory_is_told(empty: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def none_left(*_: object) -> bytes:
        raise TooLittleMemory("none left")

    monkeypatch.setattr("app.vault.cost.Cost.derive", none_left)
    async with empty.window(route="/begin") as screen:
        await begin(screen)
        assert screen.says("The place for your words could not be made.")


async def test_escape_goes_back_to_what_this_is(empty: House) -> None:
    async with empty.window() as screen:
        await screen.tap("Choose a passphrase")
        await screen.press_key("Escape")
        assert screen.says("A place to hold on to")
