"""A plan as rows of type at one size: the person's words larger than ours, columns where they save a line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app import words
from app.exports.document import (
    PlanDocument,
    ShownGroup,
    ShownLine,
    ShownPart,
    ShownSupport,
    ShownTool,
    ShownWay,
)
from app.exports.line import Line, Span, broken

USUAL_SIZE = 14.0
SMALLEST = 11.0
LARGEST_OF_OURS = 14.0
"""Sizes in points: of the person's words, of any, and of ours."""
LEADING = 1.3
INDENT = 15.0
COLUMN_GAP = 12.0
SIGN_COLUMN = 0.25
NAME_COLUMN = 0.38
"""Parts of the room that the left column takes."""
KEPT_LINES = 4
"""A paragraph of up to so many lines is not parted; of a longer one no line stands alone."""


class Role(StrEnum):
    """What a paragraph is, by its name as a structure type in a PDF (ISO 32000-1, 14.8.4)."""

    TITLE = "H1"
    HEADING = "H2"
    SUBHEADING = "H3"
    TEXT = "P"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Row:
    """One line of a paragraph, all measures in points. ``keep`` holds it on the page of the row after it where one page
    has room for what is held so; ``bound`` always does.

    ``step`` is how far below its top the next row starts: its height, or other where two columns stand side by side.
    Rows with the same ``paragraph`` number belong together. ``bar`` is a thick mark at the left, ``dot`` a round one,
    ``rule`` a thin line above. ``under`` is the heading of its part; a heading told ``again`` is one for the eye only.
    A row that ``opens`` begins a page of its own.
    """

    line: Line
    role: Role
    paragraph: int
    height: float
    step: float
    before: float = 0
    indent: float = 0
    keep: bool = False
    bound: bool = False
    dot: bool = False
    bar: bool = False
    rule: bool = False
    under: str = ""
    again: bool = False
    opens: bool = False

    def __repr__(self) -> str:
        return "<Row>"

    @property
    def text(self) -> str:
        """What the row says."""
        return "".join(run.text for run in self.line)


