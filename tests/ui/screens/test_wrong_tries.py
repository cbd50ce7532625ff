"""After wrong tries the door waits a little: it says how long, loses nothing, and keeps everything else at hand."""

import pytest

from app import words
from app.recovery_words import words_of
from app.store import settings
from app.vault import TooLittleMemory
from tests.headless.kit import Headless
from tests.ui.screens.house import PASSPHRASE, House, spoken

WRONG = "Seven quiet otters"
said = words.unlock
FIRST_WAIT = said.wait.format(how_long=said.seconds(5))
LONG = 10
"""Wrong tries after which the wait is of five minutes: told in minutes, so that a slow test changes no word."""

LONG_WAIT = said.wait.format(how_long=said.minutes(5))


async def try_wrongly(screen: Headless, times: int) -> None:
    """Try so often, each time as soon as the door takes a try."""
    for time in range(times):
        await screen.later(301 if time else 0)
        await screen.submit("Passphrase", WRONG)


async def test_the_first_few_slips_cost_nothing(house: House) -> None:
    async with house.window() as screen:
        await try_wrongly(screen, 4)
        assert not screen.says("Please wait")
        await screen.submit("Passphrase", PASSPHRASE)
        assert screen.says("How is it right now?")


async def test_then_it_says_how_long_to_wait_and_when_that_is_over(house: House) -> None:
    async with house.window() as screen:
        await try_wrongly(screen, 5)
        assert said.problems["wrong_passphrase"] in spoken(screen)
        assert FIRST_WAIT in spoken(screen)
        await screen.later(301)
        await try_wrongly(screen, LONG - 5)
        assert LONG_WAIT in spoken(screen)
        await screen.later(140)
        assert screen.says(said.wait_left.format(how_long=said.minutes(3)))
        await screen.later(170)
        assert not screen.says("Please wait")
        assert said.wait_over in spoken(screen)
        await screen.submit("Passphrase", PASSPHRASE)
        assert screen.says("How is it right now?")


async def test_too_soon_not_even_the_right_one_is_tried_and_nothing_typed_is_lost(house: House) -> None:
    async with house.window() as screen:
        await try_wrongly(screen, LONG)
        await screen.submit("Passphrase", PASSPHRASE)
        assert screen.says("Welcome back")
        assert screen.says(LONG_WAIT)
        assert screen.value("Passphrase") == PASSPHRASE
        assert settings.load_tries(house.folder).count == LONG
        await screen.later(301)
        await screen.tap("Unlock")
        assert screen.says("How is it right now?")
        assert settings.load_tries(house.folder).count == 0


async def test_hard_times_need_no_waiting(house: House) -> None:
    async with house.window() as screen:
        await try_wrongly(screen, 6)
        await screen.tap("When it’s hard")
        assert screen.route == "/hard"
        await screen.later(20)
        await screen.tap("Unlock to see my own")
        assert not screen.says("Please wait")
        await screen.submit("Passphrase", PASSPHRASE)
        assert screen.says("How is it right now?")


async def test_a_window_that_is_opened_anew_waits_as_well(house: House) -> None:
    async with house.window() as screen:
        await try_wrongly(screen, LONG)
    async with house.window() as screen:
        assert screen.says(LONG_WAIT)
        await screen.later(301)
        assert screen.says(said.wait_over)


async def test_words_of_another_key_count_and_wait_alike(house: House) -> None:
    async with house.window() as screen:
        await screen.tap(words.recovery.use)
        for time in range(LONG):
            await screen.later(301 if time else 0)
            await screen.type(words.recovery.typed, " ".join(words_of(bytes(16))))
            await screen.tap(words.recovery.open)
        assert screen.says(words.recovery.wrong_key)
        assert screen.says(LONG_WAIT)
        await screen.back()
        await screen.submit("Passphrase", PASSPHRASE)
        assert screen.says(LONG_WAIT)


async def test_words_that_the_checksum_refuses_do_not_count(house: House) -> None:
    async with house.window() as screen:
        await screen.tap(words.recovery.use)
        for _ in range(9):
            await screen.type(words.recovery.typed, "tiger tiger")
            await screen.tap(words.recovery.open)
        assert not screen.says("Please wait")


@pytest.mark.parametrize("happen", ["in use", "no memory"])
async def test_what_is_not_a_guess_does_not_count(
    house: House, happen: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with house.window() as screen:
        if happen == "in use":
            with house.session():
                await try_wrongly(screen, 6)
        else:
            monkeypatch.setattr("app.vault.cost.Cost.derive", _none_left)
            await try_wrongly(screen, 6)
        assert not screen.says("Please wait")


def _none_left(*_: object) -> bytes:
    raise TooLittleMemory("none left")
