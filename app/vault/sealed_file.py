"""A large file, sealed by itself under a key of its own (docs/vault-format.md, "Sealed files").

A document that names one has its name, key and size in the field ``file``. So whoever can read the document can open
the file, and nothing about it needs to be sealed anew when the data key changes.
"""

import os
import re
from base64 import b32encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.vault.disk import Disk
from app.vault.errors import VaultDamaged, VaultError
from app.vault.framed import FRAME_BYTES, opened, sealed_frames
from app.vault.frames import rounded
from app.vault.state import Tables

FILE = ".file"
"""Ends the name of a sealed file."""

FIELD = "file"
"""The field in which a document names the file that belongs to it."""

_START = b"SEALFIL\x01"
_WHAT = b"file"
_NAME = re.compile(r"[a-z2-7]{24}", re.ASCII)
_KEY = re.compile(r"[0-9a-f]{64}", re.ASCII)
_PADDING = bytes(FRAME_BYTES)


@dataclass(frozen=True, slots=True, repr=False)
class SealedFile:
    """What names and opens a file: 24 characters that say nothing, a key in hexadecimal, and how many bytes were sealed."""

    name: str
    key: str
    size: int

    @property
    def file_name(self) -> str:
        """What it is called in the folder."""
        return self.name + FILE

    @classmethod
    def named_by(cls, document: dict[str, Any]) -> Self | None:
        """The file that a document names, or None."""
        match document.get(FIELD):
            case {"name": str(name), "key": str(key), "size": int(size)}:
                if _NAME.fullmatch(name) and _KEY.fullmatch(key) and size >= 0:
                    return cls(name, key, size)
        return None


def named_in(tables: Tables) -> Iterator[SealedFile]:
    """Every file that a document in these tables names."""
    for documents in tables.values():
        for document in documents.values():
            named = SealedFile.named_by(document)
            if named is not None:
                yield named


class Sealing:
    """A new file: a name and a key that nobody can guess. What it is called and opened by is known once all is sealed."""

    def __init__(self) -> None:
        self._name = b32encode(os.urandom(15)).decode("ascii").lower()
        self._key = os.urandom(32)
        self._size = 0

    @property
    def file_name(self) -> str:
        """What it is called in the folder."""
        return self._name + FILE

    def sealed(self, content: Iterable[bytes]) -> Iterator[bytes]:
        """The bytes of the file, one frame in memory at a time. Its size says little of the content's."""
        yield _START
        yield from sealed_frames(AESGCM(self._key), self._padded(content), _WHAT)

    @property
    def done(self) -> SealedFile:
        """What was sealed."""
        return SealedFile(self._name, self._key.hex(), self._size)

    def _padded(self, content: Iterable[bytes]) -> Iterator[bytes]:
        self._size = 0
        for piece in content:
            self._size += len(piece)
            yield piece
        left = rounded(self._size) - self._size
        while left:
            piece = _PADDING[:left]
            left -= len(piece)
            yield piece


def opened_file(named: SealedFile, raw: Iterable[bytes]) -> Iterator[bytes]:
    """The content of a file, given its bytes in pieces of any size. One frame in memory at a time.

    VaultDamaged as soon as damage is reached: only after the last piece is all of it proven.
    """
    left = named.size
    for content in opened(_frames(raw), AESGCM(bytes.fromhex(named.key)), _WHAT):
        piece = content[:left]
        left -= len(piece)
        if piece:
            yield piece
    if left:
        raise VaultDamaged("a file is shorter than it was")


def opens(named: SealedFile, raw: Iterable[bytes]) -> bool:
    """Whether all of a file is as it was sealed. What ``raw`` raises is passed on."""
    failed = False

    def told() -> Iterator[bytes]:
        nonlocal failed
        try:
            yield from raw
        except VaultError:
            failed = True
            raise

    try:
        for _ in opened_file(named, told()):
            pass
    except VaultDamaged:
        if failed:
            raise
        return False
    return True


def raw_of(disk: Disk, path: Path) -> Iterator[bytes]:
    """The bytes of a file in pieces; none of one that is missing. VaultError if it cannot be read."""
    offset = 0
    while True:
        try:
            piece = disk.read_part(path, offset, FRAME_BYTES)
        except FileNotFoundError:
            return
        except OSError as error:
            raise VaultError("a file of the vault cannot be read") from error
        if not piece:
            return
        offset += len(piece)
        yield piece


def _frames(raw: Iterable[bytes]) -> Iterator[bytes]:
    """The frames behind the start, each of its size but perhaps the last."""
    held, wanted = bytearray(), len(_START)
    for piece in raw:
        held += piece
        while len(held) >= wanted:
            taken = bytes(held[:wanted])
            del held[:wanted]
            if wanted == FRAME_BYTES:
                yield taken
            elif taken != _START:
                raise VaultDamaged("a file does not begin as it should")
            wanted = FRAME_BYTES
    if held:
        yield bytes(held)
