"""Which screen stands before a vault that is not open."""

import asyncio
from importlib import import_module

from app.ui.routes import made
from app.ui.screen import BEGIN, GUIDE, RECOVER, RESTORE, Host, Screen
from app.ui.screens import named

_WAYS = {
    BEGIN: "first_run.ChoosePassphraseScreen",
    RECOVER: "recovery.RecoverScreen",
    RESTORE: "backups_restoring.RestoreScreen",
}


def made_before_the_door(path: str, host: Host) -> Screen:
    """Return a new screen for a path while the vault is closed: the way in, unless it is one of the other ways."""
    if path in GUIDE:
        return made(path, host)
    door = "unlock.UnlockScreen" if host.door.has_vault else "first_run.FirstRunScreen"
    screen: Screen = named(_WAYS.get(path, door))(host)
    return screen


async def load_what_is_behind() -> None:
    """Load what the first screen behind the door needs: while somebody types, so that they need not wait for it then."""
    data = await asyncio.to_thread(import_module, "app.words.language_data")
    await asyncio.to_thread(data.read_ahead)
    data.let_go()  # first of all: what comes next takes its place in memory
    await asyncio.to_thread(import_module, "app.session.session")
    await asyncio.to_thread(named, "today.TodayScreen")
