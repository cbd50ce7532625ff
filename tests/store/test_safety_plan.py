"""The plan as rows: only what changed is written, and it comes back whole and in order."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from app.domain.ids import Id
from app.domain.safety_plan import PartType, SafetyPlan, items, with_item, with_part
from app.store.left_out import LeftOut
from app.store.record import row_of, to_record
from app.store.safety_plan import SafetyPlans
from app.store.shelf import Shelf, put_in_row
from app.vault import Vault
from app.words import safety_plan as words
from tests.domain.sample import LATER, NOW, item, new_id, part, plan
from tests.store.things import plans

SIGNS = part(PartType.SIGNS, item("I pace"), item("I stop eating"))
WHOLE = plan(SIGNS, part(PartType.OWN, item("Soup"), title="At noon"), one_line="It passes")


def _rows(vault: Vault, table: str) -> dict[int, dict[str, Any]]:
    return {row.doc_id: dict(row) for row in vault.collection("safety_plan").table(table)}


def _all_rows(vault: Vault) -> dict[str, dict[int, dict[str, Any]]]:
    return {table: _rows(vault, table) for table in ("plans", "parts", "items")}


def test_before_the_first_word_there_is_none(vault: Vault) -> None:
    assert SafetyPlans(vault).load() is None


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=plans, second=plans)
def test_a_plan_comes_back_whole_and_in_order(vault: Vault, first: SafetyPlan, second: SafetyPlan) -> None:
    kept = SafetyPlans(vault)
    with vault.change():
        was = kept.load()
        first, second = (replace(one, id=was.id if was else WHOLE.id, version=1) for one in (first, second))
        kept.save(first, was=was, at=NOW)
        assert kept.load() == first
        kept.save(second, was=first, at=LATER)
    assert kept.load() == second


def test_a_changed_line_writes_one_row(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = SafetyPlans(vault)
    kept.save(WHOLE, was=None, at=NOW)
    before = _all_rows(vault)
    written: list[str] = []
    put = Shelf.put

    def noting(self: Shelf[Any], thing: Any, **besides: object) -> None:
        written.append(thing.id)
        put(self, thing, **besides)

    monkeypatch.setattr(Shelf, "put", noting)
    changed = replace(SIGNS.items[0], text="I walk up and down", changed_at=LATER)
    kept.save(with_part(WHOLE, with_item(SIGNS, changed)), was=WHOLE, at=LATER)
    after = _all_rows(vault)
    assert written == [changed.id]
    assert [
        (table, row) for table in after for row in after[table] if after[table][row] != before[table].get(row)
    ] == [("items", row_of(changed.id))]


def test_of_what_is_taken_out_only_ids_and_times_stay(vault: Vault) -> None:
    kept = SafetyPlans(vault)
    kept.save(WHOLE, was=None, at=NOW)
    kept.save(replace(WHOLE, parts=WHOLE.parts[1:]), was=WHOLE, at=LATER)
    gone = [(SIGNS.id, "parts"), *((one.id, "items") for one in SIGNS.items)]
    for thing, table in gone:
        assert _rows(vault, table)[row_of(thing)] == {"id": thing, "deleted_at": LATER.isoformat()}
    assert kept.load() == replace(WHOLE, parts=WHOLE.parts[1:])


def _spoil(vault: Vault, table: str, thing: Id, **fields: Any) -> dict[str, dict[int, dict[str, Any]]]:
    vault.collection("safety_plan").table(table).update(fields, doc_ids=[row_of(thing)])
    return {table: {row_of(thing): _rows(vault, table)[row_of(thing)]}}


@pytest.mark.parametrize("spoilt", [{"in": 7}, {"order": "first"}, {"text": ["I pace"]}, {"more": "I pace"}])
def test_a_line_that_cannot_be_read_is_left_out_and_noted(vault: Vault, spoilt: dict[str, Any]) -> None:
    found = LeftOut()
    kept = SafetyPlans(vault, found)
    kept.save(WHOLE, was=None, at=NOW)
    _spoil(vault, "items", SIGNS.items[0].id, **spoilt)
    loaded = kept.load()
    assert loaded == replace(WHOLE, parts=(replace(SIGNS, items=SIGNS.items[1:]), *WHOLE.parts[1:]))
    assert [(one.stem, one.row) for one in found.all] == [("safety_plan_item", row_of(SIGNS.items[0].id))]


def _texts(plan: SafetyPlan) -> list[tuple[str, list[str]]]:
    return [(part.title or part.type, [one.text for one in part.items]) for part in plan.parts]


@pytest.mark.parametrize("more", [{"more": "I pace"}, {"shape": 9}])
def test_a_part_that_cannot_be_read_stays_and_its_lines_can_be_read_and_changed(
    vault: Vault, more: dict[str, Any]
) -> None:
    found = LeftOut()
    kept = SafetyPlans(vault, found)
    kept.save(WHOLE, was=None, at=NOW)
    spoilt = _spoil(vault, "parts", SIGNS.id, **more)
    loaded = kept.load()
    assert loaded is not None
    plan = kept.apart(loaded, new_id)
    assert _texts(plan) == [("At noon", ["Soup"]), (words.from_another_device, ["I pace", "I stop eating"])]
    changed = with_item(plan.parts[1], replace(plan.parts[1].items[0], text="I walk"))
    kept.save(with_part(plan, replace(changed, title="My signs")), was=loaded, at=LATER)
    assert _rows(vault, "parts")[row_of(SIGNS.id)] == spoilt["parts"][row_of(SIGNS.id)]
    again = kept.load()
    assert again is not None
    assert kept.apart(again, new_id) == again
    assert _texts(again) == [("At noon", ["Soup"]), ("My signs", ["I walk", "I stop eating"])]
    assert [(one.stem, one.row) for one in found.all] == [("safety_plan_part", row_of(SIGNS.id))]


@pytest.mark.parametrize("more", [{"version": 0}, {"shape": 9}, {"parts": []}])
def test_a_plan_that_cannot_be_read_stays_and_all_its_parts_are_there(
    vault: Vault, more: dict[str, Any]
) -> None:
    kept = SafetyPlans(vault)
    empty = part(PartType.PRACTICAL)
    whole = replace(WHOLE, parts=(*WHOLE.parts, empty))
    kept.save(whole, was=None, at=NOW)
    spoilt = _spoil(vault, "plans", WHOLE.id, **more)
    loaded = kept.load()
    assert loaded is not None
    assert loaded.parts == whole.parts
    plan = kept.apart(loaded, new_id)
    assert plan.id != WHOLE.id
    kept.save(replace(plan, one_line="It has passed before"), was=loaded, at=LATER)
    assert _rows(vault, "plans")[row_of(WHOLE.id)] == spoilt["plans"][row_of(WHOLE.id)]
    assert kept.load() == replace(plan, one_line="It has passed before")


def test_lines_alone_make_a_plan(vault: Vault) -> None:
    kept = SafetyPlans(vault)
    kept.save(WHOLE, was=None, at=NOW)
    for table in ("plans", "parts"):
        for row in _rows(vault, table):
            vault.collection("safety_plan").table(table).update({"changed_at": 7}, doc_ids=[row])
    loaded = kept.load()
    assert loaded is not None
    plan = kept.apart(loaded, new_id)
    assert sorted(one.text for one in items(plan)) == ["I pace", "I stop eating", "Soup"]
    assert {plan.id, *(part.id for part in plan.parts)}.isdisjoint(
        {WHOLE.id, *(one.id for one in WHOLE.parts)}
    )


def test_a_line_with_the_id_of_a_part_is_left_out(vault: Vault) -> None:
    kept = SafetyPlans(vault)
    kept.save(WHOLE, was=None, at=NOW)
    put_in_row(
        vault.collection("safety_plan").table("items"),
        row_of(SIGNS.id),
        to_record(replace(SIGNS.items[0], id=SIGNS.id)) | {"in": SIGNS.id, "order": 9},
    )
    assert kept.load() == WHOLE
