"""What a newer Holdfast wrote is refused by name, and lies there afterwards as it did before: bytes, modes and times."""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.session import unlock
from app.session.backups import KEPT_ASIDE_DAYS
from app.session.check_in import RECENT
from app.session.erasing import erase_all
from app.session.tries import Tries
from app.store import settings, stem
from app.store.settings import Settings
from app.vault import Backup, Disk, Vault, VaultError, VaultUnsupported, restore
from app.vault.kept_backups import backup_name, thin_out
from app.words import command_line as words
from tests.command_line.conftest import Run
from tests.session.house import MORNING, PASSPHRASE, House
from tests.vault.disks import CheapDisk, seeded
from tests.years import newer
from tests.years.goldens import FOLDER, copied, tree

REFUSED = (2, f"{words.problems['unsupported']}\n")
ABOUT_THE_BACKUP = (2, f"{words.about_the_backup}\n{words.problems['unsupported']}\n")

Make = Callable[[Path], None]

AT_THE_DOOR = ("check_ins/2026-11", "copies", *sorted(stem.AT_THE_DOOR))
"""The present month is shown on the first screen; the rest of these is asked for its version, and read when it is wanted."""

ONE_OF_EACH = ("vault.key", "marks", "check_ins/2026-11", "copies", "supports", "held_plans")


def _with_log(collection: str) -> Make:
    return lambda folder: newer.write_newer_log(folder, collection, PASSPHRASE)


