"""Backups of a session: made, made by themselves after the lock or the unlock, let go, tried and brought back."""

import asyncio
import errno
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.session import Session
from app.session.backup_file import looked_into, opened, restored
from app.session.backups import KEPT_ASIDE_DAYS, Trouble
from app.store.everything import everything
from app.store.merge import preview
from app.store.settings import Settings
from app.vault import NotWritten, Stopped, Vault, VaultError, VaultExists, WrongPassphrase
from app.vault.kept_backups import superseded
from tests.canary import Canary
from tests.session.house import MORNING, PASSPHRASE, House
from tests.session.lived_in import move_in
from tests.vault.disks import CheapDisk


@pytest.fixture
def copies(tmp_path: Path) -> Path:
    """A folder that a person has chosen."""
    (tmp_path / "copies").mkdir()
    return tmp_path / "copies"


@pytest.fixture
def automatic(house: House, copies: Path) -> House:
    """A house with something in it, whose backups are made by themselves."""
    house.session.check_ins.record(mood=4)
    house.session.backups.make_automatic(copies)
    return house


@pytest.fixture
def session(house: House) -> Iterator[Session]:
    return house.session  # type: ignore[return-value]  # the house locks it


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def keep_up(house: House) -> Trouble | None:
    return asyncio.run(house.session.backups.keep_up())


def lock_and_write(house: House) -> bool:
    """Lock, write the backup that is due if one is, and unlock again. Returns whether one was due."""
    write = house.session.lock()
    if write is not None:
        write()
    house.reopen()
    return write is not None


def amount(file: Path) -> dict[str, int]:
    return looked_into(file, PASSPHRASE, disk=CheapDisk()).counts


# ------------------------------------------------------------ by hand


def test_a_backup_goes_into_a_folder_under_a_name_that_tells_only_the_time(
    house: House, copies: Path
) -> None:
    move_in(house.session)
    assert house.session.backups.last_at is None
    made = house.session.backups.make(copies)
    assert names(copies) == [made.path.name] == ["copy-20261121-063400Z.sealed"]
    assert made.check.sound
    assert house.session.backups.last_at == MORNING
    assert house.come_back().backups.last_at == MORNING


def test_a_path_that_is_no_folder_is_the_backup_itself_and_nothing_is_replaced(
    house: House, copies: Path
) -> None:
    house.session.backups.make(copies / "mine")
    assert names(copies) == ["mine"]
    with pytest.raises(VaultExists):
        house.session.backups.make(copies / "mine")
    with pytest.raises(NotWritten):
        house.session.backups.make(house.folder)


def test_a_backup_that_did_not_reach_the_person_does_not_count(house: House, copies: Path) -> None:
    house.session.backups.make(copies, given=False)
    assert house.session.backups.last_at is None
    house.session.backups.was_given()
    assert house.session.backups.last_at == MORNING


def test_progress_goes_up_to_a_hundred_and_a_stop_at_any_point_leaves_nothing(
    house: House, copies: Path
) -> None:
    move_in(house.session)
    told: list[tuple[int, int]] = []
    house.session.backups.make(copies / "whole", progress=lambda *now: told.append(now))
    assert told == sorted(set(told))
    assert told[-1] == (100, 100)
    asked = 0

    def stop() -> bool:
        nonlocal asked
        asked += 1
        return asked == at

    at = 1
    while True:
        asked = 0
        try:
            house.session.backups.make(copies / "stopped", stop=stop)
        except Stopped:
            assert names(copies) == ["whole"]
        else:
            break
        at += 1
    assert at > 10


# ------------------------------------------------------------ by themselves


def test_it_is_written_after_the_lock_when_no_key_is_left(automatic: House, copies: Path) -> None:
    write = automatic.session.lock()
    assert write is not None
    assert names(copies) == []
    write()
    assert amount(copies / names(copies)[0]) == {"check_in": 1}
    automatic.reopen()
    assert keep_up(automatic) is None
    assert automatic.session.backups.last_at == MORNING


def test_what_is_kept_for_writing_opens_nothing_of_the_vault(automatic: House) -> None:
    gathered, _ = automatic.session.backups._gathered()
    assert gathered is not None
    automatic.session.lock()
    with pytest.raises(VaultError, match="locked"):
        _ = gathered._keys.data_key
    automatic.reopen()


