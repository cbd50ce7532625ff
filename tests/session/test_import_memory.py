"""However long a file is, no more of it is in memory than a part: measured in bytes, not in time."""

import gc
import tracemalloc
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.session.import_rows import Choices
from app.store import import_record as kept
from tests.imports.files import backup, told
from tests.session.bringing import TABLE
from tests.session.house import House
from tests.vault.disks import seeded

FEW, MANY = 700, 2_100
A_DAY = 6
MOST_BYTES_A_ROW = 400
"""What each further row may take. Its text alone is more than twice that, and a check-in some twenty times."""

LAST = date(2026, 11, 1)
CHOICES = Choices(columns=TABLE, levels={"sparkling": 4})


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST_IN_ONE_CHANGE_BYTES", 150_000)
    monkeypatch.setattr(kept, "MOST_TAKEN_BACK_IN_ONE_CHANGE", 20)


def as_table(rows: int) -> bytes:
    """The newest first."""
    days = [LAST - timedelta(days=row // A_DAY) for row in range(rows)]
    lines = [f"{day},rad,{row} {'x' * 1_000},walk" for row, day in enumerate(days)]
    return "\n".join(["day,mood,note,names", *lines]).encode()


def shuffled(rows: int) -> bytes:
    """In no order."""
    head, *lines = as_table(rows).split(b"\n")
    seeded(7).shuffle(lines)
    return b"\n".join([head, *lines])


def as_backup(rows: int) -> bytes:
    entry = told()["dayEntries"][0]
    days = [LAST - timedelta(days=row // A_DAY) for row in range(rows)]
    return backup(
        dayEntries=[
            entry | {"year": day.year, "month": day.month - 1, "day": day.day, "note": f"{row} {'x' * 1_000}"}
            for row, day in enumerate(days)
        ]
    )


def most_bytes(step: Callable[[], object]) -> int:
    """The most memory that a step has taken at once, besides what was there."""
    before = gc.get_threshold()
    gc.collect()
    gc.set_threshold(100, 10, 10)  # what only waits to be collected is not what is measured
    tracemalloc.start()
    try:
        step()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
        gc.set_threshold(*before)


def costs(folder: Path, raw: bytes) -> tuple[int, int, int]:
    """What it takes to look at a file, to bring it in, and to take that back, in a house where somebody lives."""
    folder.mkdir()
    file = folder / "file"
    file.write_bytes(raw)
    house = House(folder / "vault")
    for _ in range(5):
        house.session.check_ins.record(mood=3)
    house.clock.turn(minutes=1)
    imports = house.session.imports
    look = most_bytes(lambda: imports.preview(file, CHOICES))
    bring = most_bytes(lambda: imports.bring(file, "file", CHOICES))
    undo = most_bytes(lambda: imports.undo(imports.all[0]))
    house.session.lock()
    return look, bring, undo


@pytest.mark.slow
@pytest.mark.parametrize("written", [as_table, shuffled, as_backup])
def test_of_each_further_row_almost_nothing_is_in_memory(
    tmp_path: Path, written: Callable[[int], bytes]
) -> None:
    few, many = (costs(tmp_path / str(rows), written(rows)) for rows in (FEW, MANY))
    more = [(much - little) / (MANY - FEW) for little, much in zip(few, many, strict=True)]
    assert max(more) <= MOST_BYTES_A_ROW, dict(zip(("look", "bring", "undo"), more, strict=True))
