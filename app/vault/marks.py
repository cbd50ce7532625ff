"""The marks: which collections there are, how far each had got at the last lock, and a summary of each."""

from dataclasses import dataclass, replace
from typing import Any

from app.vault.errors import Notice, NoticeKind, VaultError
from app.vault.folder import TORN, Folder
from app.vault.frames import dumps
from app.vault.sealed_log import SealedLog
from app.vault.state import Change, Tables, apply

MARKS = ".marks"
"""The name of the log of marks."""

_TABLE = "marks"
_LONG = 128


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Mark:
    """What is remembered of a collection. ``number`` and ``tag`` are of its newest frame at the last lock.

    ``summary`` holds while the file ends in ``summary_of``.
    """

    number: int = 0
    tag: bytes = b""
    summary: Any = None
    summary_of: bytes = b""


_NOTHING = Mark()


class Marks:
    """The marks of a vault, read once and written when a collection begins, when one is folded, and at the lock."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._log = SealedLog(folder, MARKS)
        self._marks: dict[str, Mark] = {}
        self._rows: dict[str, int] = {}
        self.notices: list[Notice] = []

    @classmethod
    def begin(cls, folder: Folder, known: dict[str, Mark] | None = None) -> "Marks":
        """Make the file of marks, with those that are known; VaultError if it cannot be written."""
        marks = cls(folder)
        marks._marks = dict(known or {})
        marks._rows = {name: row for row, name in enumerate(marks._marks, 1)}
        marks._log.append(dumps([["c", _TABLE], *marks._all()]))
        return marks

    @classmethod
    def read(cls, folder: Folder) -> "Marks":
        """Read the marks; what was noticed about their file is in ``notices``. VaultError if it cannot be read."""
        marks = cls(folder)
        if not folder.has(folder.log_path(MARKS)):
            marks._log.damaged = True
            marks.notices.append(Notice(NoticeKind.MISSING, MARKS))
            return marks
        tables, found = marks._log.open()
        marks.notices += [Notice(kind, MARKS) for kind in found]
        marks._marks = marks_in(tables)
        rows = tables.get(_TABLE, {})
        marks._rows = {document["name"]: int(row) for row, document in rows.items()}
        folder.keys.learn(
            {row["name"]: row["file"] for row in rows.values() if isinstance(row.get("file"), str)}
        )
        return marks

    @property
    def whole(self) -> bool:
        """Whether the file of marks is there and not damaged: else there may be collections that it does not name."""
        return not self._log.damaged

    def names(self) -> list[str]:
        """The names of all collections that ever began, sorted."""
        return sorted(self._marks)

    def of(self, name: str) -> Mark:
        """The mark of a collection; an empty one if nothing is remembered of it."""
        return self._marks.get(name, _NOTHING)

    def all(self) -> dict[str, Mark]:
        """Every mark, by the name of its collection."""
        return dict(self._marks)

    def register(self, names: list[str]) -> None:
        """Make durable that these collections are about to begin, if that is not known. VaultError if it cannot be."""
        self.write({name: Mark() for name in names if name not in self._marks})

    def write(self, marks: dict[str, Mark]) -> None:
        """Make these marks durable, in one frame. VaultError if they cannot be; then nothing has changed."""
        new = {name: mark for name, mark in marks.items() if self._marks.get(name) != mark}
        if not new:
            return
        rows, top = {}, max(self._rows.values(), default=0)
        for name in new:
            if name not in self._rows:
                top += 1
            rows[name] = self._rows.get(name, top)
        changes = [["p", _TABLE, rows[name], self._to_document(name, mark)] for name, mark in new.items()]
        self._log.append(dumps(changes))
        self._rows |= rows
        self._marks |= new

    def rebuild(self, more: dict[str, Mark]) -> None:
        """Put a whole file of marks in the place of a damaged one, or of none, with more marks than are known.

        They are known from now on even where that file cannot be written, of which a VaultError tells.
        """
        self._marks |= more
        self._rows = {name: row for row, name in enumerate(self._marks, 1)}
        self._log.mend(self._tables(), reached=0, ending=TORN)

    def summarised(self, name: str, value: Any, ending: bytes) -> Mark:
        """The mark of a collection with another summary."""
        return replace(self.of(name), summary=value, summary_of=ending)

    def fold_if_long(self) -> None:
        """Fold the file of marks once it has grown by 128 frames. VaultError if that fails."""
        if self._log.last - self._log.first < _LONG:
            return
        self._log.fold(self._tables())

    def forget(self) -> None:
        """Drop every mark and the key of their file."""
        self._marks.clear()
        self._rows.clear()
        self._log.forget()

    def _tables(self) -> Tables:
        tables: Tables = {}
        apply(tables, [["c", _TABLE], *self._all()])
        return tables

    def _all(self) -> list[Change]:
        return [
            ["p", _TABLE, self._rows[name], self._to_document(name, mark)]
            for name, mark in self._marks.items()
        ]

    def _to_document(self, name: str, mark: Mark) -> dict[str, Any]:
        document: dict[str, Any] = {"name": name, "file": self._folder.keys.file_stem(name)}
        document |= {"number": mark.number, "tag": mark.tag.hex()}
        if mark.summary_of:
            document |= {"summary": mark.summary, "summary_of": mark.summary_of.hex()}
        return document


def marks_in(tables: Tables) -> dict[str, Mark]:
    """Return the marks in the tables of their log, by name of the collection; VaultError if they are not of this version."""
    return {_name_in(document): _from_document(document) for document in tables.get(_TABLE, {}).values()}


def _name_in(document: dict[str, Any]) -> str:
    name = document.get("name")
    if not isinstance(name, str):
        raise VaultError("the marks are not of this version")
    return name


def _from_document(document: dict[str, Any]) -> Mark:
    try:
        return Mark(
            number=int(document["number"]),
            tag=bytes.fromhex(document["tag"]),
            summary=document.get("summary"),
            summary_of=bytes.fromhex(document.get("summary_of", "")),
        )
    except (KeyError, ValueError, TypeError):
        raise VaultError("the marks are not of this version") from None
