"""Changes: of one log one frame, of several logs whole or not at all."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from app.vault.errors import VaultError
from app.vault.folder import KEPT, Folder
from app.vault.frames import Kind, dumps, read_back
from app.vault.replay import look
from app.vault.sealed_log import SealedLog
from app.vault.state import Change, Undo, check, take_back
from app.vault.storage import SealedStorage

INTENT = ".intent"
"""The name of the log that holds what a change is about to write."""

Write = tuple[SealedStorage, list[Change], bytes]
"""What one collection gets: its changes, which were checked, and the same as JSON."""

Register = Callable[[list[str]], None]
"""Makes durable that these collections are about to have a file, or raises VaultError."""


class Changes:
    """The open change of a vault, or none. For one thread at a time."""

    def __init__(self, folder: Folder, register: Register) -> None:
        self._folder = folder
        self._register = register
        self._depth = 0
        self._locked = False
        self._undo: Undo = []
        self._pending: list[Write] = []
        self._afterwards: list[Callable[[], None]] = []

    @property
    def open(self) -> bool:
        """Whether a change is going on."""
        return self._depth > 0

    def write(self, storage: SealedStorage, changes: list[Change]) -> None:
        """Make changes of one collection: durable now, or with the change that is going on.

        In memory they become what a later opening would read. VaultError says why they cannot be made.
        """
        storage.log.check()
        body = dumps(changes)
        as_read: list[Change] = read_back(body)
        for change in as_read:
            check(change)
        if self.open:
            self._pending.append((storage, as_read, body))
            storage.apply(as_read, self._undo)
            return
        self._commit([(storage, as_read, body)])
        storage.apply(as_read, None)

    def afterwards(self, step: Callable[[], None]) -> None:
        """Run a step when the change that is going on has become durable; now if there is none."""
        if self.open:
            self._afterwards.append(step)
        else:
            step()

    @contextmanager
    def block(self) -> Iterator[None]:
        """All writes within become durable when the outermost block ends, or none if it raises.

        A block within another that raises takes back its own writes, wherever the exception is caught.
        """
        marks = len(self._undo), len(self._pending), len(self._afterwards)
        self._depth += 1
        try:
            yield
            self._leave()
        except BaseException:
            self._take_back(*marks)
            raise
        finally:
            self._depth -= 1

    def forget(self) -> None:
        """Drop the change that is going on; it raises where its block ends."""
        self._locked = True
        self._take_back(0, 0, 0)

    def _leave(self) -> None:
        if self._locked:
            raise VaultError("locked")
        if self._depth > 1:
            return
        if self._pending:
            self._commit(self._by_storage())
        steps = self._afterwards
        self._undo, self._pending, self._afterwards = [], [], []
        for step in steps:
            step()

    def _take_back(self, undo_from: int, pending_from: int, steps_from: int) -> None:
        take_back(self._undo, undo_from)
        for storage, _, _ in self._pending[pending_from:]:
            storage.taken_back()
        del self._pending[pending_from:]
        del self._afterwards[steps_from:]

    def _by_storage(self) -> list[Write]:
        if len(self._pending) == 1:
            return self._pending
        gathered: dict[SealedStorage, list[Change]] = {}
        for storage, changes, _ in self._pending:
            gathered.setdefault(storage, []).extend(changes)
        return [(storage, changes, dumps(changes)) for storage, changes in gathered.items()]

    def _commit(self, writes: list[Write]) -> None:
        for storage, _, _ in writes:
            storage.log.check()
        new = [storage.log.collection for storage, _, _ in writes if not storage.log.exists]
        if new:
            self._register(new)
        if len(writes) == 1:
            storage, _, body = writes[0]
            storage.log.append(body)
        else:
            self._commit_several(writes)

    def _commit_several(self, writes: list[Write]) -> None:
        intent = SealedLog(self._folder, INTENT)
        plan = [[storage.log.collection, storage.log.last + 1, changes] for storage, changes, _ in writes]
        intent.append(dumps(plan), Kind.INTENT)
        done: list[SealedLog] = []
        try:
            for storage, _, body in writes:
                done.append(storage.log)
                storage.log.append(body)
        except BaseException:
            for log in done[:-1]:
                log.take_back()
            self._drop_undone(intent, done)
            raise
        with suppress(OSError):  # every log has reached its number: an intent found later has nothing to do
            intent.remove()

    def _drop_undone(self, intent: SealedLog, undone: list[SealedLog]) -> None:
        """Remove the intent of a change that was taken back, durably, before anything else is written.

        Where a log could not be cut back the intent stays: the next unlock then completes the change as a whole.
        """
        if not all(log.clean for log in undone):
            return
        try:
            intent.remove()
            self._folder.sync()
        except OSError:
            self._folder.read_only = True


def finish_intent(folder: Folder, opened: Callable[[str], SealedStorage]) -> bool:
    """Complete a change of several logs that was cut off. Returns whether it, if there was one, is shown as a whole.

    Logs that have it already are left alone. Where one cannot take it (it is damaged, or older than it was), the
    others do, and the intent is set aside. Where the disk takes no writes the change is shown, the vault is
    read-only, and the intent waits for the next unlock. VaultError if the intent cannot be read.
    """
    path = folder.log_path(INTENT)
    try:
        if not folder.disk.exists(path):
            return True
        raw = folder.disk.read(path)
    except OSError as error:
        raise VaultError("a file of the vault cannot be read") from error
    seen = look(raw, folder.keys, INTENT)
    frames = [] if seen is None else seen[2].frames
    whole = len(frames) == 1 and frames[0].kind == Kind.INTENT
    if whole:
        completed = [
            _complete(folder, opened(name), number, changes) for name, number, changes in frames[0].body
        ]
        whole = all(completed)
    if not folder.read_only:
        try:
            if not whole:
                folder.set_aside(path, raw, KEPT)
            folder.disk.remove(path)
        except OSError:
            folder.read_only = True  # it is found again at the next unlock
    return whole


def _complete(folder: Folder, storage: SealedStorage, number: int, changes: list[Change]) -> bool:
    if storage.log.last >= number:
        return True
    if storage.log.damaged or storage.log.last != number - 1:
        return False
    for change in changes:
        check(change)
    try:
        storage.log.append(dumps(changes))
    except VaultError:
        folder.read_only = True
    storage.apply(changes, None)
    return True
