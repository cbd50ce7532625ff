"""A large file is sealed by itself: whole or not at all, noticed when it is not, in every backup, and gone when nobody names it."""

import errno
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from itertools import count, product
from pathlib import Path

import pytest
from tinydb.table import Document

from app.vault import (
    Backup,
    DiskFull,
    NoticeKind,
    ReadOnly,
    SealedFile,
    Vault,
    VaultDamaged,
    VaultError,
    VaultUnsupported,
    erase,
    restore,
)
from app.vault import frames as vault_frames
from app.vault.framed import CONTENT_BYTES, FRAME_BYTES
from app.vault.sealed_file import FILE
from tests.canary import Canary
from tests.vault.disks import CheapDisk, ModelDisk, PowerCut, fresh_vault, seeded, unlocked

BOX = "things+files"
FOLDER = Path("/modelled")
LARGE = bytes(range(256)) * 700 + b"end"
"""Three frames."""


def put(vault: Vault, kept: SealedFile, row: int = 1) -> None:
    """Keep a document that names a file."""
    named = {"name": kept.name, "key": kept.key, "size": kept.size, "more": True}
    vault.collection(BOX).table("things").insert(Document({"file": named}, row))


def keep(vault: Vault, content: bytes = LARGE, row: int = 1) -> SealedFile:
    """Keep a file, and a document that names it."""
    kept = vault.files.keep(iter([content[:100], content[100:]]))
    put(vault, kept, row)
    return kept


def forget(vault: Vault, row: int = 1) -> None:
    """Let no document name it any more."""
    vault.collection(BOX).table("things").remove(doc_ids=[row])


def content_of(vault: Vault, kept: SealedFile) -> bytes:
    return b"".join(vault.files.read(kept))


def named(vault: Vault) -> list[SealedFile]:
    """The files that documents name."""
    return [one for row in vault.collection(BOX).table("things") if (one := SealedFile.named_by(row))]


def files_in(folder: Path) -> list[Path]:
    return sorted(folder.glob("*" + FILE))


def lost(vault: Vault) -> bool:
    """Whether a check says that a file is lost, and nothing else."""
    check = vault.check()
    kinds = {notice.kind for notice in check.notices}
    assert kinds <= {NoticeKind.FILE_LOST, NoticeKind.TORN_TAIL}
    assert check.sound == (NoticeKind.FILE_LOST not in kinds)
    return not check.sound


# ------------------------------------------------------------------ kept


@pytest.mark.parametrize("size", [0, 1, 65_507, 65_508, 65_509, 200_000])
def test_what_was_kept_is_there_after_the_next_unlock(tmp_path: Path, size: int) -> None:
    content = bytes(number % 251 for number in range(size))
    vault = fresh_vault(tmp_path / "vault")
    kept = keep(vault, content)
    assert content_of(vault, kept) == content
    vault.close()
    vault = unlocked(tmp_path / "vault")
    assert content_of(vault, *named(vault)) == content
    assert not lost(vault)
    vault.close()


def test_a_file_tells_nothing_and_little_by_its_size(tmp_path: Path, canary: Canary) -> None:
    vault = fresh_vault(tmp_path / "vault")
    one, other = keep(vault, str(canary).encode() * 900), keep(vault, b"x", row=2)
    assert str(canary) not in repr(one)
    assert one.name != other.name
    sizes = {path.stat().st_size for path in files_in(tmp_path / "vault")}
    assert sizes == {8 + FRAME_BYTES}
    assert {path.stat().st_mode & 0o777 for path in files_in(tmp_path / "vault")} == {0o600} or (
        sys.platform == "win32"
    )
    vault.close()


def test_the_same_photo_kept_twice_is_two_different_files(tmp_path: Path) -> None:
    vault = fresh_vault(tmp_path / "vault")
    keep(vault), keep(vault, row=2)
    one, other = (path.read_bytes()[8:] for path in files_in(tmp_path / "vault"))
    assert not {one[at : at + 16] for at in range(0, len(one), 16)} & {
        other[at : at + 16] for at in range(0, len(other), 16)
    }
    vault.close()


def test_no_unlock_reads_a_file(tmp_path: Path) -> None:
    class Blind(CheapDisk):
        def read(self, path: Path) -> bytes:
            assert path.suffix != FILE
            return super().read(path)

        def read_part(self, path: Path, offset: int, size: int) -> bytes:
            assert path.suffix != FILE
            return super().read_part(path, offset, size)

        def open(self, path: Path) -> int:
            assert path.suffix != FILE
            return super().open(path)

    vault = fresh_vault(tmp_path / "vault")
    kept = keep(vault)
    vault.close()
    vault = unlocked(tmp_path / "vault", disk=Blind())
    vault.collection("another").table("things").insert({})
    with pytest.raises(AssertionError):
        content_of(vault, kept)
    vault.close()


