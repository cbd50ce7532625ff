"""What a person can do with the safety plan."""

from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar

from app.domain.coping_tool import CopingTool
from app.domain.day import months_later
from app.domain.ids import Id
from app.domain.kept import Kept, Share
from app.domain.safety_net import moved
from app.domain.safety_plan import (
    PartType,
    PlanItem,
    PlanPart,
    SafetyPlan,
    items,
    linked_again,
    starting_plan,
    with_item,
    with_part,
    without_item,
    without_linked,
    without_part,
)
from app.domain.support import Support
from app.session.unlocked import Undo, Unlocked
from app.store.safety_plan import SafetyPlans

T = TypeVar("T", bound=Kept)


class SafetyPlanVerbs:
    """The safety plan. Before anything is written there is one with the six core parts, which is not yet saved."""

    def __init__(self, unlocked: Unlocked) -> None:
        self._unlocked = unlocked
        self._kept = SafetyPlans(unlocked.vault, unlocked.left_out)
        self._saved: SafetyPlan | None = None
        self.plan: SafetyPlan = starting_plan(unlocked.now(), unlocked.new_id)
        self.look()

    def look(self) -> None:
        """Read again what is kept."""
        self._saved = self._kept.load()
        if self._saved is not None:
            self.plan = self._kept.apart(self._saved, self._unlocked.new_id)

    def part(self, part: Id) -> PlanPart | None:
        """Return the part with that id, or None."""
        return next((known for known in self.plan.parts if known.id == part), None)

    def change(self, **fields: Any) -> SafetyPlan:
        """Save the plan with other fields of its own; DomainError for impossible ones, and nothing is changed then."""
        return self._save(replace(self.plan, **fields))

    def read_through(self) -> Undo:
        """Say that it was read through today. A day on which to read it again that has come is done with."""
        before, today = self.plan, self._unlocked.now().date()
        again = before.read_again_on
        self.change(last_read_through=today, read_again_on=again if again and again > today else None)

        def undo() -> None:
            self.change(last_read_through=before.last_read_through, read_again_on=before.read_again_on)

        return undo

    def read_again_in(self, months: int | None) -> SafetyPlan:
        """Name the day so many months from today as the one to read it again, or none."""
        today = self._unlocked.now().date()
        return self.change(read_again_on=months_later(today, months) if months else None)

    def add_part(self, kind: PartType, title: str = "") -> PlanPart:
        """Save a new part at the end; DomainError for an own part without a name."""
        part = PlanPart(**self._unlocked.stamp(), type=kind, title=title)
        self._save(with_part(self.plan, part))
        return part

    def change_part(self, part: PlanPart, **fields: Any) -> PlanPart:
        """Save the part with other fields; DomainError for impossible ones, and nothing is changed then."""
        changed = replace(self._current(part), **fields, changed_at=self._unlocked.now())
        self._save(with_part(self.plan, changed))
        return changed

    def move_part(self, part: PlanPart, step: int) -> SafetyPlan:
        """Move a part by so many places, held at either end."""
        index = [known.id for known in self.plan.parts].index(part.id)
        parts = _stamped(self.plan.parts, moved(self.plan.parts, index, step), self._unlocked.now())
        return self._save(replace(self.plan, parts=parts))

    def remove_part(self, part: PlanPart) -> Undo:
        """Delete a part with its items. The returned undo puts it back in its place, beside what was added since."""
        gone = self._current(part)
        place = _place(self.plan.parts, gone)
        self._save(without_part(self.plan, gone.id))

        def undo() -> None:
            now = self._unlocked.now()
            again = tuple(replace(item, changed_at=now) for item in gone.items)
            known = self.part(gone.id) or gone
            since = tuple(item for item in known.items if _place(again, item) == len(again))
            whole = replace(known, items=again + since, changed_at=now)
            self._save(replace(self.plan, parts=_with(self.plan.parts, whole, place)))

        return undo

    def add_item(self, part: PlanPart, **fields: Any) -> PlanItem:
        """Save a new item at the end of a part; DomainError if it has neither words nor a link nor a tool."""
        item = PlanItem(**self._unlocked.stamp(), **fields)
        self._save(with_part(self.plan, with_item(self._current(part), item)))
        return item

    def change_item(self, part: PlanPart, item: PlanItem, **fields: Any) -> PlanItem:
        """Save the item with other fields; DomainError for impossible ones, and nothing is changed then."""
        part = self._current(part)
        changed = replace(_current(part, item), **fields, changed_at=self._unlocked.now())
        self._save(with_part(self.plan, with_item(part, changed)))
        return changed

    def names_tool(self, tool: CopingTool) -> bool:
        """Whether a line names that coping tool."""
        return any(tool.id in item.tools for item in items(self.plan))

    def add_tool(self, tool: CopingTool) -> Undo:
        """Save a line that names a coping tool, in the part for what one can do alone; in a new one if there is none.

        The returned undo takes out the line, and a part that was made for it and has no other.
        """
        kind = PartType.ON_MY_OWN
        known = next((part for part in self.plan.parts if part.type is kind and not part.hidden), None)
        part = known or PlanPart(**self._unlocked.stamp(), type=kind)
        item = self.add_item(part, tools=(tool.id,))

        def undo() -> None:
            self.remove_item(part, item)
            if known is None and not self._current(part).items:
                self.remove_part(part)

        return undo

    def mark_all(self, part: PlanPart, share: Share) -> SafetyPlan:
        """Mark every item of a part as only me, or as one that may be shared."""
        part, now = self._current(part), self._unlocked.now()
        marked = tuple(
            item if item.share is share else replace(item, share=share, changed_at=now) for item in part.items
        )
        return self._save(with_part(self.plan, replace(part, items=marked)))

    def move_item(self, part: PlanPart, item: PlanItem, step: int) -> SafetyPlan:
        """Move an item by so many places within its part, held at either end."""
        part = self._current(part)
        index = part.items.index(_current(part, item))
        items = _stamped(part.items, moved(part.items, index, step), self._unlocked.now())
        return self._save(with_part(self.plan, replace(part, items=items)))

    def remove_item(self, part: PlanPart, item: PlanItem) -> Undo:
        """Delete an item. The returned undo puts it back in its place, beside what was added since."""
        part = self._current(part)
        gone = _current(part, item)
        place = _place(part.items, gone)
        self._save(with_part(self.plan, without_item(part, gone.id)))

        def undo() -> None:
            now = self._unlocked.now()
            again = replace(gone, changed_at=now)
            known = self.part(part.id) or replace(part, items=(), changed_at=now)
            self._save(with_part(self.plan, replace(known, items=_with(known.items, again, place))))

        return undo

    def free_from(self, gone: Support | CopingTool) -> Undo:
        """Let no item depend on a support or a tool that goes away; what was named by it alone keeps its name.

        The returned undo gives items their links back, and their words unless those were changed since.
        """
        before = self.plan
        freed = without_linked(before, gone.id, gone.name, self._unlocked.now())
        if freed == before:
            return lambda: None
        self._save(freed)
        return lambda: self.become(linked_again(self.plan, before, freed, self._unlocked.now()))

    def become(self, plan: SafetyPlan) -> None:
        """Save a plan in place of the present one. Its id stays, and of what lies in both, what was changed last counts."""
        self._save(replace(plan, id=self.plan.id))

    def _current(self, part: PlanPart) -> PlanPart:
        """The part as it is now: a screen may still hold an earlier one, without the newest items."""
        return self.part(part.id) or part

    def _save(self, plan: SafetyPlan) -> SafetyPlan:
        now = self._unlocked.now()
        plan = replace(plan, changed_at=now)
        self._kept.save(plan, was=self._saved, at=now)
        self.plan = self._saved = plan
        return plan


def _current(part: PlanPart, item: PlanItem) -> PlanItem:
    return next((known for known in part.items if known.id == item.id), item)


def _stamped(before: tuple[T, ...], after: tuple[T, ...], now: datetime) -> tuple[T, ...]:
    """The things as they stand after a move; who stands elsewhere now has changed now, so that a merge keeps the order."""
    return tuple(
        thing if was.id == thing.id else replace(thing, changed_at=now)
        for was, thing in zip(before, after, strict=True)
    )


def _place(things: tuple[T, ...], thing: T) -> int:
    """Where the thing with that id stands; behind all of them if it does not."""
    return next((place for place, known in enumerate(things) if known.id == thing.id), len(things))


def _with(things: tuple[T, ...], again: T, place: int) -> tuple[T, ...]:
    """The same things with one more at a place, or at the end; instead of the one with its id if there is one."""
    others = [known for known in things if known.id != again.id]
    return (*others[:place], again, *others[place:])
