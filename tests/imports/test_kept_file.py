"""What may be kept is told by its first bytes, and how large a photo is by its header: nothing is decoded."""

import struct
import zlib
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.keep_item import Medium
from app.imports.kept_file import dots, medium_of


def png(wide: int, high: int) -> bytes:
    """A small file that says it is so large."""
    head = b"IHDR" + struct.pack(">IIBBBBB", wide, high, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))


def jpeg(wide: int, high: int) -> bytes:
    about = b"\xff\xe1" + struct.pack(">H", 502) + bytes(500)
    frame = b"\xff\xc2" + struct.pack(">HBHH", 11, 8, high, wide) + bytes(4)
    return b"\xff\xd8" + about + b"\xff" + frame


def webp(kind: bytes, body: bytes) -> bytes:
    return b"RIFF" + bytes(4) + b"WEBP" + kind + struct.pack("<I", len(body)) + body


PHOTOS = {
    "png": (png(40, 30), Medium.PNG),
    "gif": (b"GIF89a" + struct.pack("<HH", 40, 30), Medium.GIF),
    "jpeg": (jpeg(40, 30), Medium.JPEG),
    "webp, lossy": (webp(b"VP8 ", bytes(3) + b"\x9d\x01\x2a" + struct.pack("<HH", 40, 30)), Medium.WEBP),
    "webp, lossless": (webp(b"VP8L", b"\x2f" + struct.pack("<I", 39 | 29 << 14) + bytes(5)), Medium.WEBP),
    "webp, extended": (
        webp(b"VP8X", bytes(4) + (39).to_bytes(3, "little") + (29).to_bytes(3, "little")),
        Medium.WEBP,
    ),
}
SOUNDS = {
    b"ID3\x04": Medium.MP3,
    b"\xff\xfb\x90\x00": Medium.MP3,
    b"\x00\x00\x00\x20ftypM4A ": Medium.M4A,
    b"OggS": Medium.OGG,
    b"RIFF\x00\x00\x00\x00WAVE": Medium.WAV,
    b"fLaC": Medium.FLAC,
}


@pytest.mark.parametrize("name", PHOTOS)
def test_a_photo_is_told_and_measured(name: str) -> None:
    photo, medium = PHOTOS[name]
    assert medium_of(photo) is medium
    assert medium.is_photo
    assert dots(photo, medium) == 1200
    for size in range(len(photo)):
        assert dots(photo[:size], medium) in (None, 1200)


@pytest.mark.parametrize("start", SOUNDS, ids=lambda start: SOUNDS[start].value)
def test_a_sound_is_told(start: bytes) -> None:
    assert medium_of(start.ljust(16, b"\0")) is SOUNDS[start]
    assert not SOUNDS[start].is_photo
    assert dots(start, SOUNDS[start]) is None


@pytest.mark.parametrize(
    "start",
    [
        b"",
        b"\xff",
        b"<svg xmlns",
        b"<!DOCTYPE html>",
        b"%PDF-1.7",
        b"MZ",
        b"\0\0\0\x20ftypisom",
        b"II*\0",
        b"BM",
    ],
)
def test_anything_else_is_not_kept(start: bytes) -> None:
    assert medium_of(start) is None


def test_a_photo_of_no_size_and_one_of_any_size_are_told() -> None:
    assert dots(png(0, 10), Medium.PNG) is None
    assert dots(png(65_000, 65_000), Medium.PNG) == 65_000 * 65_000


@given(st.sampled_from(Medium), st.binary(max_size=200))
def test_no_bytes_are_too_odd_to_be_looked_at(medium: Medium, odd: bytes) -> None:
    for start in (b"", *(photo for photo, _ in PHOTOS.values())):
        assert medium_of(start + odd) in {None, *Medium}
        assert (dots(start[:12] + odd, medium) or 1) > 0


def test_what_another_library_writes_is_told_alike() -> None:
    images = pytest.importorskip("PIL.Image")
    for form, medium in (
        ("PNG", Medium.PNG),
        ("JPEG", Medium.JPEG),
        ("GIF", Medium.GIF),
        ("WEBP", Medium.WEBP),
    ):
        written = BytesIO()
        images.new("RGB", (40, 30)).save(written, form)
        assert medium_of(written.getvalue()) is medium
        assert dots(written.getvalue(), medium) == 1200
