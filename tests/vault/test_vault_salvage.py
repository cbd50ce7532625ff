"""Salvage: a damaged collection is mended with every byte kept, at whatever call the power goes."""

import errno
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.vault import (
    NoBackup,
    Notice,
    NoticeKind,
    ReadOnly,
    Vault,
    VaultDamaged,
    VaultError,
    WrongKey,
)
from tests.vault.disks import CheapDisk, ModelDisk, PowerCut, fresh_vault, seeded, unlocked

FOLDER = Path("/modelled")
ROWS = 5
LEFT = [0, 2, 3, 4]
TODAY = datetime(2026, 11, 21, tzinfo=UTC)
Harm = Callable[[dict[str, bytes], str], None]


class DatedDisk(ModelDisk):
    """A modelled disk whose files were all written at one moment."""

    written = TODAY

    def changed_at(self, path: Path) -> float:
        self.read(path)
        return self.written.timestamp()


def _flipped(files: dict[str, bytes], name: str) -> None:
    """The second of five frames no longer opens."""
    files[name] = files[name][:1100] + b"!!" + files[name][1102:]


def _beheaded(files: dict[str, bytes], name: str) -> None:
    """Nothing of it opens any more."""
    files[name] = bytes(512) + files[name][512:]


def _gone(files: dict[str, bytes], name: str) -> None:
    del files[name]


def _harmed(harm: Harm, *, of: str = "a") -> tuple[ModelDisk, str, bytes]:
    """A locked vault in which "a" is harmed and "b" is not; the name of the harmed file, and what is left of it."""
    disk = ModelDisk()
    vault = fresh_vault(FOLDER, "passphrase", disk)
    for row in range(ROWS):
        vault.collection("a").insert({"row": row})
    vault.collection("b").insert({"row": "b"})
    vault.summarise("b", "one row")
    name = vault._folder.log_path(of).name
    vault.close()
    files = disk.files()
    harm(files, name)
    return _with(files), name, files.get(name, b"")


def _with(files: Mapping[str, bytes]) -> ModelDisk:
    disk = DatedDisk()
    for name, content in files.items():
        disk.put(name, content)
    return disk


def _rows(vault: Vault, name: str = "a") -> list[Any]:
    return [document["row"] for document in vault.collection(name)]


def _damaged(vault: Vault) -> list[str]:
    return list(vault.salvage.damaged)


def _aside(disk: ModelDisk, ending: str = ".kept") -> list[bytes]:
    return [content for name, content in disk.files().items() if name.endswith(ending)]


def _opened(disk: ModelDisk) -> Vault:
    """The vault with "a" looked at."""
    vault = unlocked(FOLDER, "passphrase", disk)
    vault.collection("a")
    return vault


HARMS = pytest.mark.parametrize(
    ("harm", "left"), [(_flipped, LEFT), (_beheaded, []), (_gone, [])], ids=["flipped", "beheaded", "gone"]
)


@HARMS
def test_a_mended_collection_holds_what_could_be_read_and_takes_changes(harm: Harm, left: list[int]) -> None:
    disk, _name, bad = _harmed(harm)
    vault = _opened(disk)
    table = vault.collection("a")
    assert _damaged(vault) == ["a"]
    vault.salvage.mend("a")
    assert _rows(vault) == left
    assert vault.notices == (Notice(NoticeKind.REBUILT, "a"),)
    assert not vault.check().sound, "something is lost, whole as the file is now"
    assert _damaged(vault) == []
    table.insert({"row": "new"})
    assert _aside(disk) == [bad], "not every byte was kept"
    vault.close()
    again = _opened(disk)
    assert _rows(again) == [*left, "new"]
    assert _rows(again, "b") == ["b"]
    assert again.notices == ()
    assert again.check().sound


