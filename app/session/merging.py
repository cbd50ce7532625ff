"""Bringing in what another device has written, from its backup."""

from collections.abc import Callable
from pathlib import Path

from app.session import backup_file
from app.session.unlocked import Unlocked
from app.store.merge import Counts, merge, preview
from app.vault import Backup
from app.vault.pace import Progress, Stop


class Incoming:
    """A backup of another device that is open beside this vault. ``counts`` say by stem what a merge would do.

    ``sound`` is whether nothing of it was damaged. To be closed.
    """

    def __init__(
        self,
        unlocked: Unlocked,
        backup: Backup,
        look: Callable[[], None],
        *,
        progress: Progress | None,
        stop: Stop | None,
    ) -> None:
        self._unlocked, self._backup, self._look = unlocked, backup, look
        self.sound = backup.look_through(lambda *_: None, stop=stop).sound
        self.counts: dict[str, Counts] = preview(unlocked.vault, backup, progress=progress, stop=stop)

    @property
    def changes(self) -> bool:
        """Whether a merge would change anything that a person sees."""
        return any(counts.changes for counts in self.counts.values())

    def bring_in(self, *, progress: Progress | None = None, stop: Stop | None = None) -> dict[str, Counts]:
        """Merge it, and read again what is remembered. Errors as of merge; Stopped before anything was written."""
        with self._unlocked.turn.taken():
            try:
                return merge(self._unlocked.vault, self._backup, progress=progress, stop=stop)
            finally:
                self._look()

    def close(self) -> None:
        """Forget its keys."""
        self._backup.close()


class MergeVerbs:
    """Merging. Verbs block as long as both sides are large; call them in a thread of their own."""

    def __init__(self, unlocked: Unlocked, look: Callable[[], None]) -> None:
        self._unlocked, self._look = unlocked, look

    def open(
        self, file: Path, typed: str, *, progress: Progress | None = None, stop: Stop | None = None
    ) -> Incoming:
        """Open a backup by its passphrase or recovery words and see what it would bring. Nothing is changed.

        Errors as of Backup.open and of preview; Stopped.
        """
        with self._unlocked.turn.taken():
            backup = backup_file.opened(file, typed, disk=self._unlocked.vault.disk)
            try:
                return Incoming(self._unlocked, backup, self._look, progress=progress, stop=stop)
            except BaseException:
                backup.close()
                raise