def test_a_large_file_never_is_in_memory_whole(tmp_path: Path) -> None:
    vault = fresh_vault(tmp_path / "vault")
    piece = bytes(1 << 16)
    tracemalloc.start()
    try:
        kept = vault.files.keep(piece for _ in range(320))
        put(vault, kept)
        assert sum(map(len, vault.files.read(kept))) == 20 << 20
        vault.back_up(tmp_path / "copy")
        backup = Backup.open(tmp_path / "copy", "passphrase", disk=CheapDisk())
        restore(backup, tmp_path / "other")
        assert tracemalloc.get_traced_memory()[1] < 4 << 20
    finally:
        tracemalloc.stop()
    vault.close()


def test_content_that_fails_leaves_nothing_and_the_vault_goes_on(tmp_path: Path) -> None:
    def failing() -> Iterator[bytes]:
        yield LARGE
        raise LookupError

    vault = fresh_vault(tmp_path / "vault")
    with pytest.raises(LookupError):
        vault.files.keep(failing())
    assert not list((tmp_path / "vault").glob("*" + FILE + "*"))
    assert content_of(vault, keep(vault)) == LARGE
    vault.close()


# ------------------------------------------------------------------ damage


def _changed(raw: bytes) -> Iterator[bytes]:
    """The bytes of a file of three frames with each kind of damage."""
    for at in [*range(8), *range(8, len(raw), 4099), len(raw) - 1]:
        yield raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :]
    for size in [0, 7, 8, 9, *range(8, len(raw), FRAME_BYTES), len(raw) - 1]:
        yield raw[:size]
    start, frames = raw[:8], [raw[at : at + FRAME_BYTES] for at in range(8, len(raw), FRAME_BYTES)]
    for order in product(range(3), repeat=3):
        if order != (0, 1, 2):
            yield start + b"".join(frames[one] for one in order)
    yield raw + b"\0"
    yield raw + frames[-1]


def test_all_damage_to_a_file_is_noticed_and_nothing_else_is_harmed(tmp_path: Path) -> None:
    vault = fresh_vault(tmp_path / "vault")
    kept, other = keep(vault), keep(vault, b"another", row=2)
    path = tmp_path / "vault" / kept.file_name
    raw = path.read_bytes()
    tried = 0
    for damaged in _changed(raw):
        path.write_bytes(damaged)
        with pytest.raises(VaultDamaged):
            content_of(vault, kept)
        tried += 1
    assert tried > 80
    assert lost(vault)
    assert [notice.kind for notice in vault.notices] == [NoticeKind.FILE_LOST], "named once"
    assert content_of(vault, other) == b"another"
    path.write_bytes(raw)
    vault.close()
    vault = unlocked(tmp_path / "vault")
    assert not lost(vault)
    vault.close()


def test_not_even_a_frame_of_padding_can_be_cut_off(tmp_path: Path) -> None:
    content = bytes(5 * CONTENT_BYTES - 10)
    vault = fresh_vault(tmp_path / "vault")
    kept = keep(vault, content)
    path = tmp_path / "vault" / kept.file_name
    raw = path.read_bytes()
    assert len(raw) == 8 + 6 * FRAME_BYTES, "the last frame is padding alone"
    path.write_bytes(raw[:-FRAME_BYTES])
    with pytest.raises(VaultDamaged):
        content_of(vault, kept)
    vault.close()


def test_a_file_that_is_missing_or_another_is_noticed(tmp_path: Path) -> None:
    vault = fresh_vault(tmp_path / "vault")
    kept, other = keep(vault), keep(vault, LARGE, row=2)
    one, two = (tmp_path / "vault" / named.file_name for named in (kept, other))
    first = one.read_bytes()
    one.write_bytes(two.read_bytes())
    assert lost(vault)
    one.write_bytes(first)
    assert not lost(vault)
    one.unlink()
    assert lost(vault)
    with pytest.raises(VaultDamaged):
        content_of(vault, kept)
    one.write_bytes(two.read_bytes())
    with pytest.raises(VaultDamaged):
        content_of(vault, kept)
    vault.close()


# ------------------------------------------------------------------ cuts and refusals


