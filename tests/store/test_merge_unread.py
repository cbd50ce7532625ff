"""Merging leaves alone what cannot be read here, and takes from another device what only a newer version can read."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from app.domain.check_in import CheckIn
from app.domain.support import Support
from app.store.check_in import CheckIns
from app.store.left_out import LeftOut
from app.store.merge import Counts
from app.store.record import row_of
from app.store.support import supports
from app.vault import Vault
from tests.domain.sample import LATER, NOW, stamp, support
from tests.store.test_merge import device, rows, take

ANA = support("Ana")
LATER_ANA = replace(ANA, name="Anna", changed_at=LATER)


def _spoil(vault: Vault, **fields: Any) -> dict[str, Any]:
    table = vault.collection("supports").table("supports")
    table.update(fields, doc_ids=[row_of(ANA.id)])
    return dict(next(row for row in table if row.doc_id == row_of(ANA.id)))


@pytest.mark.parametrize("spoilt", [{"ring": 7}, {"shape": 9}, {"id": 7}, {"id": support("Ben").id}])
@pytest.mark.parametrize("deleted", [False, True])
def test_what_cannot_be_read_here_stays_whatever_comes(spoilt: dict[str, Any], *, deleted: bool) -> None:
    ours, theirs = device(), device()
    supports(ours).put(ANA)
    supports(theirs).put(LATER_ANA)
    if deleted:
        supports(theirs).remove(ANA.id, LATER)
    other = support("Cleo")
    supports(theirs).put(other)
    kept = _spoil(ours, **spoilt)
    assert take(ours, theirs) == {"support": Counts(new=1)}
    assert rows(ours)["supports", "supports", row_of(ANA.id)] == kept
    assert supports(ours).all() == (other,)


def test_a_check_in_that_cannot_be_read_here_stays_in_its_month() -> None:
    ours, theirs = device(), device()
    check_in = CheckIn(**stamp(), when=NOW)
    CheckIns(ours).put(check_in)
    moved = replace(check_in, when=NOW + timedelta(days=40), changed_at=LATER)
    CheckIns(theirs).put(moved)
    ours.collection("check_ins/2026-11").table("check_ins").update({"mood": 9})
    before = rows(ours)
    assert take(ours, theirs) == {}
    assert rows(ours) == before


def test_what_a_newer_version_wrote_elsewhere_comes_in_and_is_told() -> None:
    ours, theirs, found = device(), device(), LeftOut()
    supports(ours).put(ANA)
    supports(theirs).put(LATER_ANA)
    newer = _spoil(theirs, shape=9)
    assert take(ours, theirs) == {"support": Counts(newer=1)}
    assert rows(ours)["supports", "supports", row_of(ANA.id)] == newer
    assert supports(ours, found).all() == ()
    assert [one.newer for one in found.all] == [True]


def test_what_can_be_read_is_replaced_as_ever() -> None:
    ours, theirs = device(), device()
    supports(ours).put(ANA)
    supports(theirs).put(LATER_ANA)
    take(ours, theirs)
    (known,) = supports(ours).all()
    assert isinstance(known, Support)
    assert known == LATER_ANA