def test_nothing_is_made_where_nothing_has_changed(automatic: House, copies: Path) -> None:
    assert lock_and_write(automatic)
    keep_up(automatic)
    automatic.clock.turn(minutes=1)
    assert not lock_and_write(automatic)
    keep_up(automatic)
    assert len(names(copies)) == 1
    automatic.session.check_ins.record(mood=2)
    automatic.clock.turn(minutes=1)
    assert lock_and_write(automatic)
    assert len(names(copies)) == 2
    assert amount(copies / names(copies)[1]) == {"check_in": 2}


def test_words_that_are_only_typed_are_in_it(automatic: House, copies: Path) -> None:
    automatic.session.drafts.keep("check-in/note", "half a sentence")
    lock_and_write(automatic)
    assert amount(copies / names(copies)[0]) == {"check_in": 1, "draft": 1}


def test_one_that_was_not_written_after_the_lock_is_made_after_the_unlock(
    automatic: House, copies: Path
) -> None:
    automatic.session.lock()  # and the process ends
    automatic.reopen()
    (copies / "copy-20261121-063400Z.sealed.new").write_bytes(b"cut off")
    automatic.clock.turn(minutes=5)
    assert keep_up(automatic) is None
    assert names(copies) == ["copy-20261121-063900Z.sealed"]
    assert automatic.session.backups.last_at == automatic.clock()
    assert keep_up(automatic) is None
    assert len(names(copies)) == 1


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES])
def test_a_folder_that_is_full_or_closed_is_told_and_tried_again(
    tmp_path: Path, copies: Path, number: int
) -> None:
    class Sick(CheapDisk):
        sick = 0

        def create(self, path: Path) -> int:
            if self.sick and path.parent == copies:
                raise OSError(self.sick, "refused")
            return super().create(path)

    house = House(tmp_path / "vault", disk := Sick())
    house.session.backups.make_automatic(copies)
    house.session.check_ins.record(mood=4)
    disk.sick = number
    assert keep_up(house) is {errno.ENOSPC: Trouble.FULL, errno.EACCES: Trouble.NOT_WRITTEN}[number]
    assert names(copies) == []
    house.session.check_ins.record(mood=3)
    disk.sick = 0
    assert keep_up(house) is None
    assert house.session.backups.trouble is None
    assert len(names(copies)) == 1
    house.session.lock()


def test_a_folder_that_is_gone_holds_up_nothing_and_is_tried_again(automatic: House, copies: Path) -> None:
    copies.rmdir()
    assert lock_and_write(automatic)
    assert keep_up(automatic) is Trouble.GONE
    copies.mkdir()
    assert keep_up(automatic) is None
    assert len(names(copies)) == 1


def test_the_vaults_own_folder_and_what_is_no_folder_are_refused(house: House, copies: Path) -> None:
    (copies / "file").touch()
    for place in (house.folder, copies / "file", copies / "not there"):
        with pytest.raises(NotWritten):
            house.session.backups.make_automatic(place)
    assert not house.session.backups.automatic


def test_what_is_turned_off_makes_none(automatic: House, copies: Path) -> None:
    automatic.session.backups.stop_automatic()
    assert not lock_and_write(automatic)
    assert keep_up(automatic) is None
    assert names(copies) == []
    assert automatic.session.backups.folder == str(copies)


def test_old_ones_are_let_go_and_those_of_others_stay(automatic: House, copies: Path) -> None:
    others = [f"copy-202611{day}-05000{n}Z.sealed" for day in (20, 21) for n in range(2)]
    for name in (*others, "notes.txt"):
        (copies / name).write_bytes(b"of another device")
    made = set()
    for _ in range(20):
        automatic.clock.turn(hours=7)
        automatic.session.check_ins.record(mood=3)
        lock_and_write(automatic)
        keep_up(automatic)
        made.add(f"copy-{automatic.clock():%Y%m%d-%H%M%S}Z.sealed")
    left = set(names(copies)) - {*others, "notes.txt"}
    assert left == made - set(superseded(made))
    assert len(left) < 10
    assert {*others, "notes.txt"} <= set(names(copies))


