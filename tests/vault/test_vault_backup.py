"""A backup holds all of a vault, says what is wrong with itself, and is written whole or not at all."""

import errno
import hashlib
import os
import random
import secrets
import shutil
import struct
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.vault import (
    Backup,
    CutShort,
    DiskFull,
    NoBackup,
    Notice,
    NoticeKind,
    NotWritten,
    VaultDamaged,
    VaultError,
    VaultExists,
    VaultUnsupported,
    WrongKey,
    WrongPassphrase,
    backing_up,
)
from app.vault.framed import CONTENT_BYTES, FRAME_BYTES, sealed_frames
from app.vault.key_file import KeyFile
from tests.canary import Canary
from tests.vault.backups import CONTENT, backed_up, filled, held, opened
from tests.vault.disks import CheapDisk, ModelDisk, PowerCut, fresh_vault, seeded, unlocked

FOLDER = Path("/modelled")
PATH = Path("/elsewhere/copy")


def _judged(path: Path, passphrase: str = "passphrase") -> type[Exception] | None:
    """What is wrong with a backup, all of it looked at."""
    try:
        backup = opened(path, passphrase)
        backup.about()
        backup.check()
    except VaultError as error:
        return type(error)
    return None


def test_a_backup_holds_everything_and_says_what_it_is_about(tmp_path: Path) -> None:
    path = backed_up(tmp_path / "vault", tmp_path / "copy")
    backup = opened(path)
    assert backup.about() == {"made": 1}
    assert dict(backup.collections()) == CONTENT
    found = backup.check()
    assert found.sound
    assert found.notices == ()
    assert found.collections == tuple(CONTENT)
    backup.close()
    with pytest.raises(VaultError, match="locked"):
        backup.check()


def test_what_is_returned_is_what_the_finished_file_holds(tmp_path: Path) -> None:
    vault = filled(tmp_path / "vault")
    assert vault.back_up(tmp_path / "copy") == opened(tmp_path / "copy").check() == vault.check()
    vault.close()


def test_a_backup_is_for_its_owner_alone_and_of_few_sizes(tmp_path: Path) -> None:
    path = backed_up(tmp_path / "vault", tmp_path / "copy")
    assert sys.platform == "win32" or path.stat().st_mode & 0o777 == 0o600
    assert (path.stat().st_size - 609) % FRAME_BYTES == 0
    assert {one.name for one in tmp_path.iterdir()} == {"vault", "copy"}


def test_a_vault_goes_on_after_its_backup(tmp_path: Path) -> None:
    vault = filled(tmp_path / "vault")
    vault.back_up(tmp_path / "copy")
    vault.collection("plan").insert({"later": 1})
    vault.back_up(tmp_path / "copy", replace=True)
    assert "_default" in dict(opened(tmp_path / "copy").collections())["plan"]
    vault.close()


def test_nothing_is_overwritten_unless_asked(tmp_path: Path) -> None:
    vault = filled(tmp_path / "vault")
    (tmp_path / "copy").write_text("mine")
    with pytest.raises(VaultExists):
        vault.back_up(tmp_path / "copy")
    assert (tmp_path / "copy").read_text() == "mine"
    (tmp_path / "folder").mkdir()
    with pytest.raises(VaultExists):
        vault.back_up(tmp_path / "folder")
    with pytest.raises(NotWritten):
        vault.back_up(tmp_path / "folder", replace=True)
    assert not list(tmp_path.glob("*.new"))
    vault.close()


def test_a_backup_never_lands_on_the_vault_itself(tmp_path: Path) -> None:
    vault = filled(tmp_path / "vault")
    before = (tmp_path / "vault" / "vault.key").read_bytes()
    for name in ("vault.key", "copy"):
        with pytest.raises(NotWritten):
            vault.back_up(tmp_path / "vault" / name, replace=True)
    assert (tmp_path / "vault" / "vault.key").read_bytes() == before
    assert not (tmp_path / "vault" / "copy").exists()
    vault.close()


def test_a_change_is_not_backed_up_half_way(tmp_path: Path) -> None:
    vault = filled(tmp_path / "vault")
    with vault.change(), pytest.raises(VaultError, match="going on"):
        vault.back_up(tmp_path / "copy")
    vault.close()


