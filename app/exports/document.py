"""What a copy of the plan shows, with every word in place: the one value that previews and files are made from."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from enum import StrEnum
from hashlib import sha256

from app import words
from app.domain.agreement import NOTHING_AGREED, Agreement
from app.domain.coping_tool import CopingTool, MayPassOn
from app.domain.ids import Id
from app.domain.kept import Share
from app.domain.safety_plan import (
    FOR_THE_PEER,
    Link,
    PartType,
    PlanItem,
    PlanPart,
    SafetyPlan,
    Sign,
    chosen_only,
    items,
)
from app.domain.support import PHONE_KINDS, ContactWay, Support
from app.words.language import written


class _Unquoted:
    """A value whose ``repr`` names its kind and nothing of its content."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ShownWay(_Unquoted):
    """A way to reach a support: our label ("Call") and the value exactly as it was typed.

    ``link`` opens the phone, message or mail app, as of ``ContactWay.link``; empty where none does.
    """

    label: str
    value: str
    is_phone: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ShownSupport(_Unquoted):
    """A support that a line names, with those of its ways that the line shows."""

    name: str
    ways: tuple[ShownWay, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ShownTool(_Unquoted):
    """A coping tool that a line names, with its steps as they are now; or what else has short lines below its name."""

    name: str
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ShownLine(_Unquoted):
    """One item: the person's words (may be empty where others speak for it), its coping tools and its supports."""

    text: str = ""
    supports: tuple[ShownSupport, ...] = ()
    tools: tuple[ShownTool, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ShownGroup(_Unquoted):
    """Lines that belong together. Only signs have groups with a heading; elsewhere it is empty."""

    heading: str = ""
    lines: tuple[ShownLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ShownPart(_Unquoted):
    """A part with at least one line.

    Where ``page`` is not empty, a page with that title begins with this part. ``after`` are sentences of ours below it.
    ``about`` is for programs: what it is about, as far as that is one of our types.
    """

    heading: str
    groups: tuple[ShownGroup, ...]
    page: str = ""
    after: tuple[str, ...] = ()
    about: PartType | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Origin(_Unquoted):
    """What a copy says for the Holdfast of who gets it, so that a newer one can take the place of an older one.

    ``copy_of`` is the same in all copies of this plan for this peer, and in no other copy.
    """

    copy_of: Id
    called: str
    version: int


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PlanDocument(_Unquoted):
    """A whole copy. All of it is text to read but ``shown_on`` and ``language`` (a tag such as ``en``).

    ``one_line``, ``made_by`` and ``version`` are empty where there is none. ``property_title`` stands in the properties
    of a file, that of a plan if it is empty. ``emergency`` is a number to call in an emergency, for a card alone.
    ``origin`` is for programs, and in none but the locked page.
    """

    title: str
    one_line: str
    made_by: str
    dated: str
    version: str
    closing: str
    parts: tuple[ShownPart, ...]
    shown_on: date
    language: str
    property_title: str = ""
    emergency: str = ""
    origin: Origin | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing of the person's plan is in it."""
        return not self.one_line and not self.parts


class Reason(StrEnum):
    """Why something stays back. What holds longest is named: a hidden part, then only me, then the choice."""

    HIDDEN_PART = "hidden_part"
    ONLY_ME = "only_me"
    NOT_CHOSEN = "not_chosen"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class LeftOut(_Unquoted):
    """So many items of one part stay back, for one reason. The plan's own id stands for its one line."""

    part: Id
    heading: str
    reason: Reason
    count: int


def plan_document(
    plan: SafetyPlan,
    chosen: Collection[Id],
    supports: Mapping[Id, Support],
    tools: Mapping[Id, CopingTool],
    *,
    called: str,
    shown_on: date,
    agreed: Agreement = NOTHING_AGREED,
    example: bool = False,
    copy_of: Id | None = None,
) -> PlanDocument:
    """Return what another person is shown: only chosen items, and of those nothing marked only me.

    Of a support it holds the name and the ways that a chosen item links, and no note of either: notes are written
    for oneself. Of a coping tool it holds the name and the steps, and nothing of one that is not to be passed on.
    Supports, ways and tools that are no longer there are passed over, and so is an item that then says nothing.
    What speaks to the reader stands last, on a page of its own: parts ``FOR_THE_PEER``, then what was ``agreed`` with them.
    ``called`` is the name on the copy, or blank for none. The title of an ``example`` says that nothing in it is real.
    ``copy_of`` stands for this plan and the peer who gets the copy.
    """
    shown = chosen_only(plan, chosen)
    said = words.export
    mine = (_part(part, supports, tools) for part in shown.parts if part.type not in FOR_THE_PEER)
    ours = (_part(part, supports, tools) for part in shown.parts if part.type in FOR_THE_PEER)
    return PlanDocument(
        title=words.example.on_a_copy.format(title=said.heading) if example else said.heading,
        one_line=shown.one_line.strip(),
        made_by=said.made_by.format(name=called.strip()) if called.strip() else "",
        dated=said.date.format(date=words.moment.day(shown_on)),
        version=said.version.format(n=shown.version),
        closing=said.closing,
        parts=(*filter(_says, mine), *_on_its_own_page([*filter(_says, ours), *_agreed(agreed)])),
        shown_on=shown_on,
        language=written(),
        origin=Origin(copy_of=copy_of, called=called.strip(), version=shown.version) if copy_of else None,
    )


def left_out(plan: SafetyPlan, chosen: Collection[Id]) -> tuple[LeftOut, ...]:
    """Return per part how many items are not shown and why, in the plan's order, without their words."""
    out = []
    if plan.one_line.strip() and not chosen_only(plan, chosen).one_line:
        reason = Reason.ONLY_ME if plan.one_line_share is Share.ONLY_ME else Reason.NOT_CHOSEN
        out.append(LeftOut(part=plan.id, heading=words.safety_plan.one_line, reason=reason, count=1))
    shown = {item.id for part in chosen_only(plan, chosen).parts for item in part.items}
    for part in plan.parts:
        reasons = [_reason(part, item) for item in part.items if item.id not in shown]
        out += [
            LeftOut(part=part.id, heading=heading_of(part), reason=reason, count=reasons.count(reason))
            for reason in Reason
            if reason in reasons
        ]
    return tuple(out)


def mark_of(document: PlanDocument) -> str:
    """Return 32 signs that stand for all that a copy says but who made it and when: for another copy, others."""
    parts = [asdict(part, dict_factory=_marked) for part in document.parts]
    return sha256(json.dumps([document.one_line, parts]).encode("ascii")).hexdigest()[:32]


def tools_asked_about(
    plan: SafetyPlan, chosen: Collection[Id], tools: Mapping[Id, CopingTool], answer: MayPassOn
) -> tuple[str, ...]:
    """Return the names of the coping tools in what is shown of which this was said, each once, in reading order."""
    named = (tools[one] for item in items(chosen_only(plan, chosen)) for one in item.tools if one in tools)
    return tuple(dict.fromkeys(tool.name.strip() for tool in named if tool.may_pass_on is answer))


def lines_of(document: PlanDocument) -> tuple[str, ...]:
    """Return what a copy says, line by line: of each its words, what helps with the steps, and whom it names with the ways."""
    lines = (line for part in document.parts for group in part.groups for line in group.lines)
    return tuple(filter(None, (document.one_line, *map(_in_one, lines))))


def _in_one(line: ShownLine) -> str:
    said = [line.text]
    for tool in line.tools:
        said += [tool.name, *tool.steps]
    for support in line.supports:
        said += [support.name, *(f"{way.label}: {way.value}" for way in support.ways)]
    return " · ".join(filter(None, said))


def heading_of(part: PlanPart) -> str:
    """Return the part's name: the person's own, or ours for its type."""
    return part.title.strip() or words.safety_plan.parts[part.type]


def _reason(part: PlanPart, item: PlanItem) -> Reason:
    if part.hidden:
        return Reason.HIDDEN_PART
    return Reason.ONLY_ME if item.share is Share.ONLY_ME else Reason.NOT_CHOSEN


def _says(part: ShownPart) -> bool:
    return bool(part.groups)


def _on_its_own_page(parts: Sequence[ShownPart]) -> Iterator[ShownPart]:
    last = len(parts) - 1
    for place, part in enumerate(parts):
        yield replace(
            part,
            page="" if place else words.export.together,
            after=words.export.together_says if place == last else (),
        )


def _agreed(agreement: Agreement) -> Iterator[ShownPart]:
    """What they asked of me, and my limits; nothing where it is marked only me."""
    if agreement.share is Share.ONLY_ME:
        return
    for name, said in (("asked_of_me", agreement.asked_of_me), ("my_limits", agreement.my_limits)):
        if said.strip():
            lines = (ShownLine(text=said.strip()),)
            yield ShownPart(heading=words.export.agreed[name], groups=(ShownGroup(lines=lines),))


_LATER = ("about", "page", "after")


def _marked(fields: list[tuple[str, object]]) -> dict[str, object]:
    """Fields for a mark: what the person wrote, without what copies of earlier days did not have."""
    return {name: content for name, content in fields if name not in _LATER and (name != "tools" or content)}


def _part(part: PlanPart, supports: Mapping[Id, Support], tools: Mapping[Id, CopingTool]) -> ShownPart:
    groups = []
    for sign in (None, *Sign):
        lines = tuple(_line(item, supports, tools) for item in part.items if item.sign is sign)
        said = tuple(line for line in lines if line.text or line.supports or line.tools)
        if said:
            groups.append(ShownGroup(heading=words.safety_plan.signs[sign] if sign else "", lines=said))
    return ShownPart(heading=heading_of(part), groups=tuple(groups), about=part.type)


def _line(item: PlanItem, supports: Mapping[Id, Support], tools: Mapping[Id, CopingTool]) -> ShownLine:
    known = [(supports[link.support], link) for link in item.links if link.support in supports]
    shown = [tools[tool] for tool in item.tools if tool in tools]
    return ShownLine(
        text=item.text.strip(),
        supports=tuple(_support(one, link) for one, link in known),
        tools=tuple(
            ShownTool(name=one.name.strip(), steps=one.steps)
            for one in shown
            if one.may_pass_on is not MayPassOn.NO
        ),
    )


def _support(support: Support, link: Link) -> ShownSupport:
    ways = {way.id: way for way in support.ways}
    shown = tuple(_way(ways[way]) for way in link.ways if way in ways)
    return ShownSupport(name=support.name.strip(), ways=shown)


def _way(way: ContactWay) -> ShownWay:
    label = words.support.way_kinds[way.kind]
    return ShownWay(label=label, value=way.value, is_phone=way.kind in PHONE_KINDS, link=way.link or "")
