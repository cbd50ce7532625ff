"""A vault that was locked three times, file by file as it was each time; and what is seen of it once files are changed."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from app.vault import NoticeKind, Vault
from tests.faults.history import FOLDER
from tests.vault.disks import ModelDisk, fresh_vault, unlocked

PASSPHRASE = "the passphrase of the last lock"
LOGS = ("frames", "folded", "quiet")
MARKS = ".marks"
KEY = ""
KEY_FILES = ("vault.key", "vault.key.bak")

Files = dict[str, bytes]
Shown = dict[str, list[Any]]


@cache
def locked() -> tuple[Files, Files, Files]:
    """The files at each of three locks, the newest last. Only "quiet" is the same in all of them, but for the keys' sake."""
    disk = ModelDisk()
    vault = fresh_vault(FOLDER, "the first passphrase", disk)
    for name in LOGS:
        _write(vault, name, 2)
    vault.close()
    states = [disk.files()]
    vault = unlocked(FOLDER, "the first passphrase", disk)
    _write(vault, "frames", 2)
    _write(vault, "folded", 2)
    vault.change_passphrase("the first passphrase", PASSPHRASE)
    vault.close()
    states.append(disk.files())
    vault = unlocked(FOLDER, PASSPHRASE, disk)
    vault.fold("folded")
    _write(vault, "folded", 1)
    _write(vault, "frames", 1)
    vault.summarise("quiet", {"counted": 2})
    vault.close()
    states.append(disk.files())
    first, second, third = states
    return first, second, third


@cache
def newest() -> Files:
    """The files at the last lock."""
    return locked()[-1]


@cache
def whole() -> Shown:
    """What each collection shows where nothing was changed."""
    shown, told = seen(newest())
    assert not told
    return shown


@cache
def file_of(collection: str) -> str:
    """The name of a collection's file."""
    vault = unlocked(FOLDER, PASSPHRASE, disk_with(newest()))
    return vault._folder.log_path(collection).name


def collections() -> dict[str, str]:
    """What each file is called in a notice, by its name."""
    return {file_of(name): name for name in (*LOGS, MARKS)} | dict.fromkeys(KEY_FILES, KEY)


def disk_with(files: Mapping[str, bytes | None]) -> ModelDisk:
    """A disk with these files; None is none."""
    disk = ModelDisk()
    for name, content in files.items():
        if content is not None:
            disk.put(name, content)
    return disk


def seen(files: Mapping[str, bytes | None]) -> tuple[Shown, dict[str, set[NoticeKind]]]:
    """What a vault of these files shows by collection, and what is noticed of each, by what it is called."""
    vault = unlocked(FOLDER, PASSPHRASE, disk_with(files))
    shown = {name: [dict(row) for row in vault.collection(name)] for name in LOGS}
    told: dict[str, set[NoticeKind]] = {}
    for notice in vault.notices:
        told.setdefault(notice.collection, set()).add(notice.kind)
    return shown, told


def noticed(files: Mapping[str, bytes | None], *changed: str) -> None:
    """Show that the changed files, and no others, are named or healed, and that every other one shows all it held."""
    shown, told = seen(files)
    names = {collections()[name] for name in changed}
    assert set(told) == names
    for name in LOGS:
        if name not in names or told[name] == {NoticeKind.HEALED}:
            assert shown[name] == whole()[name]
        else:
            assert all(row in whole()[name] for row in shown[name]), "what was never written is shown"
    assert told.get(KEY, {NoticeKind.HEALED}) == {NoticeKind.HEALED}


def _write(vault: Vault, name: str, times: int) -> None:
    for _ in range(times):
        number = len(vault.collection(name))
        vault.collection(name).insert({"in": name, "n": number, "text": "x" * 300 * (number % 3)})
