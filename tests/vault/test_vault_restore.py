"""A backup becomes a vault whole or not at all, and nothing that was there is lost."""

import errno
import os
import sys
from pathlib import Path

import pytest

from app.vault import (
    CutShort,
    DiskFull,
    Notice,
    NoticeKind,
    NotWritten,
    Stopped,
    Vault,
    VaultDamaged,
    VaultError,
    VaultExists,
    VaultInUse,
    backing_up,
    restore,
)
from app.vault.backing_up import LogFile
from tests.canary import Canary
from tests.vault.backups import CONTENT, backed_up, filled, held, opened
from tests.vault.disks import CheapDisk, PowerCut, fresh_vault, seeded, unlocked
from tests.vault.tree_disk import TreeDisk

COPY = Path("/elsewhere/copy")
FOLDER = Path("/home/vault")
KEPT = Path("/home/vault.before-restore")
SETTINGS = frozenset({"settings.json"})


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_restored_vault_holds_everything_and_goes_on(tmp_path: Path) -> None:
    path = backed_up(tmp_path / "vault", tmp_path / "copy")
    told = restore(opened(path), tmp_path / "deep" / "new")
    assert told.checked.sound
    assert told.kept is None
    vault = unlocked(tmp_path / "deep" / "new")
    assert held(vault) == CONTENT
    assert vault.check().notices == ()
    vault.collection("plan").insert({"later": 1})
    vault.close()
    assert sys.platform == "win32" or (tmp_path / "deep" / "new").stat().st_mode & 0o777 == 0o700
    for file in (tmp_path / "deep" / "new").iterdir():
        assert sys.platform == "win32" or file.stat().st_mode & 0o777 == 0o600


def test_a_restored_vault_notices_what_is_cut_off_it(tmp_path: Path) -> None:
    """The marks in a backup know all that was in it, although the vault was not locked before it was made."""
    vault = fresh_vault(tmp_path / "vault")
    for number in range(3):
        vault.collection("plan").insert({"n": number})
    vault.back_up(tmp_path / "copy")
    name = vault._folder.log_path("plan").name
    vault.close()
    restore(opened(tmp_path / "copy"), tmp_path / "new")
    path = tmp_path / "new" / name
    os.truncate(path, path.stat().st_size - 512)
    vault = unlocked(tmp_path / "new")
    assert vault.check().notices == (Notice(NoticeKind.ROLLED_BACK, "plan"),)
    vault.close()


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    path = backed_up(tmp_path / "vault", tmp_path / "copy")
    (tmp_path / "new").mkdir()
    assert restore(opened(path), tmp_path / "new").kept is None
    assert {one.name for one in tmp_path.iterdir()} == {"vault", "copy", "new"}


@pytest.mark.parametrize("replace", [False, True])
def test_what_is_no_vault_is_never_replaced(replace: bool, tmp_path: Path) -> None:
    path = backed_up(tmp_path / "vault", tmp_path / "copy")
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "one").write_text("mine")
    for place in (tmp_path / "letters", tmp_path / "letters" / "one"):
        with pytest.raises(VaultExists):
            restore(opened(path), place, replace=replace)
    assert _files(tmp_path / "letters") == {"one": b"mine"}
    assert {one.name for one in tmp_path.iterdir()} == {"vault", "copy", "letters"}


def test_a_vault_is_replaced_only_if_asked_and_kept(tmp_path: Path) -> None:
    path = backed_up(tmp_path / "vault", tmp_path / "copy")
    vault = unlocked(tmp_path / "vault")
    vault.collection("plan").insert({"later": 1})
    vault.close()
    before = _files(tmp_path / "vault")
    with pytest.raises(VaultExists):
        restore(opened(path), tmp_path / "vault")
    assert _files(tmp_path / "vault") == before
    told = restore(opened(path), tmp_path / "vault", replace=True)
    assert told.kept == tmp_path / "vault.before-restore"
    assert _files(told.kept) == before
    vault = unlocked(tmp_path / "vault")
    assert held(vault) == CONTENT
    vault.close()
    again = restore(opened(path), tmp_path / "vault", replace=True)
    assert again.kept == tmp_path / "vault.before-restore.2"
    assert _files(tmp_path / "vault.before-restore") == before


def test_a_vault_that_lost_its_key_file_can_be_replaced(tmp_path: Path) -> None:
    path = backed_up(tmp_path / "vault", tmp_path / "copy")
    for name in ("vault.key", "vault.key.bak"):
        (tmp_path / "vault" / name).unlink()
    restore(opened(path), tmp_path / "vault", replace=True)
    assert held(unlocked(tmp_path / "vault")) == CONTENT


