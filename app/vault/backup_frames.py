"""The bytes of a backup: a head with the key slots, then sealed frames of one size (docs/backup-format.md)."""

import hashlib
import os
import struct
from collections.abc import Iterator
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.vault.disk import Disk
from app.vault.errors import CutShort, NoBackup, VaultDamaged, VaultError, VaultUnsupported
from app.vault.key_file import KeyFile
from app.vault.keys import Keys

FRAME_BYTES = 1 << 16
CONTENT_BYTES = FRAME_BYTES - 12 - 16
"""What a frame holds: all of it but nonce and tag."""

_NAME = b"SEALBAK"
_MAGIC = _NAME + b"\x01"
_START = struct.Struct("<8sI32s")
_DIGEST_BYTES = 32
_LONGEST_HEAD_BYTES = 1 << 16


class Head:
    """The readable beginning of a backup: a salt and the key file, under a checksum."""

    def __init__(self, raw: bytes, key_file: KeyFile) -> None:
        self.raw = raw
        self.key_file = key_file

    def key(self, keys: Keys) -> AESGCM:
        """The key of this one backup, which opens nothing else; VaultError once the keys are forgotten."""
        return keys.backup_key(self.raw)

    @classmethod
    def fresh(cls, key_file: KeyFile) -> "Head":
        """Make the head of a new backup."""
        length = _START.size + len(key_file.raw)
        body = _START.pack(_MAGIC, length, os.urandom(32)) + key_file.raw
        return cls(body + hashlib.sha256(body).digest(), key_file)

    @classmethod
    def read(cls, disk: Disk, path: Path) -> "Head":
        """Read the head of a backup.

        NoBackup if the file is missing or another kind of file, VaultUnsupported if it is of a newer version,
        CutShort if it ends within the head, VaultDamaged if its checksum does not hold.
        """
        try:
            if not disk.exists(path):  # a pipe would keep whoever reads it waiting
                raise NoBackup("there is no such file")
            raw = disk.read_part(path, 0, _LONGEST_HEAD_BYTES)
        except FileNotFoundError:
            raise NoBackup("there is no such file") from None
        except OSError as error:
            raise VaultError("the backup cannot be read") from error
        return cls._parsed(raw)

    @classmethod
    def _parsed(cls, raw: bytes) -> "Head":
        length = int.from_bytes(raw[8:12], "little")
        end = length + _DIGEST_BYTES
        whole = hashlib.sha256(raw[:length]).digest() == raw[length:end]
        if 0 < len(raw) < _START.size and _MAGIC.startswith(raw[: len(_MAGIC)]):
            raise CutShort("the backup ends before its end")
        if not raw.startswith(_NAME):
            mended = hashlib.sha256(_MAGIC + raw[8:length]).digest() == raw[length:end]
            raise VaultDamaged("the backup is damaged") if mended else NoBackup("this is no backup")
        if not whole:
            if raw.startswith(_MAGIC) and len(raw) < end <= _LONGEST_HEAD_BYTES:
                raise CutShort("the backup ends before its end")
            raise VaultDamaged("the backup is damaged")
        if not raw.startswith(_MAGIC):
            raise VaultUnsupported("the backup is of a newer version")
        return cls(raw[:end], KeyFile.parse(raw[_START.size : length]))


def sealed_frames(key: AESGCM, content: Iterator[bytes]) -> Iterator[bytes]:
    """Seal a stream of pieces of any size into frames, the last filled up with zeros. One frame is held at a time."""
    held = bytearray()
    number = 0
    for piece in content:
        held += piece
        while len(held) > CONTENT_BYTES:
            yield _sealed(key, number, bytes(held[:CONTENT_BYTES]), last=False)
            del held[:CONTENT_BYTES]
            number += 1
    yield _sealed(key, number, bytes(held).ljust(CONTENT_BYTES, b"\0"), last=True)


def opened_frames(disk: Disk, path: Path, head: Head, key: AESGCM) -> Iterator[bytes]:
    """Open the frames of a backup in order, one at a time, and its end.

    VaultDamaged for a frame that is not what was sealed in its place, or bytes after the last; CutShort if the last
    is missing; VaultError if the file cannot be read.
    """
    number = 0
    frame = _read(disk, path, len(head.raw), number)
    while True:
        if len(frame) < FRAME_BYTES:
            raise CutShort("the backup ends before its end")
        following = _read(disk, path, len(head.raw), number + 1)
        content = _opened(key, number, frame, last=not following)
        if content is None:
            if not following and _opened(key, number, frame, last=False) is not None:
                raise CutShort("the backup ends before its end")
            raise VaultDamaged("the backup is damaged")
        yield content
        if not following:
            return
        frame, number = following, number + 1


def _read(disk: Disk, path: Path, start: int, number: int) -> bytes:
    try:
        return disk.read_part(path, start + number * FRAME_BYTES, FRAME_BYTES)
    except OSError as error:
        raise VaultError("the backup cannot be read") from error


def _sealed(key: AESGCM, number: int, content: bytes, *, last: bool) -> bytes:
    nonce = os.urandom(12)
    return nonce + key.encrypt(nonce, content, _bound(number, last=last))


def _opened(key: AESGCM, number: int, frame: bytes, *, last: bool) -> bytes | None:
    try:
        return key.decrypt(frame[:12], memoryview(frame)[12:], _bound(number, last=last))
    except InvalidTag:
        return None


def _bound(number: int, *, last: bool) -> bytes:
    return b"backup" + struct.pack("<Q?", number, last)
