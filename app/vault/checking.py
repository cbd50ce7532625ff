"""Checking: every frame of every file is opened, and what does not hold is named. Writes nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from app.vault import key_copies
from app.vault.change import INTENT
from app.vault.errors import Notice, NoticeKind, NoVault, VaultDamaged, VaultError
from app.vault.folder import LOG, Folder
from app.vault.frames import NAMES_FILES
from app.vault.keys import Keys
from app.vault.marks import MARKS, Mark
from app.vault.pace import Pace, Progress, Stop
from app.vault.replay import replay
from app.vault.rotation import LEAVING
from app.vault.sealed_file import FILE, SealedFile, named_in, opens, raw_of
from app.vault.state import Tables

LOST = frozenset(
    {
        NoticeKind.DAMAGED,
        NoticeKind.MISSING,
        NoticeKind.ROLLED_BACK,
        NoticeKind.REBUILT,
        NoticeKind.FILE_LOST,
    }
)
"""What means that something may be gone. The other kinds tell of what was saved by a second copy or never finished."""


@dataclass(frozen=True, slots=True)
class Check:
    """What a check found. ``collections`` are the names of those with a file, or with a mark that says they had one.

    ``frames`` are the frames that opened, two copies of one counted once; ``size`` what is in all their files, in bytes,
    without the room behind it; ``unknown`` sealed files that no collection accounts for.
    """

    collections: tuple[str, ...]
    frames: int
    size: int
    unknown: int
    notices: tuple[Notice, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing is lost, altered or unaccounted for."""
        return not self.unknown and not any(notice.kind in LOST for notice in self.notices)


@dataclass(frozen=True, slots=True, repr=False)
class Looked:
    """What the bytes of one collection say."""

    tables: Tables
    frames: int
    size: int
    found: frozenset[NoticeKind]


class Tally:
    """Adds up a check, file by file."""

    def __init__(self, notices: list[Notice]) -> None:
        self._notices = notices
        self._names: list[str] = []
        self._frames = 0
        self._size = 0
        self._named: dict[str, tuple[str, SealedFile]] = {}
        self.unknown = 0

    def add(self, name: str, raw: bytes | None, keys: Keys, mark: Mark) -> Tables:
        """Count one collection, or one of the vault's own logs. Returns its tables."""
        looked = judged(raw, keys, name, mark)
        if not name.startswith("."):
            self._names.append(name)
        if name.endswith(NAMES_FILES):
            self._named |= {one.file_name: (name, one) for one in named_in(looked.tables)}
        self._frames += looked.frames
        self._size += looked.size
        self._notices += [Notice(kind, name) for kind in sorted(looked.found, key=lambda kind: kind.value)]
        return looked.tables

    def add_file(self, file: str, size: int, raw: Iterable[bytes]) -> None:
        """Count a sealed file, after the collections that may name it. One that nobody names is no damage: it goes by itself."""
        collection, named = self._named.pop(file, ("", None))
        if named is None:
            return
        self._size += size
        if not opens(named, raw):
            self._notices.append(Notice(NoticeKind.FILE_LOST, collection))

    def done(self) -> Check:
        """The whole; nothing is named twice. Files that are named and were not counted are missing."""
        self._notices += [Notice(NoticeKind.FILE_LOST, name) for name, _ in self._named.values()]
        return Check(
            tuple(sorted(self._names)),
            self._frames,
            self._size,
            self.unknown,
            tuple(dict.fromkeys(self._notices)),
        )


def judged(raw: bytes | None, keys: Keys, name: str, mark: Mark) -> Looked:
    """Open every frame in a collection's bytes, None where there is no file, and hold the result against its mark.

    VaultUnsupported if the bytes are of a newer version.
    """
    if raw is None:
        return Looked({}, 0, 0, frozenset({NoticeKind.MISSING} if mark.number or name == MARKS else ()))
    told = replay(raw, keys, name, known_to=mark.number)
    found = set(told.found)
    if not told.damaged and (told.last < mark.number or told.tags.get(mark.number, mark.tag) != mark.tag):
        found.add(NoticeKind.ROLLED_BACK)
    return Looked(told.tables, len(told.tags), len(raw) - told.behind, frozenset(found))


def check_folder(
    folder: Folder,
    marks: Mapping[str, Mark],
    noticed: list[Notice],
    *,
    progress: Progress | None = None,
    stop: Stop | None = None,
) -> Check:
    """Read every file of an open vault again. ``noticed`` is what was noticed before, and stays in the result.

    VaultUnsupported if a file is of a newer version; VaultError if one cannot be read; Stopped.
    """
    there = folder.names()
    pace = Pace(sum(name.endswith((LOG, FILE)) for name in there), progress, stop)
    tally = Tally([*noticed, *_key_file(folder)])
    explained = {folder.log_path(name).name for name in (MARKS, INTENT, LEAVING)}
    tally.add(MARKS, _bytes(folder, folder.log_path(MARKS), there), folder.keys, Mark())
    for name, mark in sorted(marks.items()):
        path = folder.log_path(name)
        explained.add(path.name)
        pace.step(1)
        if mark.number or path.name in there:
            tally.add(name, _bytes(folder, path, there), folder.keys, mark)
    for file in sorted(name for name in there if name.endswith(FILE)):
        pace.step(1)
        tally.add_file(file, _size(folder, file), raw_of(folder.disk, folder.path / file))
    tally.unknown = sum(name.endswith(LOG) for name in there - explained)
    return tally.done()


def _bytes(folder: Folder, path: Path, there: set[str]) -> bytes | None:
    if path.name not in there:
        return None
    try:
        return folder.disk.read(path)
    except OSError as error:
        raise VaultError("a file of the vault cannot be read") from error


def _size(folder: Folder, name: str) -> int:
    try:
        return folder.disk.size(folder.path / name)
    except OSError as error:
        raise VaultError("a file of the vault cannot be read") from error


def _key_file(folder: Folder) -> list[Notice]:
    """Hold both copies against each other and the keys: one that is not right is made good by the next unlock."""
    try:
        copies = key_copies.read(folder.disk, folder.path)
    except NoVault:
        return [Notice(NoticeKind.MISSING, "")]
    except VaultDamaged:
        return [Notice(NoticeKind.DAMAGED, "")]
    if not any(key_file.proven(folder.keys) for key_file in copies.sound):
        return [Notice(NoticeKind.DAMAGED, "")]
    return [] if copies.first == copies.second else [Notice(NoticeKind.HEALED, "")]
