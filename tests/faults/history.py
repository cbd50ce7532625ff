"""Random and scripted histories of a vault, with what it should hold after each step."""

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from random import Random
from typing import Any

from tinydb.table import Document

from app.vault import Notice, NoticeKind, Vault
from tests.vault.disks import ModelDisk, unlocked

FOLDER = Path("/modelled")
NAMES = ("a", "b", "c/2026-11", "c/2026-12")

Held = dict[str, dict[int, Any]]
"""What collections hold: documents of the one table of each."""


class Interrupted(Exception):  # noqa: N818  # it is one
    """Raised in a change to see it undone."""


class History:
    """A vault and what it should hold: ``kept`` when the last step returned, ``tried`` if the running one succeeds."""

    def __init__(self, disk: ModelDisk, chance: Random, kept: Held, passphrase: str) -> None:
        self.disk, self.chance = disk, chance
        self.kept, self.tried = deepcopy(kept), deepcopy(kept)
        self.passphrase = self.passphrase_tried = passphrase
        self.vault = unlocked(FOLDER, passphrase, disk)
        self.steps = 0

    def run(self, steps: int) -> None:
        """Do so many random steps."""
        for _ in range(steps):
            self.step(self.chance.choices(ALL, WEIGHTS)[0])

    def step(self, what: "Callable[[History], None]") -> None:
        """Do one step; it counts as kept once it has returned."""
        self.steps += 1
        what(self)
        self.kept, self.passphrase = deepcopy(self.tried), self.passphrase_tried

    def insert(self) -> None:
        self._insert(self._name())

    def change_document(self) -> None:
        name = self._name()
        if self.tried.get(name):
            row = self.chance.choice(list(self.tried[name]))
            self.tried[name][row] = self.tried[name][row] | {"changed": self.steps}
            self._table(name).update({"changed": self.steps}, doc_ids=[row])

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
        before = deepcopy(self.tried)
        try:
            with self.vault.change():
                for name in self.chance.sample(NAMES, 2):
                    self._table(name).truncate()
                raise Interrupted  # noqa: TRY301  # the raise is the step
        except Interrupted:
            self.tried = before

    def fold(self) -> None:
        self.vault.fold(self._name())

    def reopen(self) -> None:
        self.vault.close()
        self.vault = unlocked(FOLDER, self.passphrase, self.disk)

    def other_passphrase(self) -> None:
        self.passphrase_tried = f"passphrase {self.steps}"
        self.vault.change_passphrase(self.passphrase, self.passphrase_tried)

    def _name(self) -> str:
        return self.chance.choice(NAMES)

    def _table(self, name: str) -> Any:
        return self.vault.collection(name).table("things")

    def _expect(self, name: str) -> Document:
        rows = self.tried.setdefault(name, {})
        text = "x" * self.chance.choice((1, 100, 2000))
        document = Document({"step": self.steps, "text": text}, doc_id=max(rows, default=0) + 1)
        rows[document.doc_id] = dict(document)
        return document

    def _insert(self, name: str) -> None:
        self._table(name).insert(self._expect(name))


ALL: tuple[Callable[[History], None], ...] = (
    History.insert,
    History.change_document,
    History.remove,
    History.change_several,
    History.give_up,
    History.fold,
    History.reopen,
    History.other_passphrase,
)
WEIGHTS = (40, 12, 8, 14, 4, 10, 8, 2)


def held(vault: Vault) -> Held:
    """What the vault's collections hold; all of them are opened."""
    return {name: content for name in NAMES if (content := _content(vault, name))}


def only(expected: Held) -> Held:
    """The same without collections that hold nothing."""
    return {name: rows for name, rows in expected.items() if rows}


def harmless(notices: tuple[Notice, ...]) -> bool:
    """Whether nothing was noticed but what a cut-off write leaves."""
    return all(
        notice.kind is NoticeKind.TORN_TAIL or notice == Notice(NoticeKind.HEALED, "") for notice in notices
    )


def _content(vault: Vault, name: str) -> dict[int, Any]:
    return {document.doc_id: dict(document) for document in vault.collection(name).table("things")}
