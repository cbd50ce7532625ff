"""Domain values for tests: what is not said takes the plainest value there is."""

from datetime import UTC, datetime
from itertools import count
from typing import Any, TypedDict

from app.domain.coping_tool import CopingTool
from app.domain.ids import Id, id_from
from app.domain.kept import Share
from app.domain.meeting import Meeting
from app.domain.safety_plan import Link, PartType, PlanItem, PlanPart, SafetyPlan
from app.domain.support import ContactWay, Support, WayKind

NOW = datetime(2026, 11, 21, 6, 34, tzinfo=UTC)
LATER = datetime(2026, 11, 22, 6, 34, tzinfo=UTC)

_numbers = count(1)


class Stamp(TypedDict):
    id: Id
    created_at: datetime
    changed_at: datetime


def new_id() -> Id:
    """An id that no other sample has."""
    return id_from(next(_numbers).to_bytes(16, "big"))


def stamp() -> Stamp:
    """What every stored thing has."""
    return {"id": new_id(), "created_at": NOW, "changed_at": NOW}


def item(text: str = "", *links: Link, share: Share = Share.MAY_BE_SHARED, **fields: Any) -> PlanItem:
    """An item that may be shared."""
    return PlanItem(**stamp(), text=text, links=links, share=share, **fields)


def part(kind: PartType, *items: PlanItem, **fields: Any) -> PlanPart:
    """A part with these items."""
    return PlanPart(**stamp(), type=kind, items=items, **fields)


def plan(*parts: PlanPart, one_line: str = "", **fields: Any) -> SafetyPlan:
    """A plan with these parts; its one line may be shared."""
    fields = {"one_line_share": Share.MAY_BE_SHARED, **fields}
    return SafetyPlan(**stamp(), parts=parts, one_line=one_line, **fields)


def support(name: str, *ways: ContactWay, **fields: Any) -> Support:
    """A person with these ways to reach them."""
    return Support(**stamp(), name=name, ways=ways, **fields)


def tool(name: str = "Tea", **fields: Any) -> CopingTool:
    """A coping tool."""
    return CopingTool(**stamp(), name=name, **fields)


def meeting(**fields: Any) -> Meeting:
    """A meeting of now with a few words."""
    return Meeting(**{**stamp(), "when": NOW, "worth_remembering": "Tea", **fields})


def way(kind: WayKind, value: str, note: str = "", **fields: Any) -> ContactWay:
    """A way to reach someone."""
    return ContactWay(id=new_id(), kind=kind, value=value, note=note, **fields)


def link(to: Support) -> Link:
    """A link to a support with every way it has."""
    return Link(support=to.id, ways=tuple(way.id for way in to.ways))
