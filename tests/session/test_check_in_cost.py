"""What a check-in costs: the same calls to the disk and the same bytes, however much is stored."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from app.domain.check_in import CheckIn
from app.store.check_in import CheckIns
from app.vault import Disk
from tests.domain.sample import stamp
from tests.session.house import House
from tests.vault.disks import CheapDisk

Calls = list[tuple[str, int]]
"""Each call to the disk, and the bytes that went to it or came from it."""

FEW, MANY = 10, 5_000


def _metered(disk: Disk) -> Calls:
    calls: Calls = []

    def counted(name: str, method: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any) -> Any:
            returned = method(*given)
            calls.append((name, sum(len(one) for one in (*given, returned) if isinstance(one, bytes))))
            return returned

        return call

    for name, method in vars(Disk).items():
        if callable(method) and not name.startswith("_"):
            setattr(disk, name, counted(name, getattr(disk, name)))
    return calls


def _cost(folder: Path, stored: int, apart: timedelta) -> Calls:
    disk = CheapDisk()
    house = House(folder, disk)
    vault = house.session._unlocked.vault
    with vault.change():
        for _ in range(stored):
            house.clock.turn(seconds=apart.total_seconds())
            CheckIns(vault).put(CheckIn(**stamp(), when=house.clock.moment, mood=3))
    session = house.come_back()
    session.check_ins.record(mood=3)
    calls = _metered(disk)
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
    assert [call for call in calls if call[0] in {"write_at", "sync"}] == [("write_at", 512), ("sync", 0)]
