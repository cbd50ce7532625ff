"""What a check-in costs: the same calls to the disk and the same bytes, however much is stored."""

import hmac
from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.check_in import CheckIn
from app.session.check_in import RECENT
from app.store.check_in import CheckIns
from tests.domain.sample import stamp
from tests.session.house import MORNING, House
from tests.session.metered import Calls, metered
from tests.vault.disks import CheapDisk

FEW, MANY = 10, 5_000


def _lived(folder: Path, stored: int, apart: timedelta) -> House:
    house = House(folder, CheapDisk())
    vault = house.session._unlocked.vault
    with vault.change():
        for _ in range(stored):
            house.clock.turn(seconds=apart.total_seconds())
            CheckIns(vault).put(CheckIn(**stamp(), when=house.clock.moment, mood=3))
    return house


def _cost(folder: Path, stored: int, apart: timedelta) -> Calls:
    house = _lived(folder, stored, apart)
    session = house.come_back()
    for _ in range(2):
        session.check_ins.record(mood=3)
    calls = metered(house.disk)
    session.check_ins.record(mood=4)
    cost = list(calls)
    session.lock()
    return cost


@pytest.mark.parametrize(
    "apart", [timedelta(seconds=1), timedelta(hours=14)], ids=["in one month", "over eight years"]
)
def test_a_check_in_costs_the_same_with_few_and_with_many_stored(tmp_path: Path, apart: timedelta) -> None:
    few = _cost(tmp_path / "few", FEW, apart)
    assert sum(size for _, size in few) > 0
    assert _cost(tmp_path / "many", MANY, apart) == few


def test_a_check_in_is_one_small_write_and_one_sync(tmp_path: Path) -> None:
    calls = _cost(tmp_path / "vault", FEW, timedelta(minutes=1))
    assert calls == [("write_at", 512), ("sync_data", 0)]


def _calls_of_an_unlock(house: House, since: timedelta) -> list[str]:
    for _ in range(RECENT):
        house.clock.turn(seconds=since.total_seconds())
        house.session.check_ins.record(mood=3)
    house.session.lock()
    calls = metered(house.disk)
    house.session = House(house.folder, house.disk).session
    made = [name for name, _ in calls]
    house.session.lock()
    return made


def test_an_unlock_asks_no_more_of_the_disk_after_years(tmp_path: Path) -> None:
    few, many = (
        _lived(tmp_path / name, stored, timedelta(hours=14))
        for name, stored in (("few", 120), ("many", MANY))
    )
    for house in (few, many):
        house.clock.moment = MORNING + timedelta(days=3650)
    calls = _calls_of_an_unlock(few, timedelta(days=1))
    assert "read" in calls
    assert _calls_of_an_unlock(many, timedelta(days=1)) == calls


def test_an_unlock_computes_no_names_of_files_that_the_marks_know(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    few, many = (_lived(tmp_path / str(stored), stored, timedelta(days=20)) for stored in (FEW, 10 * FEW))
    computed: list[int] = []
    for house in (few, many):
        house.session.lock()
        for _ in range(2):
            asked: list[object] = []
            real = hmac.digest
            with monkeypatch.context() as patch:
                patch.setattr(
                    hmac, "digest", lambda *given, to=asked, by=real: (to.append(given), by(*given))[1]
                )
                session = house.reopen()
            computed.append(len(asked))
            session.lock()
    assert len(set(computed)) == 1, computed
    assert computed[0] > 0


def test_a_second_pass_of_housekeeping_reads_nothing(tmp_path: Path) -> None:
    house = _lived(tmp_path, 5 * FEW, timedelta(days=20))
    for _ in range(2):
        calls = metered(house.disk)
        for _ in house.session.housekeeping.steps():
            pass
    assert {name for name, _ in calls} <= {"names", "changed_at"}


def test_saving_a_check_in_looks_at_no_other(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(RECENT + 1):
        house.session.check_ins.record(mood=3)
        house.clock.turn(minutes=1)
    before = house.session.check_ins.recent
    monkeypatch.setattr(CheckIns, "latest", lambda _: pytest.fail("looked at all of a month"))
    saved = house.session.check_ins.record(mood=4)
    changed = house.session.check_ins.change(saved, note="later")
    assert house.session.check_ins.recent == (changed, *before[:-1])
