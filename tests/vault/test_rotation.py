"""Rotation of the data key: all of the old vault or all of the new, at every call that may be the last."""

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import pytest

from app.vault import (
    DiskFull,
    Notice,
    NoticeKind,
    ReadOnly,
    Stopped,
    Vault,
    VaultDamaged,
    VaultError,
    WrongKey,
    WrongPassphrase,
)
from tests.faults.history import FOLDER, harmless
from tests.vault import open_by_the_book
from tests.vault.disks import ModelDisk, PowerCut, fresh_vault, seeded, unlocked

PAPER, DEVICE = bytes(range(16)), bytes(range(32))
NAMES = ("a", "b", "c/2026-10", "c/2026-11")
SUMMARY = {"count": 3}
LOGS = len(NAMES) + 1


def filled(vault: Vault) -> Vault:
    """Something of every kind: folded and not, small and large, summed up, opened by paper and device."""
    for name in NAMES:
        for number in range(3):
            vault.collection(name).table("things").insert(
                {"n": number, "in": name, "text": "x" * 600 * number}
            )
    vault.fold("c/2026-10")
    vault.collection("b").table("emptied").insert({})
    vault.collection("b").table("emptied").truncate()
    vault.summarise("c/2026-10", SUMMARY)
    vault.summarise("a", {"stale": True})
    vault.collection("a").table("things").remove(doc_ids=[2])
    vault.key_slots.add_recovery_key(PAPER)
    vault.key_slots.add_device_key(DEVICE)
    return vault


def content(vault: Vault) -> dict[str, object]:
    """All there is, and what is said of it."""
    told = {name: vault.summary(name) for name in NAMES}
    return {name: (vault.collection(name).storage.read(), told[name]) for name in vault.collections()}


def _made() -> tuple[ModelDisk, Vault]:
    """A vault that was locked and opened again, with one collection taken."""
    disk = ModelDisk()
    filled(fresh_vault(FOLDER, "passphrase", disk)).close()
    vault = unlocked(FOLDER, "passphrase", disk)
    vault.collection("b").table("things").insert({"since": "the lock"})
    return disk, vault


def _expected() -> dict[str, object]:
    _, vault = _made()
    return content(vault)


EXPECTED = _expected()


def _which(disk: ModelDisk) -> str:
    """The one passphrase that opens."""
    opening = []
    for passphrase in ("passphrase", "new"):
        try:
            unlocked(FOLDER, passphrase, disk).close()
        except WrongPassphrase:
            continue
        opening.append(passphrase)
    (only_one,) = opening
    return only_one


def _whole(disk: ModelDisk) -> str:
    """All of the old or all of the new is there, nothing of the other is, and it can be gone on with."""
    which = _which(disk)
    vault = unlocked(FOLDER, which, disk)
    assert content(vault) == EXPECTED
    assert harmless(vault.notices), vault.notices
    assert not vault.read_only
    assert vault.check().unknown == 0
    assert vault.key_slots.has_recovery_key == vault.key_slots.has_device_key == (which == "passphrase")
    left = disk.files()
    assert sum(name.endswith(".db") for name in left) == LOGS
    assert not any(name.endswith(".new") for name in left)
    vault.close()
    return which


# ------------------------------------------------------------------ what it does


def test_everything_is_there_under_the_new_passphrase_and_nothing_of_the_old_is_left() -> None:
    disk, vault = _made()
    before = disk.files()
    old_key = vault._folder.keys.data_key
    vault.rotate("passphrase", "new")
    assert content(vault) == EXPECTED
    after = disk.files()
    assert vault._folder.keys.data_key != old_key
    assert {name for name in before if name in after} == {"vault.key", "vault.key.bak"}
    assert after["vault.key"] == after["vault.key.bak"] != before["vault.key"]
    vault.collection("a").table("things").insert({"after": 1})
    vault.collection("new one").insert({})
    vault.close()
    again = unlocked(FOLDER, "new", disk)
    assert again.notices == ()
    assert len(again.collection("a").table("things")) == 3
    assert again.collections() == (*NAMES, "new one")
    assert again.summary("c/2026-10") == SUMMARY
    again.close()
    refused: tuple[Callable[[], Vault], ...] = (
        lambda: unlocked(FOLDER, "passphrase", disk),
        lambda: Vault.unlock_with_recovery_key(FOLDER, PAPER, disk=disk),
        lambda: Vault.unlock_with_device_key(FOLDER, DEVICE, disk=disk),
    )
    for unlock in refused:
        with pytest.raises((WrongPassphrase, WrongKey)):
            unlock()


