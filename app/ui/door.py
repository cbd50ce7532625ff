"""The door of one window: its vault opened, worked on for long, and closed."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from weakref import ref

from app import session as sessions
from app.session.erasing import erase_all, finish_erasing_all
from app.session.tries import Tries
from app.session.unlocked import Chance, Clock
from app.ui import trying
from app.ui.ending import Ending
from app.vault import Disk, Restored, Stopped, VaultError, WrongKey, WrongPassphrase
from app.vault.pace import Progress, Stop

if TYPE_CHECKING:
    from app.session import Session
    from app.session.backups import Trouble, WriteBackup
    from app.store.backup import Contents

T = TypeVar("T")

_log = logging.getLogger(__name__)

_TURNS_TO_SEND = 8
"""Turns of the event loop: in the first two Flet takes a message from its queue and writes it to the window."""

BACKUPS_AFTER_SECONDS = 3.0
"""After the unlock the first screen comes first."""


class Door:
    """Holds the session while there is one. ``opened`` is called each time it has come to be."""

    def __init__(
        self, folder: Path, *, clock: Clock, chance: Chance, disk: Disk | None = None, ending: Ending
    ) -> None:
        self._own = folder
        self._sources: dict[str, Any] = {"clock": clock, "chance": chance, "disk": disk}
        self.opened: Callable[[], None] = lambda: None
        self.ending = ending
        loop = asyncio.get_running_loop()
        self.tries = Tries(folder, clock=clock, ticks=lambda: loop.time())  # noqa: PLW0108  # tests let the loop's time pass
        self._session: Session | None = None
        self._trying = False
        self._closing: asyncio.Future[None] | None = None
        self._copying: asyncio.Future[None] | None = None
        self.leaving = False
        self.working = False
        with suppress(VaultError, OSError):  # what is left of an erased vault: it is no vault either way
            finish_erasing_all(folder, disk=disk)
        trying.clear(folder, disk=disk)

    @property
    def folder(self) -> Path:
        """Where the vault lies that is open, or that would be."""
        return trying.place_of(self._own) if self.is_example else self._own

    @property
    def is_example(self) -> bool:
        """Whether what is open is the example that goes when it is left."""
        return self._trying and self.is_open

    @property
    def is_open(self) -> bool:
        """Whether there is a session that is not being left."""
        return self._session is not None and not self.leaving

    @property
    def session(self) -> "Session":
        """The unlocked vault; RuntimeError while locked."""
        if self._session is None:
            raise RuntimeError("locked")
        return self._session

    @property
    def has_vault(self) -> bool:
        """Whether there is a vault to unlock."""
        return sessions.exists(self.folder)

    def holds(self, session: "Session | None") -> bool:
        """Whether this is what is open now: this session, or None for no session."""
        return self._session is session and not self.leaving

    # ------------------------------------------------------------ opening

    async def create(self, passphrase: str) -> None:
        """Make a vault and open it; VaultError says why not."""
        await self._open(sessions.create, passphrase)

    async def unlock(self, passphrase: str) -> None:
        """Open the vault; TooSoonError or VaultError says why not."""
        await self._try(sessions.unlock, passphrase)

    async def recover(self, typed: str) -> None:
        """Open the vault with the words of its recovery key; RecoveryWordsError, or as of unlock, says why not."""
        await self._try(sessions.recover, typed)

    async def open_example(self) -> None:
        """Make the example and open it; VaultError or OSError says why not. Whatever closes it erases it."""
        await self.closed()
        self._session = await asyncio.to_thread(trying.begun, self._own, **self._sources)
        self._trying = True
        self._was_opened()

    @property
    def names_device_key(self) -> bool:
        """Whether a key of a device seems to open the vault."""
        return self.has_vault and sessions.names_device_key(self.folder)

    @property
    def vault_id(self) -> str:
        """What tells this vault from others, as letters and digits; empty where its key file cannot be read."""
        return (sessions.vault_id(self.folder) or b"").hex()

    @property
    def today(self) -> date:
        """The day it is here."""
        now: datetime = self._sources["clock"]()
        return now.date()

    async def unlock_with_device_key(self, key: bytes) -> None:
        """Open the vault with what this device keeps; VaultError says why not. It is no guess to wait for."""
        await self._open(sessions.unlock_with_device_key, key)

    async def _try(self, how: "Callable[..., Session]", typed: str) -> None:
        self.tries.refuse_early()
        try:
            await self._open(how, typed)
        except (WrongPassphrase, WrongKey):
            self.tries.was_wrong()
            raise
        self.tries.was_right()

    async def _open(self, how: "Callable[..., Session]", typed: str | bytes) -> None:
        await self.closed()
        self._session = await asyncio.to_thread(how, self.folder, typed, **self._sources)
        self._was_opened()

    def _was_opened(self) -> None:
        self.ending.opened()
        self.opened()

    # ------------------------------------------------------------ while it is open

    async def change_passphrase(self, now: str, new: str) -> None:
        """Let a new passphrase open the vault; VaultError says why not."""
        await asyncio.to_thread(self.session.keys.change_passphrase, now, new)

    async def work(self, task: Callable[[], T]) -> T:
        """Do long work on the vault in a thread; until it is done nothing else in the window may touch the vault.

        Raises what the task raises. Stopped if the window was locked meanwhile, whatever came of the work.
        """
        session = self.session

        def alone() -> T:
            with session.turn.taken():
                return task()

        self.working = True
        try:
            done = await asyncio.to_thread(alone)
        finally:
            self.working = False
        if self.leaving or not self.holds(session):
            raise Stopped("the window was locked meanwhile")
        return done

    def go_on_with(self, session: "Session") -> None:
        """From now on this session is the open one: its vault was sealed anew."""
        self._session = session

    async def keep_backups(self) -> "Trouble | None":
        """Some time after the unlock: see to the automatic backups. Returns why one that is due could not be made."""
        if not self.is_open:  # it was locked again before this began
            return None
        opened = ref(self.session)  # whoever waits must not keep a closed session in memory
        await asyncio.sleep(BACKUPS_AFTER_SECONDS)
        if self._copying is not None:
            await self._copying  # what the last session left is written first
        session = opened()
        return await session.backups.keep_up() if session is not None and self.holds(session) else None

    def look_into_backup(self, file: Path, typed: str, progress: Progress, stop: Stop) -> "Contents":
        """Say how much is in a backup. Blocks; errors as of backup_file.looked_into."""
        from app.session import backup_file  # noqa: PLC0415  # few do this, and the door can spare it

        disk = self._sources["disk"]
        return backup_file.looked_into(file, typed, disk=disk, progress=progress, stop=stop)

    async def closed(self) -> None:
        """Wait until the last session has let go of the vault."""
        if self._closing is not None:
            await self._closing

    def restore(self, file: Path, typed: str, progress: Progress, stop: Stop) -> Restored:
        """Put a backup in the place of the vault, which must be locked, or of none. Blocks; errors as of restore."""
        from app.session import backup_file  # noqa: PLC0415  # as above

        disk = self._sources["disk"]
        return backup_file.restored(file, typed, self.folder, disk=disk, progress=progress, stop=stop)

    async def erase(self) -> bool:
        """Erase the vault, which is locked or about to be, for good. Returns whether all of it is gone.

        VaultError if it could not be begun: then everything is as it was.
        """
        await self.closed()
        if self._copying is not None:
            await self._copying
        return await asyncio.to_thread(erase_all, self.folder, disk=self._sources["disk"])

    # ------------------------------------------------------------ closing

    def close(self) -> None:
        """Close the vault: now, or as soon as what is at work on it has stopped or is done."""
        session, self._session, self.leaving = self._session, None, False
        if session is None:
            return
        self.ending.locked()
        session.turn.end()
        if session.turn.busy:
            self._closing = asyncio.ensure_future(self._close_later(session))
        else:
            self._leave_copy(self._let_go(session))

    def close_once_sent(self, first: Callable[[], None]) -> None:
        """The same, but only when what was sent to the window is on its way: then ``first``, and the rest in a thread.

        Whoever hides a page may wait for no disk. Until then nothing counts as open; opening again waits for it.
        """
        self.leaving = True
        self._closing = asyncio.ensure_future(self._close_once_sent(first))

    async def _close_once_sent(self, first: Callable[[], None]) -> None:
        for _ in range(_TURNS_TO_SEND):
            await asyncio.sleep(0)
        first()
        session, self._session, self.leaving = self._session, None, False
        if session is not None:
            self.ending.locked()
            session.turn.end()
            await self._close_later(session)

    async def _close_later(self, session: "Session") -> None:
        self._leave_copy(await asyncio.to_thread(self._let_go, session))

    def _let_go(self, session: "Session") -> "WriteBackup | None":
        """Close this vault. The example is erased with it, and of that no backup is made."""
        write = _locked(session)
        if not self._trying:
            return write
        self._trying = False
        trying.clear(self._own, disk=self._sources["disk"])
        return None

    def _leave_copy(self, write: "WriteBackup | None") -> None:
        """Let a backup be written that nobody waits for: the vault is closed, and its keys are forgotten."""
        if write is not None:
            self._copying = asyncio.ensure_future(asyncio.to_thread(write))


def _locked(session: "Session") -> "WriteBackup | None":
    try:
        return session.lock()
    except Exception:  # noqa: BLE001  # whatever it is: the window is locked, and the process lets go of the folder
        _log.exception("the vault did not close cleanly")
        return None
