"""Who can open it: every way in is listed, a new one is given only for the passphrase, and the last cannot go."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from app import words
from app.session import vault_id
from app.ui.keystore import ENTRY
from app.vault import KeySlots
from tests.headless.kit import Headless
from tests.ui.screens.house import PASSPHRASE, House, lock, unlock

said = words.keys
at_the_door = said.at_the_door


@pytest.fixture
async def phone(house: House) -> AsyncIterator[Headless]:
    """A phone on which this device opens the vault, at the door."""
    async with house.window(platform="android") as screen:
        await unlock(screen)
        await give_key(screen)
        await lock(screen)
        yield screen


async def give_key(screen: Headless, passphrase: str = PASSPHRASE) -> None:
    await screen.go("/settings")
    await screen.tap(said.title)
    await screen.type(said.prove, passphrase)
    await screen.tap(said.add_device)


async def come_back(screen: Headless) -> None:
    """As after a restart: the door is built anew."""
    await unlock(screen)
    await lock(screen)


async def test_every_way_in_is_listed_with_what_can_be_done_about_it(screen: Headless) -> None:
    await screen.go("/settings")
    await screen.tap(said.title)
    for line in (said.passphrase_always, said.recovery_none, said.device_none):
        assert screen.says(line)
    for name in (words.settings.change_passphrase, said.to_recovery, said.add_device):
        assert screen.can_tap(name)


async def test_the_device_opens_it_once_it_has_a_key(phone: Headless) -> None:
    await phone.tap(said.open_with_device)
    assert phone.says("How is it right now?")


async def test_the_passphrase_always_opens_it_too(phone: Headless) -> None:
    await unlock(phone)
    assert phone.says("How is it right now?")


@pytest.mark.parametrize(("typed", "why"), [("", said.prove_empty), ("not this one", said.prove_wrong)])
async def test_without_the_passphrase_no_key_is_given(screen: Headless, typed: str, why: str) -> None:
    await give_key(screen, typed)
    assert screen.says(why)
    assert screen.client.answers.keystore == {}
    assert screen.says(said.device_none)


async def test_after_fourteen_days_the_passphrase_is_asked_for_and_then_the_device_opens_again(
    house: House, phone: Headless
) -> None:
    house.clock.now += timedelta(days=13)
    await phone.tap("When it’s hard")
    await phone.back()
    assert phone.can_tap(said.open_with_device)
    house.clock.now += timedelta(days=1)
    await phone.tap("When it’s hard")
    await phone.back()
    assert phone.says(at_the_door["due"])
    assert not phone.can_tap(said.open_with_device)
    await unlock(phone)
    await lock(phone)
    assert phone.can_tap(said.open_with_device)


async def test_a_clock_that_was_set_back_asks_for_the_passphrase(house: House, phone: Headless) -> None:
    house.clock.now -= timedelta(days=2)
    await phone.tap("When it’s hard")
    await phone.back()
    assert phone.says(at_the_door["due"])


async def test_taken_back_the_device_opens_it_no_more_and_keeps_nothing(phone: Headless) -> None:
    kept = dict(phone.client.answers.keystore)
    await unlock(phone)
    await phone.go("/settings/keys")
    await phone.tap(said.remove_device)
    assert phone.says(said.removed)
    assert phone.client.answers.keystore == {}
    phone.client.answers.keystore.update(kept)  # as from a backup of the device
    await lock(phone)
    assert not phone.can_tap(said.open_with_device)


async def test_a_key_of_another_time_is_named_as_such(house: House, phone: Headless) -> None:
    with house.session() as session:
        session.keys.add_device_key(KeySlots.draw_device_key())
    await phone.tap(said.open_with_device)
    assert phone.says(at_the_door["wrong"])
    await unlock(phone)
    assert phone.says("How is it right now?")


@pytest.mark.parametrize("content", [None, "", "words", "[]", '{"key": "!", "asked_on": "2026-11-21"}'])
async def test_a_keystore_that_lost_its_key_is_named_as_such(phone: Headless, content: str | None) -> None:
    (entry,) = phone.client.answers.keystore
    phone.client.answers.keystore.clear()
    if content is not None:
        phone.client.answers.keystore[entry] = content
    await phone.tap("When it’s hard")
    await phone.back()
    assert phone.says(at_the_door["gone"])


@pytest.mark.parametrize("how", ["fails", "forgets"])
async def test_a_keystore_that_keeps_nothing_is_named_as_such_and_nothing_changes(
    house: House, screen: Headless, how: str
) -> None:
    screen.replies["SecureStorage.set"] = RuntimeError("no keyring") if how == "fails" else None
    await give_key(screen)
    assert screen.says(said.none_here)
    await lock(screen)
    with house.session() as session:
        assert not session.keys.has_device_key


async def test_each_vault_has_an_entry_of_its_own(house: House, tmp_path: Path) -> None:
    other = House(tmp_path / "another vault")
    other.begin()
    kept: dict[str, str] = {}
    for each in (house, other):
        async with each.window(platform="android") as screen:
            screen.client.answers.keystore.update(kept)
            await unlock(screen)
            await give_key(screen)
            kept = dict(screen.client.answers.keystore)
    ids = [(vault_id(each.folder) or b"").hex() for each in (house, other)]
    assert list(kept) == [ENTRY.format(vault=each) for each in ids]
    async with house.window(platform="android") as screen:
        screen.client.answers.keystore.update(kept)
        await screen.tap("When it’s hard")
        await screen.back()
        await screen.tap(said.open_with_device)
        assert screen.says("How is it right now?")
        await screen.go("/settings/keys")
        await screen.tap(said.remove_device)
        assert list(screen.client.answers.keystore) == [ENTRY.format(vault=ids[1])]


async def test_a_full_disk_gives_no_key_and_says_so(house: House, screen: Headless) -> None:
    await screen.go("/settings/keys")
    await screen.type(said.prove, PASSPHRASE)
    with house.full():
        await screen.tap(said.add_device)
        assert screen.says(words.shell.disk_full)
    assert not screen.says(said.device_there)


async def test_in_a_browser_it_is_never_offered_and_says_why(house: House) -> None:
    async with house.window(web=True) as screen:
        await unlock(screen)
        await screen.go("/settings/keys")
        assert screen.says(said.never_in_browser)
        assert not screen.can_tap(said.add_device)
        assert [call for call in screen.calls if call.asked == "SecureStorage"] == []


async def test_a_vault_that_no_device_opens_asks_no_keystore(house: House) -> None:
    async with house.window(platform="android") as screen:
        await unlock(screen)
        assert [call for call in screen.calls if call.asked == "SecureStorage"] == []


async def test_the_keystore_is_told_to_erase_nothing_by_itself(phone: Headless) -> None:
    listening: Any = phone.page.on_keyboard_event
    storage = listening.__self__._window.outside.keystore._storage
    assert storage.android_options.reset_on_error is False
    for apple in (storage.ios_options, storage.macos_options):
        assert apple.synchronizable is False
        assert apple.accessibility.value == "unlocked_this_device"
