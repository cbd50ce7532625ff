"""Every kind of thing that is remembered, and where: the list that exports, counts and merges go by."""

from dataclasses import dataclass
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
    ``besides`` fields of its records that the type does not have. ``counted`` says whether a person would count it.
    """

    name: str
    collection: str
    table: str
    kind: type[Any] | None
    elsewhere: tuple[str, ...] = ()
    besides: tuple[str, ...] = ()
    counted: bool = True

    def holds(self, collection: str) -> bool:
        """Whether a collection is one of this stem's."""
        if self.collection.endswith("/"):
            return collection.startswith(self.collection)
        return collection == self.collection


_PLACED = ("in", "order")

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
        besides=_PLACED,
        counted=False,
    ),
    Stem(name="safety_plan_item", collection="safety_plan", table="items", kind=PlanItem, besides=_PLACED),
    Stem(
        name="preferences",
        collection="preferences",
        table="preferences",
        kind=Preferences,
        counted=False,
    ),
    Stem(name="draft", collection="drafts", table="drafts", kind=None),
)