def test_the_id_of_the_vault_stays_and_a_new_recovery_key_can_be_made() -> None:
    disk, vault = _made()
    before = vault._folder.keys.vault_id
    vault.rotate("passphrase", "new")
    assert not vault.key_slots.has_recovery_key
    vault.key_slots.add_recovery_key(PAPER)
    vault.close()
    again = Vault.unlock_with_recovery_key(FOLDER, PAPER, disk=disk)
    assert again._folder.keys.vault_id == before
    assert content(again) == EXPECTED


def test_what_was_taken_before_is_locked() -> None:
    _, vault = _made()
    table, slots = vault.collection("a").table("things"), vault.key_slots
    vault.rotate("passphrase", "new")
    for use in (table.all, lambda: table.insert({}), slots.remove_recovery_key):
        with pytest.raises(VaultError, match=r"^locked$"):
            use()


def test_only_who_knows_the_passphrase_rotates_and_not_within_a_change() -> None:
    disk, vault = _made()
    before = disk.files()
    with pytest.raises(WrongPassphrase):
        vault.rotate("not it", "new")
    with pytest.raises(VaultError, match="a change is going on"), vault.change():
        vault.rotate("passphrase", "new")
    assert disk.files() == before


def test_an_old_key_file_opens_nothing_of_what_is_there_now() -> None:
    disk, vault = _made()
    old = disk.files()["vault.key"]
    vault.rotate("passphrase", "new")
    vault.close()
    now = disk.files()
    for name in ("vault.key", "vault.key.bak"):
        disk.put(name, old)
    again = unlocked(FOLDER, "passphrase", disk)
    assert again.collections() == ()
    assert again.notices == (Notice(NoticeKind.MISSING, ".marks"),)
    again.close()
    for name, raw in now.items():
        assert name.startswith("vault.key") or disk.files()[name] == raw
        disk.put(name, raw)
    assert _whole(disk) == "new"


def test_what_was_set_aside_under_the_old_key_goes_with_it() -> None:
    disk, vault = _made()
    path = vault._folder.log_path("a")
    vault.close()
    disk.put(path.name, disk.files()[path.name] + b"cut short")
    disk.put("notes.torn", b"of somebody else")
    disk.put("abcdefghijklmnopqrstuvwx.torn", b"of somebody else")
    vault = unlocked(FOLDER, "passphrase", disk)
    vault.collection("a")
    assert path.with_suffix(".torn").name in disk.files()
    vault.rotate("passphrase", "new")
    assert {name for name in disk.files() if name.endswith(".torn")} == {
        "notes.torn",
        "abcdefghijklmnopqrstuvwx.torn",
    }


def test_a_rotated_vault_opens_by_the_book(tmp_path: Path) -> None:
    vault = filled(fresh_vault(tmp_path))
    expected = {name: vault.collection(name).storage.read() for name in NAMES}
    vault.rotate("passphrase", "new")
    vault.close()
    assert open_by_the_book.open_vault(tmp_path, "new") == expected
    assert {path.stat().st_mode & 0o777 for path in tmp_path.iterdir()} == {0o600}
    with pytest.raises(ValueError):
        open_by_the_book.open_vault(tmp_path, "passphrase")