def test_a_device_slot_never_leaves_the_device(tmp_path: Path) -> None:
    vault = filled(tmp_path / "vault")
    recovery = vault.key_slots.draw_recovery_key()
    vault.key_slots.add_recovery_key(recovery)
    vault.key_slots.add_device_key(os.urandom(32))
    in_vault = KeyFile.parse((tmp_path / "vault" / "vault.key").read_bytes())
    vault.back_up(tmp_path / "copy")
    vault.close()
    backup = Backup.open_with_recovery_key(tmp_path / "copy", recovery, disk=CheapDisk())
    assert dict(backup.collections()) == CONTENT
    kept = backup.head.key_file
    assert in_vault.has_device_key()
    assert not kept.has_device_key()
    assert kept.has_recovery_key(backup.keys)
    (device,) = set(in_vault.slots) - set(kept.slots)
    assert device.raw[1:] not in (tmp_path / "copy").read_bytes()
    assert sum(slot in kept.slots for slot in in_vault.slots) == 3
    with pytest.raises(WrongKey):
        Backup.open_with_recovery_key(tmp_path / "copy", os.urandom(len(recovery)), disk=CheapDisk())


def test_a_backup_keeps_the_passphrase_it_was_made_with(tmp_path: Path) -> None:
    vault = filled(tmp_path / "vault")
    vault.back_up(tmp_path / "copy")
    vault.change_passphrase("passphrase", "new")
    vault.back_up(tmp_path / "later")
    vault.close()
    assert _judged(tmp_path / "copy") is None
    assert _judged(tmp_path / "copy", "new") is WrongPassphrase
    assert _judged(tmp_path / "later", "new") is None


# ------------------------------------------------------------------ damage


def test_every_flipped_byte_is_noticed_and_named(tmp_path: Path) -> None:
    path = backed_up(tmp_path / "vault", tmp_path / "copy")
    backup = opened(path)
    whole, head = path.read_bytes(), len(backup.head.raw)
    assert len(whole) == head + FRAME_BYTES
    disk = ModelDisk()
    chance = random.Random(secrets.randbits(40))  # noqa: S311
    for place in range(len(whole)):
        disk.put(
            path.name, whole[:place] + bytes([whole[place] ^ (1 << chance.randrange(8))]) + whole[place + 1 :]
        )
        with pytest.raises(VaultError) as told:
            Backup.open(path, "passphrase", disk=disk).about() if place < head else Backup(
                disk, path, backup.head, backup.keys
            ).about()
        assert isinstance(told.value, VaultDamaged), place


def test_every_length_is_noticed_as_cut_short(tmp_path: Path) -> None:
    path = tmp_path / "copy"
    vault = filled(tmp_path / "vault")
    vault.collection("large").insert({"text": "x" * 3 * FRAME_BYTES})
    vault.back_up(path)
    vault.close()
    backup = opened(path)
    whole, head = path.read_bytes(), len(backup.head.raw)
    assert len(whole) >= head + 4 * FRAME_BYTES
    lengths = {*range(1, head + 3), *range(head, len(whole), FRAME_BYTES), *range(head, len(whole), 1777)}
    for length in sorted(lengths):
        path.write_bytes(whole[:length])
        assert _judged(path) is CutShort, length


def test_frames_cannot_change_places_be_repeated_or_be_added_to(tmp_path: Path) -> None:
    path = tmp_path / "copy"
    vault = filled(tmp_path / "vault")
    vault.collection("large").insert({"text": "x" * 8 * FRAME_BYTES})
    vault.back_up(path)
    vault.back_up(tmp_path / "second")
    vault.close()
    head = len(opened(path).head.raw)
    whole = path.read_bytes()
    frames = [whole[at : at + FRAME_BYTES] for at in range(head, len(whole), FRAME_BYTES)]
    other = (tmp_path / "second").read_bytes()[head : head + FRAME_BYTES]
    for order in (
        [frames[1], frames[0], *frames[2:]],
        [*frames[:4], frames[5], frames[4], *frames[6:]],
        [frames[0], *frames],
        frames[1:],
        [*frames[:1], *frames[2:]],
        [other, *frames[1:]],
        [*frames, b"x"],
        [*frames, frames[-1]],
    ):
        path.write_bytes(whole[:head] + b"".join(order))
        assert _judged(path) is VaultDamaged


