"""A copy of the plan as text on a page: word for word what the document says, and nothing to press."""

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from app import words
from app.exports.document import PlanDocument, ShownLine, ShownPart
from app.ui.theme import BETWEEN, INSIDE
from app.ui.widgets import text
from app.ui.widgets.card import stack

Written = Callable[[str], ft.Control]


@dataclass(frozen=True, slots=True, kw_only=True)
class Type:
    """How each kind of line is written, and how many pixels lie between two lines of a part."""

    title: Written
    part: Written
    group: Written
    one_line: Written
    own: Written
    number: Written
    small: Written
    apart: int


USUAL = Type(
    title=text.heading,
    part=text.subheading,
    group=text.quiet,
    one_line=lambda said: text.own_words(said, large=True),
    own=text.own_words,
    number=text.number,
    small=text.quiet,
    apart=INSIDE,
)
LARGE = Type(
    title=text.title,
    part=text.heading,
    group=text.subheading,
    one_line=text.shown_words,
    own=text.shown_words,
    number=text.shown_number,
    small=text.body,
    apart=BETWEEN,
)
"""To be read from a device that somebody else holds."""


def plan_text(document: PlanDocument, kind: Type = USUAL) -> list[ft.Control]:
    """The copy as it is read, from its title to its last line."""
    lines: list[ft.Control] = [kind.title(document.title)]
    lines += [kind.one_line(document.one_line)] if document.one_line else []
    for part in document.parts:
        lines += [kind.title(part.page)] if part.page else []
        lines.append(stack(*_part(part, kind), spacing=kind.apart))
    ends = (document.made_by, document.dated, document.version, document.closing)
    return [*lines, *(kind.small(line) for line in ends if line)]


def _part(part: ShownPart, kind: Type) -> list[ft.Control]:
    lines: list[ft.Control] = [kind.part(part.heading)]
    for group in part.groups:
        lines += [kind.group(group.heading)] if group.heading else []
        lines += [_line(line, kind) for line in group.lines]
    return [*lines, *map(kind.small, part.after)]


def _line(line: ShownLine, kind: Type) -> ft.Control:
    said: list[ft.Control] = [kind.own(line.text)] if line.text else []
    for tool in line.tools:
        said += [kind.own(tool.name), *(kind.small(f"– {step}") for step in tool.steps)]
    for support in line.supports:
        said.append(kind.own(support.name))
        said += [
            ft.Row(
                [kind.small(words.export.way.format(label=way.label)), kind.number(way.value)],
                wrap=True,
                run_spacing=0,
            )
            for way in support.ways
        ]
    return ft.Column(said, spacing=INSIDE // 2)
