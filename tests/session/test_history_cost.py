"""What looking back costs: as many files and as many check-ins are read after years as after weeks."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.domain.check_in import CheckIn
from app.domain.history import Wanted
from app.session import Session
from app.store import record, shelf
from app.store.check_in import CheckIns
from tests.domain.sample import stamp
from tests.session.house import House
from tests.session.metered import Calls, metered
from tests.vault.disks import CheapDisk

FEW, MANY = 180, 1_500
A_DAY = 3
PAGE = 10


@contextmanager
def lived(folder: Path, stored: int) -> Iterator[House]:
    """A house with so many check-ins up to the end of a month, the same on each day."""
    house = House(folder, CheapDisk())
    vault = house.session._unlocked.vault
    house.clock.moment = house.clock.moment.replace(month=10, day=31, hour=23)
    with vault.change():
        for number in range(stored):
            when = house.clock.moment - timedelta(days=number / A_DAY)
            CheckIns(vault).put(CheckIn(**stamp(), when=when, mood=3))
    house.come_back()
    yield house
    house.session.lock()


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Grows with each record of which something is made."""
    made: list[int] = []
    from_row = record.from_row

    def counted(*given: object, **more: object) -> object:
        made.append(1)
        return from_row(*given, **more)  # type: ignore[arg-type]  # passed on

    monkeypatch.setattr(shelf, "from_row", counted)
    return made


def page(session: Session, wanted: Wanted) -> None:
    found = [one for one in session.history.search(wanted, PAGE) if isinstance(one, CheckIn)]
    assert len(found) == PAGE


def days(session: Session) -> None:
    page(session, Wanted())


def jump(session: Session) -> None:
    """To a day in the middle of an old month, of which a third is newer."""
    page(session, Wanted(until=date(2026, 9, 20)))


def month(session: Session) -> None:
    assert session.history.month("2026-09").days


def year(session: Session) -> None:
    for number in range(1, 13):
        session.history.month(f"2026-{number:02}")


def cost(folder: Path, stored: int, step: Callable[[Session], None], read: list[int]) -> tuple[Calls, int]:
    with lived(folder, stored) as house:
        year(house.session)  # what is counted once
        house.come_back()
        calls = metered(house.disk)
        before = len(read)
        step(house.session)
        return [(name, 0) for name, _ in calls], len(read) - before


@pytest.mark.parametrize("step", [days, jump, month])
def test_after_years_it_costs_what_it_did_after_weeks(
    tmp_path: Path, read: list[int], step: Callable[[Session], None]
) -> None:
    few = cost(tmp_path / "few", FEW, step, read)
    assert cost(tmp_path / "many", MANY, step, read) == few


def test_jumping_to_a_day_reads_one_month_and_of_that_one_page(tmp_path: Path, read: list[int]) -> None:
    calls, made = cost(tmp_path / "vault", FEW, jump, read)
    assert [name for name, _ in calls].count("read") == 1
    assert made == PAGE


def test_a_year_that_was_counted_is_read_from_one_file(tmp_path: Path, read: list[int]) -> None:
    calls, made = cost(tmp_path / "vault", MANY, year, read)
    assert [name for name, _ in calls].count("read") == 1
    assert made == 31 * A_DAY, "the newest month, which is about to change, is counted anew"
