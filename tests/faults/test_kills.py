"""Real processes: killed at random moments and at every call to the disk, and two at once."""

import os
import secrets
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import IO

import pytest

from app.vault import Backup, VaultInUse
from tests.faults.amount import amount, tried
from tests.faults.history import SCRIPT, Between, History, copy_found, harmless, held, only, opens
from tests.faults.saving import ACKNOWLEDGED
from tests.vault.disks import CheapDisk, ModelDisk, fresh_vault, seeded, unlocked

KILLS = amount(30, 80, 1_000)
STRIDE = amount(11, 3, 1)
KILLS_OF_ONE_VAULT = 25
LATER_SECONDS = 0.004

HOLDING = """
import sys
from pathlib import Path
from tests.vault.disks import unlocked
vault = unlocked(Path(sys.argv[1]))
sys.stdout.write("open\\n")
sys.stdout.flush()
sys.stdin.readline()
"""

forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills processes that were forked")


@contextmanager
def _started(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
        cwd=Path(__file__).parents[2],
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def _kill_one(asked: IO[str], told: IO[str], folder: Path, chance: Random) -> int:
    """Let the vault be filled, and kill who does at a random moment. Returns how many changes were acknowledged."""
    asked.write(f"{folder}\n")
    process = int(told.readline())
    for _ in range(chance.randint(0, 12)):
        if told.readline() == "dead\n":
            raise AssertionError("it ended by itself")
    time.sleep(chance.uniform(0, LATER_SECONDS))  # not to wait for anything: to hit any moment of a change
    os.kill(process, signal.SIGKILL)
    acknowledged = 0
    while (line := told.readline()) != "dead\n":
        acknowledged = int(line)
    return acknowledged


def _nothing_is_lost(folder: Path, acknowledged: int) -> int:
    again = unlocked(folder)
    numbers = [row["n"] for row in again.collection("a")]
    assert numbers == list(range(len(numbers)))
    assert len(numbers) >= acknowledged
    assert [row["n"] for row in again.collection("b")] == [n for n in numbers if n % 5 == 4]
    assert harmless(again.notices)
    again.close()
    if folder.with_suffix(".sealed").exists():
        backup = Backup.open(folder.with_suffix(".sealed"), "passphrase", disk=CheapDisk())
        assert backup.check().sound
        backup.close()
    return len(numbers)


@forks
def test_a_killed_process_loses_nothing_it_acknowledged(tmp_path: Path) -> None:
    seed = secrets.randbits(40)
    chance = seeded(seed)
    saved = 0
    with _started("-m", "tests.faults.saving") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number in range(KILLS):
            folder = tmp_path / str(number // KILLS_OF_ONE_VAULT)
            if number % KILLS_OF_ONE_VAULT == 0:
                fresh_vault(folder).close()
                saved = 0
            acknowledged = _kill_one(process.stdin, process.stdout, folder, chance)
            try:
                now = _nothing_is_lost(folder, max(acknowledged, saved))
            except AssertionError as error:
                raise AssertionError(f"kill {number} of seed {seed}") from error
            tried["processes killed at random moments while saving"] += 1
            tried["processes killed at random moments: changes found, none lost"] += now - saved
            saved = now


def _expected(seed: int) -> list[Between]:
    """What should be there before each step of the script and after the last, as it is on a disk that never fails."""
    disk = ModelDisk()
    fresh_vault(Path("/modelled"), "passphrase", disk).close()
    history = History(disk, seeded(seed), {}, "passphrase")
    expected = [history.now()]
    for step in SCRIPT:
        history.step(step)
        expected.append(history.now())
    return [*expected, expected[-1]]


@forks
def test_a_process_killed_at_every_call_has_done_each_step_whole_or_not(tmp_path: Path) -> None:
    seed = secrets.randbits(40)
    expected = _expected(seed)
    start = tmp_path / "start"
    fresh_vault(start).close()
    with _started("-m", "tests.faults.saving", str(start), str(seed), str(STRIDE)) as process:
        assert process.wait() == 0
    shutil.rmtree(start)
    for place in sorted(tmp_path.iterdir(), key=lambda place: int(place.name)):
        steps = len((place / "vault").with_suffix(ACKNOWLEDGED).read_bytes())
        between = expected[steps].on_the_way_to(expected[steps + 1])
        between.folder = place / "vault"
        try:
            vault = unlocked(between.folder, opens(between, CheapDisk()))
            assert held(vault) in (only(between.kept), only(between.tried))
            assert harmless(vault.notices)
            assert not vault.read_only
            vault.close()
            copy_found(between, CheapDisk())
        except AssertionError as error:
            raise AssertionError(f"killed at call {place.name} of seed {seed}") from error
        tried["processes killed at a call to the disk, one call after the other"] += 1
    assert len(list(tmp_path.iterdir())) > 200 // STRIDE


def test_a_vault_unlocked_in_one_thread_is_closed_in_another(tmp_path: Path) -> None:
    with ThreadPoolExecutor(1) as other:
        vault = other.submit(fresh_vault, tmp_path).result()
    with pytest.raises(VaultInUse):
        unlocked(tmp_path)
    vault.close()
    with ThreadPoolExecutor(1) as other:
        other.submit(unlocked, tmp_path).result().close()


def test_a_second_process_is_kept_out_and_let_in_after_a_kill(tmp_path: Path) -> None:
    fresh_vault(tmp_path).close()
    with _started("-c", HOLDING, str(tmp_path)) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        with pytest.raises(VaultInUse):
            unlocked(tmp_path)
        process.kill()
        process.wait()
        unlocked(tmp_path).close()
