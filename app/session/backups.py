"""Backups, made by hand or by themselves.

The vault is for one thread at a time, and an automatic backup must hold up nobody. So it is gathered at once by the
thread that has the vault, and written by another one from sealed files (``app.vault.backing_up.Gathered``): while the
person goes on, or after they have locked.
"""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from app.session.unlocked import Unlocked
from app.store import backup as backups
from app.store.copies import Aside, Begun, Copies, CopiesKept
from app.store.settings import BESIDE
from app.store.stem import COPIES
from app.vault import Check, Disk, DiskFull, NotWritten, Stopped, Vault, VaultError
from app.vault.backing_up import Gathered, WrittenAnew
from app.vault.folder import NEW
from app.vault.kept_aside import kept_aside, remove_kept_aside
from app.vault.kept_backups import MONTHS, backup_name, superseded, thin_out
from app.vault.pace import Progress, Stop
from app.vault.salvage import anything_set_aside

_log = logging.getLogger(__name__)

KEPT_ASIDE_DAYS = 30
"""How long what a restore replaced is kept, from when the restored vault is first unlocked."""

WriteBackup = Callable[[], None]
"""Writes a backup that was gathered; raises nothing."""


class Trouble(StrEnum):
    """Why an automatic backup could not be made. It is tried again at the next unlock."""

    GONE = "gone"
    FULL = "full"
    NOT_WRITTEN = "not_written"
    OTHER = "other"


@dataclass(frozen=True, slots=True, repr=False)
class Made:
    """A backup that was made, and what a check of it found."""

    path: Path
    check: Check


class BackupVerbs:
    """The backups of one vault. ``trouble`` is why the last automatic one could not be made, None if it could."""

    def __init__(self, unlocked: Unlocked) -> None:
        self._unlocked = unlocked
        self._kept = CopiesKept(unlocked.vault)
        self.trouble: Trouble | None = None
        self._none_when_leaving = False

    @property
    def last_at(self) -> datetime | None:
        """When a copy was last made here, by hand or by itself, as far as is known."""
        return self._kept.now.last_at

    @property
    def automatic(self) -> bool:
        """Whether backups are made by themselves."""
        return self._kept.now.automatic

    @property
    def folder(self) -> str:
        """Where automatic backups go; empty while that was never chosen."""
        return self._kept.now.folder

    @property
    def kept_until(self) -> datetime | None:
        """Until when what the last restore replaced is kept; None if nothing is."""
        seen = [one.seen for one in self._kept.now.aside]
        return max(seen) + timedelta(days=KEPT_ASIDE_DAYS) if seen else None

    @property
    def gone_by(self) -> date:
        """The month, by its first day, in which the last automatic backup made until now goes, if one is made each month."""
        today = self._unlocked.now().date()
        years, month = divmod(today.month - 1 + MONTHS, 12)
        return date(today.year + years, month + 1, 1)

    def make(
        self, to: Path, *, given: bool = True, progress: Progress | None = None, stop: Stop | None = None
    ) -> Made:
        """Make a backup: in that folder under a name that tells only the time, else at that very path.

        Blocks as long as the vault is large. Errors as of Vault.back_up: nothing that is there is replaced. One that
        is not yet ``given`` to the person counts only after ``was_given``.
        """
        now = self._unlocked.now()
        path = to / backup_name(now) if to.is_dir() else to
        check = self._unlocked.vault.back_up(path, about=backups.about(now), progress=progress, stop=stop)
        if given:
            self.was_given()
        return Made(path, check)

    def was_given(self) -> bool:
        """Remember that a copy was made now and is in the person's hands."""
        self._remember(last_at=self._unlocked.now())
        return True

    def make_automatic(self, folder: Path) -> None:
        """From now on make backups by themselves in that folder.

        NotWritten if it is none, or the vault's own. Errors as of any write.
        """
        own = self._unlocked.vault.place.resolve()
        if not folder.is_dir() or folder.resolve() == own:
            raise NotWritten("backups cannot be kept there")
        elsewhere = str(folder) != self.folder
        of_this_folder = {"made": (), "state": "", "begun": None} if elsewhere else {}
        self._kept.change(automatic=True, folder=str(folder), **of_this_folder)
        self.trouble = None

    def stop_automatic(self) -> bool:
        """Make no more backups by themselves; those that are there stay. Errors as of any write."""
        self._kept.change(automatic=False)
        self.trouble = None
        return True

    # ------------------------------------------------------------ by themselves

    def make_none_when_leaving(self) -> None:
        """The next lock makes no backup, even where one is due: the vault is about to be erased."""
        self._none_when_leaving = True

    def leave(self) -> WriteBackup | None:
        """Called just before the lock: gather a backup if one is due. Returns what writes it, in any thread, afterwards.

        None if none is due. Touches no other place than the vault's, waits for nothing and raises nothing.
        """
        if self._none_when_leaving:
            return None
        try:
            gathered, begun = self._gathered()
        except (VaultError, OSError) as error:
            _tell("a backup could not be gathered", error)
            return None
        folder = Path(self.folder)
        return (lambda: _written(gathered, folder / begun.name)) if gathered and begun else None

    async def keep_up(self) -> Trouble | None:
        """Called after the unlock, in the thread that has the vault: see what became of the last automatic backup, make
        one if it is due, let old ones go, and take away what restores replaced long ago.

        Files elsewhere are touched in another thread. It gives way to other long work, and ends when the session does.
        Returns why a backup could not be made, if one could not.
        """
        vault, kept = self._unlocked.vault, self._kept.now
        over = [one.name for one in kept.aside if self._is_over(one)]
        seen = await asyncio.to_thread(_seen, kept, vault.place, over, vault.disk)
        with self._unlocked.turn.if_free() as free:
            if not free:
                return None
            self._settle(seen)
            gathered, begun = self._gathered()
        made = await asyncio.to_thread(self._made, self._kept.now, gathered, begun)
        with self._unlocked.turn.if_free() as free:
            if free and made is not None:
                self._note(made, begun)
        return self.trouble

    def _gathered(self) -> tuple[Gathered | None, Begun | None]:
        """Remember that a backup is begun, and gather it; nothing if none is due."""
        vault, kept = self._unlocked.vault, self._kept.now
        if not kept.automatic:
            return None, None
        state = vault.state(but=frozenset({COPIES}))
        if state == kept.state:
            return None, None
        now = self._unlocked.now()
        begun = Begun(name=backup_name(now), at=now, state=state)
        self._kept.change(begun=begun)
        return vault.gather(about=backups.about(now)), begun

    def _settle(self, seen: "_Seen") -> None:
        """Remember what was seen of the last automatic backup, and of what restores replaced."""
        kept, now = self._kept.now, self._unlocked.now()
        known = {one.name: one for one in kept.aside}
        aside = tuple(known.get(name, Aside(name=name, seen=now)) for name in seen.aside)
        settled = replace(kept, aside=aside)
        if kept.begun is not None and kept.begun == seen.begun:
            settled = _with(settled, kept.begun) if seen.begun_is_there else settled
            settled = replace(settled, begun=None)
        self._remember(
            **{name: getattr(settled, name) for name in ("aside", "begun", "made", "state", "last_at")}
        )

    def _made(self, kept: Copies, gathered: Gathered | None, begun: Begun | None) -> "_Outcome | None":
        """Write what was gathered, then let old ones go if the newest that is there is sound. None if it was stopped."""
        folder = Path(kept.folder)
        try:
            if gathered is not None and begun is not None:
                if not folder.is_dir():
                    return _Outcome(Trouble.GONE)
                gathered.write(folder / begun.name, stop=self._ending)
            return _Outcome(None, self._let_go(kept, begun))
        except (Stopped, WrittenAnew):
            return None  # it is due again at the lock
        except DiskFull:
            return _Outcome(Trouble.FULL)
        except NotWritten:
            return _Outcome(Trouble.NOT_WRITTEN)
        except (VaultError, OSError) as error:
            _tell("an automatic backup could not be made", error)
            return _Outcome(Trouble.OTHER)

    def _let_go(self, kept: Copies, begun: Begun | None) -> tuple[str, ...]:
        folder = Path(kept.folder)
        made = [*kept.made, *([begun.name] if begun else [])]
        if not kept.automatic or not superseded(made):
            return ()
        vault = self._unlocked.vault
        if anything_set_aside(vault.place, vault.disk):
            return ()  # an older backup may be the one that still has it
        return thin_out(folder, made) if self._is_sound(folder / max(made)) else ()

    def _is_sound(self, path: Path) -> bool:
        try:
            return self._unlocked.vault.check_backup(path, stop=self._ending).sound
        except Stopped:
            raise
        except VaultError:
            return False

    def _ending(self) -> bool:
        return self._unlocked.turn.ending

    def _note(self, outcome: "_Outcome", begun: Begun | None) -> None:
        self.trouble = outcome.trouble
        kept = self._kept.now
        if begun is not None and begun == kept.begun:
            kept = replace(kept if outcome.trouble else _with(kept, begun), begun=None)
        made = tuple(name for name in kept.made if name not in outcome.gone)
        self._remember(begun=kept.begun, made=made, state=kept.state, last_at=kept.last_at)

    def _is_over(self, aside: Aside) -> bool:
        return self._unlocked.now() - aside.seen >= timedelta(days=KEPT_ASIDE_DAYS)

    def _remember(self, **fields: object) -> None:
        """Keep what is known now. Where it cannot be kept, it is found out again at the next unlock."""
        try:
            self._kept.change(**fields)
        except VaultError as error:
            _tell("what is known of backups could not be kept", error)


