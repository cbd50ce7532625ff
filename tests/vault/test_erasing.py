"""Erasing: whole or as it was, and what a kill leaves is no vault, no damage, and finished by the next."""

import errno
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from app.vault import NotWritten, NoVault, Vault, VaultError, VaultInUse, erase, finish_erasing, whole_or_gone
from tests.vault.disks import ModelDisk, PowerCut, fresh_vault, seeded, unlocked

FOLDER = Path("/modelled")
BESIDE = frozenset({"settings.json"})


def _lived_in(disk: ModelDisk) -> None:
    vault = fresh_vault(FOLDER, disk=disk)
    for number in range(3):
        vault.collection(f"month/{number}").insert({"words": "some"})
    vault.close()
    disk.put("settings.json", b"{}")
    disk.put("mine.txt", b"mine")


def _names(disk: ModelDisk) -> set[str]:
    return set(disk.files())


def test_everything_of_the_vault_goes_and_other_files_stay() -> None:
    disk = ModelDisk()
    _lived_in(disk)
    assert erase(FOLDER, beside=BESIDE, disk=disk)
    assert _names(disk) == {"mine.txt"}


def test_files_that_were_never_finished_or_set_aside_go_too() -> None:
    disk = ModelDisk()
    _lived_in(disk)
    stem = "a" * 24
    for name in (f"{stem}.db.new", f"{stem}.torn", f"{stem}.2.torn", f"{stem}.kept", "vault.key.new"):
        disk.put(name, b"x")
    disk.put("settings.json.new", b"{}")
    disk.put(f"{stem}.txt", b"mine")
    assert erase(FOLDER, beside=BESIDE, disk=disk)
    assert _names(disk) == {"mine.txt", f"{stem}.txt"}


def test_an_open_vault_is_not_erased(tmp_path: Path) -> None:
    vault = fresh_vault(tmp_path / "vault")
    with pytest.raises(VaultInUse):
        erase(tmp_path / "vault")
    vault.close()
    unlocked(tmp_path / "vault").close()
    assert erase(tmp_path / "vault")
    assert not (tmp_path / "vault").exists()


def test_a_folder_without_a_word_that_it_is_to_go_is_left_alone() -> None:
    disk = ModelDisk()
    _lived_in(disk)
    before = _names(disk)
    assert not finish_erasing(FOLDER, beside=BESIDE, disk=disk)
    assert _names(disk) == before


def test_cut_at_any_call_it_is_as_it_was_or_is_finished_by_the_next() -> None:
    chance, cut, seen = seeded(3), 0, set()
    while True:
        cut += 1
        disk = ModelDisk()
        _lived_in(disk)
        disk.cut_at = disk.calls + cut
        try:
            erase(FOLDER, beside=BESIDE, disk=disk)
        except PowerCut:
            pass
        else:
            break
        for left in (*(disk.after_power_cut(chance) for _ in range(4)), disk.after_kill()):
            begun = finish_erasing(FOLDER, beside=BESIDE, disk=left)
            seen.add(begun)
            if Vault.exists(FOLDER, disk=left):
                assert not begun
                vault = unlocked(FOLDER, disk=left)
                assert vault.check().sound
                assert len(vault.collections()) == 3
            else:
                assert _names(left) <= {"mine.txt", "lock"}
                with pytest.raises(NoVault):
                    unlocked(FOLDER, disk=left)
    assert cut > 10
    assert seen == {True, False}


def test_it_is_durable_that_it_is_to_go_then_that_the_keys_are_gone_then_the_rest_goes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    disk = ModelDisk()
    _lived_in(disk)
    done: list[str] = []

    def note(step: str) -> None:
        before = getattr(disk, step)

        def noted(path: Path) -> Any:
            done.append(f"{step} {path.name}")
            return before(path)

        monkeypatch.setattr(disk, step, noted)

    for step in ("create", "remove", "sync_folder"):
        note(step)
    erase(FOLDER, beside=BESIDE, disk=disk)
    assert done[:2] == ["create erasing", "sync_folder modelled"]
    assert set(done[2:4]) == {"remove vault.key", "remove vault.key.bak"}
    assert done[4] == "sync_folder modelled"
    assert done[-3:] == ["sync_folder modelled", "remove erasing", "remove lock"]


def test_what_cannot_be_removed_is_without_its_keys_and_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    disk = ModelDisk()
    _lived_in(disk)
    remove = disk.remove

    def stubborn(path: Path) -> None:
        if path.suffix == ".db":
            raise PermissionError
        remove(path)

    monkeypatch.setattr(disk, "remove", stubborn)
    assert not erase(FOLDER, beside=BESIDE, disk=disk)
    assert not Vault.exists(FOLDER, disk=disk)
    monkeypatch.undo()
    assert finish_erasing(FOLDER, beside=BESIDE, disk=disk)
    assert _names(disk) == {"mine.txt"}


def test_where_it_cannot_be_begun_everything_is_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    disk = ModelDisk()
    _lived_in(disk)

    def refuse(_: Path) -> int:
        raise PermissionError

    with monkeypatch.context() as patch:
        patch.setattr(disk, "create", refuse)
        with pytest.raises(NotWritten):
            erase(FOLDER, beside=BESIDE, disk=disk)
    unlocked(FOLDER, disk=disk).close()


def _made(disk: ModelDisk) -> None:
    with whole_or_gone(FOLDER, disk=disk), closing(fresh_vault(FOLDER, disk=disk)) as vault:
        for number in range(3):
            vault.collection(f"month/{number}").insert({"words": "some"})


def test_what_is_made_whole_or_not_is_so_at_whatever_call_it_is_cut() -> None:
    chance, cut, seen = seeded(4), 0, set()
    while True:
        cut += 1
        disk = ModelDisk()
        disk.cut_at = cut
        try:
            _made(disk)
        except PowerCut:
            pass
        else:
            break
        for left in (*(disk.after_power_cut(chance) for _ in range(4)), disk.after_kill()):
            try:
                vault = unlocked(FOLDER, disk=left)
            except NoVault:
                finish_erasing(FOLDER, disk=left)
                assert not Vault.exists(FOLDER, disk=left)
                _made(left)
                seen.add("made anew")
            else:
                assert vault.check().sound
                assert len(vault.collections()) == 3
                seen.add("whole")
    assert cut > 20
    assert seen == {"made anew", "whole"}


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO], ids=errno.errorcode.get)
def test_what_cannot_be_made_whole_is_gone(number: int) -> None:
    at, calls = 1, 2
    while at < calls:
        disk = ModelDisk()
        disk.errno, disk.fail_at = number, at
        try:
            _made(disk)
        except VaultError:
            assert _names(disk) <= {"lock"}
        else:
            assert unlocked(FOLDER, disk=disk).check().sound
        calls = disk.calls
        at += 1
    assert at > 20


def test_of_what_was_never_made_whole_only_what_was_made_goes() -> None:
    disk = ModelDisk()
    _lived_in(disk)
    disk.put("making", b"")
    with pytest.raises(NoVault):
        unlocked(FOLDER, disk=disk)
    assert not finish_erasing(FOLDER, beside=BESIDE, disk=disk), "and nothing was being erased"
    assert _names(disk) == {"mine.txt", "settings.json"}
