"""The bytes of a backup: a head with the key slots, then sealed frames of one size (docs/backup-format.md)."""

import hashlib
import os
import struct
from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.vault.disk import Disk
from app.vault.errors import CutShort, NoBackup, VaultDamaged, VaultError, VaultUnsupported
from app.vault.framed import FRAME_BYTES, opened
from app.vault.key_file import KeyFile
from app.vault.keys import Keys

BACKUP_SIGNATURE = b"SEALBAK"
"""How every backup begins, of whatever version."""
_MAGIC = BACKUP_SIGNATURE + b"\x01"
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
        if not raw.startswith(BACKUP_SIGNATURE):
            mended = hashlib.sha256(_MAGIC + raw[8:length]).digest() == raw[length:end]
            raise VaultDamaged("the backup is damaged") if mended else NoBackup("this is no backup")
        if not whole:
            if raw.startswith(_MAGIC) and len(raw) < end <= _LONGEST_HEAD_BYTES:
                raise CutShort("the backup ends before its end")
            raise VaultDamaged("the backup is damaged")
        if not raw.startswith(_MAGIC):
            raise VaultUnsupported("the backup is of a newer version")
        return cls(raw[:end], KeyFile.parse(raw[_START.size : length]))


def is_newer(disk: Disk, path: Path) -> bool:
    """Whether a newer version made this backup, as far as its head can be read."""
    try:
        Head.read(disk, path)
    except VaultUnsupported:
        return True
    except VaultError:
        return False
    return False


def opened_frames(disk: Disk, path: Path, head: Head, key: AESGCM) -> Iterator[bytes]:
    """Open the frames of a backup in order, one at a time, and its end.

    VaultDamaged for a frame that is not what was sealed in its place, or bytes after the last; CutShort if the last
    is missing; VaultError if the file cannot be read.
    """
    return opened(_frames(disk, path, len(head.raw)), key)


def _frames(disk: Disk, path: Path, start: int) -> Iterator[bytes]:
    number = 0
    while frame := _read(disk, path, start, number):
        yield frame
        number += 1


def _read(disk: Disk, path: Path, start: int, number: int) -> bytes:
    try:
        return disk.read_part(path, start + number * FRAME_BYTES, FRAME_BYTES)
    except OSError as error:
        raise VaultError("the backup cannot be read") from error
