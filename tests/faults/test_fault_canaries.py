"""Whatever fails, no word of a person is left where it can be read: in no file, error, log or temporary folder."""

import errno
import os
import traceback
from pathlib import Path

from app.vault import VaultError
from tests.canary import Canary
from tests.faults.amount import amount, tried
from tests.faults.history import FOLDER, SCRIPT, History
from tests.faults.stepping import stepping
from tests.vault.disks import CheapDisk, ModelDisk, PowerCut, fresh_vault, seeded, unlocked

STRIDE = amount(61, 19, 3)
NUMBERS = (errno.EIO, errno.ENOSPC, errno.EACCES)


def _says_nothing(error: BaseException, phrase: str) -> None:
    told = "".join(traceback.format_exception(error, chain=True)) + repr(error)
    assert phrase not in told.replace("\n", "")
    tried["errors searched for a canary"] += 1


def _refused(folder: Path, phrase: str, at: int, number: int) -> int:
    """Do the script while one call fails. Returns how many calls there were."""
    calls = 0

    def before(_: str) -> None:
        nonlocal calls
        calls += 1
        if calls == at:
            raise OSError(number, os.strerror(number))

    (folder.parent / "backups").mkdir(parents=True)
    fresh_vault(folder, phrase).close()
    disk = stepping(CheapDisk, before)()
    try:
        history = History(disk, seeded(5), {}, phrase, folder=folder, text=phrase)
        for step in SCRIPT:
            history.step(step)
        history.vault.close()
    except VaultError as error:
        _says_nothing(error, phrase)
    return calls


def test_a_disk_that_refuses_leaves_no_word_behind(canary: Canary, tmp_path: Path) -> None:
    at, calls = 1, 1
    while at <= calls:
        number = NUMBERS[at // STRIDE % len(NUMBERS)]
        calls = max(calls, _refused(tmp_path / str(at) / "vault", str(canary), at, number))
        at += STRIDE
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    tried["files searched for a canary"] += len(files)
    assert len(files) > 30


def test_a_power_cut_leaves_no_word_behind(canary: Canary, tmp_path: Path) -> None:
    phrase = str(canary)
    chance = seeded(6)
    finished, cut = False, 0
    while not finished:
        cut += STRIDE
        disk = ModelDisk()
        fresh_vault(FOLDER, phrase, disk).close()
        history = History(disk, chance, {}, phrase, text=phrase)
        disk.cut_at = disk.calls + cut
        try:
            for step in SCRIPT:
                history.step(step)
            finished = True
        except PowerCut:
            pass
        for name, content in disk.after_power_cut(chance).files().items():
            (tmp_path / f"{cut}-{name}").write_bytes(content)
            tried["files searched for a canary"] += 1


def test_no_damage_is_told_in_a_persons_words(canary: Canary, tmp_path: Path) -> None:
    phrase = str(canary)
    disk = ModelDisk()
    vault = fresh_vault(FOLDER, phrase, disk)
    for name in ("a", "b"):
        vault.collection(name).insert({phrase: phrase})
    vault.close()
    files = disk.files()
    for name, raw in files.items():
        for at in range(0, len(raw), STRIDE):
            damaged = ModelDisk()
            for other, content in files.items():
                damaged.put(other, content)
            damaged.put(name, raw[:at] + bytes([raw[at] ^ 0xFF]) + raw[at + 1 :])
            vault = unlocked(FOLDER, phrase, damaged)
            try:
                vault.collection("a").insert({phrase: phrase})
                vault.collection("b").insert({phrase: phrase})
            except VaultError as error:
                _says_nothing(error, phrase)
            assert phrase not in repr((vault, vault.notices, vault.check()))
            vault.close()
    for wrong in (phrase + "?", phrase + "\ud800"):
        try:
            unlocked(FOLDER, wrong, disk.after_kill())
        except VaultError as error:
            _says_nothing(error, phrase)
