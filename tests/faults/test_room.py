"""Room that a log has grown ahead: what is torn or flipped in it is told from what is lost, and a disk may refuse it."""

import errno
import secrets
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from app.vault import Backup, Disk, NoticeKind, ReadOnly, Vault
from app.vault import disk as vault_disk
from app.vault.tail import ROOM_BYTES
from tests.faults.amount import amount, tried
from tests.faults.history import FOLDER
from tests.vault.disks import ModelDisk, fresh_vault, unlocked

ROWS = 5
SECTOR = 512
END = (ROWS + 1) * SECTOR
"""Where the frames end: a header and small frames."""

STRIDE = amount(61, 7, 1)


def _grown(disk: ModelDisk | None = None) -> tuple[ModelDisk, str, Vault]:
    """A vault that is open, whose collection "a" has five small frames and room behind them; and the name of its file."""
    disk = disk or ModelDisk()
    vault = fresh_vault(FOLDER, "passphrase", disk)
    for row in range(ROWS):
        vault.collection("a").insert({"row": row})
    return disk, vault._folder.log_path("a").name, vault


def _killed() -> tuple[dict[str, bytes], str]:
    """What a kill leaves: the files, and the name of the one with room."""
    disk, name, _ = _grown()
    assert len(disk.files()[name]) - END > ROOM_BYTES // 2
    return disk.files(), name


def _seen(files: dict[str, bytes]) -> tuple[list[Any], set[NoticeKind], ModelDisk]:
    """The rows that are shown, what is noticed, and the disk afterwards."""
    disk = ModelDisk()
    for name, content in files.items():
        disk.put(name, content)
    vault = unlocked(FOLDER, "passphrase", disk)
    rows = [document["row"] for document in vault.collection("a")]
    assert {notice.collection for notice in vault.notices} <= {"a"}
    return rows, {notice.kind for notice in vault.notices}, disk


def _torn(disk: ModelDisk) -> list[bytes]:
    return [content for name, content in disk.files().items() if name.endswith(".torn")]


def test_room_of_any_length_is_cut_off_and_nothing_is_said() -> None:
    files, name = _killed()
    raw = files[name]
    for size in range(END, len(raw) + 1, STRIDE):
        rows, found, disk = _seen(files | {name: raw[:size]})
        assert (rows, found, _torn(disk)) == (list(range(ROWS)), set(), [])
        assert len(disk.files()[name]) == END


def test_any_bit_that_flips_in_the_room_is_reported_and_cut_off() -> None:
    files, name = _killed()
    raw = files[name]
    for at in range(END + secrets.randbelow(STRIDE), len(raw), STRIDE):
        flipped = raw[:at] + bytes([1 << at % 8]) + raw[at + 1 :]
        rows, found, disk = _seen(files | {name: flipped})
        assert (rows, found) == (list(range(ROWS)), {NoticeKind.TORN_TAIL})
        assert disk.files()[name] == raw[:END]
        assert _torn(disk) == [flipped[END : at + 1]]
        tried["flipped bits in room that was grown ahead"] += 1


def test_a_frame_torn_over_zeros_is_set_aside_and_written_on_after() -> None:
    disk, name, vault = _grown()
    before = disk.files()
    vault.collection("a").insert({"row": ROWS, "text": "x" * 3 * SECTOR})
    raw, whole = before[name], disk.files()[name]
    sectors = range(END, len(whole.rstrip(b"\0")), SECTOR)
    assert len(sectors) == 4
    for reached in product((0, 100, SECTOR), repeat=len(sectors)):
        torn = bytearray(raw)
        for start, size in zip(sectors, reached, strict=True):
            torn[start : start + size] = whole[start : start + size]
        rows, found, left = _seen(before | {name: bytes(torn)})
        complete = set(reached) == {SECTOR}
        assert rows == list(range(ROWS + complete))
        assert found == ({NoticeKind.TORN_TAIL} if any(reached) and not complete else set())
        again = unlocked(FOLDER, "passphrase", left.after_kill())
        again.collection("a").insert({"row": len(rows)})
        again.close()
        assert _seen(left.files())[:2] == ([*rows, len(rows)], set())


def test_what_one_torn_frame_among_zeros_does_not_explain_is_damage() -> None:
    files, name = _killed()
    raw = files[name]
    last, spoilt = END - SECTOR, raw[END - 100] ^ 1
    unfinished = raw[: END - 100] + bytes([spoilt]) + raw[END - 99 :]
    assert _seen(files | {name: unfinished})[1] == {NoticeKind.TORN_TAIL}, "the one case that looks alike"
    for place in (END, END + SECTOR, len(raw) - 1):
        changed = unfinished[:place] + b"x" + unfinished[place + 1 :]
        rows, found, disk = _seen(files | {name: changed})
        assert (rows, found) == (list(range(ROWS - 1)), {NoticeKind.DAMAGED}), (
            "a byte behind a frame with a head"
        )
        assert disk.files()[name] == changed
    for place in (END, END + SECTOR, len(raw) - SECTOR):
        changed = raw[:place] + raw[last:END] + raw[place + SECTOR :]
        rows, found, disk = _seen(files | {name: changed})
        assert (rows, found) == (list(range(ROWS)), {NoticeKind.DAMAGED}), (
            "a frame where there should be none"
        )
        assert disk.files()[name] == changed
    changed = raw[:last] + bytes(SECTOR) + raw[last:-SECTOR]
    assert _seen(files | {name: changed})[1] == {NoticeKind.DAMAGED}, "zeros between frames"