def test_nothing_is_let_go_while_the_newest_is_not_sound(automatic: House, copies: Path) -> None:
    for _ in range(3):
        automatic.clock.turn(minutes=1)
        automatic.session.check_ins.record(mood=3)
        lock_and_write(automatic)
        newest = copies / names(copies)[-1]
        newest.write_bytes(newest.read_bytes()[:-1])
        assert keep_up(automatic) is None
    assert len(names(copies)) == 3


def test_nothing_is_let_go_while_something_is_set_aside_that_an_older_one_may_have(
    automatic: House, copies: Path
) -> None:
    (automatic.folder / f"{'a' * 24}.kept").write_bytes(b"set aside")
    for _ in range(3):
        automatic.clock.turn(minutes=1)
        automatic.session.check_ins.record(mood=3)
        lock_and_write(automatic)
        assert keep_up(automatic) is None
    assert len(names(copies)) == 3


def test_it_gives_way_to_other_long_work_and_does_nothing_once_locked(automatic: House, copies: Path) -> None:
    async def while_somebody_works() -> Trouble | None:
        with automatic.session.turn.taken():
            return await asyncio.to_thread(lambda: asyncio.run(automatic.session.backups.keep_up()))

    assert asyncio.run(while_somebody_works()) is None

    async def locked_meanwhile() -> Trouble | None:
        keeping = asyncio.ensure_future(automatic.session.backups.keep_up())
        await asyncio.sleep(0)
        automatic.session.lock()
        return await keeping

    assert asyncio.run(locked_meanwhile()) is None
    assert names(copies) == []
    automatic.reopen()


def test_a_collection_that_is_written_anew_meanwhile_is_no_trouble(automatic: House, copies: Path) -> None:
    backups, vault = automatic.session.backups, automatic.session._unlocked.vault
    gathered, begun = backups._gathered()
    assert begun is not None
    vault.fold(vault.collections("check_ins/")[0])
    assert backups._made(backups._kept.now, gathered, begun) is None
    assert names(copies) == []
    assert keep_up(automatic) is None
    assert len(names(copies)) == 1


def test_what_is_saved_meanwhile_is_not_in_it_and_the_backup_is_whole(automatic: House, copies: Path) -> None:
    gathered, begun = automatic.session.backups._gathered()
    assert gathered is not None
    assert begun is not None
    automatic.session.check_ins.record(mood=1)
    automatic.session.supports.add("Ana")
    assert gathered.write(copies / "one").sound
    assert amount(copies / "one") == {"check_in": 1}


# ------------------------------------------------------------ of this device alone


def test_no_merge_and_no_export_takes_it_to_another_device(
    automatic: House, copies: Path, tmp_path: Path
) -> None:
    made = automatic.session.backups.make(copies)
    other = House(tmp_path / "other" / "vault")
    backup = opened(made.path, PASSPHRASE, disk=CheapDisk())
    assert not any("copies" in stem for stem in preview(other.session._unlocked.vault, backup))
    vault = automatic.session._unlocked.vault
    assert str(copies) not in b"".join(everything(vault, Settings(), MORNING)).decode()
    other.session.lock()


def test_after_a_restore_elsewhere_nothing_is_said_of_the_other_device(
    automatic: House, copies: Path, tmp_path: Path
) -> None:
    automatic.session.backups.make(copies / "one")
    automatic.clock.turn(minutes=1)
    automatic.session.backups.make(copies / "two")
    restored(copies / "two", PASSPHRASE, tmp_path / "elsewhere" / "vault", disk=CheapDisk())
    there = House(tmp_path / "elsewhere" / "vault")
    assert there.session.backups.last_at is None
    assert there.session.backups.automatic
    there.session.lock()


def test_its_paths_are_sealed_and_in_no_log(canary: Canary, tmp_path: Path, caplog: Any) -> None:
    gone = Path("/not there") / str(canary)
    house = House(tmp_path / "vault")
    house.session.backups._kept.change(automatic=True, folder=str(gone))
    house.session.check_ins.record(mood=3)
    lock_and_write(house)
    assert keep_up(house) is Trouble.GONE
    assert str(canary) not in repr(vars(house.session.backups))
    house.session.lock()


# ------------------------------------------------------------ tried and brought back