def test_an_open_vault_is_not_replaced(tmp_path: Path) -> None:
    path = backed_up(tmp_path / "vault", tmp_path / "copy")
    vault = unlocked(tmp_path / "vault")
    before = _files(tmp_path / "vault")
    with pytest.raises(VaultInUse):
        restore(opened(path), tmp_path / "vault", replace=True)
    assert _files(tmp_path / "vault") == before
    vault.close()


def test_small_files_beside_a_vault_are_carried_over(tmp_path: Path) -> None:
    path = backed_up(tmp_path / "vault", tmp_path / "copy")
    (tmp_path / "vault" / "settings.json").write_text("{}")
    restore(opened(path), tmp_path / "vault", replace=True, beside=SETTINGS)
    assert (tmp_path / "vault" / "settings.json").read_text() == "{}"
    (tmp_path / "first").mkdir()
    (tmp_path / "first" / "settings.json").write_text("[]")
    (tmp_path / "first" / "lock").touch()
    restore(opened(path), tmp_path / "first", beside=SETTINGS)
    assert (tmp_path / "first" / "settings.json").read_text() == "[]"
    assert held(unlocked(tmp_path / "first")) == CONTENT


def test_a_backup_that_is_not_whole_replaces_nothing(tmp_path: Path) -> None:
    path = backed_up(tmp_path / "vault", tmp_path / "copy")
    whole = path.read_bytes()
    before = _files(tmp_path / "vault")
    for broken, error in (
        (whole[:-1], CutShort),
        (whole[:5000] + b"x" + whole[5001:], VaultDamaged),
        (whole + b"x", VaultDamaged),
    ):
        path.write_bytes(broken)
        with pytest.raises(error):
            restore(opened(path), tmp_path / "vault", replace=True)
        with pytest.raises(error):
            restore(opened(path), tmp_path / "new")
    assert _files(tmp_path / "vault") == before
    assert {one.name for one in tmp_path.iterdir()} == {"vault", "copy"}


def test_damage_that_was_backed_up_is_restored_and_named(tmp_path: Path) -> None:
    vault = filled(tmp_path / "vault")
    vault.close()
    vault = unlocked(tmp_path / "vault")
    vault._folder.log_path("plan").write_bytes(b"x" * 1024)
    vault.back_up(tmp_path / "copy")
    vault.close()
    told = restore(opened(tmp_path / "copy"), tmp_path / "new")
    assert told.checked.notices == (Notice(NoticeKind.DAMAGED, "plan"),)
    vault = unlocked(tmp_path / "new")
    assert held(vault) == CONTENT | {"plan": None}
    vault.close()


def test_what_an_interrupted_restore_left_does_not_hinder_the_next(tmp_path: Path) -> None:
    path = backed_up(tmp_path / "vault", tmp_path / "copy")
    (tmp_path / "new.new").mkdir()
    (tmp_path / "new.new" / "vault.key").write_bytes(b"cut")
    (tmp_path / "new.new" / f"{'a' * 24}.db").write_bytes(b"cut")
    restore(opened(path), tmp_path / "new")
    assert f"{'a' * 24}.db" not in _files(tmp_path / "new")
    (tmp_path / "more.new").mkdir()
    (tmp_path / "more.new" / "letter").write_text("mine")
    with pytest.raises(VaultExists):
        restore(opened(path), tmp_path / "more")
    assert _files(tmp_path / "more.new") == {"letter": b"mine"}


def test_a_restore_that_is_stopped_at_any_point_leaves_what_was_there(tmp_path: Path) -> None:
    path = backed_up(tmp_path / "vault", tmp_path / "copy")
    before = _files(tmp_path / "vault")
    told: list[tuple[int, int]] = []
    at = 1
    while True:
        asked = iter(range(1, at + 1))
        try:
            restore(
                opened(path),
                tmp_path / "vault",
                replace=True,
                stop=lambda asked=asked: next(asked, 0) == at,  # type: ignore[misc]  # noqa: B023  # called at once
                progress=lambda *now: told.append(now),
            )
        except Stopped:
            assert _files(tmp_path / "vault") == before
            assert {one.name for one in tmp_path.iterdir()} == {"vault", "copy"}
        else:
            break
        at += 1
    assert at > 3
    assert all(0 < done <= total == 100 for done, total in told)


class _Forgetful(CheapDisk):
    def write_at(self, file: int, data: bytes, offset: int) -> None:
        super().write_at(file, data[:-1] + bytes([data[-1] ^ 1]) if data else data, offset)


def test_what_does_not_read_as_it_was_written_is_not_put_in_place(tmp_path: Path) -> None:
    path = backed_up(tmp_path / "vault", tmp_path / "copy")
    before = _files(tmp_path / "vault")
    with pytest.raises(NotWritten):
        restore(opened(path, disk=_Forgetful()), tmp_path / "vault", replace=True)
    assert _files(tmp_path / "vault") == before
    assert {one.name for one in tmp_path.iterdir()} == {"vault", "copy"}


