"""One window per vault: a second start finds out that there is one, and where.

The lock is the system's, on an empty file, so it ends with its process, however that ends. It is neither in the vault
nor beside it, where it may be that nothing can be written, or nothing is yet: it lies in a folder of this person that
is of no use once they have logged out. The vault has a lock of its own (app/vault/lock.py) and knows nothing of this.
"""

import os
import stat
import tempfile
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from filelock import BaseFileLock, FileLock, SoftFileLock, Timeout

_NAME_LETTERS = 32


class Where(StrEnum):
    """Where a window can be seen."""

    WINDOW = "window"
    """In a window of its own."""

    BROWSER = "browser"
    """In a tab of the browser."""


class OneWindow:
    """What one start over a vault holds, so that others can see it."""

    def __init__(self, vault_folder: Path) -> None:
        place = os.fsencode(os.path.normcase(os.path.realpath(vault_folder)))
        self._name = sha256(place).hexdigest()[:_NAME_LETTERS]
        self._held: dict[Where, BaseFileLock] = {}

    def take(self, where: Where = Where.WINDOW) -> bool:
        """Be the one, and say where. False if another is; True where that cannot be told: the vault’s own lock is there still."""
        return self._take(Where.WINDOW) and (where is Where.WINDOW or self._take(where))

    @property
    def other(self) -> Where:
        """Where the one can be seen that ``take`` came too late for."""
        free = self._take(Where.BROWSER)
        self.let_go()
        return Where.WINDOW if free else Where.BROWSER

    def let_go(self) -> None:
        """Be it no more, as while nobody has it before their eyes."""
        while self._held:
            self._held.popitem()[1].release()

    def _take(self, where: Where) -> bool:
        if where in self._held:
            return True
        try:
            lock: BaseFileLock = FileLock(
                _own_folder() / f"{self._name}.{where}", timeout=0, mode=0o600, thread_local=False
            )
            lock.acquire()
            if isinstance(lock, SoftFileLock):  # a marker, which would stay behind after a kill
                lock.release()
            else:
                self._held[where] = lock
        except Timeout:
            return False
        except (OSError, NotImplementedError):  # not to be had here
            pass
        return True


def _own_folder() -> Path:
    """The folder for such files, which is made (0700) if need be. OSError if it is not this person’s alone."""
    session = Path(os.environ.get("XDG_RUNTIME_DIR", ""))
    if session.is_absolute() and session.is_dir():
        folder = session / "holdfast"
    else:
        whose = str(os.getuid()) if os.name == "posix" else "here"
        folder = Path(tempfile.gettempdir()) / f"holdfast-{whose}"
    folder.mkdir(mode=0o700, exist_ok=True)
    if os.name == "posix":
        found = folder.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid() or found.st_mode & 0o077:
            raise PermissionError("not a folder of one's own")
    return folder
