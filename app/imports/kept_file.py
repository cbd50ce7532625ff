"""What a file is that someone wants to keep, by its first bytes; and how large a photo would be on a screen."""

import struct

from app.domain.keep_item import Medium

FIRST_BYTES = 16
"""How many bytes tell what it is."""

_BEGINS = (
    (b"\xff\xd8\xff", Medium.JPEG),
    (b"\x89PNG\r\n\x1a\n", Medium.PNG),
    (b"GIF87a", Medium.GIF),
    (b"GIF89a", Medium.GIF),
    (b"ID3", Medium.MP3),
    (b"OggS", Medium.OGG),
    (b"fLaC", Medium.FLAC),
)
_IN_RIFF = {b"WEBP": Medium.WEBP, b"WAVE": Medium.WAV}
_AUDIO_BRANDS = {b"M4A ", b"M4B "}
_WEBP_HEAD_BYTES = 10
_14_BITS = (1 << 14) - 1
_MP3_FRAME = 0xFFE6, 0xFFE2
"""Which bits of the first two bytes tell a frame of layer III, and what they are."""

_FILL = 0xFF
_NO_SIZE_MARKERS = {0x01, *range(0xD0, 0xD8)}
_FRAME_MARKERS = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}


def medium_of(start: bytes) -> Medium | None:
    """What a file is, by its first 16 bytes or more; None for anything that is not kept."""
    for begins, medium in _BEGINS:
        if start.startswith(begins):
            return medium
    if start[:4] == b"RIFF":
        return _IN_RIFF.get(start[8:12])
    if start[4:8] == b"ftyp" and start[8:12] in _AUDIO_BRANDS:
        return Medium.M4A
    frame, layer_three = _MP3_FRAME
    if len(start) > 1 and int.from_bytes(start[:2], "big") & frame == layer_three:
        return Medium.MP3
    return None


def dots(photo: bytes, medium: Medium) -> int | None:
    """How many dots a photo says it has, without decoding it; None if that cannot be read, or there are none."""
    sides = _SIDES[medium](photo) if medium in _SIDES else None
    return sides[0] * sides[1] or None if sides is not None else None


_Sides = tuple[int, int] | None


def _png(photo: bytes) -> _Sides:
    return _two(">II", photo, 16) if photo[12:16] == b"IHDR" else None


def _gif(photo: bytes) -> _Sides:
    return _two("<HH", photo, 6)


def _webp(photo: bytes) -> _Sides:
    kind, body = photo[12:16], photo[20 : 20 + _WEBP_HEAD_BYTES]
    if len(body) < _WEBP_HEAD_BYTES:
        return None
    if kind == b"VP8X":
        return int.from_bytes(body[4:7], "little") + 1, int.from_bytes(body[7:10], "little") + 1
    if kind == b"VP8L" and body.startswith(b"\x2f"):
        packed = int.from_bytes(body[1:5], "little")
        return (packed & _14_BITS) + 1, (packed >> 14 & _14_BITS) + 1
    if kind == b"VP8 " and body[3:6] == b"\x9d\x01\x2a":
        sides = _two("<HH", body, 6)
        return (sides[0] & _14_BITS, sides[1] & _14_BITS) if sides else None
    return None


def _jpeg(photo: bytes) -> _Sides:
    """From the first frame header: segments before it say how long they are."""
    at = 2
    while (head := photo[at : at + 2]).startswith(b"\xff") and len(head) > 1:
        marker = head[1]
        if marker in _FRAME_MARKERS:
            return _two(">HH", photo, at + 5)
        if marker == _FILL:
            at += 1
        elif marker in _NO_SIZE_MARKERS:
            at += 2
        else:
            at += 2 + max(int.from_bytes(photo[at + 2 : at + 4], "big"), 2)
    return None


def _two(form: str, photo: bytes, at: int) -> _Sides:
    try:
        one, other = struct.unpack_from(form, photo, at)
    except struct.error:
        return None
    return one, other


_SIDES = {Medium.PNG: _png, Medium.GIF: _gif, Medium.WEBP: _webp, Medium.JPEG: _jpeg}
