"""What a person can do with the keep box."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, BinaryIO

from app.domain.keep_item import (
    MOST_BOX_BYTES,
    MOST_FILE_BYTES,
    PEOPLE,
    KeepItem,
    KeptFile,
    Medium,
    bytes_of,
)
from app.imports.kept_file import FIRST_BYTES, dots, medium_of
from app.session.peopled import PeopledVerbs
from app.session.unlocked import Undo, Unlocked
from app.store.keep_item import keep_items, kept_file, sealed_file
from app.vault.pace import Pace, Progress, Stop
from app.words.name_order import by_name

MOST_DOTS = 64_000_000
"""How many dots a photo may have: each takes four bytes of memory where it is shown."""

_PIECE_BYTES = 1 << 16
_HEAD_BYTES = 1 << 20
"""In this much of a photo it says how many dots it has; what cameras write before is shorter."""


class Why(StrEnum):
    """Why a file is not kept."""

    CANNOT_READ = "cannot_read"
    EMPTY = "empty"
    UNKNOWN = "unknown"
    TOO_LARGE = "too_large"
    CANNOT_SHOW = "cannot_show"
    BOX_FULL = "box_full"


class NotKept(Exception):  # noqa: N818  # named for what happened
    """A file that cannot be kept. Nothing has changed."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why


@dataclass(frozen=True, slots=True)
class _Looked:
    """A file that may be kept."""

    medium: Medium
    size: int


class KeepItemVerbs(PeopledVerbs[KeepItem]):
    """Things in the keep box, by the alphabet. Their files are read when asked for, one at a time."""

    def __init__(self, unlocked: Unlocked) -> None:
        super().__init__(unlocked, keep_items, KeepItem, lambda one: (by_name(one.name), one.id), PEOPLE)
        self._may_come_back: set[str] = set()

    def keep(
        self,
        path: Path | None,
        *,
        progress: Progress | None = None,
        stop: Stop | None = None,
        **fields: Any,
    ) -> KeepItem:
        """Keep a new thing, with the photo or sound at ``path`` if one is given. That file itself stays as it is.

        Blocks as long as the file is large. NotKept says why a file is not; DomainError for other impossible values,
        VaultError where it could not be saved, Stopped: then nothing is kept.
        """
        new = KeepItem(**self._unlocked.stamp(), **fields)
        if path is None:
            return self._keep(new)
        with self._unlocked.turn.taken():
            file = self._sealed(path, progress, stop)
            return self.add(file=file, **fields)

    def content(self, file: KeptFile) -> bytes:
        """All bytes of a file, as it was when it was kept. VaultDamaged if it is damaged or missing; VaultError."""
        with self._unlocked.turn.taken():
            return b"".join(self._unlocked.vault.files.read(sealed_file(file)))

    def remove(self, thing: KeepItem) -> Undo:
        """Delete a thing. Its file goes at the lock, so that the returned undo can put back both."""
        gone = self.one(thing.id) or thing
        undo = super().remove(thing)
        if gone.file is not None:
            self._may_come_back.add(gone.file.name)
        return undo

    def clear(self, *, leaving: bool = False) -> None:
        """Take away files that belong to nothing any more: what a cut left, and, where one is ``leaving``, of what was deleted."""
        self._unlocked.vault.files.clear(but=() if leaving else self._may_come_back)

    def _sealed(self, path: Path, progress: Progress | None, stop: Stop | None) -> KeptFile:
        try:
            if not path.is_file():  # a pipe would keep whoever reads it waiting
                raise NotKept(Why.CANNOT_READ)
            with path.open("rb") as opened:
                looked = self._looked(opened)
                pieces = _pieces(opened, looked.size)
                sealed = self._unlocked.vault.files.keep(Pace(looked.size, progress, stop).over(pieces))
        except OSError:
            raise NotKept(Why.CANNOT_READ) from None
        return kept_file(sealed, looked.medium)

    def _looked(self, opened: BinaryIO) -> _Looked:
        """Look at a file before it is kept. OSError."""
        size = opened.seek(0, 2)
        opened.seek(0)
        start = opened.read(_HEAD_BYTES)
        opened.seek(0)
        return _Looked(_judged(start, size, bytes_of(self.all)), size)


def can_be_shown(photo: bytes, medium: Medium) -> bool:
    """Whether a photo is what it is said to be, and takes no more memory than a screen should."""
    told = dots(photo[:_HEAD_BYTES], medium)
    return medium_of(photo[:FIRST_BYTES]) is medium and told is not None and told <= MOST_DOTS


def _judged(start: bytes, size: int, others: int) -> Medium:
    """What a file that may be kept is; NotKept else."""
    if not size:
        raise NotKept(Why.EMPTY)
    medium = medium_of(start[:FIRST_BYTES])
    if medium is None:
        raise NotKept(Why.UNKNOWN)
    if size > MOST_FILE_BYTES:
        raise NotKept(Why.TOO_LARGE)
    if others + size > MOST_BOX_BYTES:
        raise NotKept(Why.BOX_FULL)
    if medium.is_photo and not can_be_shown(start, medium):
        raise NotKept(Why.CANNOT_SHOW)
    return medium


def _pieces(opened: BinaryIO, size: int) -> Iterator[bytes]:
    """The bytes of a file; NotKept if it is not as long as it was, or cannot be read any more."""
    left = size
    while left:
        try:
            piece = opened.read(min(_PIECE_BYTES, left))
        except OSError:
            raise NotKept(Why.CANNOT_READ) from None
        if not piece:
            raise NotKept(Why.CANNOT_READ)
        left -= len(piece)
        yield piece
