"""Check-ins as a table that other programs read."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path

from app.domain.check_in import CheckIn
from app.domain.ids import Id, is_id
from app.domain.mood_label import MoodLabel
from app.domain.own_word import WordKind
from app.exports.json_table import json_table
from app.exports.tables import Named, daylio_table, own_table
from app.session.listed import ListedVerbs
from app.session.unlocked import Unlocked
from app.session.vocabulary import Vocabulary
from app.store.check_in import CheckIns
from app.vault import write_whole
from app.vault.pace import Pace, Progress, Stop

_KINDS = {
    "feelings": WordKind.FEELING,
    "a_little": WordKind.FEELING,
    "a_lot": WordKind.FEELING,
    "body_signals": WordKind.BODY_SIGNAL,
    "where": WordKind.WHERE,
    "doing": WordKind.DOING,
}


class TableKind(StrEnum):
    """Our own columns, from which all comes back, or those of Daylio; or the same as ours for programs."""

    OWN = "own"
    DAYLIO = "daylio"
    JSON = "json"

    @property
    def ending(self) -> str:
        """How the name of such a file ends."""
        return "json" if self is TableKind.JSON else "csv"


_WRITERS = {TableKind.OWN: own_table, TableKind.DAYLIO: daylio_table, TableKind.JSON: json_table}


class TableVerbs:
    """Tables of check-ins. Verbs block as long as there are many; call them in a thread of their own."""

    def __init__(self, unlocked: Unlocked, vocabulary: Vocabulary, labels: ListedVerbs[MoodLabel]) -> None:
        self._unlocked, self._vocabulary, self._labels = unlocked, vocabulary, labels

    def file_name(self, kind: TableKind = TableKind.OWN) -> str:
        """Return a name for a file made now. It tells the day and the kind of file, and nothing else."""
        return f"notes-{self._unlocked.now():%Y-%m-%d}.{kind.ending}"

    def write(
        self,
        to: Path,
        kind: TableKind = TableKind.OWN,
        *,
        first: date | None = None,
        last: date | None = None,
        replace: bool = False,
        progress: Progress | None = None,
        stop: Stop | None = None,
    ) -> Path:
        """Write the check-ins of these days, both included, unlocked: in that folder under file_name(), else at that path.

        The file is for its owner alone (0600), whole or not at all. VaultExists unless ``replace`` if there is
        something already; NotWritten, DiskFull; VaultError if a month cannot be opened; Stopped. Returns the path.
        """
        path = to / self.file_name(kind) if to.is_dir() else to
        pieces = self._pieces(kind, first, last, progress, stop)
        place = self._unlocked.vault.place
        with self._unlocked.turn.taken():
            write_whole(path, pieces, replace=replace, outside=place, prove=lambda _: None)
        return path

    def whole(
        self,
        kind: TableKind = TableKind.OWN,
        *,
        first: date | None = None,
        last: date | None = None,
        progress: Progress | None = None,
        stop: Stop | None = None,
    ) -> bytes:
        """The same as bytes, where no app may write to a folder of the person's."""
        with self._unlocked.turn.taken():
            return b"".join(self._pieces(kind, first, last, progress, stop))

    def _pieces(
        self,
        kind: TableKind,
        first: date | None,
        last: date | None,
        progress: Progress | None,
        stop: Stop | None,
    ) -> Iterator[bytes]:
        return _WRITERS[kind](
            self._of_days(first, last, progress, stop),
            Named(key=self._key, word=self._word, label=self._label),
        )

    def _of_days(
        self, first: date | None, last: date | None, progress: Progress | None, stop: Stop | None
    ) -> Iterator[CheckIn]:
        """Newest first. Each counts to the day on which it was where it was."""
        months: set[str] = set()
        pace = Pace(len(self._unlocked.vault.collections("check_ins/")), progress, stop)
        for one in CheckIns(self._unlocked.vault, self._unlocked.left_out).latest():
            day = one.when.date()
            pace.step(f"{day:%Y-%m}" not in months)
            months.add(f"{day:%Y-%m}")
            if first is not None and (first - day).days > 1:
                return
            if (first is None or first <= day) and (last is None or day <= last):
                yield one

    def _key(self, field: str, key: str) -> str:
        """A key of ours as it is; else as ``_word``."""
        return self._word(field, key) if is_id(key) else key

    def _word(self, field: str, key: str) -> str:
        if field in _KINDS:
            return self._vocabulary.word(_KINDS[field], key)
        if field == "topics":
            return self._vocabulary.topic(Id(key))
        return self._vocabulary.helper(Id(key))

    def _label(self, check_in: CheckIn) -> str:
        label = self._labels.one(check_in.label) if check_in.label is not None else None
        return label.words if label is not None else ""