def test_a_backup_opens_with_its_passphrase_or_the_words_of_its_recovery_key(
    house: House, copies: Path
) -> None:
    drawn = house.session.keys.draw_recovery_words()
    house.session.keys.keep_recovery_key()
    house.session.supports.add("Ana")
    made = house.session.backups.make(copies)
    for typed in (PASSPHRASE, " ".join(drawn), ", ".join(drawn).upper()):
        told = looked_into(made.path, typed, disk=CheapDisk())
        assert (told.counts, told.made_at) == ({"support": 1}, MORNING)
    for typed in ("not this one", " ".join(reversed(drawn))):
        with pytest.raises(WrongPassphrase):
            looked_into(made.path, typed, disk=CheapDisk())


def test_looking_and_restoring_tell_how_far_they_are_and_can_be_stopped(
    house: House, copies: Path, tmp_path: Path
) -> None:
    move_in(house.session)
    file = house.session.backups.make(copies).path
    told: list[int] = []
    looked_into(file, PASSPHRASE, disk=CheapDisk(), progress=lambda done, _: told.append(done))
    assert told[-1] == 100
    with pytest.raises(Stopped):
        looked_into(file, PASSPHRASE, disk=CheapDisk(), stop=lambda: True)
    told.clear()
    with pytest.raises(Stopped):
        restored(
            file,
            PASSPHRASE,
            tmp_path / "new",
            disk=CheapDisk(),
            stop=lambda: bool(told),
            progress=lambda done, _: told.append(done),
        )
    assert not Vault.exists(tmp_path / "new")
    assert "new.new" not in names(tmp_path)


def test_what_a_restore_replaced_goes_after_thirty_days_and_not_before(house: House, copies: Path) -> None:
    house.session.check_ins.record(mood=5)
    file = house.session.backups.make(copies).path
    house.session.supports.add("Ana")
    house.session.lock()
    told = restored(file, PASSPHRASE, house.folder, disk=CheapDisk())
    assert told.kept is not None
    (house.folder / "settings.json").write_text("{}")
    (told.kept / "settings.json").write_text("{}")
    house.clock.turn(days=100)  # it may lie there for long before anybody unlocks
    house.reopen()
    assert house.session.supports.all == ()
    keep_up(house)
    assert house.session.backups.kept_until is not None
    house.clock.turn(days=KEPT_ASIDE_DAYS - 1)
    house.come_back()
    keep_up(house)
    assert told.kept.is_dir()
    house.clock.turn(days=1)
    keep_up(house)
    assert not told.kept.exists()
    assert house.session.backups.kept_until is None


def test_a_file_of_somebody_else_is_never_taken_away(house: House, copies: Path) -> None:
    file = house.session.backups.make(copies).path
    house.session.lock()
    kept = restored(file, PASSPHRASE, house.folder, disk=CheapDisk()).kept
    assert kept is not None
    (kept / "letter.txt").write_text("mine")
    (house.folder.parent / "vault.before-restore.notes").mkdir()
    house.reopen()
    keep_up(house)
    house.clock.turn(days=KEPT_ASIDE_DAYS)
    keep_up(house)
    assert names(kept) == ["letter.txt"]
    assert (house.folder.parent / "vault.before-restore.notes").is_dir()


def test_what_a_link_leads_to_is_never_taken_away(house: House, tmp_path: Path) -> None:
    other = House(tmp_path / "other" / "vault")
    other.session.lock()
    link = house.folder.with_name(f"{house.folder.name}.before-restore")
    link.symlink_to(other.folder, target_is_directory=True)
    keep_up(house)
    house.clock.turn(days=KEPT_ASIDE_DAYS)
    keep_up(house)
    assert Vault.exists(other.folder)


def test_what_is_open_elsewhere_is_not_taken_away(house: House, copies: Path) -> None:
    file = house.session.backups.make(copies).path
    house.session.lock()
    kept = restored(file, PASSPHRASE, house.folder, disk=CheapDisk()).kept
    assert kept is not None
    house.reopen()
    keep_up(house)
    held = Vault.unlock(kept, PASSPHRASE, disk=CheapDisk())
    house.clock.turn(days=KEPT_ASIDE_DAYS)
    keep_up(house)
    assert held.check().sound
    held.close()
