"""A shelf: one row a thing, nothing of an older record in it, and of what was removed an id and a time."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tinydb.table import Table

from app.domain.safety_plan import PartType, SafetyPlan
from app.domain.support import Ring, Support, WayKind
from app.store.record import UnreadableRecord, row_of, to_record
from app.store.shelf import Shelf
from app.vault import Vault
from tests.domain.sample import LATER, item, part, plan, support, way
from tests.vault.disks import unlocked

FULL = support("Ana", way(WayKind.CALL, "116 123", "after six"), ring=Ring.CLOSE, note="plays the cello")


def _table(vault: Vault) -> Table:
    return vault.collection("supports").table("supports")


def _rows(vault: Vault) -> dict[int, dict[str, Any]]:
    """What is under seal, row by row, as any TinyDB table shows it."""
    return {row.doc_id: dict(row) for row in _table(vault)}


def _shelf(vault: Vault) -> Shelf[Support]:
    return Shelf(_table(vault), Support)


def test_a_thing_stands_in_the_row_of_its_id_as_its_record(vault: Vault) -> None:
    _shelf(vault).put(FULL)
    assert _rows(vault) == {row_of(FULL.id): {**to_record(FULL)}}
    assert _shelf(vault).all() == (FULL,)


def test_nothing_of_an_older_record_stays_after_a_put(vault: Vault) -> None:
    _shelf(vault).put(FULL)
    plain = Support(id=FULL.id, created_at=FULL.created_at, changed_at=LATER, name="A")
    _shelf(vault).put(plain)
    assert _rows(vault) == {row_of(FULL.id): to_record(plain)}
    assert set(_rows(vault)[row_of(FULL.id)]) == {"id", "created_at", "changed_at", "name"}


def test_what_is_removed_leaves_its_id_and_the_time_alone(vault: Vault) -> None:
    other = support("Ben")
    _shelf(vault).put(FULL)
    _shelf(vault).put(other)
    _shelf(vault).remove(FULL.id, LATER)
    assert _rows(vault)[row_of(FULL.id)] == {"id": FULL.id, "deleted_at": LATER.isoformat()}
    assert _shelf(vault).all() == (other,)


def test_what_is_put_again_after_a_removal_is_no_longer_removed(vault: Vault) -> None:
    _shelf(vault).put(FULL)
    _shelf(vault).remove(FULL.id, LATER)
    _shelf(vault).put(FULL)
    assert _rows(vault) == {row_of(FULL.id): to_record(FULL)}
    assert _shelf(vault).all() == (FULL,)


def test_what_was_never_there_can_be_removed_for_another_device_to_hear_of(vault: Vault) -> None:
    _shelf(vault).remove(FULL.id, LATER)
    assert _rows(vault) == {row_of(FULL.id): {"id": FULL.id, "deleted_at": LATER.isoformat()}}
    assert _shelf(vault).all() == ()


def test_a_put_is_there_after_the_vault_was_locked_and_in_the_same_row(vault: Vault, tmp_path: Path) -> None:
    _shelf(vault).put(FULL)
    rows = _rows(vault)
    vault.close()
    again = unlocked(tmp_path / "vault")
    assert _rows(again) == rows
    assert _shelf(again).all() == (FULL,)
    again.close()


def test_what_is_beside_a_record_is_not_in_it(vault: Vault) -> None:
    whole = plan(part(PartType.SIGNS, item("I pace")))
    shelf = Shelf(_table(vault), SafetyPlan, beside=("parts",))
    shelf.put(whole, place=3)
    (row,) = _rows(vault).values()
    assert row == to_record(replace(whole, parts=())) | {"place": 3}
    assert list(shelf.records()) == [row]


def test_a_row_that_is_no_such_thing_is_named_by_its_kind(vault: Vault) -> None:
    _shelf(vault).put_record(FULL.id, {**to_record(FULL), "name": ["plays the cello"]})
    with pytest.raises(UnreadableRecord, match=r"^Support$"):
        _shelf(vault).all()


def test_a_record_that_was_read_can_be_changed_without_changing_the_shelf(vault: Vault) -> None:
    _shelf(vault).put(FULL)
    for record in _shelf(vault).records():
        record["ways"][0]["note"] = "changed"
        record.clear()
    assert _shelf(vault).all() == (FULL,)
