"""A check opens every frame of every file, names what does not hold, and changes nothing."""

import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from app.vault import Check, Notice, NoticeKind, Vault, VaultError, VaultUnsupported
from tests.vault.disks import fresh_vault, unlocked

NAMES = ("check_ins/2026-10", "check_ins/2026-11", "plan")


def _filled(folder: Path) -> None:
    vault = fresh_vault(folder)
    for name in NAMES:
        for number in range(5):
            vault.collection(name).insert({"n": number})
    vault.fold("plan")
    vault.close()


def _path(folder: Path, name: str) -> Path:
    vault = unlocked(folder)
    path = vault._folder.log_path(name)
    vault.close()
    return path


def _checked(folder: Path) -> Check:
    vault = unlocked(folder)
    try:
        return vault.check()
    finally:
        vault.close()


def _flip(path: Path, place: int) -> None:
    raw = bytearray(path.read_bytes())
    raw[place] ^= 1
    path.write_bytes(raw)


def test_a_sound_vault_is_called_sound_and_counted(tmp_path: Path) -> None:
    _filled(tmp_path)
    found = _checked(tmp_path)
    assert found.sound
    assert found.notices == ()
    assert found.collections == NAMES
    assert found.frames >= 5 + 5 + 1
    assert found.size == sum(path.stat().st_size for path in tmp_path.glob("*.db"))


@pytest.mark.parametrize(
    ("harm", "kind", "lost"),
    [
        (lambda path: _flip(path, 512 + 100), NoticeKind.DAMAGED, True),
        (lambda path: path.unlink(), NoticeKind.MISSING, True),
        (lambda path: path.write_bytes(path.read_bytes()[:-512]), NoticeKind.ROLLED_BACK, True),
        (lambda path: path.write_bytes(path.read_bytes() + b"begun"), NoticeKind.TORN_TAIL, False),
        (lambda path: _flip(path, 10), NoticeKind.HEALED, False),
    ],
)
def test_each_kind_of_harm_is_named_with_its_collection(
    harm: Callable[[Path], object], kind: NoticeKind, lost: bool, tmp_path: Path
) -> None:
    _filled(tmp_path)
    harm(_path(tmp_path, "check_ins/2026-10"))
    found = _checked(tmp_path)
    assert found.notices == (Notice(kind, "check_ins/2026-10"),)
    assert found.sound is not lost


def test_a_damaged_collection_hides_no_other(tmp_path: Path) -> None:
    _filled(tmp_path)
    for name in ("check_ins/2026-10", "plan"):
        path = _path(tmp_path, name)
        path.write_bytes(b"x" * 2048)
    assert _checked(tmp_path).notices == (
        Notice(NoticeKind.DAMAGED, "check_ins/2026-10"),
        Notice(NoticeKind.DAMAGED, "plan"),
    )


def test_a_healed_key_file_is_named_once(tmp_path: Path) -> None:
    _filled(tmp_path)
    _flip(tmp_path / "vault.key", 40)
    assert _checked(tmp_path).notices == (Notice(NoticeKind.HEALED, ""),)
    assert _checked(tmp_path).notices == ()


@pytest.mark.parametrize("name", ["vault.key", "vault.key.bak"])
def test_a_copy_of_the_key_file_that_goes_bad_while_open_is_named(name: str, tmp_path: Path) -> None:
    _filled(tmp_path)
    vault = unlocked(tmp_path)
    _flip(tmp_path / name, 40)
    assert vault.check().notices == (Notice(NoticeKind.HEALED, ""),)
    vault.close()


def test_a_key_file_lost_while_open_is_named(tmp_path: Path) -> None:
    _filled(tmp_path)
    vault = unlocked(tmp_path)
    for name in ("vault.key", "vault.key.bak"):
        _flip(tmp_path / name, 40)
    assert Notice(NoticeKind.DAMAGED, "") in vault.check().notices
    for name in ("vault.key", "vault.key.bak"):
        (tmp_path / name).unlink()
    assert Notice(NoticeKind.MISSING, "") in vault.check().notices
    vault.close()


def test_the_key_file_of_another_vault_put_in_while_open_is_named(tmp_path: Path) -> None:
    _filled(tmp_path / "one")
    _filled(tmp_path / "two")
    vault = unlocked(tmp_path / "one")
    for name in ("vault.key", "vault.key.bak"):
        (tmp_path / "one" / name).write_bytes((tmp_path / "two" / name).read_bytes())
    assert Notice(NoticeKind.DAMAGED, "") in vault.check().notices
    vault.close()


def test_lost_marks_are_named_and_leave_files_unaccounted_for(tmp_path: Path) -> None:
    _filled(tmp_path)
    _path(tmp_path, ".marks").unlink()
    found = _checked(tmp_path)
    assert Notice(NoticeKind.MISSING, ".marks") in found.notices
    assert found.unknown == len(NAMES)
    assert not found.sound


def test_older_marks_put_back_leave_a_newer_collection_unaccounted_for(tmp_path: Path) -> None:
    _filled(tmp_path)
    marks = _path(tmp_path, ".marks")
    older = marks.read_bytes()
    vault = unlocked(tmp_path)
    vault.collection("later").insert({})
    vault.close()
    marks.write_bytes(older)
    found = _checked(tmp_path)
    assert found.unknown == 1
    assert not found.sound


def test_a_check_writes_nothing(tmp_path: Path) -> None:
    _filled(tmp_path)
    path = _path(tmp_path, "check_ins/2026-11")
    path.write_bytes(path.read_bytes() + b"begun")
    _flip(_path(tmp_path, "plan"), 10)
    vault = unlocked(tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    vault.check()
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
    vault.close()


def test_what_was_written_a_moment_ago_is_checked_too(tmp_path: Path) -> None:
    vault = fresh_vault(tmp_path)
    vault.collection("plan").insert({"n": 1})
    assert vault.check().notices == ()
    path = vault._folder.log_path("plan")
    _flip(path, 512 + 100)
    assert vault.check().notices == (Notice(NoticeKind.DAMAGED, "plan"),)
    vault.close()


def test_a_newer_file_is_told_from_a_damaged_one(tmp_path: Path) -> None:
    _filled(tmp_path)
    path = _path(tmp_path, "plan")
    raw = bytearray(path.read_bytes())
    raw[7] = 4
    raw[68:72] = zlib.crc32(raw[:68]).to_bytes(4, "little")
    raw[256:512] = raw[:256]
    path.write_bytes(raw)
    with pytest.raises(VaultUnsupported):
        _checked(tmp_path)


def test_a_change_is_not_checked_half_way(tmp_path: Path) -> None:
    vault = fresh_vault(tmp_path)
    with vault.change(), pytest.raises(VaultError, match="going on"):
        vault.check()
    vault.close()
    with pytest.raises(VaultError, match="locked"):
        Vault.check(vault)
