"""A damaged month, from the notice to a saved check-in and to what a backup still has."""

from pathlib import Path

import pytest

from app.vault import Vault
from app.vault.kept_backups import backup_name
from tests.browser.heard import faults
from tests.browser.kit import Window
from tests.browser.process import AppProcess
from tests.browser.seeding import seed_usual
from tests.browser.steps import PASSPHRASE, check_in, has, unlock
from tests.ui.screens.house import MORNING

NOVEMBER = "the check-ins of November 2026"


@pytest.fixture
def app_process(tmp_path: Path) -> AppProcess:
    """The app over a vault with a backup, in which the month of the check-ins was damaged after that."""
    app = AppProcess(tmp_path)
    seed_usual(app.vault)
    vault = Vault.unlock(app.vault, PASSPHRASE)
    path = vault._folder.log_path("check_ins/2026-11")
    (tmp_path / "copies").mkdir()
    vault.back_up(tmp_path / "copies" / backup_name(MORNING))
    vault.close()
    raw = bytearray(path.read_bytes())
    raw[1100] ^= 1
    path.write_bytes(raw)
    return app


async def test_one_goes_on_past_damage_and_a_backup_brings_it_back(window: Window, tmp_path: Path) -> None:
    await unlock(window)
    await window.says(f"Part of {NOVEMBER} can’t be read any more.")
    assert await faults(window) == []
    await check_in(window, "Good")
    await window.says("That part was set aside, and you can write there again.")
    assert len(list((tmp_path / "vault").glob("*.kept"))) == 1
    await window.tap("Look for it in a backup")
    await has(window, "heading", "Look in a backup")
    assert await faults(window) == []
    await window.submit("Folder or file of your backups", str(tmp_path / "copies"))
    await window.says(f"Brought back of {NOVEMBER}:")
    await window.tap(f"Erase what is set aside of {NOVEMBER}")
    await has(window, "button", "Keep it")
    await window.tap("Erase for good")
    await window.says("It is erased.")
    assert list((tmp_path / "vault").glob("*.kept")) == []
    await window.kill()
    await window.restart()
    await unlock(window)
    await window.says("Good, ")
    assert not await window.can_tap("Look for it in a backup")
