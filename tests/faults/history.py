"""Random and scripted histories of a vault, with what it should hold after each step."""

from collections.abc import Callable
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from tinydb.table import Document

from app.store.merge import merge
from app.vault import Backup, Disk, Notice, NoticeKind, Vault, VaultError
from tests.vault.disks import unlocked

FOLDER = Path("/modelled")
NAMES = ("a", "b", "c/2026-11", "c/2026-12")
MOMENT = datetime(2026, 11, 21, 6, 34, tzinfo=UTC)

Held = dict[str, dict[int, Any]]
"""What collections hold: documents of the one table of each."""


class Interrupted(Exception):  # noqa: N818  # it is one
    """Raised in a change to see it undone."""


@dataclass(frozen=True, slots=True)
class Copy:
    """What a backup should hold, and the passphrase it was made with."""

    held: Held
    passphrase: str


@dataclass
class Between:
    """What should be found of a vault: ``kept`` by the last step that returned, ``tried`` if the running one succeeds.

    The same goes for its passphrase and for the backup beside it.
    """

    folder: Path
    kept: Held
    passphrase: str
    copy: Copy | None = None

    def __post_init__(self) -> None:
        self.tried, self.passphrase_tried, self.copy_tried = deepcopy(self.kept), self.passphrase, self.copy

    @property
    def backup(self) -> Path:
        """Where the backup lies."""
        return self.folder.parent / "backups" / "copy.sealed"

    def on_the_way_to(self, after: "Between") -> "Between":
        """The same while the step is going on after which it should be as ``after``."""
        between = Between(self.folder, self.kept, self.passphrase, self.copy)
        between.tried, between.passphrase_tried, between.copy_tried = (
            after.kept,
            after.passphrase,
            after.copy,
        )
        return between


class History(Between):
    """A vault, and what should be found of it. ``text`` stands in every document."""

    def __init__(
        self,
        disk: Disk,
        chance: Random,
        kept: Held,
        passphrase: str,
        *,
        folder: Path = FOLDER,
        text: str = "x",
    ) -> None:
        super().__init__(folder, deepcopy(kept), passphrase)
        self.disk, self.chance, self.text = disk, chance, text
        self.vault = unlocked(folder, passphrase, disk)
        self.steps = 0
        self.doing = ""

    def run(self, steps: int) -> None:
        """Do so many random steps."""
        for _ in range(steps):
            self.step(self.chance.choices(ALL, WEIGHTS)[0])

    def step(self, what: "Callable[[History], None]") -> None:
        """Do one step; it counts as kept once it has returned."""
        self.steps += 1
        self.doing = what.__name__
        what(self)
        self.doing = ""
        self.kept, self.passphrase, self.copy = deepcopy(self.tried), self.passphrase_tried, self.copy_tried

    def now(self) -> Between:
        """What should be found now that no step is going on."""
        return Between(self.folder, deepcopy(self.kept), self.passphrase, self.copy)

    def refused(self) -> None:
        """The step that was going on has failed: nothing of it should be there."""
        self.__post_init__()

    def insert(self) -> None:
        name = self._name()
        self._table(name).insert(self._expect(name))

    def change_document(self) -> None:
        name = self._name()
        if self.tried.get(name):
            row = self.chance.choice(list(self.tried[name]))
            changed = _version(self.tried[name][row]["version"] + 1)
            self.tried[name][row] = self.tried[name][row] | changed
            self._table(name).update(changed, doc_ids=[row])

    def remove(self) -> None:
        name = self._name()
        if self.tried.get(name):
            row = self.chance.choice(list(self.tried[name]))
            del self.tried[name][row]
            self._table(name).remove(doc_ids=[row])

    def change_several(self) -> None:
        names = self.chance.sample(NAMES, self.chance.randint(2, 3))
        documents = {name: self._expect(name) for name in names}
        with self.vault.change():
            for name, document in documents.items():
                self._table(name).insert(document)
            self.vault.summarise(names[0], self.steps)

    def give_up(self) -> None:
        with suppress(Interrupted), self.vault.change():
            for name in self.chance.sample(NAMES, 2):
                self._table(name).truncate()
            raise Interrupted

    def fold(self) -> None:
        self.vault.fold(self._name())

    def reopen(self) -> None:
        self.vault.close()
        self.vault = unlocked(self.folder, self.passphrase, self.disk)

    def other_passphrase(self) -> None:
        self.passphrase_tried = self._new_passphrase()
        self.vault.change_passphrase(self.passphrase, self.passphrase_tried)

    def rotate(self) -> None:
        self.passphrase_tried = self._new_passphrase()
        self.vault.rotate(self.passphrase, self.passphrase_tried)

    def back_up(self) -> None:
        self.copy_tried = Copy(deepcopy(self.kept), self.passphrase)
        self.vault.back_up(self.backup, replace=True)

    def merge_backup(self) -> None:
        """What the backup has and the vault has no more comes back; what both have stays as it is here."""
        if self.copy is None:
            return
        for name, rows in deepcopy(self.copy.held).items():
            self.tried[name] = rows | self.tried.get(name, {})
        backup = Backup.open(self.backup, self.copy.passphrase, disk=self.disk)
        merge(self.vault, backup)
        backup.close()

    def _new_passphrase(self) -> str:
        return f"{self.text} {self.steps}"

    def _name(self) -> str:
        return self.chance.choice(NAMES)

    def _table(self, name: str) -> Any:
        return self.vault.collection(name).table("things")

    def _expect(self, name: str) -> Document:
        row = self.chance.getrandbits(40)
        text = self.text * self.chance.choice((1, 100, 2000))
        document = Document({"id": str(row), "text": text} | _version(1), doc_id=row)
        self.tried.setdefault(name, {})[row] = dict(document)
        return document


