"""A disk that refuses: every call of a history fails once, or from then on, and nothing changes that was refused."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from app.vault import DiskFull, NoticeKind, ReadOnly, Vault, VaultError
from tests.faults.history import FOLDER, History, harmless, held, only
from tests.vault.disks import ModelDisk, PowerCut, fresh_vault, seeded, unlocked

SCRIPT: tuple[Callable[[History], None], ...] = (
    History.insert,
    History.insert,
    History.change_several,
    History.change_document,
    History.other_passphrase,
    History.fold,
    History.insert,
    History.remove,
    History.reopen,
    History.change_several,
    History.insert,
)
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
OTHER = (errno.EIO, errno.EACCES, errno.EROFS)


def _started() -> History:
    disk = ModelDisk()
    fresh_vault(FOLDER, "passphrase", disk).close()
    return History(disk, seeded(7), {}, "passphrase")


def _calls() -> int:
    history = _started()
    before = history.disk.calls
    for step in SCRIPT:
        history.step(step)
    return history.disk.calls - before


def _refused(call: int, number: int, *, broken: bool) -> None:
    history = _started()
    disk = history.disk
    disk.errno, disk.fail_at, disk.broken = number, disk.calls + call, broken
    for step in SCRIPT:
        try:
            history.step(step)
        except (DiskFull, ReadOnly) as error:
            _nothing_changed(history, error, number)
            break
    disk.fail_at, disk.broken = 0, False
    history.vault.close()
    again = unlocked(FOLDER, _passphrase(history), disk)
    outcomes = [only(history.kept), only(history.tried)] if broken else [only(history.kept)]
    assert held(again) in outcomes
    assert harmless(again.notices)
    again.collection("a").insert({"after": "all"})


def _nothing_changed(history: History, error: VaultError, number: int) -> None:
    vault = history.vault
    disk = history.disk
    assert held(vault) == only(history.kept)
    if isinstance(error, DiskFull) and not disk.broken:
        assert number in FULL
        assert not vault.read_only
        row = vault.collection("a").table("things").insert({"room": "again"})
        history.kept.setdefault("a", {})[row] = {"room": "again"}
        history.tried = history.kept
    elif isinstance(error, ReadOnly):
        assert vault.read_only
        with pytest.raises(ReadOnly):
            vault.collection("a").table("things").insert({})
        assert held(vault) == only(history.kept)


def _passphrase(history: History) -> str:
    try:
        unlocked(FOLDER, history.passphrase, history.disk).close()
    except VaultError:
        assert history.passphrase != history.passphrase_tried
        return history.passphrase_tried
    return history.passphrase


@pytest.mark.parametrize("broken", [False, True], ids=["once", "for good"])
@pytest.mark.parametrize("number", [*FULL, *OTHER], ids=errno.errorcode.get)
def test_a_call_that_fails_changes_nothing(number: int, broken: bool) -> None:
    calls = _calls()
    assert calls > 60
    for call in range(1, calls + 1):
        _refused(call, number, broken=broken)


def test_a_full_disk_is_named_and_the_vault_stays_usable() -> None:
    disk = ModelDisk()
    table = fresh_vault(FOLDER, "passphrase", disk).collection("a").table("things")
    table.insert({"first": 1})
    disk.errno, disk.fail_at = errno.ENOSPC, disk.calls + 1
    with pytest.raises(DiskFull):
        table.insert({"second": 2})
    assert table.all() == [{"first": 1}]
    assert table.insert({"third": 3}) == 2


def test_after_another_error_the_vault_is_read_only_until_reopened() -> None:
    disk = ModelDisk()
    vault = fresh_vault(FOLDER, "passphrase", disk)
    table = vault.collection("a").table("things")
    table.insert({"first": 1})
    disk.errno, disk.fail_at = errno.EIO, disk.calls + 2
    with pytest.raises(ReadOnly):
        table.insert({"second": 2})
    with pytest.raises(ReadOnly), vault.change():
        table.insert({"third": 3})
    assert vault.read_only
    assert table.all() == [{"first": 1}]
    vault.close()
    again = unlocked(FOLDER, "passphrase", disk)
    assert not again.read_only
    assert again.collection("a").table("things").all() == [{"first": 1}]


def test_an_unfinished_change_is_shown_whole_even_where_nothing_can_be_written() -> None:
    disk, cut = _cut_in_the_middle()
    disk.errno, disk.fail_at, disk.broken = errno.ENOSPC, 1, True
    vault = unlocked(FOLDER, "passphrase", disk)
    assert vault.read_only
    assert [len(vault.collection(name)) for name in ("a", "b")] == [2, 2], cut
    disk.fail_at = 0
    vault.close()
    again = unlocked(FOLDER, "passphrase", disk)
    assert not again.read_only
    assert [len(again.collection(name)) for name in ("a", "b")] == [2, 2]
    assert again.notices == ()


def test_an_unfinished_change_over_a_damaged_log_is_noticed_and_its_intent_kept() -> None:
    disk, _ = _cut_in_the_middle()
    before = disk.files()
    vault = unlocked(FOLDER, "passphrase", disk)
    now = disk.files()
    (damaged,) = (name for name, content in before.items() if len(now.get(name, b"")) > len(content))
    vault.close()
    for name, content in before.items():
        disk.put(name, content)
    disk.put(damaged, before[damaged][:600] + b"!" + before[damaged][601:])
    again = unlocked(FOLDER, "passphrase", disk)
    kinds = {notice.kind for notice in again.notices}
    assert NoticeKind.DAMAGED in kinds
    assert any(name.endswith(".torn") for name in disk.files())


class _StuckDisk(ModelDisk):
    """Writes nothing to the second log of a change, and cuts nothing off."""

    stuck = False
    _written_on = False

    def write_at(self, file: int, data: bytes, offset: int) -> None:
        if self.stuck and offset > 0 and self._written_on:
            raise OSError(errno.EIO, "stuck")
        self._written_on = self.stuck and offset > 0
        super().write_at(file, data, offset)

    def truncate(self, file: int, size: int) -> None:
        if self.stuck:
            raise OSError(errno.EIO, "stuck")
        super().truncate(file, size)


def test_a_change_that_can_neither_be_finished_nor_undone_is_never_half_there() -> None:
    disk = _StuckDisk()
    vault = fresh_vault(FOLDER, "passphrase", disk)
    for name in ("a", "b"):
        vault.collection(name).insert({"before": name})
    disk.stuck = True
    with pytest.raises(ReadOnly), vault.change():  # noqa: PT012  # the block is what is tried
        for name in ("a", "b"):
            vault.collection(name).insert({"in": name})
    assert [len(vault.collection(name)) for name in ("a", "b")] == [1, 1]
    assert vault.read_only
    vault.close()
    disk.stuck = False
    again = unlocked(FOLDER, "passphrase", disk)
    assert [len(again.collection(name)) for name in ("a", "b")] == [2, 2]


def _cut_in_the_middle() -> tuple[ModelDisk, int]:
    """A disk on which a change of the collections a and b has reached only a."""
    for cut in range(1, 60):
        disk = ModelDisk()
        vault = fresh_vault(FOLDER, "passphrase", disk)
        for name in ("a", "b"):
            vault.collection(name).insert({"before": name})
        disk.cut_at = disk.calls + cut
        sizes = {name: len(content) for name, content in disk.files().items()}
        try:
            with vault.change():
                for name in ("a", "b"):
                    vault.collection(name).insert({"in": name})
        except PowerCut:
            now = {name: len(content) for name, content in disk.files().items()}
            grown = [name for name, size in sizes.items() if now.get(name, 0) > size]
            if len(grown) == 1:
                return disk.after_kill(), cut
    raise AssertionError("no cut falls between the two logs")


def test_files_that_were_never_finished_are_swept_away_by_the_next_unlock() -> None:
    disk = ModelDisk()
    fresh_vault(FOLDER, "passphrase", disk).close()
    before = disk.files()
    disk.put("vault.key.new", b"half")
    disk.put("a2b3.db.new", b"half")
    unlocked(FOLDER, "passphrase", disk)
    assert disk.files() == before


def test_a_folder_that_cannot_be_read_is_an_error_of_the_vault(tmp_path: Path) -> None:
    folder = tmp_path / "file"
    folder.write_text("a file")
    with pytest.raises(VaultError):
        Vault.create(folder / "inside", "passphrase")
