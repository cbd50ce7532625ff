"""The plan as rows: only what changed is written, and it comes back whole and in order."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from app.domain.ids import Id
from app.domain.safety_plan import PartType, SafetyPlan, with_item, with_part
from app.store.record import UnreadableRecord, row_of
from app.store.safety_plan import SafetyPlans
from app.store.shelf import Shelf
from app.vault import Vault
from tests.domain.sample import LATER, NOW, item, part, plan
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
    put = Shelf.put_record

    def put_record(self: Shelf[Any], thing: Id, record: dict[str, Any]) -> None:
        written.append(thing)
        put(self, thing, record)

    monkeypatch.setattr(Shelf, "put_record", put_record)
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


@pytest.mark.parametrize("spoilt", [{"in": 7}, {"order": "first"}, {"text": ["I pace"]}, {"more": "I pace"}])
def test_a_line_that_cannot_be_read_is_named_by_its_kind(vault: Vault, spoilt: dict[str, Any]) -> None:
    kept = SafetyPlans(vault)
    kept.save(WHOLE, was=None, at=NOW)
    table = vault.collection("safety_plan").table("items")
    table.update(spoilt, doc_ids=[row_of(SIGNS.items[0].id)])
    with pytest.raises(UnreadableRecord, match=r"^PlanItem$"):
        kept.load()


def test_a_line_without_its_place_is_named_by_its_kind(vault: Vault) -> None:
    kept = SafetyPlans(vault)
    kept.save(WHOLE, was=None, at=NOW)
    table = vault.collection("safety_plan").table("items")
    table.update(lambda row: row.pop("order"), doc_ids=[row_of(SIGNS.items[0].id)])
    with pytest.raises(UnreadableRecord, match=r"^PlanItem$"):
        kept.load()
