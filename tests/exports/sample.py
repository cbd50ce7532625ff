"""Copies of plans for tests, and plans in which every word and number is one of a kind."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from hypothesis import strategies as st
from pypdf import PdfReader

from app.domain.agreement import Agreement
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
    may_be_chosen,
)
from app.domain.support import Support, WayKind
from app.exports.document import PlanDocument, plan_document
from tests.domain.sample import item, link, part, plan, stamp, support, way

DAY = date(2026, 11, 21)


def copy_of(
    whole: SafetyPlan,
    *supports: Support,
    chosen: Collection[Id] | None = None,
    called: str = "Zoë",
    tools: Mapping[Id, CopingTool] | None = None,
) -> PlanDocument:
    """The copy of a plan with all that may be chosen, or with what is."""
    picked = may_be_chosen(whole) if chosen is None else chosen
    return plan_document(
        whole, picked, {one.id: one for one in supports}, tools or {}, called=called, shown_on=DAY
    )


def copy_of_lines(*lines: str, kind: PartType = PartType.ON_MY_OWN, called: str = "Zoë") -> PlanDocument:
    """The copy of a plan with these items in one part."""
    return copy_of(plan(part(kind, *map(item, lines))), called=called)


def usual_copy() -> PlanDocument:
    """A copy as most will be: six parts, four supports with numbers."""
    lukasz = support(
        "Łukasz Wiśniewski", way(WayKind.CALL, "+44 (0)20 7946 0958"), way(WayKind.TEXT, "07700 900123")
    )
    mei = support(
        "Mei", way(WayKind.TEXT, "07700 900456"), way(WayKind.EMAIL, "mei.tanaka-writing@example.org")
    )
    doctor = support(
        "Dr Adeyemi’s practice", way(WayKind.CALL, "020 7946 0011"), way(WayKind.ADDRESS, "14 Market Row")
    )
    whole = plan(
        part(
            PartType.SIGNS,
            item("I stop answering messages.", sign=Sign.WHAT_I_DO),
            item("My chest gets tight.", sign=Sign.BODY),
            item("My sister says that I have gone quiet.", sign=Sign.OTHERS_NOTICE),
        ),
        part(
            PartType.ON_MY_OWN, item("Make tea and hold the warm cup."), item("Walk once around the block.")
        ),
        part(PartType.PEOPLE_AND_PLACES, item("Choir on Thursday. I can just listen.")),
        part(PartType.PEOPLE_TO_ASK, item("After his shift.", link(lukasz)), item("", link(mei))),
        part(PartType.SERVICES, item("", link(doctor))),
        part(PartType.SAFER_SPACE, item("Leave the bedroom and sit in the kitchen.")),
        one_line="This passes. It has passed before.",
        version=3,
    )
    return copy_of(whole, lukasz, mei, doctor)


def copy_for_a_peer() -> PlanDocument:
    """A copy with parts that speak to the peer, and with what was agreed with them."""
    whole = plan(
        part(PartType.WHAT_WE_AGREED, item("You call before nine in the evening.")),
        part(PartType.SIGNS, item("I stop answering messages.")),
        part(PartType.HOW_TO_TALK, item("Slowly, in plain words."), title="Talking with me"),
        one_line="This passes.",
    )
    agreed = Agreement(
        please_not="canary: not shown",
        asked_of_me="Ask before you come.",
        my_limits="I can’t talk at work.",
        share=Share.MAY_BE_SHARED,
    )
    return plan_document(whole, may_be_chosen(whole), {}, {}, agreed=agreed, called="Zoë", shown_on=DAY)


def long_copy() -> PlanDocument:
    """A copy with sixty items that takes several pages."""
    parts = [
        part(
            kind,
            *[
                item(f"{kind.value} {n}: walk by the water until it is quieter inside, then ask Mei.")
                for n in range(12)
            ],
        )
        for kind in tuple(PartType)[:5]
    ]
    return copy_of(plan(*parts, one_line="This passes."))


def read(pdf: bytes, passphrase: str | None = None) -> PdfReader:
    """A reader for a PDF in memory, with its passphrase if it has one."""
    return PdfReader(BytesIO(pdf), password=passphrase)


def text_of(pdf: bytes, passphrase: str | None = None) -> str:
    """All text of a PDF."""
    return "\n".join(page.extract_text() for page in read(pdf, passphrase).pages)


def unspaced(text: str) -> str:
    """A text without its blanks and line breaks: where a line ends is the page's business."""
    return "".join(text.split())


def words_of(document: PlanDocument) -> list[str]:
    """Every text of a copy that a reader must find, in reading order."""
    said = [document.title, document.made_by, document.dated, document.version, document.one_line]
    for one in document.parts:
        said += [one.page, one.heading]
        for group in one.groups:
            said.append(group.heading)
            for line in group.lines:
                said.append(line.text)
                said += [text for tool in line.tools for text in (tool.name, *tool.steps)]
                for to in line.supports:
                    said += [to.name, *(text for way in to.ways for text in (way.label, way.value))]
        said += one.after
    return [text for text in (*said, document.closing) if text]