@HARMS
def test_it_can_be_mended_with_what_a_backup_had(harm: Harm, left: list[int]) -> None:
    disk, _, bad = _harmed(harm)
    vault = _opened(disk)
    whole = {"_default": {str(row + 1): {"row": row} for row in range(ROWS)}}
    vault.salvage.mend("a", whole)
    whole["_default"].clear()
    assert _rows(vault) == list(range(ROWS))
    assert _aside(disk) == [bad]
    vault.close()
    assert _rows(_opened(disk)) == list(range(ROWS))


@HARMS
def test_whenever_the_power_goes_it_is_as_it_was_or_mended_and_every_byte_is_kept(
    harm: Harm, left: list[int]
) -> None:
    chance, cut, outcomes = seeded(3), 0, set()
    while True:
        cut += 1
        disk, name, bad = _harmed(harm)
        vault = _opened(disk)
        disk.cut_at = disk.calls + cut
        with suppress(PowerCut):
            vault.salvage.mend("a")
            break
        for left_of_it in (*(disk.after_power_cut(chance) for _ in range(6)), disk.after_kill()):
            files = left_of_it.files()
            assert bad in [*_aside(left_of_it), files.get(name, b"")], f"bytes are gone at call {cut}"
            again = _opened(left_of_it)
            assert _rows(again) == left
            mended = not _damaged(again)
            outcomes.add(mended)
            assert not mended or _aside(left_of_it) == [bad]
            assert not mended or again.notices == (), "it is taken for an older file"
            if not mended:
                again.salvage.mend("a")
                assert _aside(left_of_it) == [bad], "a second try keeps a second copy"
            again.collection("a").insert({"row": "new"})
            assert _rows(again) == [*left, "new"]
    assert cut > 8
    assert outcomes == {True, False}


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO], ids=errno.errorcode.get)
@HARMS
def test_where_the_disk_refuses_it_is_as_it_was(harm: Harm, left: list[int], number: int) -> None:
    call = 0
    while True:
        call += 1
        disk, name, bad = _harmed(harm)
        vault = _opened(disk)
        disk.errno, disk.fail_at = number, disk.calls + call
        try:
            vault.salvage.mend("a")
        except VaultError:
            assert _rows(vault) == left
            assert _damaged(vault) == ["a"]
            with pytest.raises((VaultDamaged, ReadOnly)):
                vault.collection("a").insert({"row": "new"})
        else:
            break
        disk.fail_at = 0
        vault.close()
        again = _opened(disk)
        assert _rows(again) == left
        assert bad in [*_aside(disk), disk.files().get(name, b"")]
    assert call > 8


def test_what_is_not_damaged_is_not_mended() -> None:
    disk, _, _ = _harmed(_flipped)
    vault = _opened(disk)
    before = disk.files()
    with pytest.raises(VaultError):
        vault.salvage.mend("b")
    assert {name: content for name, content in disk.files().items() if name in before} == before
    assert _aside(disk) == []
    assert _rows(vault, "b") == ["b"]


def test_nothing_is_mended_in_a_change() -> None:
    vault = _opened(_harmed(_flipped)[0])
    with pytest.raises(VaultError), vault.change():
        _ = vault.salvage


# ---------------------------------------------------------------- the list of collections


@pytest.mark.parametrize("harm", [_beheaded, _gone], ids=["beheaded", "gone"])
def test_a_lost_list_is_made_again_from_the_files_there_are(harm: Harm) -> None:
    disk, _, bad = _harmed(harm, of=".marks")
    vault = unlocked(FOLDER, "passphrase", disk)
    assert vault.collections() == ()
    vault.salvage.rebuild_marks(["a", "b", "never"])
    assert vault.collections() == ("a", "b")
    assert vault.notices == (Notice(NoticeKind.REBUILT, ".marks"),)
    vault.collection("new").insert({"row": 1})
    assert _aside(disk, ".torn") == [bad]
    vault.close()
    again = unlocked(FOLDER, "passphrase", disk)
    assert again.collections() == ("a", "b", "new")
    assert again.notices == ()
    assert _rows(again) == list(range(ROWS))
    del disk._names[again._folder.log_path("b").name]
    again.close()
    assert unlocked(FOLDER, "passphrase", disk).notices == (Notice(NoticeKind.MISSING, "b"),)


