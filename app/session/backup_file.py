"""A backup in a file: opened, looked into, and put in the place of a vault. Needs no session."""

from contextlib import suppress
from pathlib import Path

from app.recovery_words import RecoveryWordsError, key_of
from app.store import backup as backups
from app.store import settings
from app.store.backup import Contents
from app.store.settings import BESIDE
from app.vault import Backup, Disk, Restored, WrongKey
from app.vault import restore as restore_vault
from app.vault.pace import Progress, Stop


def opened(file: Path, typed: str, *, disk: Disk | None = None) -> Backup:
    """Open a backup with its passphrase or the words of its recovery key. Blocks for up to a second.

    Errors as of Backup.open.
    """
    try:
        key = key_of(typed)
    except RecoveryWordsError:
        return Backup.open(file, typed, disk=disk)
    try:
        return Backup.open_with_recovery_key(file, key, disk=disk)
    except WrongKey:
        return Backup.open(file, typed, disk=disk)


def looked_into(
    file: Path,
    typed: str,
    *,
    disk: Disk | None = None,
    progress: Progress | None = None,
    stop: Stop | None = None,
) -> Contents:
    """Open all of a backup in memory, and say how much is in it and how new it is. Writes nothing.

    Errors as of ``opened`` and of Backup.check; Stopped.
    """
    backup = opened(file, typed, disk=disk)
    try:
        return backups.contents(backup, progress=progress, stop=stop)
    finally:
        backup.close()


def restored(
    file: Path,
    typed: str,
    folder: Path,
    *,
    disk: Disk | None = None,
    progress: Progress | None = None,
    stop: Stop | None = None,
) -> Restored:
    """Put a backup in the place of the vault in ``folder``, which must be locked, or of none. Errors as of restore.

    The emergency card stays on, but not beside what is kept of the replaced vault: it must lie in one place alone.
    """
    backup = opened(file, typed, disk=disk)
    try:
        told = restore_vault(backup, folder, replace=True, beside=BESIDE, progress=progress, stop=stop)
    finally:
        backup.close()
    if told.kept is not None:
        with suppress(OSError):
            settings.forget_card(told.kept)
    return told
