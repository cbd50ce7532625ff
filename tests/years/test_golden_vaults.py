"""Every golden vault, of whatever version, is opened, read wholly, lived in, and goes through all that a vault goes through."""

import json
from pathlib import Path
from typing import Any

import pytest

from app.store.everything import everything
from app.store.merge import merge
from app.store.settings import Settings
from app.vault import Backup, NoticeKind, Vault, restore
from tests.command_line.conftest import Run
from tests.session.house import MORNING
from tests.vault import backup_by_the_book, open_by_the_book
from tests.vault.disks import CheapDisk, fresh_vault, unlocked
from tests.years.goldens import (
    CHANGING,
    FOLDER,
    RECORDS,
    VAULTS,
    Content,
    copied,
    held,
    passphrase_of,
    said_beside,
    sums,
    written_sums,
)

BACKUPS = tuple(sorted(path.name for path in FOLDER.glob("backup-*.sealed")))
OF_BACKUPS = {
    "backup-1.sealed": "vault-1",
    "backup-2.sealed": "records-2",
    "backup-3.sealed": "records-3",
}
"""The vault that a golden backup was made of, whose passphrase and content it has."""


@pytest.fixture(params=VAULTS)
def name(request: pytest.FixtureRequest) -> str:
    """The name of a golden vault."""
    return str(request.param)


@pytest.fixture
def folder(name: str, tmp_path: Path) -> Path:
    """A copy of it."""
    return copied(name, tmp_path)


def _opened(folder: Path) -> Vault:
    return unlocked(folder, passphrase_of(folder.name))


def _as_sealed(name: str) -> Content:
    """What is in a golden vault, as a second opener tells that knows nothing of our code."""
    tables: Content = json.loads(json.dumps(open_by_the_book.open_vault(FOLDER / name, passphrase_of(name))))
    return tables


def test_it_holds_what_stands_beside_it(folder: Path, name: str) -> None:
    vault = _opened(folder)
    assert vault.notices == ()
    assert held(vault) == _as_sealed(name)
    vault.close()
    if name not in RECORDS:  # what records say is held against the file beside them in tests/session
        assert _as_sealed(name) == said_beside(name)


def test_it_is_saved_into_closed_and_opened_again(folder: Path, name: str) -> None:
    vault = _opened(folder)
    expected = _as_sealed(name)
    for collection in vault.collections():
        vault.collection(collection).table("later").insert({"n": 1})
        expected[collection]["later"] = {"1": {"n": 1}}
    vault.collection("begun/later").insert({"n": 2})
    expected["begun/later"] = {"_default": {"1": {"n": 2}}}
    assert held(vault) == expected
    vault.close()
    again = _opened(folder)
    assert (held(again), again.notices) == (expected, ())
    for collection in again.collections():
        again.fold(collection)
    again.close()
    folded = _opened(folder)
    assert (held(folded), folded.notices) == (expected, ())
    folded.close()
    assert open_by_the_book.open_vault(folder, passphrase_of(name)) == expected


def test_its_backup_restores_it(folder: Path, name: str, tmp_path: Path) -> None:
    vault = _opened(folder)
    vault.back_up(tmp_path / "copy")
    vault.close()
    backup = Backup.open(tmp_path / "copy", passphrase_of(name), disk=CheapDisk())
    assert backup.check().sound
    restore(backup, tmp_path / "restored")
    backup.close()
    restored = unlocked(tmp_path / "restored", passphrase_of(name))
    assert (held(restored), restored.check().sound) == (_as_sealed(name), True)
    restored.close()


def test_a_new_data_key_loses_nothing_of_it(folder: Path, name: str) -> None:
    vault = _opened(folder)
    vault.rotate(passphrase_of(name), "another passphrase")
    vault.close()
    again = unlocked(folder, "another passphrase")
    assert (held(again), again.check().sound, again.notices) == (_as_sealed(name), True, ())
    again.close()


def test_it_is_mended_from_a_backup_of_it(folder: Path, name: str, tmp_path: Path) -> None:
    vault = _opened(folder)
    vault.back_up(tmp_path / "copy")
    hurt = [(one, vault._folder.log_path(one)) for one in vault.collections()]
    vault.close()
    for _, path in hurt:
        path.write_bytes(path.read_bytes()[:512] + b"x" * (path.stat().st_size - 512))
    vault = _opened(folder)
    found = vault.salvage.look_in(tmp_path / "copy", [one for one, _ in hurt])
    for collection, _ in hurt:
        vault.tables(collection)
        vault.salvage.mend(collection, found[collection][0])
    assert held(vault) == _as_sealed(name)
    vault.close()
    again = _opened(folder)
    assert held(again) == _as_sealed(name)
    again.close()


