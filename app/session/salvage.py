"""What a person can do where something kept here is damaged or missing."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from app.session.unlocked import Unlocked
from app.store.keep_item import COLLECTION
from app.store.salvage import every_name, joined
from app.store.stem import AT_THE_DOOR, COPIES
from app.vault import (
    NoBackup,
    Notice,
    NoticeKind,
    SetAside,
    Stopped,
    Vault,
    VaultDamaged,
    VaultError,
    WrongKey,
)
from app.vault.kept_backups import made_at
from app.vault.state import Tables

T = TypeVar("T")

_BY_ITSELF = ("drafts", COPIES)
"""What is written without being asked for: nobody is there to say that it shall go on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What came back of one collection: how many things, and when the copy was made that had them, if that is known."""

    collection: str
    things: int
    made_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """What a search found: how many copies were looked into, how many could not be, and what came back."""

    copies: int
    foreign: int
    brought: tuple[Brought, ...]


def made_usable(vault: Vault) -> None:
    """See that months are listed and that what is typed can be sealed, whatever is damaged. No byte is lost by it.

    VaultUnsupported, before anything is written, where something that any page may want is of a newer version.
    """
    vault.refuse_newer(AT_THE_DOOR)
    vault.salvage.rebuild_marks(every_name())
    for name in _BY_ITSELF:
        vault.collection(name)
        if name in vault.salvage.damaged:
            with suppress(VaultError):  # then drafts are said to be unsaved as they are typed
                vault.salvage.mend(name)


class SalvageVerbs:
    """Damage, and what can be had again. ``look`` reads again what is remembered, and is called after each change."""

    def __init__(self, unlocked: Unlocked, look: Callable[[], None]) -> None:
        self._unlocked = unlocked
        self._look = look

    @property
    def damaged(self) -> tuple[str, ...]:
        """The collections, of those opened so far, that take no changes until they are mended."""
        return self._unlocked.vault.salvage.damaged

    @property
    def missing(self) -> tuple[str, ...]:
        """Those of the damaged collections of which there is no file."""
        notices = self._unlocked.vault.notices
        return tuple(name for name in self.damaged if Notice(NoticeKind.MISSING, name) in notices)

    @property
    def of_lost_files(self) -> tuple[str, ...]:
        """The collections of which a photo or sound, of those asked for so far, does not open. All else of them is sound."""
        notices = self._unlocked.vault.notices
        return tuple(one.collection for one in notices if one.kind is NoticeKind.FILE_LOST)

    @property
    def anything(self) -> bool:
        """Whether something is damaged or lost, as far as is known, or set aside."""
        try:
            return bool(self.damaged or self.of_lost_files or self.set_aside())
        except VaultError:
            return False

    def set_aside(self) -> tuple[SetAside, ...]:
        """What was set aside and may be the only copy of something. VaultError if the folder cannot be read."""
        return self._unlocked.vault.salvage.set_aside()

    def carry_on(self) -> tuple[str, ...]:
        """Mend what is damaged with what can be read, and set the rest aside. Returns the names of what was mended."""
        names = self.damaged
        try:
            for name in names:
                self._unlocked.vault.salvage.mend(name)
        finally:
            self._look()
        return names

    def saving(self, verb: Callable[[], T], carried_on: Callable[[], None]) -> T:
        """Do something that saves. Where damage is in its way, carry on with what can be read, do it then, and tell so."""
        try:
            return verb()
        except VaultDamaged:
            if not self.carry_on():
                raise
            done = verb()
            carried_on()
            return done

    def bring_back(
        self, place: Path, progress: Callable[[int, int], None], stop: Callable[[], bool]
    ) -> Searched:
        """Look for what is damaged or was set aside, in a copy or in a folder of copies, and bring it back.

        Of each collection, from the newest copy that has more of it than is here. Nothing here is replaced by something
        older. May take long: to be called where nothing else touches the vault. NoBackup if there is no copy in that
        place, Stopped, and errors as of any write: what came back before stays.
        """
        copies = _copies(place)
        if not copies:
            raise NoBackup("there is no copy in this place")
        wanted = {one.collection for one in self.set_aside() if one.collection} | set(self.damaged)
        brought: dict[str, Brought] = {}
        foreign = 0
        try:
            for also_damaged in (False, True):  # a copy that is damaged itself only where no other helps
                foreign = 0
                for done, copy in enumerate(copies):
                    progress(done, len(copies))
                    if stop():
                        raise Stopped("the search was stopped")
                    foreign += not self._take(
                        copy, wanted - brought.keys(), brought, also_damaged=also_damaged
                    )
            self._bring_files(copies, brought)
        finally:
            self._look()
        return Searched(
            copies=len(copies), foreign=foreign, brought=tuple(brought[name] for name in sorted(brought))
        )

    def _bring_files(self, copies: tuple[Path, ...], brought: dict[str, Brought]) -> None:
        """Bring back photos and sounds that do not open, each from the newest copy that has it whole."""
        files = self._unlocked.vault.files
        lost = set(files.lost())
        for copy in copies if lost else ():
            with suppress(WrongKey, NoBackup, VaultDamaged):
                came = files.bring_back(copy, lost)
                lost -= set(came)
                if came:
                    before = brought.get(COLLECTION)
                    things = len(came) + (before.things if before is not None else 0)
                    brought[COLLECTION] = Brought(
                        collection=COLLECTION, things=things, made_at=made_at(copy.name)
                    )

    def let_go(self, one: SetAside) -> bool:
        """Remove what was set aside, for ever. VaultError if it cannot be removed; else True."""
        self._unlocked.vault.salvage.let_go(one)
        return True

    def _take(self, copy: Path, names: set[str], brought: dict[str, Brought], *, also_damaged: bool) -> bool:
        """Bring back what this copy has of these collections. Returns whether it is a copy that can be looked into."""
        vault = self._unlocked.vault
        try:
            found = vault.salvage.look_in(copy, names)
        except (WrongKey, NoBackup, VaultDamaged):
            return False
        for name, (theirs, whole) in sorted(found.items()):
            here: Tables = vault.collection(name).storage.read() or {}
            both, came = joined(here, theirs)
            if not came or not (whole or also_damaged):
                continue
            if name in self.damaged:
                vault.salvage.mend(name, both)
            else:
                vault.collection(name).storage.write(both)
            brought[name] = Brought(collection=name, things=came, made_at=made_at(copy.name))
        return True


def _copies(place: Path) -> tuple[Path, ...]:
    """The file, or all files of a folder that are called like copies, the newest first."""
    try:
        if not place.is_dir():
            return (place,) if place.is_file() else ()
        return tuple(sorted(_named_like_copies(place), key=_made, reverse=True))
    except OSError:
        return ()


def _named_like_copies(folder: Path) -> Iterator[Path]:
    return (path for path in folder.iterdir() if path.suffix == ".sealed" and path.is_file())


def _made(copy: Path) -> datetime:
    return made_at(copy.name) or datetime.fromtimestamp(copy.stat().st_mtime, UTC)
