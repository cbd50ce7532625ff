"""Checking: every frame of every file is opened, and what does not hold is named. Writes nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app.vault import key_copies
from app.vault.change import INTENT
from app.vault.errors import Notice, NoticeKind, NoVault, VaultDamaged, VaultError
from app.vault.folder import LOG, Folder
from app.vault.keys import Keys
from app.vault.marks import MARKS, Mark
from app.vault.pace import Pace, Progress, Stop
from app.vault.replay import replay
from app.vault.rotation import LEAVING
from app.vault.state import Tables

LOST = frozenset({NoticeKind.DAMAGED, NoticeKind.MISSING, NoticeKind.ROLLED_BACK, NoticeKind.REBUILT})
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
        self.unknown = 0

    def add(self, name: str, raw: bytes | None, keys: Keys, mark: Mark) -> Tables:
        """Count one collection, or one of the vault's own logs. Returns its tables."""
        looked = judged(raw, keys, name, mark)
        if not name.startswith("."):
            self._names.append(name)
        self._frames += looked.frames
        self._size += looked.size
        self._notices += [Notice(kind, name) for kind in sorted(looked.found, key=lambda kind: kind.value)]
        return looked.tables

    def done(self) -> Check:
        """The whole; nothing is named twice."""
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
    pace = Pace(sum(name.endswith(LOG) for name in there), progress, stop)
    tally = Tally([*noticed, *_key_file(folder)])
    explained = {folder.log_path(name).name for name in (MARKS, INTENT, LEAVING)}
    tally.add(MARKS, _bytes(folder, folder.log_path(MARKS), there), folder.keys, Mark())
    for name, mark in sorted(marks.items()):
        path = folder.log_path(name)
        explained.add(path.name)
        pace.step(1)
        if mark.number or path.name in there:
            tally.add(name, _bytes(folder, path, there), folder.keys, mark)
    tally.unknown = sum(name.endswith(LOG) for name in there - explained)
    return tally.done()


def _bytes(folder: Folder, path: Path, there: set[str]) -> bytes | None:
    if path.name not in there:
        return None
    try:
        return folder.disk.read(path)
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
