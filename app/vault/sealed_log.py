"""One sealed file: opened once, then only appended to, or folded into a snapshot."""

from typing import NamedTuple

from app.vault.errors import NoticeKind, VaultDamaged, VaultError
from app.vault.folder import Folder
from app.vault.frames import Header, Kind, Sealer, folded
from app.vault.replay import Replay, replay
from app.vault.state import Tables
from app.vault.tail import Tail


class _Position(NamedTuple):
    """Where a log ends. ``last`` is the number of its newest frame, ``tag`` what that one is known by and the next links to."""

    header: Header
    sealer: Sealer
    last: int
    tag: bytes
    end: int
    ending: bytes


class SealedLog:
    """The log of one collection. Knows its file and its place in it; the tables belong to whoever opened it.

    A log without a file is empty; its file appears, whole, with the first append.
    """

    def __init__(self, folder: Folder, collection: str) -> None:
        self._folder = folder
        self._disk = folder.disk
        self._path = folder.log_path(collection)
        self.collection = collection
        self._at: _Position | None = None
        self._before: _Position | None = None
        self._tail = Tail(folder.disk, self._path)
        self._tags: dict[int, bytes] = {}
        self.damaged = False
        self.clean = True
        """Whether the file ends where this log thinks it does: False once a failed append could not be cut off."""

    @property
    def exists(self) -> bool:
        """Whether there is a file with at least one frame."""
        return self._at is not None

    @property
    def last(self) -> int:
        """The number of the newest frame; 0 where there is none."""
        return 0 if self._at is None else self._at.last

    @property
    def first(self) -> int:
        """The number of the first frame of the file; 0 where there is none."""
        return 0 if self._at is None else self._at.header.first

    @property
    def tag(self) -> bytes:
        """What the newest frame is known by: 16 bytes; none where there is no frame."""
        return b"" if self._at is None else self._at.tag

    @property
    def ending(self) -> bytes:
        """The last 16 bytes of the file, which no other state of any file has; none where there is no frame."""
        return b"" if self._at is None else self._at.ending

    @property
    def folded(self) -> bool:
        """Whether the file is one state and nothing after it."""
        return self._at is not None and self._at.tag == self._at.header.link

    def tag_of(self, number: int) -> bytes | None:
        """What a frame is known by; None if it is not in the file (any more)."""
        return self._tags.get(number)

    def open(self, *, known_to: int = 0) -> tuple[Tables, set[NoticeKind]]:
        """Read the file, which must be there. Returns its tables and what was noticed.

        What is returned has reached the medium. A damaged file is left as it is and takes no appends; nor does one
        that cannot be made durable. VaultUnsupported if it is of a newer version; VaultError if it cannot be read.
        """
        try:
            raw = self._disk.read(self._path)
        except OSError as error:
            raise VaultError("a file of the vault cannot be read") from error
        told = replay(raw, self._folder.keys, self.collection, known_to=known_to)
        self.damaged = told.damaged
        self._tags = told.tags
        if told.header is not None and told.sealer is not None:
            ending = raw[-16:] if not told.behind else raw[told.end - 16 : told.end]
            self._at = _Position(told.header, told.sealer, told.last, told.link, told.end, ending)
        try:
            self._make_durable(told)
        except OSError:
            self._folder.read_only = True
        return told.tables, told.found

    def append(self, body: bytes, kind: Kind = Kind.CHANGES) -> None:
        """Seal and write a body, which is JSON; on return it is on the medium.

        DiskFull or ReadOnly if it cannot be written; then the file is as it was. VaultDamaged if the log is.
        """
        self.check()
        if self._at is None:
            self._begin(body, kind)
            return
        at = self._at
        frame = at.sealer.seal(kind, at.last + 1, at.tag, body)
        self._before = at
        try:
            self._tail.put(frame, at.end, ahead=at.header.grows_ahead)
        except OSError as error:
            self._cut_back(at)
            raise self._folder.failed(error) from error
        except BaseException:
            self._cut_back(at)
            raise
        self._move_to(
            _Position(at.header, at.sealer, at.last + 1, frame[-16:], at.end + len(frame), frame[-16:])
        )

    def take_back(self) -> None:
        """Undo the last append, which nobody was told of. If that cannot be done, the vault is read-only and the log
        no longer clean.
        """
        self._tags.pop(self.last, None)
        self._at = self._before
        if self._at is None:
            self._vanish()
        else:
            self._cut_back(self._at)

    def fold(self, tables: Tables) -> None:
        """Rewrite the file as one compressed state, in two copies, under a new key. Errors as of append."""
        self.check()
        if self._at is not None:
            self._put_state(self._at.last + 1, tables)

    def mend(self, tables: Tables, *, reached: int, ending: str) -> None:
        """Put a whole file with these tables in the place of a damaged one, or of none, whose bytes are set aside first.

        ``reached`` is the number that the file is known to have reached, ``ending`` that of the bytes set aside: none
        at all, where there is no file. Errors as of append; then the file is as it was. VaultError if it is not damaged.
        """
        if not self.damaged:
            raise VaultError("this collection is not damaged")
        self._folder.check()
        try:
            there = self._disk.exists(self._path)
            self._folder.set_aside(self._path, self._disk.read(self._path) if there else b"", ending)
        except OSError as error:
            raise self._folder.failed(error) from error
        self._put_state(max(self.last, reached) + 1, tables)
        self.damaged = False

    def _put_state(self, number: int, tables: Tables) -> None:
        header, sealer, whole = folded(self._folder.keys, self.collection, number, tables)
        try:
            self._folder.write_new(self._path, whole)
            self._tail.close()
            self._folder.put_new(self._path)
        except OSError as error:
            raise self._folder.failed(error) from error
        self._tags = {}
        self._move_to(_Position(header, sealer, header.first, header.link, len(whole), whole[-16:]))
        self._before = None
        self._sync_name()

    def check(self) -> None:
        """VaultDamaged or ReadOnly if the log takes no appends."""
        if self.damaged:
            raise VaultDamaged("this collection is damaged and takes no changes")
        self._folder.check()

    def close(self) -> None:
        """Give the file back, without the room it grew ahead. The log can go on: it is opened again when needed."""
        at = None if self._folder.read_only else self._at
        self._tail.close(None if at is None else at.end)

    def forget(self) -> None:
        """Give the file back and drop the key."""
        self.close()
        self._at = self._before = None
        self._tags = {}

    def remove(self) -> None:
        """Remove the file, without waiting for the medium. OSError if it cannot be removed."""
        self._tail.close()
        self._disk.remove(self._path)
        self._at = self._before = None

    def _begin(self, body: bytes, kind: Kind) -> None:
        header = Header.fresh(self._folder.keys.vault_id, self.collection, 1)
        sealer = Sealer(self._folder.keys, self.collection, header)
        whole = header.raw * 2 + sealer.seal(kind, 1, header.link, body)
        self._before = None
        try:
            self._folder.write_new(self._path, whole)
            self._folder.put_new(self._path)
        except OSError as error:
            raise self._folder.failed(error) from error
        try:
            self._folder.sync()
        except OSError as error:
            self._vanish()
            raise self._folder.failed(error) from error
        except BaseException:
            self._vanish()
            raise
        self._move_to(_Position(header, sealer, 1, whole[-16:], len(whole), whole[-16:]))

    def _move_to(self, at: _Position) -> None:
        self._at = at
        self._tags[at.last] = at.tag

    def _make_durable(self, told: Replay) -> None:
        """A killed process may have left what a power cut would still take away: it must not be shown before."""
        if told.torn:
            self._folder.set_aside(self._path, told.torn)
        if told.behind:
            self._tail.cut(told.end)
        else:
            self._tail.sync()
        self._folder.sync()

    def _cut_back(self, at: _Position) -> None:
        try:
            self._tail.cut(at.end)
        except OSError:
            self._folder.read_only = True
            self.clean = False

    def _vanish(self) -> None:
        try:
            self._tail.close()
            self._disk.remove(self._path)
            self._folder.sync()
        except OSError:
            self._folder.read_only = True
            self.clean = False

    def _sync_name(self) -> None:
        try:
            self._folder.sync()
        except OSError as error:
            # which of two files a power cut would leave is open, so nothing may be added to either
            self._folder.read_only = True
            raise self._folder.failed(error) from error
