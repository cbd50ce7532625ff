"""The bytes of a sealed log: a header in two copies, then sealed frames (docs/vault-format.md, "Sealed logs")."""

import json
import os
import re
import struct
import zlib
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from cryptography.exceptions import InvalidTag

from app.vault.errors import VaultError, VaultUnsupported
from app.vault.keys import Keys

BLOCK_BYTES = 512
LINK_BYTES = 16

NAMES_FILES = "+files"
"""Ends the name of a collection whose documents may name sealed files."""

_NAME = b"SEALLOG"
_VERSIONS = (1, 2, 3)
"""In a file of the first there is no room behind the frames: readers of its time take that for damage.

A file of the third may name sealed files: readers that know nothing of those would make backups without them.
"""

_HEADER = struct.Struct("<8s16s32sIQ")
_HEADER_BYTES = BLOCK_BYTES // 2
_SALT = slice(24, 56)
_CRC = struct.Struct("<I")
_FRAME_MAGIC = b"FRM\x01"
_FRAME = struct.Struct("<4sIQ12s")
_BOUND = struct.Struct("<QI")
_SEALED_AT = _FRAME.size + _CRC.size
_INNER = struct.Struct("<BBI16s")
_TAG_BYTES = 16
_ROUND_FROM_BYTES = 4096
_MOST_FRAME_BYTES = 64 << 20
_JSON, _DEFLATED_JSON = 0, 1
_HALVES = re.compile("[\ud800-\udfff]")
_AS_IT_IS = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))
_READER = json.JSONDecoder()
_ESCAPED = json.JSONEncoder(allow_nan=False, separators=(",", ":"))


class Kind(IntEnum):
    """What the body of a frame is."""

    CHANGES = 1
    """A list of changes, to be applied in order."""

    STATE = 2
    """All tables, as they were when the log was folded."""

    INTENT = 3
    """What a change is about to write into several logs."""


@dataclass(frozen=True, slots=True, repr=False)
class Frame:
    """An opened frame and where it lay. ``tag`` is what the next frame links to."""

    start: int
    end: int
    number: int
    kind: int
    link: bytes
    tag: bytes
    body: Any
    packed: bytes
    """The body as it is compressed; empty where it is not."""


@dataclass(frozen=True, slots=True)
class Head:
    """The readable beginning of a frame, opened or not."""

    start: int
    size: int
    number: int


class Header:
    """The 256 bytes before the frames, of which the file holds two copies."""

    def __init__(self, raw: bytes) -> None:
        self.raw = raw
        self.first: int = _HEADER.unpack_from(raw)[4]
        self.grows_ahead = raw[len(_NAME)] > 1

    @classmethod
    def fresh(cls, vault_id: bytes, collection: str, first: int) -> "Header":
        """Make the header of a new file of a collection, whose first frame has the number ``first``."""
        version = 3 if collection.endswith(NAMES_FILES) else 2
        head = _HEADER.pack(_NAME + bytes([version]), vault_id, os.urandom(32), BLOCK_BYTES, first)
        return cls((head + _CRC.pack(zlib.crc32(head))).ljust(_HEADER_BYTES, b"\0"))

    @property
    def link(self) -> bytes:
        """What the first frame, and the frame after a state, link to: the first half of the salt."""
        return self.raw[_SALT][:LINK_BYTES]

    @property
    def bound(self) -> bytes:
        """What the file's key is derived from: all of the header that is not fixed by the rest."""
        return self.raw[: _HEADER.size]


def read_headers(raw: bytes, vault_id: bytes) -> list[Header]:
    """Return the sound copies of a file's header, in order; VaultUnsupported if a sound one is of a newer version."""
    found = []
    for copy in (raw[:_HEADER_BYTES], raw[_HEADER_BYTES:BLOCK_BYTES]):
        if len(copy) < _HEADER_BYTES or not copy.startswith(_NAME):
            continue
        if _CRC.unpack_from(copy, _HEADER.size)[0] != zlib.crc32(copy[: _HEADER.size]):
            continue
        magic, owner, _, block, _ = _HEADER.unpack_from(copy)
        if magic[-1] not in _VERSIONS or block != BLOCK_BYTES:
            raise VaultUnsupported("a file of the vault is of a newer version")
        if owner == vault_id and not any(copy[_HEADER.size + _CRC.size :]):
            found.append(Header(copy))
    return found


