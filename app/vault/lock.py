"""One process per vault: an operating system's lock on a file that is never removed."""

import warnings
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from filelock import BaseFileLock, FileLock, SoftFileLock, Timeout

from app.vault.errors import VaultError, VaultInUse

LOCK_FILE = "lock"
"""The file by which a second process is kept out of a vault. It holds nothing and is never removed."""

try:
    import fcntl
except ImportError:  # Windows, whose locks need a file that can be written to
    fcntl = None  # type: ignore[assignment]

_NO_LOCKS = "this folder is on a disk that cannot keep a second process out"


class Held(Protocol):
    """A lock that is held."""

    def release(self) -> None:
        """Let others in. May be called from any thread."""
        ...


def hold(path: Path) -> Held:
    """Lock the file at ``path``, which is made (0600) if need be, until released or until this process ends.

    VaultInUse if another holds it, in this process or in any other. VaultError where the disk has no real locks: a
    marker file, which the library would fall back to, stays behind after a crash and shuts its owner out.
    """
    kind: type[BaseFileLock] = FileLock
    if issubclass(kind, SoftFileLock):
        raise VaultError(_NO_LOCKS)
    lock: BaseFileLock = kind(path, timeout=0, mode=0o600, thread_local=False)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the fall-back warns; it is refused below
            lock.acquire()
    except Timeout:
        raise VaultInUse("the vault is open elsewhere") from None
    except NotImplementedError:
        raise VaultError(_NO_LOCKS) from None
    if isinstance(lock, SoftFileLock):
        lock.release()
        raise VaultError(_NO_LOCKS)
    return lock


class _Shared:
    """A lock that other readers may hold as well: it lasts until its file is closed."""

    def __init__(self, close: Callable[[], None]) -> None:
        self._close = close

    def release(self) -> None:
        close, self._close = self._close, lambda: None
        with suppress(OSError):
            close()


def hold_to_read(opened: Callable[[], int], close: Callable[[int], None]) -> Held:
    """Keep a vault that lies where nothing can be written from being opened elsewhere to write, until released.

    ``opened`` opens its lock file and gives the descriptor. Where there is none nobody has the vault open, and none can
    be made here. VaultInUse if it is open elsewhere; VaultError where the system has no such locks; OSError if the file
    cannot be read.
    """
    if fcntl is None:
        raise VaultError(_NO_LOCKS)
    try:
        file = opened()
    except FileNotFoundError:
        return _Shared(lambda: None)
    held = _Shared(lambda: close(file))
    try:
        fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        held.release()
        raise VaultInUse("the vault is open elsewhere") from None
    except BaseException:
        held.release()
        raise
    return held