def test_what_is_wrong_has_a_name_of_its_own(tmp_path: Path) -> None:
    path = backed_up(tmp_path / "vault", tmp_path / "copy")
    assert _judged(path, "wrong") is WrongPassphrase
    assert _judged(tmp_path / "not there") is NoBackup
    assert _judged(tmp_path) is NoBackup
    whole = path.read_bytes()
    for other in (b"", b"\x89PNG" + bytes(5000), (tmp_path / "vault" / "vault.key").read_bytes()):
        path.write_bytes(other)
        assert _judged(path) is NoBackup
    length = int.from_bytes(whole[8:12], "little")
    body = whole[:7] + b"\x02" + whole[8:length]
    path.write_bytes(body + hashlib.sha256(body).digest() + whole[length + 32 :])
    assert _judged(path) is VaultUnsupported


@given(st.binary(max_size=200), st.booleans())
@settings(max_examples=300)
def test_no_head_makes_anything_but_our_errors(tail: bytes, whole: bool) -> None:
    disk = ModelDisk()
    body = b"SEALBAK\x01" + tail
    if whole and len(body) >= 12:
        body = body[:8] + struct.pack("<I", len(body)) + body[12:]
        body += hashlib.sha256(body).digest()
    disk.put(PATH.name, body)
    with pytest.raises(VaultError):
        Backup.open(PATH, "passphrase", disk=disk).check()


def test_damage_of_the_vault_is_carried_along_and_named(tmp_path: Path) -> None:
    filled(tmp_path / "vault").close()
    vault = unlocked(tmp_path / "vault")
    path = vault._folder.log_path("check_ins/2026-11")
    path.write_bytes(path.read_bytes()[:600] + b"x" * 100)
    vault._folder.log_path("plan").unlink()
    found = vault.back_up(tmp_path / "copy")
    assert found.notices == (
        Notice(NoticeKind.DAMAGED, "check_ins/2026-11"),
        Notice(NoticeKind.MISSING, "plan"),
    )
    assert not found.sound
    assert dict(opened(tmp_path / "copy").collections())["check_ins/2026-10"] == CONTENT["check_ins/2026-10"]
    vault.close()


def test_without_marks_the_files_are_kept_and_counted(tmp_path: Path) -> None:
    filled(tmp_path / "vault").close()
    vault = unlocked(tmp_path / "vault")
    vault._folder.log_path(".marks").unlink()
    vault.back_up(tmp_path / "copy")
    found = opened(tmp_path / "copy").check()
    assert found.unknown == 3
    assert Notice(NoticeKind.MISSING, ".marks") in found.notices
    vault.close()


def test_a_backup_is_not_made_of_a_vault_whose_key_file_is_gone(tmp_path: Path) -> None:
    vault = filled(tmp_path / "vault")
    for name in ("vault.key", "vault.key.bak"):
        (tmp_path / "vault" / name).write_bytes(b"x" * 533)
    with pytest.raises(VaultDamaged):
        vault.back_up(tmp_path / "copy")
    shutil.copy(tmp_path / "vault" / "vault.key", tmp_path / "vault" / "vault.key.bak")
    assert not (tmp_path / "copy").exists()
    vault.close()


class _Forgetful(CheapDisk):
    """Writes one wrong byte into the file that is being made."""

    place = -1

    def write_at(self, file: int, data: bytes, offset: int) -> None:
        if 0 <= self.place - offset < len(data):
            at = self.place - offset
            data = data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
        super().write_at(file, data, offset)


@pytest.mark.parametrize("place", [50, 200, 700, 30_000, 70_000])
def test_a_backup_that_does_not_open_again_never_takes_its_place(place: int, tmp_path: Path) -> None:
    disk = _Forgetful()
    vault = filled(tmp_path / "vault", disk=disk)
    vault.collection("large").insert({"text": "x" * 3 * FRAME_BYTES})
    vault.back_up(tmp_path / "copy")
    good = (tmp_path / "copy").read_bytes()
    vault.close()
    vault = unlocked(tmp_path / "vault", disk=disk)
    disk.place = place
    with pytest.raises(NotWritten):
        vault.back_up(tmp_path / "copy", replace=True)
    assert (tmp_path / "copy").read_bytes() == good
    assert not (tmp_path / "copy.new").exists()
    disk.place = -1
    vault.close()