def test_it_can_be_done_again_and_again() -> None:
    disk, vault = _made()
    for passphrase, following in (
        ("passphrase", "2"),
        ("2", "3"),
        ("3", "passphrase"),
        ("passphrase", "new"),
    ):
        vault.rotate(passphrase, following)
        vault.close()
        vault = unlocked(FOLDER, following, disk)
    vault.close()
    assert _whole(disk) == "new"


@pytest.mark.parametrize("opened_first", [True, False])
@pytest.mark.parametrize("longer", [0, 3])
def test_a_file_that_was_put_back_from_an_older_copy_is_still_known_as_such(
    opened_first: bool, longer: int
) -> None:
    disk, vault = _made()
    name = vault._folder.log_path("a").name
    older = disk.files()[name]
    for _ in range(1 + longer):
        vault.collection("a").insert({})
    vault.close()
    disk.put(name, older)
    vault = unlocked(FOLDER, "passphrase", disk)
    if opened_first:
        vault.collection("a")
    vault.rotate("passphrase", "new")
    for _ in range(2):
        vault.collection("a")
        assert Notice(NoticeKind.ROLLED_BACK, "a") in vault.notices
        vault.close()
        vault = unlocked(FOLDER, "new", disk)
    vault.collection("a").insert({"known": "and gone on with"})
    vault.close()
    vault = unlocked(FOLDER, "new", disk)
    vault.collection("a")
    assert vault.notices == ()


# ------------------------------------------------------------------ what it refuses


def _damage(disk: ModelDisk, name: str) -> None:
    raw = disk.files()[name]
    disk.put(name, raw[:600] + bytes([raw[600] ^ 1]) + raw[601:])


@pytest.mark.parametrize("opened", [True, False])
def test_a_damaged_vault_is_not_rotated_because_bytes_would_be_lost(opened: bool) -> None:
    disk, vault = _made()
    name = vault._folder.log_path("b").name
    vault.close()
    _damage(disk, name)
    vault = unlocked(FOLDER, "passphrase", disk)
    if opened:
        vault.collection("b")
    before = disk.files()
    with pytest.raises(VaultDamaged):
        vault.rotate("passphrase", "new")
    assert disk.files() == before
    assert vault.collection("a").table("things").insert({}) == 4


def test_a_missing_collection_or_missing_marks_are_not_rotated_away() -> None:
    for gone in ("a", ".marks"):
        disk, vault = _made()
        name = vault._folder.log_path(gone).name
        vault.close()
        disk.remove(Path(name))
        vault = unlocked(FOLDER, "passphrase", disk)
        before = disk.files()
        with pytest.raises(VaultDamaged):
            vault.rotate("passphrase", "new")
        assert disk.files() == before


def test_a_file_that_no_collection_accounts_for_is_not_rotated_away() -> None:
    disk, vault = _made()
    disk.put("a" * 24 + ".db", b"of a collection that the marks do not know")
    before = disk.files()
    with pytest.raises(VaultDamaged):
        vault.rotate("passphrase", "new")
    assert disk.files() == before


def test_marks_that_are_gone_are_not_made_anew_where_nothing_else_is_missed() -> None:
    disk = ModelDisk()
    vault = fresh_vault(FOLDER, "passphrase", disk)
    name = vault._folder.log_path(".marks").name
    vault.close()
    disk.put(name, bytes(1024))
    vault = unlocked(FOLDER, "passphrase", disk)
    with pytest.raises(VaultDamaged):
        vault.rotate("passphrase", "new")
    assert disk.files()[name] == bytes(1024)


def test_a_strangers_file_is_left_alone() -> None:
    disk, vault = _made()
    disk.put("holiday (copy).db", b"of somebody else")
    vault.rotate("passphrase", "new")
    assert disk.files()["holiday (copy).db"] == b"of somebody else"


# ------------------------------------------------------------------ progress and stop


