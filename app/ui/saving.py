"""Doing what saves, and saying so where it cannot be saved."""

from collections.abc import Callable
from typing import TypeVar

from app import words
from app.ui.screen import Host
from app.vault import DiskFull, VaultError

T = TypeVar("T", bound=object)


def attempt(window: Host, verb: Callable[[], T]) -> T | None:
    """Do something that saves. Where it cannot be saved, say so and return None; nothing has changed then."""
    if window.door.working:
        if window.unlocked:  # on the way out nobody asked for it, and drafts are sealed by the lock
            window.say(words.shell.still_working)
        return None
    try:
        return window.session.salvage.saving(verb, lambda: window.say(words.salvage.carried_on))
    except DiskFull:
        window.say(words.shell.disk_full)
    except VaultError:
        window.say(words.shell.not_saved)
    return None
