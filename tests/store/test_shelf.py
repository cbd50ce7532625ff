"""A shelf: one row a thing, nothing of an older record in it, and of what was removed an id and a time."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tinydb.table import Table

from app.domain.ids import Id
from app.domain.safety_plan import PartType, SafetyPlan
from app.domain.support import Ring, Support, WayKind
from app.store.left_out import LeftOut, Unread
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


def test_what_is_kept_elsewhere_is_not_in_a_record_and_what_stands_besides_comes_back(vault: Vault) -> None:
    whole = plan(part(PartType.SIGNS, item("I pace")))
    shelf = Shelf(_table(vault), SafetyPlan, elsewhere=("parts",), besides={"place": int})
    shelf.put(whole, place=3)
    (row,) = _rows(vault).values()
    assert row == to_record(replace(whole, parts=())) | {"place": 3}
    assert shelf.placed() == [(replace(whole, parts=()), {"place": 3})]


SPOILT: dict[str, dict[str, Any]] = {
    "a wrong type": {"name": ["plays the cello"]},
    "an unknown field": {"plays": "the cello"},
    "an impossible value": {"ring": "the outermost"},
    "another thing's id": {"id": support("Ben").id},
    "no id": {"id": 7},
    "an id that is none": {"id": "!"},
    "a shape that is none": {"shape": "the cello"},
    "a shape before the first": {"shape": 0},
}


@pytest.mark.parametrize("spoilt", SPOILT.values(), ids=SPOILT)
def test_a_record_that_cannot_be_read_is_left_out_and_noted_and_stays_as_it_is(
    vault: Vault, spoilt: dict[str, Any]
) -> None:
    found = LeftOut()
    shelf = Shelf(_table(vault), Support, note=found.of("support", "supports"))
    other = support("Cleo")
    for one in (FULL, other):
        shelf.put(one)
    _table(vault).update(spoilt, doc_ids=[row_of(FULL.id)])
    before = _rows(vault)
    assert shelf.all() == (other,)
    assert found.all == (Unread(stem="support", collection="supports", row=row_of(FULL.id), newer=False),)
    assert not shelf.takes(FULL.id)
    with pytest.raises(UnreadableRecord, match=r"^Support$"):
        shelf.put(FULL)
    shelf.remove(FULL.id, LATER)
    assert _rows(vault) == before


def test_a_record_of_a_newer_shape_is_known_as_such_and_stays_as_it_is(vault: Vault) -> None:
    found = LeftOut()
    shelf = Shelf(_table(vault), Support, note=found.of("support", "supports"))
    shelf.put(FULL)
    _table(vault).update({"shape": 2, "pronouns": "they"}, doc_ids=[row_of(FULL.id)])
    before = _rows(vault)
    assert shelf.all() == ()
    assert [one.newer for one in found.all] == [True]
    with pytest.raises(UnreadableRecord):
        shelf.put(FULL)
    assert _rows(vault) == before


def test_a_record_that_can_be_read_again_is_no_longer_left_out(vault: Vault) -> None:
    found = LeftOut()
    shelf = Shelf(_table(vault), Support, note=found.of("support", "supports"))
    shelf.put(FULL)
    for name, left_out in ((7, 1), ("Ana", 0)):
        _table(vault).update({"name": name}, doc_ids=[row_of(FULL.id)])
        assert len(shelf.all()) + len(found.all) == 1
        assert len(found.all) == left_out


def test_what_a_record_lacks_of_what_stands_besides_makes_it_unreadable(vault: Vault) -> None:
    shelf = Shelf(_table(vault), Support, besides={"place": int})
    for place in ({}, {"place": "first"}, {"place": True}):
        _table(vault).truncate()
        Shelf(_table(vault), Support).put(FULL, **place)
        assert shelf.all() == ()


def test_there_is_no_row_for_an_id_that_is_none(vault: Vault) -> None:
    assert not _shelf(vault).takes(Id("!"))
    _shelf(vault).remove(Id("!"), LATER)
    assert _rows(vault) == {}


def test_what_was_read_can_be_changed_without_changing_the_shelf(vault: Vault) -> None:
    shelf = Shelf(_table(vault), Support, besides={"tags": list})
    shelf.put(FULL, tags=["a"])
    for _, place in shelf.placed():
        place["tags"].append("b")
        place.clear()
    assert shelf.placed() == [(FULL, {"tags": ["a"]})]