def test_progress_is_told_and_a_stop_at_any_step_leaves_the_old_vault() -> None:
    steps: list[tuple[int, int]] = []
    _, vault = _made()
    vault.rotate("passphrase", "new", progress=lambda done, total: steps.append((done, total)))
    assert steps == [(done, len(NAMES)) for done in range(len(NAMES) + 1)]
    for at in range(1, len(steps) + 1):
        for way in ("stop", "raise"):
            disk, vault = _made()
            before = disk.files()
            calls = 0

            def stop(at: int = at, way: str = way) -> bool:
                nonlocal calls
                calls += 1
                if calls == at and way == "raise":
                    raise KeyError
                return calls == at

            with pytest.raises(Stopped if way == "stop" else KeyError):
                vault.rotate("passphrase", "new", stop=stop)
            assert disk.files() == before
            assert content(vault) == EXPECTED
            vault.collection("a").table("things").insert({})
            vault.rotate("passphrase", "new")
            vault.close()
            assert _which(disk) == "new"


# ------------------------------------------------------------------ crashes


def _interrupted() -> list[tuple[ModelDisk, int]]:
    """A disk for every call of a rotation at which the power went."""
    disks = []
    cut = 0
    while True:
        cut += 1
        disk, vault = _made()
        disk.cut_at = disk.calls + cut
        try:
            vault.rotate("passphrase", "new")
        except PowerCut:
            disks.append((disk, cut))
        else:
            return disks


def test_a_power_cut_or_kill_at_every_call_leaves_all_of_the_old_or_all_of_the_new() -> None:
    chance = seeded(4)
    seen = set()
    disks = _interrupted()
    assert len(disks) > 40
    for disk, cut in disks:
        for left in (*(disk.after_power_cut(chance) for _ in range(4)), disk.after_kill()):
            try:
                which = _whole(left)
                assert _whole(left.after_power_cut(chance)) == which, "what was shown did not survive"
            except Exception as error:
                raise AssertionError(f"cut at call {cut}") from error
            seen.add(which)
    assert seen == {"passphrase", "new"}


def test_tidying_up_after_a_cut_may_be_cut_off_as_well() -> None:
    chance = seeded(5)
    for disk, cut in _interrupted():
        for _ in range(6):
            left = disk.after_power_cut(chance)
            first = None
            for _again in range(3):
                left.calls, left.cut_at = 0, chance.randint(1, 40)
                for passphrase in ("passphrase", "new"):
                    try:
                        vault = unlocked(FOLDER, passphrase, left)
                        vault.collection("a")
                    except PowerCut:
                        break
                    except WrongPassphrase:
                        continue
                    assert first in {None, passphrase}, "it went back"
                    first = passphrase
                    break
                left = left.after_power_cut(chance) if chance.random() < 0.7 else left.after_kill()
            left.cut_at = 0
            assert _whole(left) == (first or _which(left)), cut


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO], ids=errno.errorcode.get)
@pytest.mark.parametrize("broken", [False, True], ids=["once", "for good"])
def test_a_call_that_fails_leaves_all_of_the_old_or_says_that_it_is_open(number: int, broken: bool) -> None:
    call = 0
    while True:
        call += 1
        disk, vault = _made()
        start = disk.calls
        disk.errno, disk.fail_at, disk.broken = number, disk.calls + call, broken
        expected = {"passphrase"}
        try:
            vault.rotate("passphrase", "new")
            expected = {"new"}
        except DiskFull:
            assert not vault.read_only or broken
            assert content(vault) == EXPECTED
        except ReadOnly:
            assert vault.read_only
            assert content(vault) == EXPECTED
            with pytest.raises(ReadOnly):
                vault.collection("a").insert({})
            expected = {"passphrase", "new"}
        failed = disk.calls >= start + call
        disk.fail_at, disk.broken = 0, False
        vault.close()
        assert _whole(disk) in expected, call
        if not failed:
            break
    assert call > 40


def test_a_full_disk_leaves_the_vault_usable_and_nothing_behind() -> None:
    disk, vault = _made()
    before = disk.files()
    disk.errno, disk.fail_at = errno.ENOSPC, disk.calls + 12
    with pytest.raises(DiskFull):
        vault.rotate("passphrase", "new")
    assert disk.files() == before
    vault.collection("a").table("things").insert({})
    vault.rotate("passphrase", "new")
    assert len(vault.collection("a").table("things")) == 3