def test_its_things_come_into_a_new_vault_by_a_merge_and_nothing_is_lost_by_one(
    folder: Path, name: str, tmp_path: Path
) -> None:
    golden, new = _opened(folder), fresh_vault(tmp_path / "new")
    for vault, copy in ((golden, "of golden"), (new, "of new")):
        vault.back_up(tmp_path / copy)
    for vault, copy, typed in ((new, "of golden", passphrase_of(name)), (golden, "of new", "passphrase")):
        backup = Backup.open(tmp_path / copy, typed, disk=CheapDisk())
        merge(vault, backup)
        backup.close()
    assert held(golden) == _as_sealed(name)
    things = {
        (collection, table, row): record
        for collection, tables in _as_sealed(name).items()
        for table, rows in tables.items()
        for row, record in rows.items()
        if "id" in record
    }
    assert bool(things) == (name in RECORDS)
    came = held(new)
    assert all(came[collection][table][row] == record for (collection, table, row), record in things.items())
    golden.close()
    new.close()


def test_an_export_leaves_no_row_of_it_out(folder: Path, name: str) -> None:
    vault = _opened(folder)
    said: dict[str, Any] = json.loads(b"".join(everything(vault, Settings(), MORNING)))
    vault.close()
    rows = sum(
        len(records)
        for collection, tables in _as_sealed(name).items()
        for table, records in tables.items()
        if collection not in {"copies", "held_plans"} and not collection.startswith("digests/")
    )
    assert sum(len(value) for value in said.values() if isinstance(value, list)) == rows
    assert bool(said["unreadable"]) == (name not in RECORDS and name != "vault-3")


def test_the_verbs_without_a_window_do_their_work_on_it(
    run: Run, folder: Path, name: str, passphrase_file: Path, tmp_path: Path
) -> None:
    passphrase_file.write_text(f"{passphrase_of(name)}\n", encoding="utf-8")
    assert run("check", folder)[0] == 0
    assert run("backup", folder, tmp_path / "copy")[0] == 0
    assert run("check", tmp_path / "copy")[0] == 0
    assert run("restore", tmp_path / "copy", tmp_path / "restored")[0] == 0
    assert run("merge", folder, tmp_path / "copy")[0] == 0
    assert run("export", folder, tmp_path / "everything.json")[0] == 0
    assert json.loads((tmp_path / "everything.json").read_text("utf-8"))["schema_version"] == 1
    assert run("check", tmp_path / "restored")[0] == 0


def test_it_lies_there_as_it_was_made() -> None:
    for name in VAULTS:
        names = {path.name for path in (FOLDER / name).iterdir()}
        assert not [one for one in names if not one.endswith((".db", ".file", "vault.key", "vault.key.bak"))]
        assert {"vault.key", "vault.key.bak"} <= names


@pytest.mark.parametrize("name", BACKUPS)
def test_a_golden_backup_is_sound_and_restores_what_it_was_made_of(name: str, tmp_path: Path) -> None:
    made_of = OF_BACKUPS[name]
    typed = passphrase_of(made_of)
    backup = Backup.open(FOLDER / name, typed, disk=CheapDisk())
    assert backup.check().sound
    restore(backup, tmp_path / "restored")
    backup.close()
    restored = unlocked(tmp_path / "restored", typed)
    expected = _as_sealed(made_of)
    expected.pop("copies", None)  # what the device remembers of its copies was written with the copy
    told = held(restored)
    told.pop("copies", None)
    assert told == expected
    assert not [one for one in restored.notices if one.kind is not NoticeKind.TORN_TAIL]
    restored.close()
    told = json.loads(json.dumps(backup_by_the_book.open_backup(FOLDER / name, typed)[1]))
    told.pop("copies", None)
    assert told == expected


def test_no_golden_file_was_written_again() -> None:
    """One that is new gets its line by ``python -c "from tests.years.goldens import write_sums; write_sums()"``."""
    assert sums() == written_sums()


def test_every_golden_thing_has_its_test() -> None:
    """A file that is added here and that nothing opens would guard nothing."""
    known = {*VAULTS, *(f"{name}.json" for name in VAULTS), *BACKUPS}
    known |= {"locked-page-1.html", "locked-page-2.html", "settings-1.json", *CHANGING}
    assert {path.name for path in FOLDER.iterdir()} == known
    assert OF_BACKUPS.keys() == set(BACKUPS)