def test_no_file_outside_the_folder_is_ever_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has the data key could write any name into a backup."""
    real = backing_up.log_files
    beside = LogFile("../escaped.db", 1, b"x")
    monkeypatch.setattr(backing_up, "log_files", lambda folder: iter([*real(folder), beside]))
    (tmp_path / "escaped.db").write_bytes(b"x")
    path = backed_up(tmp_path / "vault", tmp_path / "copy")
    (tmp_path / "escaped.db").unlink()
    with pytest.raises(VaultDamaged):
        restore(opened(path), tmp_path / "deep" / "new")
    assert not list(tmp_path.rglob("escaped*"))


def test_nothing_that_can_be_read_is_left_anywhere(canary: Canary, tmp_path: Path) -> None:
    vault = fresh_vault(tmp_path / "vault", str(canary))
    vault.collection(str(canary)).insert({"text": str(canary)})
    vault.back_up(tmp_path / "copy")
    vault.close()
    restore(opened(tmp_path / "copy", str(canary)), tmp_path / "new")
    os.truncate(tmp_path / "copy", 5000)
    with pytest.raises(VaultError) as told:
        restore(opened(tmp_path / "copy", str(canary)), tmp_path / "newer")
    assert str(canary) not in str(told.value)


# ------------------------------------------------------------------ cuts and failures


def _on_tree(*, with_vault: bool) -> TreeDisk:
    """A backup of a vault with CONTENT, and a vault with something else in the place."""
    disk = TreeDisk()
    vault = filled(Path("/source"), disk=disk)
    disk.put(COPY.with_name("other"), b"")
    vault.back_up(COPY, about="copy")
    vault.close()
    if with_vault:
        vault = fresh_vault(FOLDER, "old", disk)
        vault.collection("old").insert({"old": 1})
        vault.close()
    return disk


def _state(disk: TreeDisk, folder: Path) -> str:
    """Which vault lies in a folder, if it is whole."""
    for passphrase, name, content in (
        ("old", "old", {"old": {"_default": {"1": {"old": 1}}}}),
        ("passphrase", "new", CONTENT),
    ):
        try:
            vault = unlocked(folder, passphrase, disk)
        except VaultError:
            continue
        assert held(vault) == content
        assert vault.check().sound
        vault.close()
        return name
    assert not Vault.exists(folder, disk=disk)
    return "none"


@pytest.mark.parametrize("with_vault", [False, True])
def test_a_restore_cut_at_any_call_leaves_the_old_or_the_new_whole(with_vault: bool) -> None:
    chance = seeded(5)
    seen = set()
    cut = 0
    while True:
        cut += 1
        disk = _on_tree(with_vault=with_vault)
        disk.cut_at = disk.calls + cut
        try:
            restore(opened(COPY, disk=disk), FOLDER, replace=with_vault)
        except PowerCut:
            pass
        else:
            break
        for _ in range(4):
            left = disk.after_power_cut(chance)
            state = _state(left, FOLDER)
            seen.add(state)
            if with_vault and state != "old":
                assert _state(left, KEPT) == "old"
            if state != "new":
                restore(opened(COPY, disk=left), FOLDER, replace=with_vault)
                assert _state(left, FOLDER) == "new"
                assert not with_vault or _state(left, KEPT) == "old"
            assert opened(COPY, disk=left).check().sound
    assert cut > 20
    for _ in range(5):
        assert _state(disk.after_power_cut(chance), FOLDER) == "new"
    assert seen == ({"old", "none", "new"} if with_vault else {"none", "new"})


@pytest.mark.parametrize("number", [errno.EIO, errno.ENOSPC, errno.EACCES])
@pytest.mark.parametrize("with_vault", [False, True])
def test_a_restore_that_fails_at_any_call_leaves_what_was_there(with_vault: bool, number: int) -> None:
    kind = DiskFull if number == errno.ENOSPC else NotWritten
    failures = 0
    while True:
        disk = _on_tree(with_vault=with_vault)
        disk.errno, disk.fail_at = number, disk.calls + failures + 1
        try:
            restore(opened(COPY, disk=disk), FOLDER, replace=with_vault)
        except kind:
            failures += 1
        else:
            break
        disk.fail_at = 0
        state = _state(disk, FOLDER)
        if state == "new":  # all that failed was the last sync of the name
            assert not with_vault or _state(disk, KEPT) == "old"
        else:
            assert state == ("old" if with_vault else "none")
            assert KEPT not in disk.folders
        restore(opened(COPY, disk=disk), FOLDER, replace=with_vault or state == "new")
        assert _state(disk, FOLDER) == "new"
    assert failures > 15