@dataclass(frozen=True, slots=True, repr=False)
class _Seen:
    """What lies around: whether the backup that was begun is there, and the names of what restores replaced."""

    begun: Begun | None
    begun_is_there: bool
    aside: tuple[str, ...]


@dataclass(frozen=True, slots=True, repr=False)
class _Outcome:
    """What came of a round: why no backup could be made, and the names of those that were let go."""

    trouble: Trouble | None
    gone: tuple[str, ...] = ()


def _with(kept: Copies, begun: Begun) -> Copies:
    """What is remembered once a backup has come to be."""
    return replace(kept, made=(*kept.made, begun.name), state=begun.state, last_at=begun.at)


def _seen(kept: Copies, place: Path, over: list[str], disk: Disk) -> _Seen:
    """Look around, take away what is over, and what is left of a backup that was cut off. Blocks for the disk."""
    for name in over:
        if not Vault.is_newer(place.with_name(name), disk=disk):  # it opens again once the app is updated
            remove_kept_aside(place.with_name(name), beside=BESIDE, disk=disk)
    there = False
    if kept.begun is not None:
        path = Path(kept.folder) / kept.begun.name
        there = path.is_file()
        with suppress(OSError):
            path.with_name(path.name + NEW).unlink(missing_ok=True)
    return _Seen(kept.begun, there, kept_aside(place, disk=disk))


def _written(gathered: Gathered, path: Path) -> None:
    try:
        gathered.write_unchecked(path)
    except (VaultError, OSError) as error:
        _tell("a backup could not be written after the lock", error)


def _tell(what: str, error: Exception) -> None:
    """Log what happened by its kind: the text of an error may name a folder, and a person has named that."""
    _log.warning("%s: %s", what, type(error).__name__)