def _between_the_key_files() -> ModelDisk:
    """A disk on which one copy of the key file is the new one, and the other not yet."""
    for disk, _ in _interrupted():
        left = disk.after_kill()
        if left.files()["vault.key"] != left.files()["vault.key.bak"]:
            return left
    raise AssertionError("no cut falls between the two key files")


def test_no_file_goes_before_both_key_files_are_the_new_one() -> None:
    disk = _between_the_key_files()
    before = set(disk.files())
    disk.errno, disk.fail_at, disk.broken = errno.ENOSPC, 1, True
    vault = unlocked(FOLDER, "new", disk)
    assert vault.read_only
    assert set(disk.files()) >= before - {"vault.key.bak.new"}
    assert content(vault) == EXPECTED
    vault.close()
    disk.fail_at, disk.broken = 0, False
    assert _whole(disk) == "new"


def test_whatever_fails_once_while_tidying_up_no_file_goes_too_early() -> None:
    chance = seeded(6)
    start = _between_the_key_files()
    before = set(start.files())
    read_only = 0
    for call in range(1, 24):
        for number in (errno.ENOSPC, errno.EIO):
            disk = deepcopy(start)
            disk.errno, disk.fail_at = number, call
            vault = unlocked(FOLDER, "new", disk)
            files = disk.files()
            if files["vault.key"] != files.get("vault.key.bak"):
                read_only += 1
                assert vault.read_only
                assert set(files) >= before - {"vault.key.bak.new"}
            vault.close()
            disk.fail_at = 0
            for left in (*(disk.after_power_cut(chance) for _ in range(3)), disk.after_kill()):
                _whole(left)
    assert read_only


class _UnsyncedDisk(ModelDisk):
    """Does all it is asked, and makes no name durable."""

    unsynced = False

    def sync_folder(self, folder: Path) -> None:
        if self.unsynced:
            raise OSError(errno.ENOSPC, "no room")
        super().sync_folder(folder)


def test_no_file_goes_where_the_key_files_cannot_be_made_durable() -> None:
    disk = _UnsyncedDisk()
    for name, raw in _between_the_key_files().files().items():
        disk.put(name, raw)
    before = set(disk.files())
    disk.unsynced = True
    vault = unlocked(FOLDER, "new", disk)
    assert vault.read_only
    assert set(disk.files()) >= before - {"vault.key.bak.new"}
    vault.close()


class _InterruptedDisk(ModelDisk):
    """Meets an interrupt from the keyboard once the first key file is the new one."""

    armed = False

    def replace(self, old: Path, new: Path) -> None:
        super().replace(old, new)
        if self.armed and new.name == "vault.key":
            raise KeyboardInterrupt


def test_an_interrupt_between_the_key_files_leaves_all_and_takes_no_more_changes() -> None:
    disk = _InterruptedDisk()
    filled(fresh_vault(FOLDER, "passphrase", disk)).close()
    vault = unlocked(FOLDER, "passphrase", disk)
    vault.collection("b").table("things").insert({"since": "the lock"})
    disk.armed = True
    with pytest.raises(KeyboardInterrupt):
        vault.rotate("passphrase", "new")
    with pytest.raises(ReadOnly):
        vault.collection("a").insert({})
    vault.close()
    disk.armed = False
    assert _whole(disk) == "new"


class _StickyDisk(ModelDisk):
    """Removes nothing."""

    sticky = False

    def remove(self, path: Path) -> None:
        if self.sticky:
            raise OSError(errno.ENOSPC, "no room")
        super().remove(path)