def test_a_damaged_list_that_tells_more_than_the_files_keeps_it() -> None:
    disk, _name, _ = _harmed(_flipped, of=".marks")
    vault = unlocked(FOLDER, "passphrase", disk)
    known = vault._open.marks.all()
    assert known
    vault.salvage.rebuild_marks(["a", "b"])
    assert known.items() <= vault._open.marks.all().items()
    assert vault.summary("b") == "one row"


def test_a_list_that_cannot_be_written_holds_until_the_lock() -> None:
    disk, _name, _ = _harmed(_gone, of=".marks")
    vault = unlocked(FOLDER, "passphrase", disk)
    disk.errno, disk.fail_at, disk.broken = errno.EIO, disk.calls + 1, True
    vault.salvage.rebuild_marks(["a", "b"])
    assert vault.collections() == ("a", "b")
    assert vault.notices == (Notice(NoticeKind.MISSING, ".marks"),)


def test_a_whole_list_is_left_alone() -> None:
    disk, _, _ = _harmed(_flipped)
    vault = unlocked(FOLDER, "passphrase", disk)
    before = disk.files()
    vault.salvage.rebuild_marks(pytest.fail("a name was tried") for _ in "x")
    assert disk.files() == before


# ---------------------------------------------------------------- what was set aside


def test_what_was_set_aside_is_told_by_what_it_was_of_and_goes_when_asked_to() -> None:
    disk, _, bad = _harmed(_flipped)
    vault = _opened(disk)
    vault.salvage.mend("a")
    (one,) = vault.salvage.set_aside()
    assert (one.collection, one.size, one.since) == ("a", len(bad), TODAY)
    vault.salvage.let_go(one)
    assert vault.salvage.set_aside() == ()
    assert _aside(disk) == []
    assert _rows(vault) == LEFT


def test_a_change_that_cannot_be_finished_is_kept_as_what_may_be_the_only_copy() -> None:
    disk, _, _ = _harmed(_flipped)
    vault = unlocked(FOLDER, "passphrase", disk)
    intent = vault._folder.log_path(".intent").name
    vault.close()
    disk.put(intent, b"no log at all")
    vault = unlocked(FOLDER, "passphrase", disk)
    assert _aside(disk) == [b"no log at all"]
    assert [one.collection for one in vault.salvage.set_aside()] == [""]


def test_only_what_was_set_aside_can_be_let_go() -> None:
    disk, name, _ = _harmed(_flipped)
    vault = _opened(disk)
    vault.salvage.mend("a")
    (one,) = vault.salvage.set_aside()
    before = disk.files()
    vault.salvage.let_go(type(one)(name, "a", 0, None))
    assert disk.files() == before


@pytest.mark.parametrize(("days", "stays"), [(29, True), (31, False)])
def test_the_rest_of_a_write_that_never_returned_goes_after_thirty_days(days: int, stays: bool) -> None:
    disk, _name, _ = _harmed(_flipped)
    disk.put("x.torn", b"torn")
    vault = _opened(disk)
    vault.salvage.mend("a")
    gone = vault.salvage.clear_torn(TODAY + timedelta(days=days))
    assert gone == (() if stays else ("x.torn",))
    assert len(_aside(disk, ".torn")) == stays
    assert len(_aside(disk)) == 1, "what may be the only copy went by itself"


def test_a_vault_is_not_sealed_anew_while_something_set_aside_would_be_lost(tmp_path: Path) -> None:
    vault = fresh_vault(tmp_path / "v")
    vault.collection("a").insert({"row": 1})
    path = vault._folder.log_path("a")
    vault.close()
    path.unlink()
    vault = unlocked(tmp_path / "v")
    vault.salvage.mend("a")
    with pytest.raises(VaultDamaged):
        vault.rotate("passphrase", "another")
    (one,) = vault.salvage.set_aside()
    vault.salvage.let_go(one)
    vault.rotate("passphrase", "another")
    vault.close()


