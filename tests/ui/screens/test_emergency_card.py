"""The emergency card: off until the person says so, readable before unlocking, never on the empty page, and gone when off."""

import json
from pathlib import Path

import pytest

from app import words
from app.session import backup_file
from app.store import settings
from app.store.settings import FILE_NAME
from tests.canary import Canary
from tests.headless.kit import Headless
from tests.ui.screens.house import PASSPHRASE, House, Listener, everything, lock, unlock

said = words.emergency_card
PATH = "/settings/emergency-card"
ANA = "Ana 020 7946 0958"


async def write(screen: Headless, *lines: str) -> None:
    await screen.go(PATH)
    for n, line in enumerate(lines, start=1):
        await screen.type(f"Line {n}", line)


async def turn_on(screen: Headless, *lines: str) -> None:
    await write(screen, *lines)
    await screen.tap(said.turn_on)


def on_disk(house: House) -> str:
    path = house.folder / FILE_NAME
    return path.read_text("utf-8") if path.exists() else ""


async def test_it_is_off_at_first_and_says_what_it_would_give_away(house: House) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/settings")
        await screen.tap(said.title)
        assert screen.says(said.is_off)
        assert all(screen.says(line) for line in said.reveals)
        texts = screen.texts()
        assert texts.index(said.reveals[0]) < texts.index(said.is_off)
        assert not screen.can_tap(said.turn_off)
    async with house.window(route="/hard") as screen:
        assert not screen.says(said.mine)


async def test_what_is_typed_is_sealed_until_the_card_is_turned_on(house: House) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await write(screen, ANA)
        await lock(screen)
        assert "Ana" not in on_disk(house)
        await screen.tap("When it’s hard")
        assert not screen.says(ANA)


async def test_turned_on_it_is_read_before_unlocking_and_a_number_is_one_press_away(house: House) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await turn_on(screen, ANA, "", "  Breathe   out  ")
        assert screen.says(said.turned_on)
        assert json.loads(on_disk(house))["emergency_card"] == [ANA, "Breathe out"]
        await lock(screen)
        await screen.tap("When it’s hard")
        assert screen.says(ANA)
        assert screen.says("Breathe out")
        assert screen.texts().index(ANA) < screen.texts().index("Breathe slowly")
        settings.save(house.folder, settings.Settings(region="GB", emergency_card=(ANA,)))
    async with house.window(route="/hard") as screen:
        await screen.tap("Call 020 7946 0958")
        assert [one["url"] for one in screen.called("launch_url")] == ["tel:02079460958"]


async def test_an_emergency_number_on_it_asks_first(house: House) -> None:
    settings.save(house.folder, settings.Settings(region="GB", emergency_card=("Say where: 999",)))
    async with house.window(route="/hard") as screen:
        await screen.tap("Call 999")
        assert screen.called("launch_url") == []
        assert screen.says("Call 999 now?")


async def test_where_the_vault_cannot_be_opened_it_is_still_there(house: House) -> None:
    settings.save(house.folder, settings.Settings(emergency_card=(ANA,)))
    for name in ("vault.key", "vault.key.bak"):
        (house.folder / name).write_bytes(b"damaged")
    async with house.window() as screen:
        await screen.type("Passphrase", PASSPHRASE)
        await screen.tap("Unlock")
        await screen.tap("When it’s hard")
        assert screen.says(ANA)


async def test_the_empty_page_never_shows_it(house: House, listener: Listener) -> None:
    settings.save(house.folder, settings.Settings(emergency_card=(ANA,)))
    async with house.window() as screen:
        await unlock(screen)
        mark = len(listener.heard)
        await screen.tap("Hide now")
        assert screen.texts() == ["Nothing is open here.", "Continue"]
        for route in ("/hard", PATH, "/"):
            await screen.go(route)
            assert screen.texts() == ["Nothing is open here.", "Continue"]
        assert "Ana" not in everything(screen)
        assert "Ana" not in listener.since(mark)


async def test_turned_off_its_lines_are_gone_from_the_file(house: House) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await turn_on(screen, ANA)
        await screen.tap(said.turn_off)
        assert screen.says(said.turned_off)
        assert "Ana" not in on_disk(house)
        assert "emergency_card" not in on_disk(house)
        await screen.go(PATH)
        assert screen.says(said.is_off)
        await lock(screen)
        await screen.tap("When it’s hard")
        assert not screen.says(said.mine)
        assert "Ana" not in everything(screen)


async def test_a_line_is_changed_and_taken_away(house: House) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await turn_on(screen, ANA, "Tea")
        await screen.type("Line 1", "")
        await screen.type("Line 2", "A walk")
        await screen.tap(said.keep)
        assert json.loads(on_disk(house))["emergency_card"] == ["A walk"]


@pytest.mark.parametrize(
    ("lines", "why"), [((), said.empty), ((" ",), said.empty), (("a" * 101,), said.too_long.format(n=100))]
)
async def test_what_is_no_card_is_told_and_nothing_is_written(
    house: House, lines: tuple[str, ...], why: str
) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await turn_on(screen, *lines)
        assert screen.says(why)
        assert "emergency_card" not in on_disk(house)


async def test_a_disk_that_refuses_leaves_it_off_and_keeps_what_was_typed(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "no space")

    async with house.window() as screen:
        await unlock(screen)
        await write(screen, ANA)
        with monkeypatch.context() as broken:
            broken.setattr("app.store.settings.save", refuse)
            await screen.tap(said.turn_on)
            assert screen.says(words.shell.settings_not_saved)
        assert screen.says(said.is_off)
        await screen.tap(said.turn_on)
        assert screen.says(said.turned_on)


async def test_erasing_everything_erases_it(house: House) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await turn_on(screen, ANA)
        await screen.go("/settings/erase")
        await screen.type(words.erasing.confirm, words.erasing.confirm_words)
        await screen.tap(words.erasing.erase)
        assert not (house.folder / FILE_NAME).exists()
        await screen.tap("When it’s hard")
        assert not screen.says(ANA)
        assert "Ana" not in everything(screen)


def test_a_restore_leaves_it_beside_the_new_vault_alone(house: House, tmp_path: Path) -> None:
    with house.session() as session:
        session._unlocked.vault.back_up(tmp_path / "copy")
    settings.save(house.folder, settings.Settings(region="GB", emergency_card=(ANA,)))
    told = backup_file.restored(tmp_path / "copy", PASSPHRASE, house.folder, disk=house.disk)
    assert settings.load(house.folder).emergency_card == (ANA,)
    assert told.kept is not None
    assert settings.load(told.kept) == settings.Settings(region="GB")
    assert [path for path in tmp_path.rglob("*") if path.is_file() and b"Ana" in path.read_bytes()] == [
        house.folder / FILE_NAME
    ]


async def test_it_stands_on_the_card_in_the_file_and_nowhere_else(house: House, canary: Canary) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await turn_on(screen, *[f"{n} {canary}" for n in range(3)])
        await lock(screen)
        await screen.tap("When it’s hard")
        assert screen.says(f"1 {canary}")
    canary.was_put_on_the_card()
    canary.check()
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(PATH)
        await screen.tap(said.turn_off)
    canary.was_taken_off_the_card()  # now the file has no exception any more
