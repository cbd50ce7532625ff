"""One process per vault: an operating system's lock on a file that is never removed."""

import warnings
from pathlib import Path
from typing import Protocol

from filelock import BaseFileLock, FileLock, SoftFileLock, Timeout

from app.vault.errors import VaultError, VaultInUse

LOCK_FILE = "lock"
"""The file by which a second process is kept out of a vault. It holds nothing and is never removed."""

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
