"""If my passphrase was seen: new keys for everything, nothing lost, and a new recovery key on offer."""

import pytest

from app import words
from tests.headless.kit import Headless
from tests.ui.screens.house import PASSPHRASE, House, unlock
from tests.ui.screens.test_keys import give_key

NEW = "velvet harbour morning kettle"
said = words.seen


async def start(screen: Headless, now: str = PASSPHRASE, new: str = NEW, again: str = NEW) -> None:
    await screen.go("/settings/passphrase-seen")
    await screen.type(said.now, now)
    await screen.type(words.first_run.passphrase, new)
    await screen.type(words.first_run.again, again)
    await screen.tap(said.start)


async def unlock_with(screen: Headless, typed: str) -> None:
    await screen.tap("Hide now")
    await screen.tap("Continue")
    await screen.type("Passphrase", typed)
    await screen.tap("Unlock")


async def test_afterwards_only_the_new_one_opens_and_everything_is_there(screen: Headless) -> None:
    await screen.go("/support/new")
    await screen.type(words.support.name, "Ana")
    await screen.tap("Save support")
    await screen.go("/plan")
    await screen.type("My sentence", "It passes")
    await start(screen)
    assert screen.says(said.done)
    await screen.go("/check-in/none")
    await screen.go("/plan")
    assert screen.value("My sentence") == "It passes"
    await screen.type("My sentence", "It passes, always")
    await unlock_with(screen, PASSPHRASE)
    assert screen.says(words.unlock.problems["wrong_passphrase"])
    await screen.type("Passphrase", NEW)
    await screen.tap("Unlock")
    await screen.go("/plan")
    assert screen.value("My sentence") == "It passes, always"
    await screen.go("/supports")
    assert screen.says("Ana")


async def test_the_device_keeps_no_key_that_would_open_an_older_copy(house: House) -> None:
    async with house.window(platform="android") as screen:
        await unlock(screen)
        await give_key(screen)
        assert len(screen.client.answers.keystore) == 1
        await start(screen)
        assert screen.says(said.done)
        assert screen.client.answers.keystore == {}


async def test_a_new_recovery_key_is_on_offer(screen: Headless) -> None:
    await start(screen)
    await screen.tap(said.new_recovery)
    assert screen.says(words.recovery.there_is_none)
    assert screen.can_tap(words.recovery.make)


@pytest.mark.parametrize(
    ("now", "new", "again", "why"),
    [
        ("", NEW, NEW, said.now_empty),
        ("not this one", NEW, NEW, said.now_wrong),
        (PASSPHRASE, "password", "password", words.first_run.too_weak),
        (PASSPHRASE, NEW, NEW + " ", words.first_run.different),
    ],
)
async def test_what_is_wrong_is_said_and_the_old_one_still_opens(
    screen: Headless, now: str, new: str, again: str, why: str
) -> None:
    await start(screen, now, new, again)
    assert screen.says(why)
    await unlock_with(screen, PASSPHRASE)
    assert screen.says("How is it right now?")


async def test_a_full_disk_changes_nothing(house: House, screen: Headless) -> None:
    with house.full():
        await start(screen)
    assert screen.says(said.disk_full)
    await unlock_with(screen, PASSPHRASE)
    assert screen.says("How is it right now?")