def test_one_that_is_written_after_the_lock_is_read_back_too(tmp_path: Path) -> None:
    disk = _Forgetful()
    vault = filled(tmp_path / "vault", disk=disk)
    gathered = vault.gather(about="left")
    vault.close()
    disk.place = 700
    with pytest.raises(NotWritten):
        gathered.write_unchecked(tmp_path / "copy")
    assert not list(tmp_path.glob("copy*"))
    disk.place = -1
    gathered.write_unchecked(tmp_path / "copy")
    backup = opened(tmp_path / "copy")
    assert backup.check().sound
    assert dict(backup.collections()) == CONTENT
    with pytest.raises(VaultError, match="locked"):
        gathered.write(tmp_path / "another")
    assert not list(tmp_path.glob("another*"))


def test_the_state_differs_whenever_something_does_and_not_else(tmp_path: Path) -> None:
    vault = filled(tmp_path / "vault")
    before = vault.state(), vault.state(but=frozenset({"plan"}))
    vault.back_up(tmp_path / "copy")
    assert (vault.state(), vault.state(but=frozenset({"plan"}))) == before
    vault.collection("plan").insert({"later": 1})
    assert vault.state() != before[0]
    assert vault.state(but=frozenset({"plan"})) == before[1]
    vault.close()
    vault = unlocked(tmp_path / "vault")
    assert vault.state(but=frozenset({"plan"})) == before[1]
    vault.close()


def test_a_backup_is_checked_with_the_keys_of_its_vault(tmp_path: Path) -> None:
    vault = filled(tmp_path / "vault")
    vault.back_up(tmp_path / "copy")
    assert vault.check_backup(tmp_path / "copy").sound
    backed_up(tmp_path / "other", tmp_path / "foreign")
    with pytest.raises(VaultDamaged):
        vault.check_backup(tmp_path / "foreign")
    vault.close()


def test_a_backup_that_holds_something_else_never_takes_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = sealed_frames
    monkeypatch.setattr(
        backing_up,
        "sealed_frames",
        lambda key, content: real(key, (piece.replace(b"SEALLOG", b"SEALLOX") for piece in content)),
    )
    vault = filled(tmp_path / "vault")
    with pytest.raises(NotWritten):
        vault.back_up(tmp_path / "copy")
    assert not list(tmp_path.glob("copy*"))
    vault.close()


# ------------------------------------------------------------------ cuts and failures


def _on_model(replace: bool) -> tuple[ModelDisk, bytes]:
    """A closed vault on a modelled disk, and the backup that is there already."""
    disk = ModelDisk()
    vault = filled(FOLDER, disk=disk)
    vault.back_up(PATH, about="old")
    old = disk.files()[PATH.name]
    if not replace:
        del disk._names[PATH.name], disk._durable_names[PATH.name]
    vault.close()
    return disk, old


@pytest.mark.parametrize("replace", [False, True])
def test_a_backup_cut_at_any_call_leaves_the_old_or_the_new_whole(replace: bool) -> None:
    chance = seeded(3)
    seen = set()
    for cut in range(1, 100):
        disk, old = _on_model(replace)
        vault = unlocked(FOLDER, disk=disk)
        vault.collection("plan").insert({"later": 1})
        disk.cut_at = disk.calls + cut
        try:
            vault.back_up(PATH, about="new", replace=replace)
        except PowerCut:
            pass
        else:
            break
        for left in (*(disk.after_power_cut(chance) for _ in range(4)), disk.after_kill()):
            if PATH.name not in left.files():
                assert not replace
                seen.add("none")
            elif left.files()[PATH.name] == old:
                seen.add("old")
            else:
                backup = opened(PATH, disk=left)
                assert backup.about() == "new"
                assert backup.check().sound
                seen.add("new")
            again = unlocked(FOLDER, disk=left)
            assert again.check().sound
            assert len(again.collection("plan")) == 1
    else:
        pytest.fail("it never finished")
    for _ in range(5):
        assert opened(PATH, disk=disk.after_power_cut(chance)).about() == "new"
    assert seen == {"new", "old" if replace else "none"}


