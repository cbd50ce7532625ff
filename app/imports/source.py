"""A file of another app, read piece by piece and as often as is wanted, so that only a piece of it is in memory."""

import io
from collections.abc import Callable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from app.imports.read import Refusal, Refused

File = bytes | Path
"""A file's content, or where it lies."""

PIECE_BYTES = 1 << 16


class Source:
    """The bytes of a file. Refused if there is none, or it cannot be opened; OSError where it cannot be read on.

    ``step`` is called for each of its ``pieces``, and may raise to end that.
    """

    def __init__(self, file: File, step: Callable[[], None] = lambda: None) -> None:
        self.step = step
        self._open: Callable[[], BinaryIO] = _opener(file)
        with self.open() as told:
            self.size = told.seek(0, io.SEEK_END)

    def open(self) -> BinaryIO:
        """The file from its beginning; whoever opens it closes it."""
        with suppress(OSError):
            return self._open()
        raise Refused(Refusal.NOT_THERE)

    def pieces(self) -> Iterator[bytes]:
        """The whole file, in order."""
        with self.open() as told:
            while piece := told.read(PIECE_BYTES):
                self.step()
                yield piece

    def head(self, most: int = PIECE_BYTES) -> bytes:
        """So many bytes from its beginning, or all it has."""
        with self.open() as told:
            return told.read(most)

    def count(self, *wanted: bytes) -> int:
        """How often any of these stands in it; all are equally long."""
        overlap = len(wanted[0]) - 1
        found, before = 0, b""
        for piece in self.pieces():
            window = before + piece
            found += sum(map(window.count, wanted))
            before = window[len(window) - overlap :]
        return found

    def fingerprint(self) -> bytes:
        """What differs as soon as a byte of it does."""
        told = sha256()
        for piece in self.pieces():
            told.update(piece)
        return told.digest()


def _opener(file: File) -> Callable[[], BinaryIO]:
    if isinstance(file, bytes):
        return lambda: io.BytesIO(file)
    with suppress(OSError, RuntimeError, ValueError):
        place = file.expanduser()
        if place.is_file():
            return lambda: place.open("rb")
    raise Refused(Refusal.NOT_THERE)