class Sealer:
    """Seals and opens the frames of one file."""

    def __init__(self, keys: Keys, collection: str, header: Header) -> None:
        self._key = keys.log_key(header.bound, collection)

    def seal(self, kind: Kind, number: int, link: bytes, body: bytes) -> bytes:
        """Return a frame, a multiple of 512 bytes. ``body`` is JSON; a state is compressed.

        VaultError if the frame would be larger than 64 MiB.
        """
        codec = _DEFLATED_JSON if kind is Kind.STATE else _JSON
        if codec == _DEFLATED_JSON:
            body = zlib.compress(body, 6)
        inner = _INNER.pack(kind, codec, len(body), link) + body
        size = rounded(_SEALED_AT + len(inner) + _TAG_BYTES)
        if size > _MOST_FRAME_BYTES:
            raise VaultError("one change is larger than a frame may be")
        nonce = os.urandom(12)
        head = _FRAME.pack(_FRAME_MAGIC, size, number, nonce)
        inner = inner.ljust(size - _SEALED_AT - _TAG_BYTES, b"\0")
        return head + _CRC.pack(zlib.crc32(head)) + self._key.encrypt(nonce, inner, _bound(number, size))

    def open(self, raw: bytes, head: Head, before: Frame | None = None) -> Frame | None:
        """Return the frame that begins with this head, or None if it is not what was sealed.

        If it is a copy of the frame ``before``, it shares its body.
        """
        end = head.start + head.size
        nonce = raw[head.start + 16 : head.start + 28]
        sealed = memoryview(raw)[head.start + _SEALED_AT : end]
        try:
            inner = self._key.decrypt(nonce, sealed, _bound(head.number, head.size))
            kind, codec, length, link = _INNER.unpack_from(inner)
            body = inner[_INNER.size : _INNER.size + length]
            packed = body if codec == _DEFLATED_JSON else b""
            if packed and before is not None and packed == before.packed:
                value = before.body
            else:
                value = json.loads((zlib.decompress(body) if packed else body).decode())
        except (InvalidTag, ValueError, zlib.error):
            return None
        return Frame(head.start, end, head.number, kind, link, raw[end - _TAG_BYTES : end], value, packed)


def folded(keys: Keys, collection: str, first: int, tables: object) -> tuple[Header, Sealer, bytes]:
    """Return a whole new file that holds these tables as one state, in two copies; its header and its sealer.

    ``first`` is the number of the state. VaultError if a copy would be larger than 64 MiB.
    """
    header = Header.fresh(keys.vault_id, collection, first)
    sealer = Sealer(keys, collection, header)
    body = dumps(tables)
    copies = [sealer.seal(Kind.STATE, first, header.link, body) for _ in range(2)]
    return header, sealer, header.raw * 2 + b"".join(copies)


@dataclass(frozen=True, slots=True, repr=False)
class Scan:
    """What a file holds after its header: frames that opened, readable heads, and the starts of all other blocks."""

    frames: list[Frame]
    heads: list[Head]
    strays: list[int]


def scan(raw: bytes, sealer: Sealer) -> Scan:
    """Look for frames at every multiple of 512, so that what lies behind damage is found again."""
    found = Scan([], [], [])
    at = BLOCK_BYTES
    before: Frame | None = None
    while at < len(raw):
        head = _head(raw, at)
        frame = sealer.open(raw, head, before) if head is not None and at + head.size <= len(raw) else None
        if head is not None:
            found.heads.append(head)
        if frame is not None:
            found.frames.append(frame)
            before = frame
            at = frame.end
        else:
            found.strays.append(at)
            at += BLOCK_BYTES
    return found


def dumps(value: object) -> bytes:
    """Return a value as JSON in UTF-8; TypeError or ValueError if it is none. Halves of a surrogate are escaped."""
    text = _AS_IT_IS.encode(value)
    # an error of the codec would carry the text: halves are looked for first
    if not text.isascii() and _HALVES.search(text):
        text = _ESCAPED.encode(value)
    return text.encode()


def read_back(body: bytes) -> Any:
    """Return the value that dumps made this of, as a later opening will read it. Quicker than json.loads, which looks for more."""
    return _READER.raw_decode(body.decode())[0]


def _head(raw: bytes, at: int) -> Head | None:
    if at + _SEALED_AT > len(raw):
        return None
    magic, size, number, _ = _FRAME.unpack_from(raw, at)
    if magic != _FRAME_MAGIC or _CRC.unpack_from(raw, at + _FRAME.size)[0] != zlib.crc32(
        raw[at : at + _FRAME.size]
    ):
        return None
    fits = size % BLOCK_BYTES == 0 and BLOCK_BYTES <= size <= _MOST_FRAME_BYTES
    return Head(at, size, number) if fits else None


def _bound(number: int, size: int) -> bytes:
    return b"frame" + _BOUND.pack(number, size)


def rounded(size: int) -> int:
    """Pad to blocks; beyond 4 KiB by Padmé, which hides more of a length (Nikitin and others, 2019)."""
    if size > _ROUND_FROM_BYTES:
        exponent = size.bit_length() - 1
        step = 1 << (exponent - exponent.bit_length())
        size = -(-size // step) * step
    return -(-size // BLOCK_BYTES) * BLOCK_BYTES
