"""A stream sealed in frames of one size: each is bound to its place, and the last one to the end."""

import os
import struct
from collections.abc import Iterable, Iterator

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.vault.errors import CutShort, VaultDamaged

FRAME_BYTES = 1 << 16
CONTENT_BYTES = FRAME_BYTES - 12 - 16
"""What a frame holds: all of it but nonce and tag."""


def sealed_frames(key: AESGCM, content: Iterable[bytes], what: bytes = b"backup") -> Iterator[bytes]:
    """Seal a stream of pieces of any size into frames, the last filled up with zeros. One frame is held at a time.

    ``what`` says what the stream is: frames of one kind are none of another.
    """
    held = bytearray()
    number = 0
    for piece in content:
        held += piece
        while len(held) > CONTENT_BYTES:
            yield _sealed(key, _bound(what, number, last=False), bytes(held[:CONTENT_BYTES]))
            del held[:CONTENT_BYTES]
            number += 1
    yield _sealed(key, _bound(what, number, last=True), bytes(held).ljust(CONTENT_BYTES, b"\0"))


def opened(frames: Iterable[bytes], key: AESGCM, what: bytes = b"backup") -> Iterator[bytes]:
    """Open frames in order, one at a time, and the end of the stream.

    VaultDamaged for a frame that is not what was sealed in its place, or bytes after the last; CutShort if the last
    is missing.
    """
    number, rest = 0, iter(frames)
    frame = next(rest, b"")
    while True:
        if len(frame) < FRAME_BYTES:
            raise CutShort("it ends before its end")
        following = next(rest, b"")
        content = _opened(key, _bound(what, number, last=not following), frame)
        if content is None:
            if not following and _opened(key, _bound(what, number, last=False), frame) is not None:
                raise CutShort("it ends before its end")
            raise VaultDamaged("it is damaged")
        yield content
        if not following:
            return
        frame, number = following, number + 1


def _sealed(key: AESGCM, bound: bytes, content: bytes) -> bytes:
    nonce = os.urandom(12)
    return nonce + key.encrypt(nonce, content, bound)


def _opened(key: AESGCM, bound: bytes, frame: bytes) -> bytes | None:
    try:
        return key.decrypt(frame[:12], memoryview(frame)[12:], bound)
    except InvalidTag:
        return None


def _bound(what: bytes, number: int, *, last: bool) -> bytes:
    return what + struct.pack("<Q?", number, last)