def test_what_is_set_aside_is_for_its_owner_alone(tmp_path: Path) -> None:
    vault = fresh_vault(tmp_path / "v")
    vault.collection("a").insert({"row": 1})
    path = vault._folder.log_path("a")
    vault.close()
    path.write_bytes(bytes(1024))
    vault = unlocked(tmp_path / "v")
    vault.collection("a")
    vault.salvage.mend("a")
    (one,) = vault.salvage.set_aside()
    assert (tmp_path / "v" / one.name).stat().st_mode & 0o777 == 0o600
    assert one.since is not None
    vault.close()


# ---------------------------------------------------------------- what a backup has


def _backed_up(tmp_path: Path) -> tuple[Vault, Path]:
    vault = fresh_vault(tmp_path / "v")
    for name in ("a", "b"):
        vault.collection(name).insert({"row": name})
    vault.back_up(tmp_path / "copy")
    return vault, tmp_path / "copy"


def test_a_backup_of_this_vault_is_looked_into_without_a_passphrase(tmp_path: Path) -> None:
    vault, copy = _backed_up(tmp_path)
    found = vault.salvage.look_in(copy, ["a", "never"])
    assert found == {"a": ({"_default": {"1": {"row": "a"}}}, True)}
    vault.close()


def test_a_backup_that_was_damaged_itself_says_so(tmp_path: Path) -> None:
    vault, _ = _backed_up(tmp_path)
    path = vault._folder.log_path("a")
    vault.close()
    path.write_bytes(path.read_bytes()[:700])
    vault = unlocked(tmp_path / "v")
    vault.back_up(tmp_path / "later")
    assert vault.salvage.look_in(tmp_path / "later", ["a"]) == {"a": ({}, False)}
    vault.close()


def test_a_backup_of_another_vault_is_named_as_such(tmp_path: Path) -> None:
    vault, copy = _backed_up(tmp_path)
    vault.close()
    other = fresh_vault(tmp_path / "other")
    with pytest.raises(WrongKey):
        other.salvage.look_in(copy, ["a"])
    with pytest.raises(NoBackup):
        other.salvage.look_in(tmp_path / "nothing", ["a"])
    other.close()


def test_a_backup_under_an_earlier_data_key_is_named_as_such(tmp_path: Path) -> None:
    vault, copy = _backed_up(tmp_path)
    vault.rotate("passphrase", "another")
    with pytest.raises(WrongKey):
        vault.salvage.look_in(copy, ["a"])
    vault.close()


# ---------------------------------------------------------------- whether there is something to fold


def test_it_is_known_without_opening_a_collection_whether_it_is_folded() -> None:
    disk = ModelDisk()
    vault = fresh_vault(FOLDER, "passphrase", disk)
    for name in ("a", "b"):
        vault.collection(name).insert({"row": 1})
    vault.fold("a")
    assert (vault.folded("a"), vault.folded("b"), vault.folded("never")) == (True, False, True)
    vault.close()
    vault = unlocked(FOLDER, "passphrase", disk)
    assert (vault.folded("a"), vault.folded("b"), vault.folded("never")) == (True, False, True)
    assert vault._open._storages == {}, "a collection was opened"
    vault.collection("a").insert({"row": 2})
    assert not vault.folded("a")
    vault.close()
    assert not unlocked(FOLDER, "passphrase", disk).folded("a")


def test_a_damaged_collection_needs_no_folding() -> None:
    vault = _opened(_harmed(_flipped)[0])
    assert vault.folded("a")


def test_the_real_disk_tells_when_a_file_was_written(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"")
    assert CheapDisk().changed_at(tmp_path / "x") == (tmp_path / "x").stat().st_mtime
