"""What cannot be noticed without a memory outside the folder: the list in SECURITY.md, each entry as it is today."""

from app.vault import Notice, NoticeKind
from tests.faults.history import FOLDER
from tests.faults.locked import (
    KEY_FILES,
    LOGS,
    MARKS,
    PASSPHRASE,
    Files,
    disk_with,
    file_of,
    locked,
    newest,
    seen,
    whole,
)
from tests.vault.disks import unlocked


def _with_one_begun(*, lock: bool) -> tuple[Files, str]:
    """The files after one more collection has begun, and the name of its file."""
    disk = disk_with(newest())
    vault = unlocked(FOLDER, PASSPHRASE, disk)
    vault.collection("begun").insert({"n": 0})
    name = vault._folder.log_path("begun").name
    if lock:
        vault.close()
    return disk.files(), name


def test_an_older_copy_of_the_whole_folder_is_not_noticed() -> None:
    old = locked()[1]
    shown, told = seen(old)
    assert told == {}
    assert len(shown["frames"]) < len(whole()["frames"])


def test_entries_cut_off_or_zeroed_whole_since_the_last_lock_are_not_noticed() -> None:
    disk = disk_with(newest())
    unlocked(FOLDER, PASSPHRASE, disk).collection("frames").insert({"since": "the lock"})
    now = disk.files()
    name = file_of("frames")
    assert len(now[name]) > len(newest()[name])
    assert seen(now | {name: newest()[name]}) == (whole(), {})
    zeros = bytes(len(now[name]) - len(newest()[name]))
    assert seen(now | {name: newest()[name] + zeros}) == (whole(), {})


def test_a_file_begun_since_the_last_lock_and_deleted_is_not_noticed_and_one_begun_before_is() -> None:
    for lock, told in ((False, ()), (True, (Notice(NoticeKind.MISSING, "begun"),))):
        files, name = _with_one_begun(lock=lock)
        vault = unlocked(FOLDER, PASSPHRASE, disk_with({**files, name: None}))
        assert vault.notices == told


def test_an_older_file_together_with_the_marks_of_its_time_is_not_noticed() -> None:
    old = locked()[1]
    names = file_of("frames"), file_of(MARKS)
    shown, told = seen(newest() | {name: old[name] for name in names})
    assert told == {}
    assert shown["frames"] == whole()["frames"][:-1]


def test_older_marks_alone_take_nothing_away_and_are_noticed_once_a_file_has_begun_since() -> None:
    old = locked()[0][file_of(MARKS)]
    assert seen(newest() | {file_of(MARKS): old}) == (whole(), {})
    files, _ = _with_one_begun(lock=True)
    changed = files | {file_of(MARKS): newest()[file_of(MARKS)]}
    shown, told = seen(changed)
    assert (shown, told) == (whole(), {MARKS: {NoticeKind.ROLLED_BACK}})
    again = unlocked(FOLDER, PASSPHRASE, disk_with(changed))
    assert again.collections() == tuple(sorted(LOGS)), "it is not listed"
    assert again.collection("begun").all() == [{"n": 0}], "and there"


def test_both_older_key_files_open_with_the_older_passphrase_and_that_is_not_noticed() -> None:
    old = locked()[0]
    vault = unlocked(
        FOLDER, "the first passphrase", disk_with(newest() | {name: old[name] for name in KEY_FILES})
    )
    assert vault.notices == ()
    assert {name: [dict(row) for row in vault.collection(name)] for name in LOGS} == whole()