class Layout:
    """Rows at one size of the person's words. ``air`` scales every space between paragraphs with it."""

    def __init__(self, size: float, room: float) -> None:
        self._own = size
        self._ours = min(LARGEST_OF_OURS, max(SMALLEST, size - 2))
        self._air = (size / USUAL_SIZE) ** 2
        self._room = room
        self._paragraph = 0

    def rows(self, document: PlanDocument) -> tuple[Row, ...]:
        """Every row of a document, in reading order."""
        return (*self._head(document), *self._body(document), *self._foot(document))

    def again(self, heading: str) -> list[Row]:
        """Rows that tell the heading of a part once more, at the top of a page on which it goes on."""
        text = words.export.continued.format(heading=heading)
        rows = self._set(Span(text=text, size=self._ours, bold=True), role=Role.HEADING, keep=True)
        return [replace(row, again=True) for row in rows]

    def _head(self, document: PlanDocument) -> Iterator[Row]:
        yield from self._set(
            Span(text=document.title, size=self._ours + 2, bold=True), role=Role.TITLE, keep=True
        )
        about = "   ".join(filter(None, (document.made_by, document.dated, document.version)))
        yield from self._set(Span(text=about, size=self._ours), before=2, keep=True)
        if document.one_line:
            span = Span(text=document.one_line, size=self._own + 5, bold=True)
            yield from self._set(span, before=18, indent=INDENT, bar=True)

    def _body(self, document: PlanDocument) -> Iterator[Row]:
        for part in document.parts:
            if part.page:
                yield from self._page_title(part)
            heading = Span(text=part.heading, size=self._ours, bold=True)
            yield from self._set(heading, role=Role.HEADING, before=20, rule=True, keep=True)
            yield from (replace(row, under=part.heading) for row in self._part(part))
            for place, said in enumerate(part.after):
                yield from self._set(
                    Span(text=said, size=self._ours), before=4 if place else 22, rule=not place
                )

    def _page_title(self, part: ShownPart) -> Iterator[Row]:
        title = Span(text=part.page, size=self._ours + 2, bold=True)
        first, *rest = self._set(title, role=Role.TITLE, before=28, keep=True)
        yield replace(first, opens=True)
        yield from rest

    def _foot(self, document: PlanDocument) -> Iterator[Row]:
        yield from self._set(Span(text=document.closing, size=self._ours), before=22, rule=True)

    def _part(self, part: ShownPart) -> Iterator[Row]:
        for group in part.groups:
            if group.heading:
                yield from self._group(group)
            else:
                yield from self._lines(group.lines, indent=0)

    def _group(self, group: ShownGroup) -> Iterator[Row]:
        column = self._room * SIGN_COLUMN
        heading = Span(text=group.heading, size=self._ours)
        left = self._set(
            heading, role=Role.SUBHEADING, before=4, room=column, keep=True, height=self._own * LEADING
        )
        yield from _beside(list(left), list(self._lines(group.lines, indent=column + COLUMN_GAP)))

    def _lines(self, lines: Sequence[ShownLine], *, indent: float) -> Iterator[Row]:
        for line in lines:
            if line.text:
                text = Span(text=line.text, size=self._own)
                yield from self._set(
                    text, before=4, indent=indent + INDENT, dot=True, keep=bool(line.tools or line.supports)
                )
            for tool in line.tools:
                yield from self._tool(tool, indent=indent + INDENT, dot=not line.text)
            for support in line.supports:
                yield from self._support(support, indent=indent + INDENT, dot=not line.text)

    def _tool(self, tool: ShownTool, *, indent: float, dot: bool) -> Iterator[Row]:
        name = Span(text=tool.name, size=self._own, bold=True)
        before = 4 if dot else 1
        yield from self._set(name, before=before, indent=indent, dot=dot, keep=bool(tool.steps))
        for step in tool.steps:
            keep = step is not tool.steps[-1]
            yield from self._set(Span(text=step, size=self._own), indent=indent + INDENT, dot=True, keep=keep)

    def _support(self, support: ShownSupport, *, indent: float, dot: bool) -> Iterator[Row]:
        column = self._room * NAME_COLUMN - indent
        beside = column > self._room * SIGN_COLUMN and bool(support.ways)
        name = list(
            self._set(
                Span(text=support.name, size=self._own, bold=True),
                before=4 if dot else 1,
                indent=indent,
                dot=dot,
                keep=bool(support.ways),
                room=column if beside else None,
            )
        )
        start = self._room * NAME_COLUMN + COLUMN_GAP if beside else indent + INDENT
        ways = [
            row
            for way in support.ways
            for row in self._way(way, indent=start, keep=way is not support.ways[-1])
        ]
        yield from _beside(name, ways) if beside else (*name, *ways)

    def _way(self, way: ShownWay, *, indent: float, keep: bool) -> Iterator[Row]:
        label = Span(text=words.export.way.format(label=way.label) + " ", size=self._ours)
        value = Span(text=way.value, size=self._own, bold=way.is_phone, whole=way.is_phone)
        yield from self._set(label, value, indent=indent, keep=keep)

    def _set(
        self,
        *spans: Span,
        role: Role = Role.TEXT,
        before: float = 0,
        indent: float = 0,
        room: float | None = None,
        height: float = 0,
        keep: bool = False,
        dot: bool = False,
        bar: bool = False,
        rule: bool = False,
    ) -> Iterator[Row]:
        self._paragraph += 1
        lines = broken(spans, room or self._room - indent)
        height = height or max(span.size for span in spans) * LEADING
        for index, line in enumerate(lines):
            first, last = index == 0, index == len(lines) - 1
            held = keep if last else index == 0 or index == len(lines) - 2 or len(lines) <= KEPT_LINES
            yield Row(
                line=line,
                role=role,
                paragraph=self._paragraph,
                height=height,
                step=height,
                before=before * self._air if first else 0,
                indent=indent,
                keep=held,
                dot=dot and first,
                bar=bar,
                rule=rule and first,
            )


def _beside(left: list[Row], right: list[Row]) -> Iterator[Row]:
    right[0] = replace(right[0], before=0)
    left_tall = sum(row.step for row in left)
    right_tall = sum(row.before + row.step for row in right)
    left[-1] = replace(left[-1], step=left[-1].step - left_tall)
    right[-1] = replace(right[-1], step=right[-1].step + max(0.0, left_tall - right_tall))
    yield from (replace(row, keep=True, bound=True) for row in left)
    reached = 0.0
    for row in right[:-1]:
        reached += row.before + row.step
        yield replace(row, bound=reached < left_tall)
    yield right[-1]
