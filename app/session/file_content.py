"""What a file of another app holds, read as far as it may be read."""

from contextlib import suppress
from pathlib import Path

from app.imports.read import MOST_BYTES, Refusal, Refused

File = bytes | Path
"""A file's content, or where it lies."""


def content_of(file: File) -> bytes:
    """Return what a file holds, and one byte too much of one that is too large. Refused if it cannot be read."""
    if isinstance(file, bytes):
        return file
    with suppress(OSError, RuntimeError, ValueError):
        place = file.expanduser()
        if place.is_file():
            with place.open("rb") as opened:
                return opened.read(MOST_BYTES + 1)
    raise Refused(Refusal.NOT_THERE)