def test_zeros_in_the_place_of_what_was_locked_are_damage_and_behind_it_are_room() -> None:
    disk, name, vault = _grown()
    vault.close()
    raw = disk.files()[name]
    rows, found, _ = _seen(disk.files() | {name: raw[:-SECTOR] + bytes(SECTOR)})
    assert (rows, found) == (list(range(ROWS - 1)), {NoticeKind.DAMAGED})
    rows, found, after = _seen(disk.files() | {name: raw + bytes(3 * SECTOR)})
    assert (rows, found) == (list(range(ROWS)), set())
    assert after.files()[name] == raw


def test_no_room_is_left_by_a_lock_or_a_fold_and_none_is_backed_up() -> None:
    disk, name, vault = _grown()
    before = len(disk.files()[name])
    vault.back_up(Path("/elsewhere/copy.sealed"))
    backup = Backup.open(Path("/elsewhere/copy.sealed"), "passphrase", disk=disk)
    (size,) = (len(b"".join(entry.pieces)) for entry in backup.entries() if entry.name == name)
    assert size == (ROWS + 1) * SECTOR
    vault.collection("a").insert({"row": ROWS})
    assert len(disk.files()[name]) == before, "it has the room still"
    vault.close()
    assert len(disk.files()[name]) == (ROWS + 2) * SECTOR
    vault = unlocked(FOLDER, "passphrase", disk)
    for row in range(3):
        vault.collection("a").insert({"row": row})
    vault.fold("a")
    assert len(disk.files()[name]) == 3 * SECTOR


class _CountingDisk(ModelDisk):
    """Counts how often all of a file is waited for."""

    syncs = 0

    def sync(self, file: int) -> None:
        self.syncs += 1
        super().sync(file)


def test_a_file_grows_once_for_many_frames_and_not_for_its_first() -> None:
    disk = _CountingDisk()
    vault = fresh_vault(FOLDER, "passphrase", disk)
    vault.collection("a").insert({"row": 0})
    vault.close()
    table = unlocked(FOLDER, "passphrase", disk).collection("a").table("rows")
    before = disk.syncs
    for row in range(1 + 2 * ROOM_BYTES // SECTOR):
        table.insert({"row": row})
    assert disk.syncs == before + 3, "the first frame, and room twice"


class _NoRoom(ModelDisk):
    """Refuses room, and takes frames; by the write, or by the sync after it."""

    number = 0
    at_sync = False
    _asked = False

    def write_at(self, file: int, data: bytes, offset: int) -> None:
        self._asked = data == bytes(ROOM_BYTES)
        if self.number and self._asked and not self.at_sync:
            super().write_at(file, data[: ROOM_BYTES // 3], offset)
            raise OSError(self.number, "refused")
        super().write_at(file, data, offset)

    def sync(self, file: int) -> None:
        if self.number and self._asked and self.at_sync:
            raise OSError(self.number, "refused")
        super().sync(file)


@pytest.mark.parametrize("at_sync", [False, True], ids=["at the write", "at the sync"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT], ids=errno.errorcode.get)
def test_a_disk_too_full_to_grow_ahead_still_takes_what_fits(number: int, at_sync: bool) -> None:
    disk = _NoRoom()
    disk.number, disk.at_sync = number, at_sync
    disk, name, vault = _grown(disk)  # type: ignore[assignment]
    assert not vault.read_only
    assert len(disk.files()[name]) == (ROWS + 1) * SECTOR
    left = disk.after_power_cut(secrets.SystemRandom())
    assert [row["row"] for row in unlocked(FOLDER, "passphrase", left).collection("a")] == list(range(ROWS))
    disk.number = 0
    vault.collection("a").insert({"row": ROWS})
    assert len(disk.files()[name]) == (ROWS + 1) * SECTOR + ROOM_BYTES, "and grows once there is room"


@pytest.mark.parametrize("at_sync", [False, True], ids=["at the write", "at the sync"])
def test_any_other_error_of_growing_ahead_refuses_the_save(at_sync: bool) -> None:
    disk = _NoRoom()
    vault = fresh_vault(FOLDER, "passphrase", disk)
    vault.collection("a").insert({"row": 0})
    vault.collection("a").insert({"row": 1})
    disk.number, disk.at_sync = errno.EIO, at_sync
    with pytest.raises(ReadOnly):
        vault.collection("a").insert({"row": 2})
    assert vault.read_only
    vault.close()
    disk.number = 0
    assert _seen(disk.files())[:2] == ([0, 1], set())


@pytest.mark.parametrize("cheaper", [True, False], ids=["fdatasync", "no fdatasync"])
def test_the_real_disk_syncs_data_in_the_cheapest_way_there_is(
    cheaper: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[str] = []
    monkeypatch.setattr(vault_disk, "_SYNC_DATA", (lambda _: synced.append("data")) if cheaper else None)
    monkeypatch.setattr(Disk, "sync", lambda *_: synced.append("all"))
    disk = Disk()
    file = disk.create(tmp_path / "file")
    disk.sync_data(file)
    disk.close(file)
    assert synced == ["data" if cheaper else "all"]
