"""A disk that refuses: every call of a history fails once, or from then on, and nothing changes that was refused."""

import errno
import os
import secrets
from pathlib import Path

import pytest

from app.vault import DiskFull, NoticeKind, ReadOnly, Vault, VaultError
from tests.faults.amount import amount, tried
from tests.faults.history import FOLDER, SCRIPT, History, Step, copy_found, harmless, held, only, opens
from tests.faults.stepping import stepping
from tests.vault.disks import ModelDisk, PowerCut, fresh_vault, seeded, unlocked

NUMBERS = (errno.EIO, errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES)
FULL = (errno.ENOSPC, errno.EDQUOT)
STRIDE = amount(9, 4, 1)


class Refusing:
    """A history on a disk of which one call fails, counted from its start; or, ``for_good``, all from that one on."""

    def __init__(self, at: int, number: int, *, for_good: bool, kind: type[ModelDisk] = ModelDisk) -> None:
        self._at, self._number, self._for_good = at, number, for_good
        self._armed = False
        self.calls = 0
        self.disk = stepping(kind, self._before)()
        fresh_vault(FOLDER, "passphrase", self.disk).close()
        self.history = History(self.disk, seeded(7), {}, "passphrase")
        self._armed = True

    def _before(self, name: str) -> None:
        if self._armed and name != "close":  # a descriptor is given back whatever close says
            self.calls += 1
            if self.calls == self._at or (self._for_good and self.calls > self._at):
                raise OSError(self._number, os.strerror(self._number))

    def run(self) -> None:
        """Do the script. A step that is refused has changed nothing, in memory at once and on the disk later."""
        for step in SCRIPT:
            try:
                self.history.step(step)
            except VaultError as error:
                self._refused(step, error)
                if self._for_good:
                    break
        self._armed = False
        self._open_again()

    def _refused(self, step: Step, error: VaultError) -> None:
        history = self.history
        armed, self._armed = self._armed, False
        if step is not History.reopen:
            assert held(history.vault) == only(history.kept)
            assert history.vault.read_only or not isinstance(error, ReadOnly)
            assert not isinstance(error, DiskFull) or self._number in FULL
        if step is History.reopen or history.vault.read_only:
            self._open_again()
        else:
            history.copy = copy_found(history, self.disk)  # the old one or the new
            history.refused()
        self._armed = armed

    def _open_again(self) -> None:
        """What is found is what was kept; a passphrase, or a change that the disk broke off for good, may be the later."""
        history = self.history
        history.vault.close()
        passphrase = opens(history, self.disk)
        history.vault = unlocked(FOLDER, passphrase, self.disk)
        found = held(history.vault)
        assert found == only(history.kept) or (self._for_good and found == only(history.tried))
        assert harmless(history.vault.notices)
        history.kept, history.passphrase = found, passphrase
        history.copy = copy_found(history, self.disk)
        history.refused()
        assert not history.vault.read_only


def _calls() -> int:
    never = Refusing(0, errno.EIO, for_good=False)
    never.run()
    return never.calls


@pytest.mark.parametrize("for_good", [False, True], ids=["once", "for good"])
@pytest.mark.parametrize("number", NUMBERS, ids=errno.errorcode.get)
def test_whichever_call_fails_nothing_is_called_saved_that_is_not(number: int, for_good: bool) -> None:
    calls = _calls()
    assert calls > 250
    for at in range(secrets.randbelow(STRIDE) + 1, calls + 1, STRIDE):
        try:
            Refusing(at, number, for_good=for_good).run()
        except Exception as error:
            raise AssertionError(f"call {at}") from error
        tried[f"calls to the disk that fail with {errno.errorcode[number]}"] += 1


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO], ids=errno.errorcode.get)
def test_a_write_that_fails_half_way_changes_nothing(number: int) -> None:
    """The disk of the model writes half of what is asked for where a write fails."""
    at, calls = 0, 1
    while at < calls:
        at += STRIDE
        disk = ModelDisk()
        fresh_vault(FOLDER, "passphrase", disk).close()
        history = History(disk, seeded(7), {}, "passphrase")
        begun = disk.calls
        disk.errno, disk.fail_at = number, begun + at
        for step in (History.insert, History.change_several, History.fold, History.insert, History.remove):
            try:
                history.step(step)
            except (DiskFull, ReadOnly):
                history.refused()
        assert held(history.vault) == only(history.kept)
        calls = disk.calls - begun
        history.vault.close()
        assert held(unlocked(FOLDER, "passphrase", disk)) == only(history.kept)
    assert at > 20


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
    raw = before[damaged]
    disk.put(damaged, raw[:600] + bytes([raw[600] ^ 1]) + raw[601:])
    again = unlocked(FOLDER, "passphrase", disk)
    kinds = {notice.kind for notice in again.notices}
    assert NoticeKind.DAMAGED in kinds
    assert any(name.endswith(".kept") for name in disk.files())


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
