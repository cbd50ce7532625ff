"""However many check-ins there are, an unlock holds no more of them in memory: measured in bytes."""

import gc
import tracemalloc
from datetime import UTC, datetime
from pathlib import Path

from tests.bench.long_life import lived

TODAY = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)
FEW, MANY, A_DAY = 90, 720, 3
MOST_BYTES_EACH = 40
"""What each further check-in may take. As a value it takes some fifty times that; what is held is a little for each month."""


def held(folder: Path, check_ins: int) -> int:
    """Bytes that a session holds once it is open, the vault and all that is remembered with it."""
    house = lived(folder, check_ins, TODAY, A_DAY)
    gc.collect()
    tracemalloc.start()
    try:
        house.reopen()
        gc.collect()
        return tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
        house.session.lock()


def test_of_each_further_check_in_almost_nothing_is_held_by_an_unlock(tmp_path: Path) -> None:
    held(tmp_path / "warm", FEW)  # what is made once for all sessions is no part of it
    few, many = held(tmp_path / "few", FEW), held(tmp_path / "many", MANY)
    assert (many - few) / (MANY - FEW) <= MOST_BYTES_EACH, (few, many)
