"""Processes to be killed: each line on standard input names a folder, whose vault a process of its own then fills.

``python -m tests.faults.saving`` forks for each line. That process says its id, then the number of changes that it
was told are saved, again and again, until it is killed; then ``dead`` is said.

``python -m tests.faults.saving FOLDER SEED STRIDE`` does a scripted history in copies of a folder, each killed at
another call to the disk, the first of them and every ``STRIDE``-th after it, and notes beside each copy how many steps
had returned.
"""

import os
import shutil
import signal
import sys
from pathlib import Path

from tests.faults.history import SCRIPT, History
from tests.faults.stepping import stepping
from tests.vault.disks import CheapDisk, seeded, unlocked

ACKNOWLEDGED = ".acknowledged"
"""Ends the name of the file in which the steps that returned are counted, a byte each."""


def say(word: object) -> None:
    """A line on standard output, at once."""
    os.write(1, f"{word}\n".encode())


def fill(folder: Path) -> None:
    """Change the vault for ever: single changes, changes of two collections, folds, backups."""
    say(os.getpid())
    vault = unlocked(folder)
    number = len(vault.collection("a"))
    while True:
        if number % 5 == 4:
            with vault.change():
                vault.collection("a").insert({"n": number})
                vault.collection("b").insert({"n": number})
        else:
            vault.collection("a").insert({"n": number})
        number += 1
        say(number)
        if number % 20 == 0:
            vault.fold("a")
        if number % 30 == 0:
            vault.back_up(folder.with_suffix(".sealed"), replace=True)


def fill_on_demand() -> None:
    """Fork for each folder that is named on standard input."""
    for line in sys.stdin:
        child = os.fork()
        if not child:
            fill(Path(line.strip()))
        os.waitpid(child, 0)
        say("dead")


def killed_at_every_call(start: Path, seed: int, stride: int) -> None:
    """Do the script in copies of ``start``, named by the call at which each is killed, until one finishes."""
    at = 1
    while True:
        folder = start.with_name(str(at)) / "vault"
        folder.parent.mkdir()
        (folder.parent / "backups").mkdir()
        shutil.copytree(start, folder)
        child = os.fork()
        if not child:
            _script(folder, seed, at)
        if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0:
            return
        at += stride


def _script(folder: Path, seed: int, at: int) -> None:
    left = at
    armed = False

    def before(_: str) -> None:
        nonlocal left
        left -= armed
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    history = History(stepping(CheapDisk, before)(), seeded(seed), {}, "passphrase", folder=folder)
    noted = os.open(folder.with_suffix(ACKNOWLEDGED), os.O_WRONLY | os.O_CREAT)
    armed = True
    for step in SCRIPT:
        history.step(step)
        os.write(noted, b".")
    os._exit(0)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        killed_at_every_call(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
    else:
        fill_on_demand()