def test_what_a_stopped_rotation_could_not_take_away_goes_before_the_next_one() -> None:
    disk = _StickyDisk()
    vault = filled(fresh_vault(FOLDER, "passphrase", disk))
    steps = iter((False, False, True))
    disk.sticky = True
    with pytest.raises(Stopped):
        vault.rotate("passphrase", "new", stop=lambda: next(steps))
    assert sum(name.endswith(".db") for name in disk.files()) == LOGS + 3
    with pytest.raises(VaultError):
        vault.rotate("passphrase", "new")
    disk.sticky = False
    vault.rotate("passphrase", "new")
    vault.close()
    assert sum(name.endswith(".db") for name in disk.files()) == LOGS


def test_where_the_new_key_file_is_damaged_before_its_copy_is_written_the_old_vault_is_whole() -> None:
    disk = _between_the_key_files()
    _damage_key = disk.files()["vault.key"]
    disk.put("vault.key", _damage_key[:100] + b"!" + _damage_key[101:])
    vault = unlocked(FOLDER, "passphrase", disk)
    assert Notice(NoticeKind.HEALED, "") in vault.notices
    vault.close()
    assert _whole(disk) == "passphrase"


def test_a_damaged_list_of_leaving_files_is_noticed_and_removes_nothing() -> None:
    disk = _between_the_key_files()
    vault = unlocked(FOLDER, "new", _copied(disk))
    name = vault._folder.log_path(".leaving").name
    vault.close()
    raw = disk.files()[name]
    disk.put(name, raw[:600] + bytes([raw[600] ^ 1]) + raw[601:])
    healed = _copied(disk)
    assert _whole(healed) == "new"
    disk.put(name, bytes(len(raw)))
    before = set(disk.files())
    vault = unlocked(FOLDER, "new", disk)
    assert Notice(NoticeKind.DAMAGED, ".leaving") in vault.notices
    assert content(vault) == EXPECTED
    assert before - {"vault.key.bak.new"} <= set(disk.files())
    with pytest.raises(VaultDamaged):
        vault.rotate("new", "another")


def _copied(disk: ModelDisk) -> ModelDisk:
    copy = ModelDisk()
    for name, raw in disk.files().items():
        copy.put(name, raw)
    return copy


# ------------------------------------------------------------------ real kills

KILLED_AT_EVERY_CALL = """
import os, shutil, signal, sys
from pathlib import Path
from tests.vault.disks import CheapDisk, unlocked

class Killing(CheapDisk):
    left = 0

def counted(name):
    real = getattr(CheapDisk, name)
    def call(self, *arguments):
        self.left -= 1
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(self, *arguments)
    return call

for name in ("open", "create", "write_at", "sync", "truncate", "replace", "remove", "sync_folder", "close"):
    setattr(Killing, name, counted(name))

start, number = Path(sys.argv[1]), 0
while True:
    number += 1
    folder = start.with_name(str(number))
    shutil.copytree(start, folder)
    child = os.fork()
    if not child:
        disk = Killing()
        vault = unlocked(folder, "passphrase", disk)
        disk.left = number
        vault.rotate("passphrase", "new")
        os._exit(0)
    if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0:
        break
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills processes that were forked")
def test_a_process_killed_at_every_call_leaves_all_of_the_old_or_all_of_the_new(tmp_path: Path) -> None:
    vault = filled(fresh_vault(tmp_path / "start"))
    expected = content(vault)
    vault.close()
    subprocess.run(
        [sys.executable, "-c", KILLED_AT_EVERY_CALL, str(tmp_path / "start")],
        check=True,
        cwd=Path(__file__).parent.parent.parent,
    )
    shutil.rmtree(tmp_path / "start")
    opened = {"passphrase": 0, "new": 0}
    for folder in tmp_path.iterdir():
        for passphrase in opened:
            try:
                vault = unlocked(folder, passphrase)
            except WrongPassphrase:
                continue
            assert content(vault) == expected
            assert harmless(vault.notices)
            vault.close()
            opened[passphrase] += 1
        left = {path.name for path in folder.iterdir()} - {"lock", "vault.key", "vault.key.bak"}
        assert len(left) == LOGS, (folder.name, left)
    assert sum(opened.values()) == len(list(tmp_path.iterdir())) > 60
    assert min(opened.values()) > 3