@dataclass(frozen=True)
class Marked:
    """A plan and an agreement in which every word is one of a kind, what was chosen, and which words that does and
    does not show.
    """

    plan: SafetyPlan
    supports: Mapping[Id, Support]
    tools: Mapping[Id, CopingTool]
    chosen: frozenset[Id]
    agreed: Agreement
    shown: frozenset[str]
    secret: frozenset[str]

    @property
    def document(self) -> PlanDocument:
        """The copy."""
        return plan_document(
            self.plan, self.chosen, self.supports, self.tools, agreed=self.agreed, called="", shown_on=DAY
        )


class _Words:
    """Words and numbers that appear nowhere else, and whether each may be seen."""

    def __init__(self) -> None:
        self.all: list[str] = []
        self.shown: set[str] = set()

    def word(self) -> str:
        self.all.append(f"qx{len(self.all):04d}z")
        return self.all[-1]

    def number(self) -> str:
        self.all.append(f"07700 9{len(self.all):05d}")
        return self.all[-1]


def _support(draw: st.DrawFn, words: _Words) -> Support:
    kinds = draw(st.lists(st.sampled_from(WayKind), max_size=2))
    ways = [way(kind, _value(kind, words), note=words.word()) for kind in kinds]
    return support(words.word(), *ways, note=words.word())


def _value(kind: WayKind, words: _Words) -> str:
    if kind in (WayKind.CALL, WayKind.TEXT):
        return words.number()
    return f"{words.word()}@example.org" if kind is WayKind.EMAIL else words.word()


def _tool(draw: st.DrawFn, words: _Words) -> CopingTool:
    may = draw(st.sampled_from([None, *MayPassOn]))
    steps = tuple(words.word() for _ in range(draw(st.integers(0, 2))))
    return CopingTool(**stamp(), name=words.word(), steps=steps, may_pass_on=may)


def _item(draw: st.DrawFn, words: _Words, supports: list[Support], tools: list[CopingTool]) -> PlanItem:
    linked = (
        draw(st.lists(st.sampled_from(supports), max_size=2, unique_by=lambda one: one.id))
        if supports
        else []
    )
    links = [
        Link(support=one.id, ways=tuple(way.id for way in one.ways if draw(st.booleans()))) for one in linked
    ]
    text = words.word() if not links or draw(st.booleans()) else ""
    sign = draw(st.sampled_from([None, *Sign]))
    named = tuple(one.id for one in tools if draw(st.booleans()))
    return item(text, *links, tools=named, share=draw(st.sampled_from(Share)), sign=sign)


def _see(
    words: _Words, one: PlanItem, supports: Mapping[Id, Support], tools: Mapping[Id, CopingTool]
) -> None:
    words.shown.add(one.text)
    for tool in (tools[named] for named in one.tools):
        if tool.may_pass_on is not MayPassOn.NO:
            words.shown.update((tool.name, *tool.steps))
    for to in one.links:
        words.shown.add(supports[to.support].name)
        values = {way.id: way.value for way in supports[to.support].ways}
        words.shown.update(values[way].removesuffix("@example.org") for way in to.ways)


def _agreement(words: _Words, share: Share) -> Agreement:
    """An agreement of which its peer sees two texts, where they may be shared."""
    agreed = Agreement(
        when_ok=words.word(),
        how_ok=words.word(),
        please_not=words.word(),
        asked_of_me=words.word(),
        my_limits=words.word(),
        share=share,
    )
    if share is Share.MAY_BE_SHARED:
        words.shown.update((agreed.asked_of_me, agreed.my_limits))
    return agreed


@st.composite
def marked_plans(draw: st.DrawFn) -> Marked:
    """Plans of up to three parts, with a choice among everything that has an id."""
    words = _Words()
    supports = [_support(draw, words) for _ in range(draw(st.integers(0, 3)))]
    by_id = {one.id: one for one in supports}
    tools = [_tool(draw, words) for _ in range(draw(st.integers(0, 2)))]
    tools_by_id = {one.id: one for one in tools}
    parts: list[PlanPart] = []
    for _ in range(draw(st.integers(0, 3))):
        inside = [_item(draw, words, supports, tools) for _ in range(draw(st.integers(0, 3)))]
        kind = draw(st.sampled_from([PartType.OWN, *FOR_THE_PEER]))
        parts.append(part(kind, *inside, title=words.word(), hidden=draw(st.booleans())))
    one_line_share = draw(st.sampled_from(Share))
    whole = plan(*parts, one_line=words.word(), one_line_share=one_line_share, made_with=(words.word(),))
    every = [whole.id, *(one.id for one in parts), *(one.id for part in parts for one in part.items)]
    chosen = frozenset(draw(st.sets(st.sampled_from(every))))
    if whole.id in chosen and one_line_share is Share.MAY_BE_SHARED:
        words.shown.add(whole.one_line)
    for one_part in (one for one in parts if not one.hidden):
        seen = [one for one in one_part.items if one.id in chosen and one.share is Share.MAY_BE_SHARED]
        if seen:
            words.shown.add(one_part.title)
        for one in seen:
            _see(words, one, by_id, tools_by_id)
    agreed = _agreement(words, draw(st.sampled_from(Share)))
    shown = frozenset(words.shown - {""})
    return Marked(
        plan=whole,
        supports=by_id,
        tools=tools_by_id,
        chosen=chosen,
        agreed=agreed,
        shown=shown,
        secret=frozenset(words.all) - shown,
    )
