"""The safety plan: parts in the person's order, items in their words, and what of it is shown to another person."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from app.domain.errors import DomainError
from app.domain.ids import Id
from app.domain.kept import Kept, Share, require_short, require_words


class PartType(StrEnum):
    """What a part is about. The first six are the core; ``OWN`` is a part that the person named."""

    SIGNS = "signs"
    ON_MY_OWN = "on_my_own"
    PEOPLE_AND_PLACES = "people_and_places"
    PEOPLE_TO_ASK = "people_to_ask"
    SERVICES = "services"
    SAFER_SPACE = "safer_space"
    WHAT_MATTERS = "what_matters"
    HELPS_FROM_OTHERS = "helps_from_others"
    DOES_NOT_HELP = "does_not_help"
    PLEASE_DO_AND_DONT = "please_do_and_dont"
    HOW_TO_TALK = "how_to_talk"
    PRACTICAL = "practical"
    AFTERWARDS = "afterwards"
    WHAT_WE_AGREED = "what_we_agreed"
    OWN = "own"


CORE_PARTS = (
    PartType.SIGNS,
    PartType.ON_MY_OWN,
    PartType.PEOPLE_AND_PLACES,
    PartType.PEOPLE_TO_ASK,
    PartType.SERVICES,
    PartType.SAFER_SPACE,
)
OPTIONAL_PARTS = tuple(part for part in PartType if part not in CORE_PARTS and part is not PartType.OWN)
FOR_THE_PEER = (
    PartType.HOW_TO_TALK,
    PartType.HELPS_FROM_OTHERS,
    PartType.DOES_NOT_HELP,
    PartType.PLEASE_DO_AND_DONT,
    PartType.WHAT_WE_AGREED,
)
"""Parts that speak to whoever is shown the plan: in a copy they stand last, on a page of their own."""


class Sign(StrEnum):
    """Where a sign that it's getting harder shows itself."""

    THOUGHTS = "thoughts"
    FEELINGS = "feelings"
    BODY = "body"
    WHAT_I_DO = "what_i_do"
    AROUND_ME = "around_me"
    OTHERS_NOTICE = "others_notice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An item's tie to a support. ``ways`` are the ways to reach it that the item shows, in that order."""

    support: Id
    ways: tuple[Id, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PlanItem(Kept):
    """One line of a part: words, links to supports, coping tools, or all of these. Only me until the person says otherwise."""

    text: str = ""
    links: tuple[Link, ...] = ()
    tools: tuple[Id, ...] = ()
    share: Share = Share.ONLY_ME
    sign: Sign | None = None

    def __post_init__(self) -> None:
        super(PlanItem, self).__post_init__()
        if len(set(self.tools)) < len(self.tools):
            raise DomainError("tools", "twice")
        if self.links or self.tools:
            require_short("text", self.text, most=1_000)
        else:
            require_words("text", self.text, most=1_000)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PlanPart(Kept):
    """One part of the plan. An empty ``title`` stands for our own name of its type; an own part must have one."""

    type: PartType
    title: str = ""
    hidden: bool = False
    items: tuple[PlanItem, ...] = ()

    def __post_init__(self) -> None:
        super(PlanPart, self).__post_init__()
        if self.type is PartType.OWN:
            require_words("title", self.title)
        else:
            require_short("title", self.title, most=200)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SafetyPlan(Kept):
    """A whole plan. ``version`` counts from 1; ``one_line`` is the sentence that matters most, if there is one.

    No id stands for two parts or two items.
    """

    version: int = 1
    one_line: str = ""
    one_line_share: Share = Share.ONLY_ME
    made_with: tuple[str, ...] = ()
    last_read_through: date | None = None
    read_again_on: date | None = None
    parts: tuple[PlanPart, ...] = ()

    def __post_init__(self) -> None:
        super(SafetyPlan, self).__post_init__()
        require_short("one_line", self.one_line, most=300)
        if self.version < 1:
            raise DomainError("version", "too_small")
        ids = [part.id for part in self.parts] + [item.id for item in items(self)]
        if len(set(ids)) < len(ids):
            raise DomainError("parts", "twice")

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been written yet."""
        return not self.one_line and not any(part.items for part in self.parts)


def starting_plan(now: datetime, new_id: Callable[[], Id]) -> SafetyPlan:
    """A plan with the six core parts and nothing in them."""

    def stamp() -> dict[str, object]:
        return {"id": new_id(), "created_at": now, "changed_at": now}

    parts = tuple(PlanPart(**stamp(), type=part) for part in CORE_PARTS)  # type: ignore[arg-type]
    return SafetyPlan(id=new_id(), created_at=now, changed_at=now, parts=parts)


def items(plan: SafetyPlan) -> Iterator[PlanItem]:
    """Every item of every part, in reading order."""
    return (item for part in plan.parts for item in part.items)


def with_part(plan: SafetyPlan, part: PlanPart) -> SafetyPlan:
    """The plan with this part in place of the one with its id; at the end if there was none."""
    if any(known.id == part.id for known in plan.parts):
        parts = tuple(part if known.id == part.id else known for known in plan.parts)
    else:
        parts = (*plan.parts, part)
    return replace(plan, parts=parts)


def without_part(plan: SafetyPlan, part: Id) -> SafetyPlan:
    """The plan without that part and its items."""
    return replace(plan, parts=tuple(known for known in plan.parts if known.id != part))


def with_item(part: PlanPart, item: PlanItem) -> PlanPart:
    """The part with this item in place of the one with its id; at the end if there was none."""
    if any(known.id == item.id for known in part.items):
        kept = tuple(item if known.id == item.id else known for known in part.items)
    else:
        kept = (*part.items, item)
    return replace(part, items=kept)


def without_item(part: PlanPart, item: Id) -> PlanPart:
    """The part without that item."""
    return replace(part, items=tuple(known for known in part.items if known.id != item))


def without_linked(plan: SafetyPlan, gone: Id, name: str, now: datetime) -> SafetyPlan:
    """The plan once a support or a coping tool is gone: links to it fall away.

    An item that had no words of its own keeps its name.
    """

    def freed(item: PlanItem) -> PlanItem:
        links = tuple(link for link in item.links if link.support != gone)
        tools = tuple(tool for tool in item.tools if tool != gone)
        if (links, tools) == (item.links, item.tools):
            return item
        text = item.text if item.text.strip() else name
        return replace(item, links=links, tools=tools, text=text, changed_at=now)

    parts = tuple(replace(part, items=tuple(map(freed, part.items))) for part in plan.parts)
    return replace(plan, parts=parts)


def linked_again(plan: SafetyPlan, before: SafetyPlan, freed: SafetyPlan, now: datetime) -> SafetyPlan:
    """The plan once what was linked is back: items have the links and words they had ``before`` they were ``freed`` of it.

    What was changed since stays as it is.
    """
    pairs = zip(items(before), items(freed), strict=True)
    linked = {was.id: (was, without) for was, without in pairs if was != without}

    def as_before(item: PlanItem) -> PlanItem:
        if item.id not in linked:
            return item
        was, without = linked[item.id]
        return replace(
            item,
            links=was.links if item.links == without.links else item.links,
            tools=was.tools if item.tools == without.tools else item.tools,
            text=was.text if item.text == without.text else item.text,
            changed_at=now,
        )

    parts = tuple(replace(part, items=tuple(map(as_before, part.items))) for part in plan.parts)
    return replace(plan, parts=parts)


def may_be_chosen(plan: SafetyPlan) -> frozenset[Id]:
    """Ids that a choice can name: the items not marked only me, of parts not hidden.

    The plan's own id stands for its one line.
    """
    shared = Share.MAY_BE_SHARED
    ids = {item.id for part in plan.parts if not part.hidden for item in part.items if item.share is shared}
    if plan.one_line.strip() and plan.one_line_share is shared:
        ids.add(plan.id)
    return frozenset(ids)


def chosen_only(plan: SafetyPlan, chosen: Collection[Id]) -> SafetyPlan:
    """The plan as it is shown to another person: only what was chosen, and of that nothing marked only me.

    Everything an export or a preview draws is made from the value this returns. Parts left without items are gone, and
    so is with whom the plan was made: that names others, and no choice asks about it.
    """
    shown = may_be_chosen(plan).intersection(chosen)
    parts = tuple(
        replace(part, items=tuple(item for item in part.items if item.id in shown))
        for part in plan.parts
        if not part.hidden and any(item.id in shown for item in part.items)
    )
    return replace(plan, parts=parts, one_line=plan.one_line if plan.id in shown else "", made_with=())
