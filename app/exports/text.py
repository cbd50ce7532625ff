"""The plan as text alone: plain, for any device and any voice, and as Markdown, for whoever keeps notes in it."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from app import words
from app.exports.document import PlanDocument, ShownLine, ShownPart, ShownSupport, ShownTool

_DEEPER = "  "
_ITEM = "- "

# What CommonMark reads as a mark. Signs inside a word, as in an address, and those of a number stay as they are.
_ANYWHERE = re.compile(r"[\\`*\[\]<>~|$]|(?<!\w)_|_(?!\w)|(?<!\S)#|&(?=#?\w+;)")
_AT_THE_START = re.compile(r"^(?:\+(?=\s|$)|-(?=[\s:-]|$)|:(?=-)|=(?==*\s*$)|\d{1,9}(?=[.)](?:\s|$)))")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Marks:
    """What stands before headings, and how typed lines are written so that each is read as it was typed."""

    title: str = ""
    page: str = ""
    heading: str = ""
    subheading: str = ""
    typed: Callable[[str], str]
    line_end: str = ""


def plan_text(document: PlanDocument) -> bytes:
    """The copy as plain text in UTF-8: every word of it, in reading order, typed lines as they were typed."""
    return _written(document, _Marks(typed=str))


def plan_markdown(document: PlanDocument) -> bytes:
    """The copy as Markdown (CommonMark) in UTF-8. What was typed is shown as such, whatever signs are in it."""
    marks = _Marks(title="# ", page="# ", heading="## ", subheading="### ", typed=_unmarked, line_end="\\")
    return _written(document, marks)


def _written(document: PlanDocument, marks: _Marks) -> bytes:
    lines = "\n".join([*_head(document, marks), *_body(document, marks), document.closing])
    return (lines + "\n").encode("utf-8", "replace")


def _head(document: PlanDocument, marks: _Marks) -> Iterator[str]:
    yield from (marks.title + _in_one_line(document.title, marks), "")
    for about in filter(None, (document.made_by, document.dated, document.version)):
        yield from (_in_one_line(about, marks), "")
    if document.one_line:
        yield from (*_typed(document.one_line, "", "", marks), "")


def _body(document: PlanDocument, marks: _Marks) -> Iterator[str]:
    for part in document.parts:
        if part.page:
            yield from (marks.page + _in_one_line(part.page, marks), "")
        yield from (marks.heading + _in_one_line(part.heading, marks), "")
        yield from _part(part, marks)
        for said in part.after:
            yield from (said, "")


def _part(part: ShownPart, marks: _Marks) -> Iterator[str]:
    for group in part.groups:
        if group.heading:
            yield from (marks.subheading + _in_one_line(group.heading, marks), "")
        for line in group.lines:
            yield from _line(line, marks)
        yield ""


def _line(line: ShownLine, marks: _Marks) -> Iterator[str]:
    inside = ""
    if line.text:
        yield from _typed(line.text, _ITEM, _DEEPER, marks)
        inside = _DEEPER
    for tool in line.tools:
        yield from _tool(tool, inside, marks)
    for support in line.supports:
        yield from _support(support, inside, marks)


def _tool(tool: ShownTool, inside: str, marks: _Marks) -> Iterator[str]:
    yield from _typed(tool.name, inside + _ITEM, inside + _DEEPER, marks)
    for step in tool.steps:
        yield from _typed(step, inside + _DEEPER + _ITEM, inside + 2 * _DEEPER, marks)


def _support(support: ShownSupport, inside: str, marks: _Marks) -> Iterator[str]:
    yield from _typed(support.name, inside + _ITEM, inside + _DEEPER, marks)
    for way in support.ways:
        label = words.export.way.format(label=way.label) + " "
        first = inside + _DEEPER + _ITEM
        yield from _typed(way.value, first + label, inside + 2 * _DEEPER, marks)


def _typed(text: str, first: str, others: str, marks: _Marks) -> Sequence[str]:
    """What was typed, line by line: ``first`` stands before the first of them, ``others`` before each of the others."""
    lines = [marks.typed(line) for line in text.splitlines()]
    ends = [
        marks.line_end if line and following else ""
        for line, following in zip(lines, [*lines[1:], ""], strict=True)
    ]
    starts = [first, *(others if line else "" for line in lines[1:])]
    return [start + line + end for start, line, end in zip(starts, lines, ends, strict=True)]


def _in_one_line(text: str, marks: _Marks) -> str:
    return marks.typed(" ".join(text.splitlines()))


def _unmarked(line: str) -> str:
    """A line with a backslash before each sign that would be read as a mark."""
    unmarked = _ANYWHERE.sub(r"\\\g<0>", line.strip())
    return _AT_THE_START.sub(
        lambda found: found[0] + "\\" if found[0].isdigit() else "\\" + found[0], unmarked
    )
