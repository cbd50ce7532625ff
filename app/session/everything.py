"""Everything as one file that anyone can read."""

from pathlib import Path

from app.session.unlocked import Unlocked
from app.store import settings
from app.store.everything import everything, export
from app.vault.pace import Progress, Stop


class EverythingVerbs:
    """The export of everything. Verbs block as long as the vault is large; call them in a thread of their own."""

    def __init__(self, unlocked: Unlocked) -> None:
        self._unlocked = unlocked

    def file_name(self) -> str:
        """Return a name for a file made now. It tells the day, and nothing else."""
        return f"notes-{self._unlocked.now():%Y-%m-%d}.json"

    def write(
        self,
        to: Path,
        *,
        replace: bool = False,
        progress: Progress | None = None,
        stop: Stop | None = None,
    ) -> Path:
        """Write it: in that folder under file_name(), else at that very path. Returns the path. Errors as of export."""
        path = to / self.file_name() if to.is_dir() else to
        vault, now = self._unlocked.vault, self._unlocked.now()
        kept = settings.load(vault.place)
        with self._unlocked.turn.taken():
            export(vault, kept, now, path, folder=vault.place, replace=replace, progress=progress, stop=stop)
        return path

    def whole(self, *, progress: Progress | None = None, stop: Stop | None = None) -> bytes:
        """The same as bytes, where no app may write to a folder of the person's."""
        vault, now = self._unlocked.vault, self._unlocked.now()
        kept = settings.load(vault.place)
        with self._unlocked.turn.taken():
            return b"".join(everything(vault, kept, now, progress=progress, stop=stop))
