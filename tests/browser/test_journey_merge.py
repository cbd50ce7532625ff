"""What was written on another device comes in, and in the end everything goes."""

import secrets
from datetime import UTC, datetime
from pathlib import Path

from app import session as sessions
from tests.browser.kit import Window
from tests.browser.steps import begin, has

THEIRS = "another passphrase of the old phone"


def _copy_of_another_device(folder: Path) -> Path:
    """A backup of a device on which Ilona was added."""
    session = sessions.create(
        folder / "theirs", THEIRS, clock=lambda: datetime.now(UTC), chance=secrets.token_bytes
    )
    session.supports.add("Ilona")
    path = session.backups.make(folder / "copy").path
    session.lock()
    return path


async def test_another_device_is_brought_in_and_then_everything_is_erased(
    window: Window, tmp_path: Path
) -> None:
    copy = _copy_of_another_device(tmp_path)
    await begin(window)
    await window.tap("Settings")
    await window.tap("Bring in from another device")
    await window.type("Backup from the other device", str(copy))
    await window.type("Passphrase or recovery words of that backup", THEIRS)
    await window.look("merge-asked")
    await window.tap("See what would come in")
    await has(window, "heading", "What would come in")
    await window.look("merge-preview")
    await window.tap("Bring it in")
    await window.says("It is here now.")
    await window.look("merge-done")
    await window.tap("Done")
    await window.tap("Back")
    await window.tap("Supports")
    await has(window, "button", "Open Ilona, Person")
    await window.tap("Today")
    await window.tap("Settings")
    await window.tap("Erase everything on this device")
    await window.look("erase-asked")
    await window.submit("These words", "erase everything")
    await window.says("Everything was erased from this device.")
    await window.look("erase-done")
    await window.reload()
    await has(window, "button", "Choose a passphrase")
    assert copy.exists()
