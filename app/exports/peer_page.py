"""My peer support page for another person: the same kind of document as a plan, under four headings."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from app import words
from app.domain.exchange import Exchange, ExchangeWay, Given
from app.domain.peer_page import PageContent, PageHeading, chosen_only
from app.domain.plan_copy import Form
from app.domain.support import Support
from app.exports.about_said import lines_of
from app.exports.document import PlanDocument, ShownGroup, ShownLine, ShownPart, ShownTool
from app.words.language import written

_ENDINGS = {Form.PDF: "pdf", Form.TEXT: "txt", Form.MARKDOWN: "md"}


def peer_page_document(
    content: PageContent,
    chosen: Collection[str],
    *,
    called: str,
    shown_on: date,
    example: bool = False,
) -> PlanDocument:
    """Return what another person is shown: what was chosen, and of that nothing that may not be shown.

    Of a support it holds the name, the form or kind, and what comes to the person and what they give; of a coping tool
    the name and the steps; of a learning and a topic the words themselves. Notes, ways to reach and names of other
    people are never in it. A heading with nothing below it is left out. ``called`` is the name on the copy, or blank
    for none; the title of an ``example`` says that nothing in it is real.
    """
    shown, said, name = chosen_only(content, chosen), words.peer_page, called.strip()
    parts = ((heading, tuple(_groups(shown, heading))) for heading in PageHeading)
    return PlanDocument(
        title=words.example.on_a_copy.format(title=said.title) if example else said.title,
        one_line="",
        made_by=words.export.made_by.format(name=name) if name else "",
        dated=words.export.date.format(date=words.moment.day(shown_on)),
        version="",
        closing=words.export.closing,
        parts=tuple(
            ShownPart(heading=said.headings[heading], groups=groups) for heading, groups in parts if groups
        ),
        shown_on=shown_on,
        language=written(),
        property_title=said.document_title,
    )


def page_file_name(form: Form, shown_on: date) -> str:
    """Return a file name that tells nothing but the month, such as ``page-2026-11.pdf``."""
    return f"page-{shown_on:%Y-%m}.{_ENDINGS[form]}"


def _groups(shown: PageContent, heading: PageHeading) -> Iterator[ShownGroup]:
    match heading:
        case PageHeading.TOPICS:
            yield from _group(ShownLine(text=one.name.strip()) for one in shown.topics)
        case PageHeading.RECEIVED:
            yield from _group(map(_support, shown.received))
        case PageHeading.HELPFUL:
            yield from _helpful(shown)
        case PageHeading.HOPED_FOR:
            yield from _group(map(_support, shown.hoped_for))


def _helpful(shown: PageContent) -> Iterator[ShownGroup]:
    """What is helpful, with others and alone: each kind by itself."""
    yield from _group(ShownLine(text=one.text.strip()) for one in shown.helpful)
    for part in shown.about_parts:
        lines = (ShownLine(text=line) for line in lines_of(shown.about, part))
        yield from _group(lines, words.about_me.parts[part])
    tools = (ShownLine(tools=(ShownTool(name=one.name.strip(), steps=one.steps),)) for one in shown.tools)
    yield from _group(tools, words.peer_page.kinds["tools"])
    learned = (ShownLine(text=one.text.strip()) for one in shown.learnings)
    yield from _group(learned, words.peer_page.kinds["learnings"])


def _group(lines: Iterable[ShownLine], heading: str = "") -> Iterator[ShownGroup]:
    known = tuple(lines)
    if known:
        yield ShownGroup(heading=heading, lines=known)


def _support(support: Support) -> ShownLine:
    """The name, and below it in what form it comes and what passes to and fro."""
    more = words.support_more
    kind = more.forms[support.form] if support.form else words.support.kinds[support.kind]
    passed = (
        words.report.labelled.format(label=more.ways[way], said=said)
        for way in ExchangeWay
        if (said := ", ".join(_passed(one) for one in support.exchanges if one.way is way))
    )
    return ShownLine(tools=(ShownTool(name=support.name.strip(), steps=(kind, *passed)),))


def _passed(exchange: Exchange) -> str:
    example = " ".join(exchange.example.split())
    if exchange.what is Given.OTHER:
        return example
    named = words.support_more.received if exchange.way is ExchangeWay.I_RECEIVE else words.support_more.given
    what = named[exchange.what]
    return words.peer_page.with_example.format(what=what, example=example) if example else what