def _begun() -> tuple[ModelDisk, Vault]:
    """A vault on a modelled disk that holds one file, and is about to get another."""
    disk = ModelDisk()
    vault = fresh_vault(FOLDER, disk=disk)
    keep(vault, b"before")
    return disk, vault


def _held(disk: ModelDisk) -> list[bytes]:
    """What the files hold that documents name, after an unlock and its tidying; nothing else is left."""
    vault = unlocked(FOLDER, disk=disk)
    vault.files.clear()
    found = named(vault)
    assert not lost(vault)
    assert {name for name in disk.files() if FILE in name} == {one.file_name for one in found}
    contents = [content_of(vault, one) for one in found]
    vault.close()
    return contents


@pytest.mark.parametrize("seed", range(3))
def test_a_cut_at_any_call_leaves_it_whole_or_not_at_all(seed: int) -> None:
    chance, seen = seeded(seed), []
    for cut in count(1):
        disk, vault = _begun()
        disk.cut_at = disk.calls + cut
        try:
            keep(vault, row=2)
        except PowerCut:
            pass
        else:
            break
        for left in (disk.after_power_cut(chance), disk.after_kill()):
            found = _held(left)
            assert found in ([b"before"], [b"before", LARGE])
            seen.append(len(found))
    assert set(seen) == {1, 2}
    assert _held(disk.after_power_cut(chance)) == [b"before", LARGE]


@pytest.mark.parametrize("seed", range(3))
def test_a_cut_while_files_go_takes_no_other(seed: int) -> None:
    chance, seen = seeded(seed), set()
    for cut in count(1):
        disk, vault = _begun()
        keep(vault, row=2)
        disk.cut_at = disk.calls + cut
        try:
            forget(vault, 2)
            vault.files.clear()
        except PowerCut:
            pass
        else:
            break
        for left in (disk.after_power_cut(chance), disk.after_kill()):
            found = _held(left)
            assert found in ([b"before"], [b"before", LARGE])
            seen.add(len(found))
    assert seen == {1, 2}


@pytest.mark.parametrize(
    ("number", "error"), [(errno.ENOSPC, DiskFull), (errno.EIO, ReadOnly)], ids=["full", "broken"]
)
def test_a_disk_that_refuses_any_call_keeps_nothing_and_says_so(number: int, error: type[VaultError]) -> None:
    for at in count(1):
        disk, vault = _begun()
        disk.errno, disk.fail_at = number, disk.calls + at
        try:
            keep(vault, row=2)
        except error:
            assert vault.read_only == (error is ReadOnly)
        else:
            break
        if error is DiskFull:
            assert len(named(vault)) == 1
            assert content_of(vault, keep(vault, b"after", row=2)) == b"after"
        vault.close()
        assert _held(disk) in ([b"before"], [b"before", b"after"])
    assert at > 6


def test_in_a_vault_that_is_read_only_nothing_is_kept_and_nothing_goes() -> None:
    disk, vault = _begun()
    forget(vault)
    disk.errno, disk.fail_at = errno.EIO, disk.calls + 1
    with pytest.raises(ReadOnly):
        keep(vault, row=2)
    with pytest.raises(ReadOnly):
        keep(vault, row=2)
    assert vault.files.clear() == ()


# ------------------------------------------------------------------ going


def test_a_file_goes_once_no_document_names_it_and_no_sooner(tmp_path: Path) -> None:
    vault = fresh_vault(tmp_path / "vault")
    kept, other = keep(vault), keep(vault, b"another", row=2)
    assert vault.files.clear() == ()
    forget(vault)
    assert vault.files.clear(but={kept.name}) == ()
    assert vault.files.clear() == (kept.file_name,)
    assert vault.files.clear() == ()
    assert [path.name for path in files_in(tmp_path / "vault")] == [other.file_name]
    vault.close()


def _damage(log: Path) -> None:
    raw = bytearray(log.read_bytes())
    raw[600] ^= 1
    log.write_bytes(raw)


HARM: dict[str, Callable[[Path, Path], None]] = {
    "damaged": lambda log, _: _damage(log),
    "missing": lambda log, _: log.unlink(),
    "no list": lambda _, marks: marks.unlink(),
    "set aside": lambda log, _: log.with_suffix(".kept").touch(),
}


