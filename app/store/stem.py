"""Every kind of thing that is remembered, and where: the list that exports, counts and merges go by."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.domain.check_in import CheckIn
from app.domain.preferences import Preferences
from app.domain.safety_net import SafetyNetEntry
from app.domain.safety_plan import PlanItem, PlanPart, SafetyPlan
from app.domain.support import Support


@dataclass(frozen=True, slots=True, kw_only=True)
class Stem:
    """A kind of thing. ``collection`` is a name, or ends in ``/`` where things are kept by month.

    ``kind`` is its domain type, None for drafts; ``elsewhere`` are fields of the type that its records do not have,
    ``besides`` fields of its records that the type does not have, with their types. ``counted`` says whether a person
    would count it.
    """

    name: str
    collection: str
    table: str
    kind: type[Any] | None
    elsewhere: tuple[str, ...] = ()
    besides: Mapping[str, type] = field(default_factory=dict)
    counted: bool = True

    def holds(self, collection: str) -> bool:
        """Whether a collection is one of this stem's."""
        if self.collection.endswith("/"):
            return collection.startswith(self.collection)
        return collection == self.collection


PLACED: Mapping[str, type] = {"in": str, "order": int}
"""Where a part or an item stands: in the thing with that id, the smallest order first."""

STEMS = (
    Stem(name="check_in", collection="check_ins/", table="check_ins", kind=CheckIn),
    Stem(name="support", collection="supports", table="supports", kind=Support),
    Stem(name="safety_net", collection="safety_net", table="entries", kind=SafetyNetEntry),
    Stem(
        name="safety_plan",
        collection="safety_plan",
        table="plans",
        kind=SafetyPlan,
        elsewhere=("parts",),
        counted=False,
    ),
    Stem(
        name="safety_plan_part",
        collection="safety_plan",
        table="parts",
        kind=PlanPart,
        elsewhere=("items",),
        besides=PLACED,
        counted=False,
    ),
    Stem(name="safety_plan_item", collection="safety_plan", table="items", kind=PlanItem, besides=PLACED),
    Stem(
        name="preferences",
        collection="preferences",
        table="preferences",
        kind=Preferences,
        counted=False,
    ),
    Stem(name="draft", collection="drafts", table="drafts", kind=None),
)