Step = Callable[[History], None]

_CHANCES: dict[Step, int] = {
    History.insert: 40,
    History.change_document: 12,
    History.remove: 8,
    History.change_several: 14,
    History.give_up: 4,
    History.fold: 10,
    History.reopen: 8,
    History.other_passphrase: 2,
    History.rotate: 2,
    History.back_up: 5,
    History.merge_backup: 5,
}
ALL: tuple[Step, ...] = tuple(_CHANCES)
WEIGHTS = tuple(_CHANCES.values())

SCRIPT: tuple[Step, ...] = (
    History.insert,
    History.insert,
    History.change_several,
    History.change_document,
    History.back_up,
    History.other_passphrase,
    History.fold,
    History.insert,
    History.remove,
    History.merge_backup,
    History.reopen,
    History.rotate,
    History.change_several,
    History.back_up,
    History.insert,
)
"""A history with a step of every kind."""


def held(vault: Vault) -> Held:
    """What the vault's collections hold; all of them are opened."""
    return {name: content for name in NAMES if (content := _content(vault, name))}


def only(expected: Held) -> Held:
    """The same without collections that hold nothing."""
    return {name: rows for name, rows in expected.items() if rows}


def opens(history: Between, disk: Disk) -> str:
    """The one passphrase that opens the vault; not both may, and not neither."""
    opening = []
    for passphrase in sorted({history.passphrase, history.passphrase_tried}):
        with suppress(VaultError):
            unlocked(history.folder, passphrase, disk).close()
            opening.append(passphrase)
    (only_one,) = opening
    return only_one


def copy_found(history: Between, disk: Disk) -> Copy | None:
    """Open the backup that is found. Shows that it is whole and one of the two that may be there."""
    expected = [history.copy, history.copy_tried]
    if not disk.exists(history.backup):
        assert None in expected, "an acknowledged backup is gone"
        return None
    for one in filter(None, expected):
        with suppress(VaultError):
            backup = Backup.open(history.backup, one.passphrase, disk=disk)
            found = {
                name: {int(row): document for row, document in tables["things"].items()}
                for name, tables in backup.collections()
                if tables.get("things")
            }
            check = backup.check()
            assert check.sound, (check.unknown, check.notices)
            if found == only(one.held):
                return one
    raise AssertionError("a backup holds something else")


def harmless(notices: tuple[Notice, ...]) -> bool:
    """Whether nothing was noticed but what a cut-off write leaves."""
    return all(
        notice.kind is NoticeKind.TORN_TAIL or notice == Notice(NoticeKind.HEALED, "") for notice in notices
    )


def _version(number: int) -> dict[str, Any]:
    return {"version": number, "changed_at": (MOMENT + timedelta(minutes=number)).isoformat()}


def _content(vault: Vault, name: str) -> dict[int, Any]:
    return {document.doc_id: dict(document) for document in vault.collection(name).table("things")}