NEWER: dict[str, Make] = {"vault.key": newer.write_newer_key_files, "marks": _with_log(".marks")} | {
    name: _with_log(name) for name in AT_THE_DOOR
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A vault that was lived in, locked, with settings beside it."""
    place = copied("records-2", tmp_path / "lies")
    settings.save(place, Settings(region="PT", emergency_card=("Ana 020 7946 0958",)))
    House(place).session.lock()
    return place


@pytest.fixture(params=ONE_OF_EACH)
def newer_folder(request: pytest.FixtureRequest, folder: Path) -> Path:
    """The same as a newer version may have left it."""
    NEWER[request.param](folder)
    return folder


@pytest.fixture
def untouched(tmp_path: Path) -> Iterator[Callable[[Path], None]]:
    """Holds that a folder, and all beside it, is afterwards as it was when it was named."""
    before: dict[Path, object] = {}

    def hold(place: Path) -> None:
        before[place.parent] = tree(place.parent)

    yield hold
    assert before
    assert {place: tree(place) for place in before} == before


def _unlock(folder: Path, typed: str = PASSPHRASE) -> None:
    session = unlock(folder, typed, clock=lambda: MORNING, chance=seeded(1).randbytes, disk=CheapDisk())
    session.lock()


@pytest.mark.parametrize("what", NEWER)
def test_a_newer_vault_does_not_open_and_is_left_as_it_is(
    what: str, folder: Path, untouched: Callable[[Path], None]
) -> None:
    NEWER[what](folder)
    untouched(folder)
    for _ in range(2):  # the second time nothing is held shut by the first
        with pytest.raises(VaultUnsupported):
            _unlock(folder)


@pytest.mark.parametrize("left", ["vault.key.new", "settings.json.new", "abcdefghijklmnopqrstuvwx.torn"])
def test_not_even_what_a_newer_version_left_unfinished_is_tidied(
    folder: Path, left: str, untouched: Callable[[Path], None]
) -> None:
    newer.write_newer_key_files(folder)
    (folder / "lock").unlink()  # and none is made
    (folder / left).write_bytes(b"of a newer version")
    os.utime(folder / left, (1, 1))
    untouched(folder)
    with pytest.raises(VaultUnsupported):
        _unlock(folder)


@pytest.mark.parametrize("copy", ["vault.key", "vault.key.bak"])
def test_one_newer_copy_of_the_key_file_is_enough(
    folder: Path, copy: str, untouched: Callable[[Path], None]
) -> None:
    """As it is while an update is changing it."""
    (folder / copy).write_bytes(newer.key_file((folder / copy).read_bytes()))
    untouched(folder)
    with pytest.raises(VaultUnsupported):
        _unlock(folder)


@pytest.mark.parametrize("typed", [PASSPHRASE, "another one"])
def test_whatever_is_typed_no_wrong_try_is_counted_for_a_newer_key_file(
    folder: Path, typed: str, untouched: Callable[[Path], None]
) -> None:
    newer.write_newer_key_files(folder)
    untouched(folder)
    with pytest.raises(VaultUnsupported):
        _unlock(folder, typed)


def test_the_card_and_the_wait_of_a_newer_vault_hold_and_can_be_changed(folder: Path) -> None:
    newer.write_newer_key_files(folder)
    assert settings.load(folder).emergency_card == ("Ana 020 7946 0958",)
    tries = Tries(folder, clock=lambda: MORNING, ticks=lambda: 0.0)
    for _ in range(9):
        tries.was_wrong()
    assert Tries(folder, clock=lambda: MORNING, ticks=lambda: 0.0).wait_seconds > 0
    settings.forget_card(folder)
    assert settings.load(folder) == Settings(region="PT")


def test_a_newer_vault_can_be_erased(newer_folder: Path) -> None:
    assert erase_all(newer_folder, disk=CheapDisk())
    assert not newer_folder.exists() or not any(newer_folder.iterdir())


def test_every_verb_without_a_window_refuses_a_newer_vault(
    run: Run, newer_folder: Path, tmp_path: Path, untouched: Callable[[Path], None]
) -> None:
    sound = FOLDER / "backup-2.sealed"
    untouched(newer_folder)
    assert run("check", newer_folder) == REFUSED
    assert run("backup", newer_folder, tmp_path / "copy") == REFUSED
    assert run("export", newer_folder, tmp_path / "everything.json") == REFUSED
    assert run("merge", newer_folder, sound) == REFUSED
    assert run("restore", sound, newer_folder) == (2, f"{words.problems['exists']}\n")
    assert run("example", newer_folder) == (2, f"{words.problems['exists']}\n")
    assert [path.name for path in tmp_path.iterdir() if path.name in {"copy", "everything.json"}] == []


# ------------------------------------------------------------------ backups


def _newer_backup(how: str, tmp_path: Path, patch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "copies"
    place.mkdir()
    if how == "logs":
        return newer.backup_of_newer_logs(place, PASSPHRASE, patch)
    made = {"backup": newer.backup, "key file": newer.backup_with_newer_key_file}[how]
    path = place / "newer.sealed"
    path.write_bytes(made((FOLDER / "backup-2.sealed").read_bytes()))
    return path


@pytest.fixture(params=["backup", "key file", "logs"])
def newer_backup(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A backup that only a newer version can read: itself, the key file in it, or the logs in it."""
    return _newer_backup(request.param, tmp_path, monkeypatch)


def test_every_verb_without_a_window_refuses_a_newer_backup(
    run: Run, newer_backup: Path, folder: Path, untouched: Callable[[Path], None]
) -> None:
    untouched(newer_backup)
    untouched(folder)
    assert run("check", newer_backup) == REFUSED
    assert run("restore", newer_backup, folder.with_name("restored")) == REFUSED
    assert run("restore", newer_backup, folder, "--replace") == REFUSED
    assert run("merge", folder, newer_backup) == ABOUT_THE_BACKUP
    assert run("merge", folder, newer_backup, "--preview") == ABOUT_THE_BACKUP


def test_a_newer_backup_is_neither_restored_nor_merged_nor_searched(
    newer_backup: Path, folder: Path, untouched: Callable[[Path], None]
) -> None:
    untouched(newer_backup)
    untouched(folder)
    with pytest.raises(VaultUnsupported):
        restore(Backup.open(newer_backup, PASSPHRASE, disk=CheapDisk()), folder, replace=True)
    session = House(folder).session
    with pytest.raises(VaultUnsupported):
        session.merging.open(newer_backup, PASSPHRASE)
    with pytest.raises((VaultUnsupported, VaultError)):
        session._unlocked.vault.salvage.look_in(newer_backup, ["supports"])
    session.lock()


def test_no_older_version_thins_out_what_a_newer_one_made(tmp_path: Path) -> None:
    first = datetime(2026, 1, 1, tzinfo=UTC)
    names = [backup_name(first + timedelta(hours=hour)) for hour in range(4)]
    whole = (FOLDER / "backup-2.sealed").read_bytes()
    for place, name in enumerate(names):
        (tmp_path / name).write_bytes(newer.backup(whole) if place == 1 else whole)
    assert thin_out(tmp_path, names, disk=CheapDisk()) == (names[0], names[2])
    assert sorted(path.name for path in tmp_path.iterdir()) == [names[1], names[3]]


async def test_a_newer_vault_that_a_restore_replaced_stays_until_the_app_is_newer(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Disk, "least_cost", CheapDisk.least_cost)
    newer.write_newer_key_files(folder)
    before = {name: raw for name, (raw, *_) in tree(folder).items() if name not in {".", "settings.json"}}
    backup = Backup.open(FOLDER / "backup-2.sealed", PASSPHRASE, disk=CheapDisk())
    kept = restore(backup, folder, replace=True, beside=frozenset({settings.FILE_NAME})).kept
    assert kept is not None
    house = House(folder)
    for _ in range(3):
        await house.session.backups.keep_up()
        house.clock.turn(days=KEPT_ASIDE_DAYS + 1)
        house.come_back()
    after = {name: raw for name, (raw, *_) in tree(kept).items() if name not in {".", "settings.json"}}
    assert after == before
    (kept / "vault.key").write_bytes((folder / "vault.key").read_bytes())
    (kept / "vault.key.bak").write_bytes((folder / "vault.key").read_bytes())
    await house.session.backups.keep_up()
    assert not kept.exists(), "one of this version goes, as it was said"
    house.session.lock()


# ------------------------------------------------------------------ a month that is newer


def test_a_newer_month_of_long_ago_stays_as_it_is_and_nothing_is_made_of_the_whole(
    folder: Path, tmp_path: Path
) -> None:
    """Months are too many to be asked at the door; with a new key file, as changing-formats.md has it, none is met."""
    house = House(folder)
    house.clock.turn(days=200)
    for _ in range(RECENT):
        house.session.check_ins.record(mood=3)
    house.session.lock()
    newer.write_newer_log(folder, "check_ins/2026-10", PASSPHRASE)
    now = house.reopen()
    vault = now._unlocked.vault
    path = vault._folder.log_path("check_ins/2026-10")
    before = path.read_bytes(), path.stat().st_mtime_ns
    now.check_ins.record(mood=3)
    now.supports.add("Eve")
    with suppress(VaultUnsupported):  # names of what is gone are not let go: the month may have them
        for _ in now.housekeeping.steps():
            pass
    assert vault.folded("supports"), "what comes after it has had its turn"
    for refused in (
        vault.check,
        lambda: now.backups.make(tmp_path / "copy"),
        lambda: vault.rotate(PASSPHRASE, "another passphrase"),
        lambda: now.merging.open(FOLDER / "backup-2.sealed", PASSPHRASE),
    ):
        with pytest.raises(VaultUnsupported):
            refused()
    now.lock()
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert not (tmp_path / "copy").exists()
    again = Vault.unlock(folder, PASSPHRASE, disk=CheapDisk())
    assert again.notices == ()
    again.close()
