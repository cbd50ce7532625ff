"""The safety plan, kept as one record for the plan, one a part and one an item.

So a changed line is a small write, and two devices that changed different lines can be merged.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar

from app.domain.ids import Id
from app.domain.safety_plan import PartType, PlanItem, PlanPart, SafetyPlan
from app.store.left_out import LeftOut
from app.store.record import Record
from app.store.shelf import Shelf
from app.store.stem import PLACED
from app.vault import Vault
from app.words import safety_plan as words

Inner = TypeVar("Inner", PlanPart, PlanItem)

_IN = "in"
_ORDER = "order"


class SafetyPlans:
    """The vault's safety plan, or none before the first word of it."""

    def __init__(self, vault: Vault, left_out: LeftOut | None = None) -> None:
        database = vault.collection("safety_plan")
        noted = left_out or LeftOut()
        self._vault = vault
        self._plans = Shelf(
            database.table("plans"),
            SafetyPlan,
            elsewhere=("parts",),
            note=noted.of("safety_plan", "safety_plan"),
        )
        self._parts = Shelf(
            database.table("parts"),
            PlanPart,
            elsewhere=("items",),
            besides=PLACED,
            note=noted.of("safety_plan_part", "safety_plan"),
        )
        self._items = Shelf(
            database.table("items"),
            PlanItem,
            besides=PLACED,
            note=noted.of("safety_plan_item", "safety_plan"),
        )

    def load(self) -> SafetyPlan | None:
        """Return the plan with its parts and items in order, or None if there is none yet.

        Two devices may each have begun a plan, or one has deleted a part in which the other changed a line: then there
        is one plan with what was written in both, and what lost its part stands in one of its own at the end.

        So is what stands in a plan or a part that cannot be read: see apart().
        """
        plans = sorted(self._plans.all(), key=lambda plan: (plan.version, plan.id), reverse=True)
        parts, items = self._parts.placed(), self._items.placed()
        if not plans:
            plans = [_plan_around(parts, items)] if parts or items else []
        if not plans:
            return None
        first = next((plan for plan in plans if plan.one_line.strip()), plans[0])
        return replace(
            plans[0],
            one_line=first.one_line,
            one_line_share=first.one_line_share,
            parts=_whole_parts([plan.id for plan in plans], parts, items),
        )

    def apart(self, plan: SafetyPlan, new_id: Callable[[], Id]) -> SafetyPlan:
        """The plan that load() returned, with new ids where one is that of a record that cannot be read.

        Saved in place of the loaded one it leaves those records as they are.
        """
        parts = tuple(
            part if self._parts.takes(part.id) else replace(part, id=new_id()) for part in plan.parts
        )
        known = {one.id for one in self._plans.all()}
        return replace(plan, id=plan.id if plan.id in known else new_id(), parts=parts)

    def save(self, plan: SafetyPlan, *, was: SafetyPlan | None, at: datetime) -> None:
        """Keep the plan; only records that differ from those of ``was`` are written, all or none of them."""
        with self._vault.change():
            if was is None or replace(was, parts=()) != replace(plan, parts=()):
                self._plans.put(plan)
            _keep(self._parts, _placed_parts(was), _placed_parts(plan), at)
            _keep(self._items, _placed_items(was), _placed_items(plan), at)


Placed = dict[Id, tuple[Inner, dict[str, Any]]]
Rows = Sequence[tuple[Inner, Record]]


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


def _whole_parts(plans: list[Id], parts: Rows[PlanPart], items: Rows[PlanItem]) -> tuple[PlanPart, ...]:
    """The parts with their items: first those of the plans, in that order, then those that lost their plan or part."""
    taken = {part.id for part, _ in parts} | {place[_IN] for _, place in items}
    inner = _grouped([(item, place) for item, place in items if item.id not in taken])
    groups = _grouped(parts)
    order = [*plans, *sorted(groups.keys() - set(plans))]
    whole = [
        replace(part, items=inner.pop(part.id, ()))
        for plan in order
        for part in groups.get(plan, ())
        if plan == plans[0] or part.id in inner
    ]
    return (*whole, *(_stand_in(part, inner[part]) for part in sorted(inner)))


def _plan_around(parts: Rows[PlanPart], items: Rows[PlanItem]) -> SafetyPlan:
    """A plan for parts and items that have none."""
    thing, place = min(parts or items, key=lambda placed: placed[1][_IN])
    return SafetyPlan(id=place[_IN], created_at=thing.created_at, changed_at=thing.changed_at)


def _grouped(placed: Rows[Inner]) -> dict[Id, tuple[Inner, ...]]:
    groups: dict[Id, list[tuple[Inner, Record]]] = {}
    for thing, place in placed:
        groups.setdefault(place[_IN], []).append((thing, place))
    return {
        where: tuple(thing for thing, _ in sorted(group, key=lambda one: (one[1][_ORDER], one[0].id)))
        for where, group in groups.items()
    }
