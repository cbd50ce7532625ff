"""The safety plan, kept as one record for the plan, one a part and one an item.

So a changed line is a small write, and two devices that changed different lines can be merged.
"""

from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar

from app.domain.ids import Id
from app.domain.safety_plan import PartType, PlanItem, PlanPart, SafetyPlan
from app.store.record import Record, UnreadableRecord, from_record
from app.store.shelf import Shelf
from app.vault import Vault
from app.words import safety_plan as words

Inner = TypeVar("Inner", PlanPart, PlanItem)

_IN = "in"
_ORDER = "order"


class SafetyPlans:
    """The vault's safety plan, or none before the first word of it."""

    def __init__(self, vault: Vault) -> None:
        database = vault.collection("safety_plan")
        self._vault = vault
        self._plans = Shelf(database.table("plans"), SafetyPlan, beside=("parts",))
        self._parts = Shelf(database.table("parts"), PlanPart, beside=("items",))
        self._items = Shelf(database.table("items"), PlanItem)

    def load(self) -> SafetyPlan | None:
        """Return the plan with its parts and items in order, or None if there is none yet.

        Two devices may each have begun a plan, or one has deleted a part in which the other changed a line: then there
        is one plan with what was written in both, and what lost its part stands in one of its own at the end.
        """
        plans = sorted(self._plans.all(), key=lambda plan: (plan.version, plan.id), reverse=True)
        if not plans:
            return None
        first = next((plan for plan in plans if plan.one_line.strip()), plans[0])
        return replace(
            plans[0],
            one_line=first.one_line,
            one_line_share=first.one_line_share,
            parts=self._load_parts([plan.id for plan in plans]),
        )

    def _load_parts(self, plans: list[Id]) -> tuple[PlanPart, ...]:
        items = _grouped(PlanItem, list(self._items.records()))
        groups = _grouped(PlanPart, list(self._parts.records()))
        order = [*plans, *sorted(groups.keys() - set(plans))]
        whole = [
            replace(part, items=items.pop(part.id, ()))
            for plan in order
            for part in groups.get(plan, ())
            if plan == plans[0] or part.id in items
        ]
        return (*whole, *(_stand_in(part, items[part]) for part in sorted(items)))

    def save(self, plan: SafetyPlan, *, was: SafetyPlan | None, at: datetime) -> None:
        """Keep the plan; only records that differ from those of ``was`` are written, all or none of them."""
        with self._vault.change():
            if was is None or replace(was, parts=()) != replace(plan, parts=()):
                self._plans.put(plan)
            _keep(self._parts, _placed_parts(was), _placed_parts(plan), at)
            _keep(self._items, _placed_items(was), _placed_items(plan), at)


Placed = dict[Id, tuple[Inner, dict[str, Any]]]


def _placed_parts(plan: SafetyPlan | None) -> Placed[PlanPart]:
    parts = plan.parts if plan else ()
    return {
        part.id: (replace(part, items=()), {_IN: plan.id, _ORDER: order})
        for order, part in enumerate(parts)
        if plan is not None
    }


def _placed_items(plan: SafetyPlan | None) -> Placed[PlanItem]:
    return {
        item.id: (item, {_IN: part.id, _ORDER: order})
        for part in (plan.parts if plan else ())
        for order, item in enumerate(part.items)
    }


def _keep(shelf: Shelf[Inner], before: Placed[Inner], after: Placed[Inner], at: datetime) -> None:
    for thing, place in after.values():
        if before.get(thing.id) != (thing, place):
            shelf.put(thing, **place)
    for gone in before.keys() - after.keys():
        shelf.remove(gone, at)


def _stand_in(part: Id, items: tuple[PlanItem, ...]) -> PlanPart:
    return PlanPart(
        id=part,
        created_at=items[0].created_at,
        changed_at=items[0].changed_at,
        type=PartType.OWN,
        title=words.from_another_device,
        items=items,
    )


def _grouped(kind: type[Inner], records: list[Record]) -> dict[Id, tuple[Inner, ...]]:
    groups: dict[Id, list[tuple[int, Id, Inner]]] = {}
    for record in records:
        where, order = record.pop(_IN, None), record.pop(_ORDER, None)
        if not (isinstance(where, str) and isinstance(order, int)):
            raise UnreadableRecord(kind.__name__)
        thing = from_record(kind, record)
        groups.setdefault(Id(where), []).append((order, thing.id, thing))
    return {
        where: tuple(thing for *_, thing in sorted(group, key=lambda placed: placed[:2]))
        for where, group in groups.items()
    }
