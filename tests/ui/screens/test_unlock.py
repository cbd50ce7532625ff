"""The door: what opens it, and a sentence of its own for each reason why it stays shut."""

from collections.abc import Callable

import pytest

from app.vault import TooLittleMemory
from tests.headless.kit import Headless
from tests.ui.screens.house import PASSPHRASE, House, is_on, unlock
from tests.ui.screens.lived_in import live_in


def _damage(house: House) -> None:
    for path in house.folder.glob("vault.key*"):
        path.write_bytes(path.read_bytes()[:40])


def _newer(house: House) -> None:
    for path in house.folder.glob("vault.key*"):
        path.write_bytes(path.read_bytes().replace(b"SEALKEY\x01", b"SEALKEY\x02", 1))


def _missing(house: House) -> None:
    for path in house.folder.glob("vault.key*"):
        path.unlink()


@pytest.mark.parametrize(
    ("happen", "said"),
    [
        (_damage, "Some of the files here are damaged"),
        (_newer, "This was made by a newer version of Holdfast."),
        (_missing, "There is nothing to unlock in this folder."),
    ],
    ids=["damaged", "newer", "missing"],
)
async def test_what_happened_to_the_files_is_named_as_such(
    house: House, happen: Callable[[House], None], said: str
) -> None:
    async with house.window() as screen:
        happen(house)
        before = {path.name: path.read_bytes() for path in house.folder.glob("vault.key*")}
        await unlock(screen)
        assert screen.says(said)
        assert screen.value("Passphrase") == PASSPHRASE
        assert {path.name: path.read_bytes() for path in house.folder.glob("vault.key*")} == before


async def test_a_wrong_passphrase_is_named_as_such_and_the_right_one_opens_then(house: House) -> None:
    async with house.window() as screen:
        await screen.submit("Passphrase", "Seven quiet otters")
        assert screen.says("This passphrase does not open it.")
        await screen.submit("Passphrase", PASSPHRASE)
        assert screen.says("How is it right now?")


async def test_a_blank_field_is_named_as_such(house: House) -> None:
    async with house.window() as screen:
        await screen.tap("Unlock")
        assert screen.says("Type your passphrase first.")


async def test_a_second_window_is_told_of_the_first(house: House) -> None:
    with house.session():
        async with house.window() as screen:
            await unlock(screen)
            assert screen.says("It is already open in another window.")


async def test_too_little_memory_is_named_as_such(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def none_left(*_: object) -> bytes:
        raise TooLittleMemory("none left")

    async with house.window() as screen:
        with monkeypatch.context() as for_now:
            for_now.setattr("app.vault.cost.Cost.derive", none_left)
            await unlock(screen)
            assert screen.says("There is too little free memory to open it. Nothing is lost.")
        await screen.tap("Unlock")
        assert screen.says("How is it right now?")


async def test_what_is_typed_and_shown_stays_through_the_page_for_hard_times(house: House) -> None:
    async with house.window() as screen:
        await screen.type("Passphrase", PASSPHRASE)
        await screen.tap("Show what I type")
        await screen.tap("When it’s hard")
        await screen.tap("Unlock to see my own")
        assert screen.value("Passphrase") == PASSPHRASE
        assert is_on(screen, "Show what I type")
        await screen.resize(844, 390)
        assert screen.value("Passphrase") == PASSPHRASE


async def test_two_presses_open_it_once(house: House) -> None:
    async with house.window() as screen:
        await screen.type("Passphrase", PASSPHRASE)
        field = screen.one("Passphrase", lambda seen: seen.kind == "TextField", "field").node
        screen.client.tell(field, "submit", PASSPHRASE)
        screen.client.tell(field, "submit", PASSPHRASE)
        await screen.settle()
        assert screen.says("How is it right now?")


async def test_nothing_personal_stands_at_the_door(house: House) -> None:
    live_in(house)
    async with house.window() as screen:
        assert _personal(screen) == []
        await screen.tap("When it’s hard")
        assert _personal(screen) == []


def _personal(screen: Headless) -> list[str]:
    return [
        text for text in screen.texts() for name in ("Ana", "07700", "passed before", "pier") if name in text
    ]
