"""A session as a whole: entered, left, killed, entered again."""

import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from app import session as sessions
from app.vault import VaultError, VaultExists, VaultInUse, WrongPassphrase
from tests.session.house import PASSPHRASE, Clock, House, every_check_in, remembered, sealed
from tests.session.lived_in import FIRST, LATER, move_in
from tests.vault.disks import CheapDisk, seeded

ROOT = Path(__file__).parent.parent.parent
KILLS = 4

RECORDING = """
import os, signal, sys
from pathlib import Path
from app import session as sessions
from tests.session.house import Clock, PASSPHRASE
from tests.vault.disks import CheapDisk
session = sessions.unlock(Path(sys.argv[1]), PASSPHRASE, clock=Clock(), chance=os.urandom, disk=CheapDisk())
mood = int(sys.argv[2])
kept = session.check_ins.record(mood=mood)
os.write(1, kept.id.encode())
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_everything_is_there_after_a_lock(house: House) -> None:
    move_in(house.session)
    before, check_ins = remembered(house.session), every_check_in(house.session)
    assert all(before.values())
    assert sealed(house.session) == before
    assert remembered(house.come_back()) == before
    assert every_check_in(house.session) == check_ins
    assert house.session.notices == ()


@pytest.mark.parametrize("verb", FIRST | LATER)
def test_what_a_verb_left_in_memory_is_what_is_there_after_a_lock(house: House, verb: str) -> None:
    move_in(house.session)
    before = remembered(house.session)
    house.clock.turn(minutes=1)
    act = (FIRST | LATER)[verb](house.session)
    act()
    after = remembered(house.session)
    assert sealed(house.session) == after
    assert remembered(house.come_back()) == after
    assert after != before


def test_a_session_is_made_once_and_entered_by_its_passphrase(tmp_path: Path) -> None:
    given: dict[str, Any] = {"clock": Clock(), "chance": seeded(3).randbytes, "disk": CheapDisk()}
    folder = tmp_path / "vault"
    assert not sessions.exists(folder)
    session = sessions.create(folder, PASSPHRASE, **given)
    assert sessions.exists(folder)
    with pytest.raises(VaultExists):
        sessions.create(folder, PASSPHRASE, **given)
    with pytest.raises(VaultInUse):
        sessions.unlock(folder, PASSPHRASE, **given)
    session.lock()
    with pytest.raises(WrongPassphrase):
        sessions.unlock(folder, PASSPHRASE + " ", **given)
    sessions.unlock(folder, PASSPHRASE, **given).lock()


def test_a_locked_session_takes_nothing_more(house: House) -> None:
    move_in(house.session)
    left = house.session
    acts = [prepare(left) for verb, prepare in FIRST.items() if verb != "seal drafts"]
    house.come_back()
    before = remembered(house.session)
    for act in acts:
        with pytest.raises(VaultError, match="locked"):
            act()
    left.drafts.keep("plan/line", "too late")
    with pytest.raises(VaultError, match="locked"):
        left.lock()
    assert remembered(house.session) == before


def test_a_check_in_that_was_recorded_outlives_a_kill_right_after(tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    house = House(folder)
    recorded: list[str] = []
    for time in range(KILLS):
        house.session.lock()
        done = subprocess.run(
            [sys.executable, "-c", RECORDING, str(folder), str(time % 5 + 1)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == -signal.SIGKILL, done.stderr
        recorded.append(done.stdout)
        house = House(folder, seed=time)
        kept = {check_in.id: check_in.mood for check_in in every_check_in(house.session)}
        assert kept == {thing: number % 5 + 1 for number, thing in enumerate(recorded)}
        assert house.session.notices == ()
    house.session.lock()
