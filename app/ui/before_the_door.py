"""Which screen stands before a vault that is not open."""

from app.ui.screen import BEGIN, RECOVER, RESTORE, Host, Screen
from app.ui.screens.backups_restoring import RestoreScreen
from app.ui.screens.first_run import ChoosePassphraseScreen, FirstRunScreen
from app.ui.screens.guide import GUIDE, GuideScreen
from app.ui.screens.recovery import RecoverScreen
from app.ui.screens.unlock import UnlockScreen


def made_before_the_door(path: str, host: Host) -> Screen:
    """Return a new screen for a path while the vault is closed: the way in, unless it is one of the other ways."""
    if path == BEGIN:
        return ChoosePassphraseScreen(host)
    if path == RECOVER:
        return RecoverScreen(host)
    if path == RESTORE:
        return RestoreScreen(host)
    if path in GUIDE:
        return GuideScreen(host, path)
    return UnlockScreen(host) if host.door.has_vault else FirstRunScreen(host)
