"""Check-ins by month: each in one month alone, newest first, and no more months opened than are read."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.check_in import CheckIn
from app.store.check_in import PREFIX, CheckIns
from app.store.shelf import Shelf
from app.vault import Vault
from tests.domain.sample import LATER, stamp
from tests.store.things import offsets
from tests.vault.disks import CheapDisk, fresh_vault, unlocked

BEGIN = datetime(2026, 1, 15, 12, tzinfo=UTC)


class _CountingDisk(CheapDisk):
    """Counts the logs that are read whole."""

    def __init__(self) -> None:
        self.logs_read: list[str] = []

    def read(self, path: Path) -> bytes:
        if path.suffix == ".db":
            self.logs_read.append(path.name)
        return super().read(path)


def _at(when: datetime, **fields: Any) -> CheckIn:
    return CheckIn(**stamp(), when=when, **fields)


def _rows(vault: Vault) -> dict[str, list[dict[str, Any]]]:
    months = vault.collections(PREFIX)
    return {
        month: [dict(row) for row in vault.collection(month).table("check_ins").all()] for month in months
    }


def _months(vault: Vault, check_in: CheckIn) -> list[str]:
    """The months in which there is more of a check-in than that it was removed."""
    return [
        month
        for month, rows in _rows(vault).items()
        if any(row["id"] == check_in.id and "when" in row for row in rows)
    ]


def test_a_check_in_is_kept_in_the_month_it_was_in_where_the_person_was(vault: Vault) -> None:
    late = _at(datetime(2026, 1, 31, 23, 30, tzinfo=timezone(timedelta(hours=-10))))
    CheckIns(vault).put(late)
    assert _months(vault, late) == ["check_ins/2026-01"]


def test_a_check_in_that_moves_is_in_one_month_only(vault: Vault) -> None:
    kept = CheckIns(vault)
    check_in = _at(BEGIN, note="the first snow")
    kept.put(check_in)
    moved = replace(check_in, when=BEGIN + timedelta(days=40), changed_at=LATER)
    kept.put(moved, was=check_in)
    assert _months(vault, check_in) == ["check_ins/2026-02"]
    assert _rows(vault)["check_ins/2026-01"] == [{"id": check_in.id, "deleted_at": LATER.isoformat()}]
    kept.put(check_in, was=moved)
    assert _months(vault, check_in) == ["check_ins/2026-01"]
    assert list(kept.latest()) == [check_in]


def test_a_removed_check_in_leaves_no_word(vault: Vault) -> None:
    kept = CheckIns(vault)
    check_in = _at(BEGIN, note="the first snow")
    kept.put(check_in)
    kept.remove(check_in, LATER)
    assert _rows(vault) == {"check_ins/2026-01": [{"id": check_in.id, "deleted_at": LATER.isoformat()}]}
    assert list(kept.latest()) == []


@pytest.fixture
def ten_years(tmp_path: Path) -> Iterator[tuple[Vault, _CountingDisk, list[CheckIn]]]:
    disk = _CountingDisk()
    vault = fresh_vault(tmp_path / "vault", disk=disk)
    check_ins = [_at(BEGIN + timedelta(days=day)) for day in range(0, 3_650, 10)]
    with vault.change():
        for check_in in check_ins:
            CheckIns(vault).put(check_in)
    vault.close()
    vault = unlocked(tmp_path / "vault", disk=disk)
    disk.logs_read.clear()
    yield vault, disk, check_ins[::-1]
    vault.close()


def test_only_as_many_months_are_opened_as_are_read(
    ten_years: tuple[Vault, _CountingDisk, list[CheckIn]],
) -> None:
    vault, disk, newest = ten_years
    months = {f"{check_in.when:%Y-%m}" for check_in in newest}
    assert len(vault.collections(PREFIX)) == len(months) > 100
    assert disk.logs_read == []
    assert list(islice(CheckIns(vault).latest(), 1)) == newest[:1]
    assert len(disk.logs_read) == 1
    assert list(islice(CheckIns(vault).latest(), 5)) == newest[:5]
    read = {f"{check_in.when:%Y-%m}" for check_in in newest[:5]}
    assert len(set(disk.logs_read)) == len(disk.logs_read) == len(read)
    assert list(CheckIns(vault).latest()) == newest
    assert len(set(disk.logs_read)) == len(disk.logs_read) == len(months)


moments = st.datetimes(datetime(2026, 1, 29), datetime(2026, 3, 3), timezones=offsets).map(  # noqa: DTZ001  # each gets its offset
    lambda moment: moment.replace(microsecond=0)
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(moments, max_size=12))
def test_the_newest_come_first_however_far_a_person_travels(vault: Vault, whens: list[datetime]) -> None:
    kept = CheckIns(vault)
    for old in list(kept.latest()):
        kept.remove(old, LATER)
    for when in whens:
        kept.put(_at(when))
    assert [check_in.when for check_in in kept.latest()] == sorted(whens, reverse=True)


def test_of_two_in_one_second_the_later_saved_comes_first(vault: Vault) -> None:
    both = [_at(BEGIN), _at(BEGIN)]
    for check_in in both:
        CheckIns(vault).put(check_in)
    assert list(CheckIns(vault).latest()) == both[::-1]


def test_of_a_month_only_the_check_ins_that_are_asked_for_are_read(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = CheckIns(vault)
    made = [_at(BEGIN + timedelta(minutes=n), mood=3) for n in range(40)]
    for check_in in made:
        kept.put(check_in)
    read = []
    whole = Shelf.in_row

    def counted(shelf: Shelf[CheckIn], row: int) -> CheckIn | None:
        read.append(row)
        return whole(shelf, row)

    monkeypatch.setattr(Shelf, "in_row", counted)
    assert list(islice(kept.latest(), 5)) == made[:-6:-1]
    assert len(read) == 5
