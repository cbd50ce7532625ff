"""Housekeeping in a window: begun by itself, given up at the lock, and never in anybody's way."""

from pathlib import Path
from typing import Any

import pytest

from app.ui.tidying import AGAIN_AFTER_SECONDS, BEGIN_AFTER_SECONDS
from app.vault import ReadOnly, Vault
from tests.headless.kit import Headless
from tests.ui.screens.house import House, lock, unlock
from tests.vault.disks import CheapDisk


@pytest.fixture
def house(tmp_path: Path) -> House:
    house = House(tmp_path / "vault")
    house.begin()
    with house.session() as session:
        for name in ("Ana", "Ben", "Cleo"):
            session.supports.add(name)
    return house


@pytest.fixture
def folds(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of what is folded from now on."""
    seen: list[str] = []
    fold = Vault.fold

    def watched(vault: Vault, name: str) -> None:
        seen.append(name)
        fold(vault, name)

    monkeypatch.setattr(Vault, "fold", watched)
    return seen


def is_folded(house: House, name: str) -> bool:
    vault = Vault.unlock(house.folder, "seven quiet otters by the pier", disk=CheapDisk())
    try:
        return vault.folded(name)
    finally:
        vault.close()


async def quiet(screen: Headless, seconds: float) -> None:
    """Let time pass with somebody there, so that nothing locks by itself."""
    while seconds > 0:
        await screen.later(min(seconds, 30))
        await screen.press_key("Shift")
        seconds -= 30


async def test_what_has_changed_is_folded_a_while_after_unlocking(house: House, folds: list[str]) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await screen.later(BEGIN_AFTER_SECONDS - 1)
        assert folds == []
        await screen.later(BEGIN_AFTER_SECONDS)
        assert "supports" in folds
        await lock(screen)
    assert is_folded(house, "supports")


async def test_what_changes_later_is_folded_later(house: House, folds: list[str]) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await quiet(screen, BEGIN_AFTER_SECONDS * 2)
        folds.clear()
        await quiet(screen, AGAIN_AFTER_SECONDS * 2)
        assert folds == [], "nothing has changed"
        await screen.tap("Supports")
        await screen.tap("Add a support")
        await screen.type("Name", "Dora")
        await screen.tap("Save support")
        await quiet(screen, AGAIN_AFTER_SECONDS + 30)
        assert "supports" in folds


@pytest.mark.parametrize("way", ["Lock now", "Hide now"])
async def test_a_lock_gives_it_up_and_does_not_wait_for_it(house: House, folds: list[str], way: str) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/settings")
        await screen.tap(way)
        await screen.later(BEGIN_AFTER_SECONDS + AGAIN_AFTER_SECONDS)
        assert folds == []
    assert not is_folded(house, "supports")


async def test_it_waits_while_long_work_is_done(
    house: House, folds: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.session.turn import Turn  # noqa: PLC0415  # the one name that is wanted of it

    async with house.window() as screen:
        await unlock(screen)
        with monkeypatch.context() as held:
            held.setattr(Turn, "busy", property(lambda _: True))
            await screen.later(BEGIN_AFTER_SECONDS + 10)
            assert folds == []
        await screen.later(BEGIN_AFTER_SECONDS)
        assert "supports" in folds
        await lock(screen)


async def test_a_pass_that_cannot_write_says_nothing_and_is_tried_again(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = []

    def refused(vault: Any, name: str) -> None:
        tried.append(name)
        raise ReadOnly("refused")

    monkeypatch.setattr(Vault, "fold", refused)
    async with house.window() as screen:
        await unlock(screen)
        await quiet(screen, BEGIN_AFTER_SECONDS + AGAIN_AFTER_SECONDS + 60)
        assert len(tried) == 2
        assert screen.says("How is it right now?")
        assert not screen.says("Something went wrong")
        await lock(screen)
