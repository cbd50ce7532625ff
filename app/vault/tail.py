"""The end of a log's file: frames are put behind the last one, in room that was made ready ahead.

A file that grows with each save has its new size written down each time, which costs as much again as the frame. One
that has grown before takes a frame without that.
"""

from contextlib import suppress
from pathlib import Path

from app.vault.disk import Disk
from app.vault.folder import FULL
from app.vault.frames import BLOCK_BYTES, LINK_BYTES

ROOM_BYTES = 32 << 10
"""How far a file grows ahead: 64 small frames, for one more sync."""


class Tail:
    """Where the frames of one file are put. Whoever has the log says where they end."""

    def __init__(self, disk: Disk, path: Path) -> None:
        self._disk = disk
        self._path = path
        self._file: int | None = None
        self._reaches = 0
        self._goes_on = False

    def put(self, frame: bytes, end: int, *, ahead: bool) -> None:
        """Write a frame at ``end``, where the others end; on return it is on the medium. OSError if it may not be.

        ``ahead`` says whether the file may grow ahead. It does from the second frame on: many a file gets but one.
        """
        file, reach = self._opened(), end + len(frame)
        if ahead and self._goes_on and reach > self._reaches and len(frame) <= ROOM_BYTES:
            self._grow(file, end)
        self._disk.write_at(file, frame, end)
        if reach <= self._reaches:
            self._disk.sync_data(file)
        else:
            self._disk.sync(file)
        self._goes_on = True

    def cut(self, end: int) -> None:
        """Take away whatever is behind ``end``; on return it is gone from the medium. OSError if it may not be."""
        self._reaches = 0
        file = self._opened()
        self._disk.truncate(file, end)
        self._disk.sync(file)

    def sync(self) -> None:
        """Return when all of the file has reached the medium. OSError if it may not have."""
        self._disk.sync(self._opened())

    def close(self, end: int | None = None) -> None:
        """Give the file back, and the room behind ``end``, where that is known. It is opened again when needed."""
        file, reaches = self._file, self._reaches
        self._file, self._reaches, self._goes_on = None, 0, False
        if file is None:
            return
        if end is not None and reaches > end:
            with suppress(OSError):  # room that stays is no harm
                self._disk.truncate(file, end)
        with suppress(OSError):  # all that was promised is on the medium already
            self._disk.close(file)

    def _grow(self, file: int, end: int) -> None:
        """Make room behind ``end``, durably, before anything is put there: what is torn there lies among zeros.

        A full disk has none to give. It may still have some for one frame.
        """
        self._reaches = 0
        try:
            self._disk.write_at(file, bytes(ROOM_BYTES), end)
            self._disk.sync(file)
        except OSError as error:
            if error.errno not in FULL:
                raise
            self._disk.truncate(file, end)
        else:
            self._reaches = end + ROOM_BYTES

    def _opened(self) -> int:
        if self._file is None:
            self._file = self._disk.open(self._path)
        return self._file


def end_of(disk: Disk, path: Path) -> tuple[int, bytes]:
    """Where the frames of a file end, and its last 16 bytes up to there: room behind them does not count. OSError."""
    size = disk.size(path)
    ending = disk.read_part(path, max(0, size - LINK_BYTES), LINK_BYTES)
    if ending.strip(b"\0"):
        return size, ending
    raw = disk.read(path).rstrip(b"\0")  # left by a kill, or of a log that is being written to
    size = -(-len(raw) // BLOCK_BYTES) * BLOCK_BYTES
    return size, raw.ljust(size, b"\0")[-LINK_BYTES:]