@pytest.mark.parametrize("harm", HARM)
def test_while_a_document_may_be_lost_no_file_goes(tmp_path: Path, harm: str) -> None:
    vault = fresh_vault(tmp_path / "vault")
    keep(vault), keep(vault, b"another", row=2)
    forget(vault)
    log, marks = (vault.place / vault._folder.log_name(name) for name in (BOX, ".marks"))
    vault.close()
    HARM[harm](log, marks)
    vault = unlocked(tmp_path / "vault")
    assert vault.files.clear() == ()
    assert len(files_in(tmp_path / "vault")) == 2
    vault.close()


def test_erasing_leaves_no_file(tmp_path: Path) -> None:
    vault = fresh_vault(tmp_path / "vault")
    keep(vault)
    vault.close()
    assert erase(tmp_path / "vault", disk=CheapDisk())
    assert not (tmp_path / "vault").exists()


# ------------------------------------------------------------------ backups and keys


def test_a_backup_holds_them_and_restoring_brings_them(tmp_path: Path) -> None:
    vault = fresh_vault(tmp_path / "vault")
    kept = keep(vault)
    assert vault.back_up(tmp_path / "copy") == vault.check()
    vault.close()
    backup = Backup.open(tmp_path / "copy", "passphrase", disk=CheapDisk())
    assert backup.check().sound
    restore(backup, tmp_path / "other")
    restore(backup, tmp_path / "vault", replace=True)
    for folder in (tmp_path / "other", tmp_path / "vault"):
        there = unlocked(folder)
        assert content_of(there, kept) == LARGE
        assert not lost(there)
        there.close()


def test_a_backup_says_which_file_was_lost_when_it_was_made(tmp_path: Path) -> None:
    vault = fresh_vault(tmp_path / "vault")
    kept, other = keep(vault), keep(vault, b"another", row=2)
    (tmp_path / "vault" / kept.file_name).unlink()
    path = tmp_path / "vault" / other.file_name
    path.write_bytes(path.read_bytes()[:-1])
    check = vault.back_up(tmp_path / "copy")
    assert check == vault.check()
    assert not check.sound
    backup = Backup.open(tmp_path / "copy", "passphrase", disk=CheapDisk())
    restore(backup, tmp_path / "other")
    there = unlocked(tmp_path / "other")
    assert lost(there)
    there.close()
    vault.close()


def test_what_is_lost_here_comes_from_a_backup_and_only_whole(tmp_path: Path) -> None:
    vault = fresh_vault(tmp_path / "vault")
    kept, other = keep(vault), keep(vault, b"another", row=2)
    vault.back_up(tmp_path / "copy")
    (tmp_path / "vault" / kept.file_name).write_bytes(b"broken")
    backup = Backup.open(tmp_path / "copy", "passphrase", disk=CheapDisk())
    with_another_key = SealedFile(other.name, "0" * 64, other.size)
    (tmp_path / "vault" / other.file_name).unlink()
    assert vault.files.take(backup, [kept, with_another_key]) == (kept,)
    assert vault.files.take(backup, [kept]) == ()
    assert content_of(vault, kept) == LARGE
    assert [path.name for path in files_in(tmp_path / "vault")] == [kept.file_name]
    vault.close()


def test_another_data_key_leaves_the_files_readable_by_the_new_passphrase_alone(tmp_path: Path) -> None:
    vault = fresh_vault(tmp_path / "vault")
    kept = keep(vault)
    raw = {path.name: path.read_bytes() for path in (tmp_path / "vault").iterdir()}
    vault.rotate("passphrase", "another")
    assert content_of(vault, *named(vault)) == LARGE
    vault.close()
    vault = unlocked(tmp_path / "vault", "another")
    assert not lost(vault)
    vault.close()
    for key_file in ("vault.key", "vault.key.bak"):
        (tmp_path / "vault" / key_file).write_bytes(raw[key_file])
    vault = unlocked(tmp_path / "vault")
    assert named(vault) == []
    vault.close()
    assert kept.file_name in raw


def test_a_reader_that_knows_nothing_of_files_makes_no_backup_without_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = fresh_vault(tmp_path / "vault")
    keep(vault)
    vault.back_up(tmp_path / "copy")
    vault.close()
    monkeypatch.setattr(vault_frames, "_VERSIONS", (1, 2))
    vault = unlocked(tmp_path / "vault")
    vault.collection("another").table("things").insert({})
    for refused in (
        lambda: vault.back_up(tmp_path / "other"),
        lambda: vault.rotate("passphrase", "another"),
        vault.check,
        lambda: vault.collection(BOX),
        Backup.open(tmp_path / "copy", "passphrase", disk=CheapDisk()).check,
    ):
        with pytest.raises(VaultUnsupported):
            refused()
    assert not (tmp_path / "other").exists()
    vault.close()
