"""A vault on a disk that cannot be written to: read as it is, by many at once, and nothing in it is touched."""

import errno
import sys
from contextlib import closing
from pathlib import Path

import pytest

from app.vault import Backup, Disk, ReadOnly, Vault, VaultError, VaultInUse
from app.vault.lock import hold
from tests.vault.disks import CheapDisk, fresh_vault, unlocked
from tests.vault.unwritable import unwritable

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no locks to read by")


def _to_read(folder: Path) -> Vault:
    return Vault.unlock(folder, "passphrase", to_read=True, disk=CheapDisk())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A vault with two collections, one of which has what a torn write left, and a key file whose second copy is gone."""
    vault = fresh_vault(tmp_path / "vault")
    for name in ("a", "b"):
        vault.collection(name).insert({"in": name})
    path = tmp_path / "vault" / vault._folder.log_path("a").name
    vault.close()
    path.write_bytes(path.read_bytes() + b"torn")
    (tmp_path / "vault" / "vault.key.bak").unlink()
    return tmp_path / "vault"


def _bytes(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("locked", [True, False], ids=["with its lock file", "without one"])
def test_it_is_shown_as_it_is_and_nothing_is_tidied(folder: Path, *, locked: bool) -> None:
    if not locked:
        (folder / "lock").unlink()
    before = _bytes(folder)
    with unwritable(folder), closing(_to_read(folder)) as vault:
        assert [vault.collection(name).all() for name in ("a", "b")] == [[{"in": "a"}], [{"in": "b"}]]
        assert vault.read_only
        assert vault.check().sound
        with pytest.raises(ReadOnly):
            vault.collection("a").insert({})
        vault.summarise("a", 1)
    assert _bytes(folder) == before


def test_a_backup_of_it_holds_everything(folder: Path, tmp_path: Path) -> None:
    with unwritable(folder), closing(_to_read(folder)) as vault:
        vault.back_up(tmp_path / "copy")
    with closing(Backup.open(tmp_path / "copy", "passphrase", disk=CheapDisk())) as backup:
        assert {name for name, _ in backup.collections()} == {"a", "b"}


def test_whoever_does_not_ask_to_read_is_refused(folder: Path) -> None:
    before = _bytes(folder)
    with unwritable(folder), pytest.raises(VaultError, match="cannot be locked"):
        unlocked(folder)
    with unwritable(folder, errno.EACCES), pytest.raises(VaultError, match="cannot be locked"):
        _to_read(folder)
    assert _bytes(folder) == before


def test_where_it_can_be_written_to_whoever_asks_to_read_gets_it_tidied_as_ever(folder: Path) -> None:
    with closing(_to_read(folder)) as vault:
        assert vault.collection("a").insert({}) == 2
        with pytest.raises(VaultInUse):
            unlocked(folder)


def test_readers_bear_each_other_and_nobody_who_writes(folder: Path) -> None:
    lock = folder / "lock"
    held = hold(lock)
    with pytest.raises(VaultInUse):
        Disk().hold_to_read(lock)
    held.release()
    readers = [Disk().hold_to_read(lock), Disk().hold_to_read(lock)]
    for reader in readers:
        with pytest.raises(VaultInUse):
            hold(lock)
        reader.release()
        reader.release()
    hold(lock).release()
