"""A backup: one sealed file with everything that a vault's folder holds. Opened, checked and read in bounded memory."""

import json
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from app.vault.backup_frames import Head, opened_frames
from app.vault.change import INTENT
from app.vault.checking import Check, Tally
from app.vault.disk import Disk
from app.vault.errors import VaultDamaged, VaultError
from app.vault.folder import LOG
from app.vault.framed import CONTENT_BYTES, FRAME_BYTES
from app.vault.frames import dumps
from app.vault.key_slot import Passphrase, RecoveryKey, Secret
from app.vault.keys import Keys
from app.vault.marks import MARKS, Mark, marks_in
from app.vault.pace import Pace, Progress, Stop
from app.vault.rotation import LEAVING
from app.vault.sealed_file import FILE
from app.vault.state import Tables

_ABOUT = "about"
_SIZE = struct.Struct("<Q")


@dataclass(frozen=True, slots=True, repr=False)
class Entry:
    """One file in a backup. ``pieces`` can be taken once, and before the next entry is asked for."""

    name: str
    size: int
    pieces: Iterator[bytes]


class Backup:
    """An open backup. Nothing of it is kept in memory but its keys, until close()."""

    def __init__(self, disk: Disk, path: Path, head: Head, keys: Keys) -> None:
        self.disk = disk
        self.path = path
        self.head = head
        self.keys = keys

    @classmethod
    def open(cls, path: Path, passphrase: str, *, disk: Disk | None = None) -> Self:
        """Open a backup with the passphrase that its vault had then. Blocks for one key derivation; writes nothing.

        NoBackup, CutShort, VaultDamaged, VaultUnsupported, TooLittleMemory, WrongPassphrase; VaultError if the file
        cannot be read. Only its head is looked at: check() looks at the rest.
        """
        disk = disk or Disk()
        return cls._opened(disk, path, Passphrase(passphrase, disk.least_cost))

    @classmethod
    def open_with_recovery_key(cls, path: Path, key: bytes, *, disk: Disk | None = None) -> Self:
        """Open a backup with the recovery key that its vault had then. Errors as of open(); WrongKey for another key."""
        return cls._opened(disk or Disk(), path, RecoveryKey(key))

    @classmethod
    def _opened(cls, disk: Disk, path: Path, secret: Secret) -> Self:
        head = Head.read(disk, path)
        return cls(disk, path, head, head.key_file.unlock_with(secret))

    @property
    def vault_id(self) -> bytes:
        """The 16 bytes that name the vault it was made of."""
        return self.keys.vault_id

    def about(self) -> Any:
        """Return the JSON value that was given when it was made. Errors as of entries()."""
        entry = next(self.entries())
        try:
            return json.loads(b"".join(entry.pieces))
        except ValueError:
            raise VaultDamaged("the backup is damaged") from None

    @property
    def size(self) -> int:
        """How many bytes its frames hold; VaultError if the file cannot be read."""
        try:
            size = self.disk.size(self.path) - len(self.head.raw)
        except OSError as error:
            raise VaultError("the backup cannot be read") from error
        return size // FRAME_BYTES * CONTENT_BYTES

    def entries(self, pace: Pace | None = None) -> Iterator[Entry]:
        """Every file in it, in order: what it is about, the marks, then all else. Each frame is proven before it is shown.

        VaultDamaged or CutShort as soon as the damage is reached; only after the last entry is all of it proven.
        """
        frames = opened_frames(self.disk, self.path, self.head, self.head.key(self.keys))
        stream = _Stream(frames if pace is None else pace.over(frames))
        while name := stream.take(stream.take(1)[0]):
            (size,) = _SIZE.unpack(stream.take(_SIZE.size))
            pieces = stream.pieces(size)
            yield Entry(_text(name), size, pieces)
            for _ in pieces:
                pass  # what was not taken of this entry
        stream.finish()

    def collections(self) -> Iterator[tuple[str, Tables]]:
        """The name and tables of every collection, one after the other. Of a damaged one, what is left. Errors as of entries()."""
        yield from self._read(Tally([]), None)

    def check(self, *, pace: Pace | None = None) -> Check:
        """Open every frame of it, and every frame of every file in it. Errors as of entries(), and of the pace.

        What was damaged in the vault when the backup was made is named in the result, as a check of the vault would.
        """
        return self._looked_through(lambda *_: None, pace)

    def look_through(
        self,
        each: Callable[[str, Tables], object],
        *,
        progress: Progress | None = None,
        stop: Stop | None = None,
    ) -> Check:
        """Check it, and hand over the name and tables of each collection on the way. Errors as of check(); Stopped."""
        return self._looked_through(each, Pace(self.size, progress, stop))

    def close(self) -> None:
        """Forget the keys."""
        self.keys.forget()

    def _looked_through(self, each: Callable[[str, Tables], object], pace: Pace | None) -> Check:
        tally = Tally([])
        for name, tables in self._read(tally, pace):
            each(name, tables)
        return tally.done()

    def _read(self, tally: Tally, pace: Pace | None) -> Iterator[tuple[str, Tables]]:
        marks: dict[str, Mark] = {}
        names: dict[str, str] = {}
        seen = {_ABOUT, self._called(INTENT), self._called(LEAVING)}
        for entry in self.entries(pace):
            if entry.name == self._called(MARKS):
                marks = marks_in(tally.add(MARKS, b"".join(entry.pieces), self.keys, Mark()))
                names = {self._called(name): name for name in marks}
            elif entry.name in names:
                name = names[entry.name]
                yield name, tally.add(name, b"".join(entry.pieces), self.keys, marks[name])
            elif entry.name.endswith(FILE):
                tally.add_file(entry.name, entry.size, entry.pieces)
            elif entry.name not in seen:
                tally.unknown += 1
            seen.add(entry.name)
        if self._called(MARKS) not in seen:
            tally.add(MARKS, None, self.keys, Mark())
        for called, name in names.items():
            if called not in seen and marks[name].number:
                tally.add(name, None, self.keys, marks[name])

    def _called(self, name: str) -> str:
        return self.keys.file_stem(name) + LOG