@pytest.mark.parametrize("number", [errno.EIO, errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_backup_that_fails_at_any_call_leaves_the_old_and_the_vault_usable(number: int) -> None:
    kind = DiskFull if number == errno.ENOSPC else NotWritten
    failures = 0
    while True:
        disk, old = _on_model(replace=True)
        vault = unlocked(FOLDER, disk=disk)
        disk.errno, disk.fail_at = number, disk.calls + failures + 1
        try:
            vault.back_up(PATH, about="new", replace=True)
        except kind:
            failures += 1
        else:
            break
        disk.fail_at = 0
        backup = opened(PATH, disk=disk)
        assert disk.files()[PATH.name] == old or backup.about() == "new"
        assert backup.check().sound
        assert f"{PATH.name}.new" not in disk.files()
        vault.collection("plan").insert({"later": 1})
    assert failures > 4


@pytest.mark.parametrize(
    ("number", "works"), [(errno.EINVAL, True), (errno.ENOTSUP, True), (errno.EIO, False)]
)
def test_a_drive_that_cannot_sync_folders_can_hold_a_backup(
    number: int, works: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = filled(tmp_path / "vault")
    real = CheapDisk.sync_folder

    def refusing(disk: CheapDisk, folder: Path) -> None:
        if folder == tmp_path:
            raise OSError(number, "no")
        real(disk, folder)

    monkeypatch.setattr(CheapDisk, "sync_folder", refusing)
    if works:
        assert vault.back_up(tmp_path / "copy").sound
    else:
        with pytest.raises(NotWritten):
            vault.back_up(tmp_path / "copy")
    assert opened(tmp_path / "copy").check().sound
    vault.close()


def test_memory_is_bounded_by_a_frame_and_not_by_the_vault(tmp_path: Path) -> None:
    """Measured on what is held at once: no piece that is read or written is larger than a frame."""
    largest = 0

    class Watching(CheapDisk):
        def read_part(self, path: Path, offset: int, size: int) -> bytes:
            nonlocal largest
            part = super().read_part(path, offset, size)
            largest = max(largest, len(part))
            return part

        def write_at(self, file: int, data: bytes, offset: int) -> None:
            nonlocal largest
            largest = max(largest, len(data))
            super().write_at(file, data, offset)

    filled(tmp_path / "vault").close()
    vault = unlocked(tmp_path / "vault")
    for number in range(20):
        vault.collection("large").insert({"n": number, "text": "x" * 3 * CONTENT_BYTES})
    vault.close()
    vault = unlocked(tmp_path / "vault", disk=Watching())
    vault.back_up(tmp_path / "copy")
    assert (tmp_path / "copy").stat().st_size > 60 * FRAME_BYTES
    assert largest <= FRAME_BYTES
    vault.close()


def test_nothing_in_a_backup_can_be_read(canary: Canary, tmp_path: Path) -> None:
    phrase = str(canary)
    vault = fresh_vault(tmp_path / "vault", phrase)
    vault.collection(phrase).table(phrase).insert({phrase: phrase * 50})
    vault.fold(phrase)
    vault.back_up(tmp_path / "copy", about={phrase: phrase})
    vault.close()
    backup = opened(tmp_path / "copy", phrase)
    assert backup.about() == {phrase: phrase}
    assert phrase not in repr(backup) + repr(backup.head) + repr(next(backup.entries()))
    names = {path.name[:-3].encode() for path in (tmp_path / "vault").glob("*.db")}
    assert not [name for name in names if name in (tmp_path / "copy").read_bytes()]


def test_two_backups_of_one_moment_share_no_sealed_byte_run(tmp_path: Path) -> None:
    vault = filled(tmp_path / "vault")
    vault.back_up(tmp_path / "one")
    vault.back_up(tmp_path / "two")
    vault.close()
    one, two = (tmp_path / "one").read_bytes(), (tmp_path / "two").read_bytes()
    assert len(one) == len(two)
    runs = {one[at : at + 16] for at in range(610, len(one) - 16)}
    assert not any(two[at : at + 16] in runs for at in range(610, len(two) - 16))
    assert held(unlocked(tmp_path / "vault")) == CONTENT
