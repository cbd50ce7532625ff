"""The door of one window: its vault opened, worked on for long, and closed."""

import asyncio
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from app import session as sessions
from app.session import Session
from app.session.tries import Tries
from app.session.unlocked import Chance, Clock
from app.vault import Disk, Stopped, WrongKey, WrongPassphrase

T = TypeVar("T")

_log = logging.getLogger(__name__)


class Door:
    """Holds the session while there is one. ``opened`` is called each time it has come to be."""

    def __init__(
        self, folder: Path, *, clock: Clock, chance: Chance, disk: Disk | None, opened: Callable[[], None]
    ) -> None:
        self.folder = folder
        self._sources: dict[str, Any] = {"clock": clock, "chance": chance, "disk": disk}
        self._on_opened = opened
        loop = asyncio.get_running_loop()
        self.tries = Tries(folder, clock=clock, ticks=lambda: loop.time())  # noqa: PLW0108  # tests let the loop's time pass
        self._session: Session | None = None
        self._closing: asyncio.Future[None] | None = None
        self.leaving = False
        self.working = False

    @property
    def is_open(self) -> bool:
        """Whether there is a session that is not being left."""
        return self._session is not None and not self.leaving

    @property
    def session(self) -> Session:
        """The unlocked vault; RuntimeError while locked."""
        if self._session is None:
            raise RuntimeError("locked")
        return self._session

    @property
    def has_vault(self) -> bool:
        """Whether there is a vault to unlock."""
        return sessions.exists(self.folder)

    def holds(self, session: Session | None) -> bool:
        """Whether this is what is open now: this session, or None for no session."""
        return self._session is session

    # ------------------------------------------------------------ opening

    async def create(self, passphrase: str) -> None:
        """Make a vault and open it; VaultError says why not."""
        await self._open(sessions.create, passphrase)

    async def unlock(self, passphrase: str) -> None:
        """Open the vault; TooSoonError, VaultError or UnreadableRecord says why not."""
        await self._try(sessions.unlock, passphrase)

    async def recover(self, typed: str) -> None:
        """Open the vault with the words of its recovery key; RecoveryWordsError, or as of unlock, says why not."""
        await self._try(sessions.recover, typed)

    async def _try(self, how: Callable[..., Session], typed: str) -> None:
        self.tries.refuse_early()
        try:
            await self._open(how, typed)
        except (WrongPassphrase, WrongKey):
            self.tries.was_wrong()
            raise
        self.tries.was_right()

    async def _open(self, how: Callable[..., Session], typed: str) -> None:
        if self._closing is not None:
            await self._closing  # what the last session was doing ends first
        self._session = await asyncio.to_thread(how, self.folder, typed, **self._sources)
        self._on_opened()

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
        if not self.holds(session):
            raise Stopped("the window was locked meanwhile")
        return done

    # ------------------------------------------------------------ closing

    def close(self) -> None:
        """Close the vault: now, or as soon as what is at work on it has stopped or is done."""
        session, self._session, self.leaving = self._session, None, False
        if session is None:
            return
        session.turn.end()
        if session.turn.busy:
            self._closing = asyncio.ensure_future(asyncio.to_thread(_lock, session))
        else:
            _lock(session)


def _lock(session: Session) -> None:
    try:
        session.lock()
    except Exception:  # noqa: BLE001  # whatever it is: the window is locked, and the process lets go of the folder
        _log.exception("the vault did not close cleanly")