def content(about: object, files: Iterator[tuple[str, int, Iterator[bytes]]]) -> Iterator[bytes]:
    """What is sealed into a backup: each file as the length of its name, its name, its size, its bytes; then a zero."""
    body = dumps(about)
    yield _entry_head(_ABOUT, len(body)) + body
    for name, size, pieces in files:
        yield _entry_head(name, size)
        yield from pieces
    yield b"\0"


def _entry_head(name: str, size: int) -> bytes:
    return bytes([len(name)]) + name.encode("ascii") + _SIZE.pack(size)


def _text(name: bytes) -> str:
    try:
        return name.decode("ascii")
    except UnicodeDecodeError:
        raise VaultDamaged("the backup is damaged") from None


class _Stream:
    """The content of all frames as one stream."""

    def __init__(self, frames: Iterator[bytes]) -> None:
        self._frames = frames
        self._held = memoryview(b"")

    def take(self, size: int) -> bytes:
        return b"".join(self.pieces(size))

    def pieces(self, size: int) -> Iterator[bytes]:
        """``size`` bytes in pieces of a frame at most; VaultDamaged if there are fewer."""
        while size:
            if not self._held:
                self._held = memoryview(next(self._frames, b""))
            piece = self._held[:size]
            if not piece:
                raise VaultDamaged("the backup is damaged")
            self._held = self._held[len(piece) :]
            size -= len(piece)
            yield bytes(piece)

    def finish(self) -> None:
        """Prove the rest, which must be zeros in the last frame."""
        if any(self._held) or any(True for _ in self._frames):
            raise VaultDamaged("the backup is damaged")
