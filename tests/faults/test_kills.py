"""Real processes: killed while they write, and two at once."""

import secrets
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest

from app.vault import VaultInUse
from tests.vault.disks import fresh_vault, seeded, unlocked

KILLS = 10
MANY_KILLS = 300

INSERTING = """
import sys
from pathlib import Path
from tests.vault.disks import unlocked
vault = unlocked(Path(sys.argv[1]))
number = len(vault.collection("a"))
while True:
    if number % 5 == 4:
        with vault.change():
            vault.collection("a").insert({"n": number})
            vault.collection("b").insert({"n": number})
    else:
        vault.collection("a").insert({"n": number})
    if number % 40 == 39:
        vault.fold("a")
    number += 1
    sys.stdout.write("%d\\n" % number)
    sys.stdout.flush()
"""

HOLDING = """
import sys
from pathlib import Path
from tests.vault.disks import unlocked
vault = unlocked(Path(sys.argv[1]))
sys.stdout.write("open\\n")
sys.stdout.flush()
sys.stdin.readline()
"""


@contextmanager
def _started(script: str, folder: Path) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-c", script, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=Path(__file__).parent.parent.parent,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def _killed_while_inserting(folder: Path, chance: Random) -> None:
    vault = fresh_vault(folder)
    vault.collection("a").insert({"n": 0})
    vault.close()
    with _started(INSERTING, folder) as process:
        assert process.stdout is not None
        for _ in range(chance.randint(1, 60)):
            process.stdout.readline()
        process.send_signal(signal.SIGKILL)
        rest = process.stdout.read().split()
        process.wait()
    acknowledged = int(rest[-1]) if rest else 0
    again = unlocked(folder)
    numbers = [row["n"] for row in again.collection("a")]
    assert numbers == list(range(len(numbers)))
    assert len(numbers) >= max(acknowledged, 2)
    assert [row["n"] for row in again.collection("b")] == [n for n in numbers if n % 5 == 4]
    again.close()


def _kill(times: int, folder: Path) -> None:
    seed = secrets.randbits(40)
    chance = seeded(seed)
    for time in range(times):
        try:
            _killed_while_inserting(folder / str(time), chance)
        except AssertionError as error:
            raise AssertionError(f"kill {time} of seed {seed}") from error


def test_a_killed_process_loses_nothing_it_acknowledged(tmp_path: Path) -> None:
    _kill(KILLS, tmp_path)


@pytest.mark.slow
def test_nor_do_many(tmp_path: Path) -> None:
    _kill(MANY_KILLS, tmp_path)


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
    with _started(HOLDING, tmp_path) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        with pytest.raises(VaultInUse):
            unlocked(tmp_path)
        process.kill()
        process.wait()
        unlocked(tmp_path).close()
