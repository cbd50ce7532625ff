"""A backup in the real window: made at a typed path, tested, and brought back into an app that holds nothing."""

import shutil
from pathlib import Path

from tests.browser.kit import Window
from tests.browser.steps import PASSPHRASE, add_support, begin, check_in, has, unlock

NUMBER = "+36 30 123 4567"


async def test_what_a_backup_holds_is_there_again_in_an_empty_app(window: Window, tmp_path: Path) -> None:
    await begin(window)
    await check_in(window, "Good")
    await window.tap("Supports")
    await add_support(window, "Ilona", NUMBER)
    copy = tmp_path / "copy of everything"
    await make(window, copy)
    await try_out(window, copy)
    await lose_everything(window)
    await restore(window, copy)
    await unlock(window)
    await window.says("Good,")
    await window.tap("Supports")
    await window.says("Ilona")


async def make(window: Window, copy: Path) -> None:
    """From the supports to a backup at that path."""
    await window.tap("Settings")
    await has(window, "heading", "Leaving")
    await window.tap("Backups")
    await window.says("No backup has been made here yet.")
    await window.type("Folder for the backup", str(copy))
    await window.tap("Make a backup now")
    await window.says("The backup is made. It was opened again to check, and it holds everything.")
    assert copy.read_bytes().startswith(b"SEALBAK\x01")  # noqa: ASYNC240  # a small file of this machine


async def try_out(window: Window, copy: Path) -> None:
    """From the page of backups: first with another passphrase, then with the right one."""
    await window.tap("Test my backup")
    await has(window, "heading", "Test my backup")
    await look_into(window, copy, PASSPHRASE.upper())
    await window.says("This does not open the backup.")
    await look_into(window, copy, PASSPHRASE)
    await window.says("This backup is sound.")
    await window.says("1 check-in")
    await window.says("1 support")


async def look_into(window: Window, copy: Path, passphrase: str) -> None:
    """Say which backup, and open it."""
    await window.type("Backup file", str(copy))
    await window.type("Its passphrase or recovery key", passphrase)
    await window.tap("Open this backup")


async def lose_everything(window: Window) -> None:
    """The same app on a device that never held anything."""
    await window.app.end()
    shutil.rmtree(window.app.vault)
    await window.restart()


async def restore(window: Window, copy: Path) -> None:
    """From the first page to the door."""
    await window.tap("I have a backup")
    await has(window, "heading", "Restore from a backup")
    await look_into(window, copy, PASSPHRASE)
    await window.says("There is nothing here yet, so nothing is replaced.")
    await window.tap("Restore this backup")
    await window.says("Everything is restored. It opens with the passphrase of the backup.")
    await window.tap("Go and unlock")
