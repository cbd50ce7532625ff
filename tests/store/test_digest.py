"""Digests of months: what a slow count says, kept where that saves reading, and never older than their month."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tinydb.table import Document

from app.domain.check_in import CheckIn, FeltConnected
from app.domain.digest import Digest, digest_of
from app.store.check_in import CheckIns
from app.store.digest import Digests
from app.store.merge import merge
from app.store.stem import DIGESTS
from app.vault import Backup, Vault
from tests.domain.sample import LATER, new_id, stamp
from tests.store.things import check_ins
from tests.vault.disks import CheapDisk, fresh_vault, unlocked

JANUARY = datetime(2026, 1, 15, 12, tzinfo=UTC)


def _at(when: datetime, **fields: Any) -> CheckIn:
    return CheckIn(**stamp(), when=when, **fields)


def _plain(digest: Digest) -> dict[str, Any]:
    return {name: getattr(digest, name) for name in Digest.__slots__}


def _digests(vault: Vault) -> Digests:
    return Digests(vault, CheckIns(vault))


class _CountingDisk(CheapDisk):
    def __init__(self) -> None:
        self.read_whole: list[str] = []

    def read(self, path: Path) -> bytes:
        self.read_whole.append(path.name)
        return super().read(path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(several=st.lists(check_ins, max_size=8))
def test_a_kept_digest_says_what_a_slow_count_says(tmp_path_factory: Any, several: list[CheckIn]) -> None:
    with_them = {one.id: one for one in several}
    folder = tmp_path_factory.mktemp("vault") / "v"
    vault = fresh_vault(folder)
    for one in with_them.values():
        CheckIns(vault).put(one)
    CheckIns(vault).put(_at(datetime(9999, 6, 1, tzinfo=UTC)))
    for round_ in range(2):
        digests = _digests(vault)
        for month in digests.months()[:-1]:
            of_month = [one for one in with_them.values() if one.when.date().isoformat()[:7] == month]
            assert _plain(digests.month(month)) == _plain(digest_of(of_month)), round_
        vault.close()
        vault = unlocked(folder)
    vault.close()


def test_a_closed_month_is_counted_once_and_then_not_opened(tmp_path: Path) -> None:
    vault = fresh_vault(tmp_path / "vault")
    for months in range(3):
        CheckIns(vault).put(_at(JANUARY + timedelta(days=31 * months), mood=4))
    first = _digests(vault).month("2026-01")
    vault.close()
    disk = _CountingDisk()
    vault = unlocked(tmp_path / "vault", disk=disk)
    disk.read_whole.clear()
    assert _plain(_digests(vault).month("2026-01")) == _plain(first)
    assert len(disk.read_whole) == 1  # the digests of the year
    vault.close()


CHANGES: dict[str, Callable[[CheckIns, CheckIn], None]] = {
    "changed": lambda kept, one: kept.put(_with(one, mood=1), was=one),
    "removed": lambda kept, one: kept.remove(one, LATER),
    "joined": lambda kept, one: kept.put(_at(one.when + timedelta(hours=1), mood=2)),
    "moved away": lambda kept, one: kept.put(_with(one, when=one.when + timedelta(days=31)), was=one),
}


def _with(one: CheckIn, **fields: Any) -> CheckIn:
    return replace(one, **fields)


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("locked_between", [False, True])
def test_a_digest_is_never_older_than_its_month(tmp_path: Path, change: str, locked_between: bool) -> None:
    vault = fresh_vault(tmp_path / "vault")
    mei = new_id()
    one = _at(JANUARY, mood=4, with_supports=(mei,), felt_connected=FeltConnected.YES)
    for kept in (one, _at(JANUARY + timedelta(days=59))):
        CheckIns(vault).put(kept)
    before = _digests(vault).month("2026-01")
    if locked_between:
        vault.close()
        vault = unlocked(tmp_path / "vault")
    CHANGES[change](CheckIns(vault), one)
    after = _digests(vault).month("2026-01")
    assert _plain(after) != _plain(before)
    assert _plain(after) == _plain(digest_of(CheckIns(vault).of_month("2026-01")))
    vault.close()


def test_the_newest_month_is_not_kept_because_it_changes_with_every_check_in(vault: Vault) -> None:
    CheckIns(vault).put(_at(JANUARY))
    _digests(vault).month("2026-01")
    assert vault.collections(DIGESTS) == ()


@pytest.mark.parametrize(
    "planted",
    [{}, {"shape": 2}, {"shape": 1, "days": 7}, {"shape": 1, "days": {"15": "x"}}, {"days": {"1": "4"}}],
)
def test_a_digest_that_cannot_be_read_is_counted_anew(vault: Vault, planted: dict[str, Any]) -> None:
    for months in range(2):
        CheckIns(vault).put(_at(JANUARY + timedelta(days=31 * months), mood=4))
    right = _digests(vault).month("2026-01")
    table = vault.collection(DIGESTS + "2026").table("months")
    of = table.all()[0]["of"]
    table.truncate()
    table.insert(Document({**planted, "of": of}, doc_id=1))
    assert _plain(_digests(vault).month("2026-01")) == _plain(right)


def test_a_month_without_check_ins_has_nothing(vault: Vault) -> None:
    assert _digests(vault).months() == ()
    assert _digests(vault).month("2026-01").check_ins == 0


def test_what_is_derived_is_not_merged(vault: Vault, tmp_path: Path) -> None:
    for months in range(2):
        CheckIns(vault).put(_at(JANUARY + timedelta(days=31 * months), mood=4))
    _digests(vault).month("2026-01")
    vault.back_up(tmp_path / "b.sealed")
    other = fresh_vault(tmp_path / "other")
    backup = Backup.open(tmp_path / "b.sealed", "passphrase", disk=CheapDisk())
    merge(other, backup)
    assert other.collections(DIGESTS) == ()
    assert _digests(other).month("2026-01").days == {"2026-01-15": (4,)}
    backup.close()
    other.close()


def test_check_ins_before_a_moment_come_newest_first_and_no_later_month_is_opened(tmp_path: Path) -> None:
    vault = fresh_vault(tmp_path / "vault")
    several = [_at(JANUARY + timedelta(days=10 * step)) for step in range(12)]
    for one in several:
        CheckIns(vault).put(one)
    vault.close()
    disk = _CountingDisk()
    vault = unlocked(tmp_path / "vault", disk=disk)
    disk.read_whole.clear()
    border = several[5].when
    assert [one.id for one in CheckIns(vault).latest(before=border)] == [one.id for one in several[4::-1]]
    assert len(disk.read_whole) <= 3
    vault.close()
