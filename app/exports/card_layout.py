"""A plan on a card of four sides the size of a bank card: what stands on which side, and what finds no room."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from app import words
from app.exports.document import PlanDocument, ShownLine, ShownPart, ShownSupport, ShownTool
from app.exports.layout import Role
from app.exports.line import Line, Span, broken

_MILLIMETRE = 72 / 25.4
WIDE, HIGH = 85.6 * _MILLIMETRE, 54 * _MILLIMETRE
"""One side, in points (ISO/IEC 7810, ID-1: 85.6 by 54 millimetres)."""
SIDES = 4
MARGIN = 12.0
"""White at the edges of a side, so that a cut beside the line costs no letter."""
SIZES = (11.0, 10.0, 9.0, 8.5, 8.0, 7.5, 7.0)
"""Sizes of type on a card, in points. None is smaller than 7."""
SMALLEST = SIZES[-1]
LEADING = 1.2
_INDENT = 8.0
_ABOVE_FOOT = 4.0


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class CardRow:
    """One line of type. ``before`` and ``high`` are points above it and its own; ``top`` is where it starts on its side.

    ``paragraph`` is all that it begins, as it was typed, and empty on the lines that go on.
    """

    line: Line
    role: Role
    high: float
    before: float = 0
    indent: float = 0
    dot: bool = False
    top: float = 0
    paragraph: str = ""

    def __repr__(self) -> str:
        return "<CardRow>"

    @property
    def text(self) -> str:
        """What the row says."""
        return "".join(run.text for run in self.line)


Rows = tuple[CardRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Card:
    """What stands on each side, at one size in points. ``unfit`` says each line of the plan that found no room."""

    size: float
    sides: tuple[Rows, ...]
    unfit: tuple[str, ...]

    def __repr__(self) -> str:
        return "<Card>"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class _Unit:
    """Rows that stay together, under headings that are told again on each side on which it goes on."""

    said: str
    rows: Rows
    headings: tuple[Rows, ...] = ()

    def __repr__(self) -> str:
        return "<_Unit>"


def card_of(document: PlanDocument) -> Card:
    """Return the card at the largest size at which all of the document has room; at the smallest if none has."""
    least = _laid(document, SMALLEST)
    if least.unfit:
        return least
    larger = (_laid(document, size) for size in SIZES)
    return next(card for card in larger if not card.unfit)


def _laid(document: PlanDocument, size: float) -> Card:
    setting = _Setting(size)
    sides = _Sides(setting.foot(document))
    unfit = tuple(unit.said for unit in setting.units(document) if not sides.take(unit))
    return Card(size=size, sides=sides.whole(), unfit=unfit)


class _Sides:
    """The sides of a card as they fill up. The foot has its place at the end of the last one."""

    def __init__(self, foot: Rows) -> None:
        self._foot = foot
        self._done: list[Rows] = []
        self._rows: Rows = ()
        self._told: tuple[Rows, ...] = ()

    def take(self, unit: _Unit) -> bool:
        """Put a unit on this side or on a new one. False, and nothing changed, where neither has room."""
        untold = [one for one in unit.headings if not any(one is told for told in self._told)]
        new = chain.from_iterable(untold)
        here = _below(self._rows, (*new, *unit.rows))
        if _end(here) <= self._room(len(self._done)):
            self._rows, self._told = here, unit.headings
            return True
        there = _below((), (*chain.from_iterable(unit.headings), *unit.rows))
        if len(self._done) + 1 < SIDES and _end(there) <= self._room(len(self._done) + 1):
            self._done.append(self._rows)
            self._rows, self._told = there, unit.headings
            return True
        return False

    def whole(self) -> tuple[Rows, ...]:
        """Every side, the foot on the last."""
        sides = [*self._done, self._rows, *[()] * SIDES][:SIDES]
        foot = _below((), self._foot)
        down = HIGH - 2 * MARGIN - _end(foot)
        return (*sides[:-1], (*sides[-1], *(replace(row, top=row.top + down) for row in foot)))

    def _room(self, side: int) -> float:
        foot = _end(_below((), self._foot)) + _ABOVE_FOOT if side == SIDES - 1 else 0
        return HIGH - 2 * MARGIN - foot


def _below(above: Rows, rows: Rows) -> Rows:
    """The rows of a side with these below them; the space over the first of all falls away."""
    placed = list(above)
    for row in rows:
        top = _end(placed) + (row.before if placed else 0)
        placed.append(replace(row, top=top))
    return tuple(placed)


def _end(rows: Sequence[CardRow]) -> float:
    return rows[-1].top + rows[-1].high if rows else 0


class _Setting:
    """Sets the words of a document at one size."""

    def __init__(self, size: float) -> None:
        self._own = size
        self._ours = SMALLEST

    def units(self, document: PlanDocument) -> Iterator[_Unit]:
        """Everything but the foot, in reading order."""
        title = Span(text=document.title, size=self._ours, bold=True)
        yield _Unit(said=document.title, rows=self._set(title, role=Role.TITLE))
        for said in filter(None, (document.emergency, document.one_line)):
            large = Span(text=said, size=self._own + 1, bold=True)
            yield _Unit(said=said, rows=self._set(large, before=3))
        for part in document.parts:
            yield from self._part(part)

    def foot(self, document: PlanDocument) -> Rows:
        """Who made it, when, and what to do once it is old."""
        about = "   ".join(filter(None, (document.made_by, document.dated, document.version)))
        said = (about, document.closing)
        return tuple(chain.from_iterable(self._set(Span(text=one, size=self._ours)) for one in said))

    def _part(self, part: ShownPart) -> Iterator[_Unit]:
        name = Span(text=part.heading, size=self._ours, bold=True)
        heading = self._set(name, role=Role.HEADING, before=4)
        for group in part.groups:
            kind = Span(text=group.heading, size=self._ours)
            kinds = [self._set(kind, role=Role.SUBHEADING, before=1)] if group.heading else []
            for line in group.lines:
                yield _Unit(said=said_of(line), rows=tuple(self._line(line)), headings=(heading, *kinds))

    def _line(self, line: ShownLine) -> Iterator[CardRow]:
        if line.text:
            yield from self._set(Span(text=line.text, size=self._own), before=1, indent=_INDENT, dot=True)
        for tool in line.tools:
            yield from self._tool(tool, dot=not line.text)
        for support in line.supports:
            yield from self._support(support, dot=not line.text)

    def _tool(self, tool: ShownTool, *, dot: bool) -> Iterator[CardRow]:
        name = Span(text=tool.name, size=self._own, bold=True)
        yield from self._set(name, before=1, indent=_INDENT, dot=dot)
        for step in tool.steps:
            yield from self._set(Span(text=step, size=self._own), indent=2 * _INDENT, dot=True)

    def _support(self, support: ShownSupport, *, dot: bool) -> Iterator[CardRow]:
        name = Span(text=support.name, size=self._own, bold=True)
        yield from self._set(name, before=1, indent=_INDENT, dot=dot)
        for way in support.ways:
            label = Span(text=words.export.way.format(label=way.label) + " ", size=self._ours)
            value = Span(text=way.value, size=self._own, bold=way.is_phone, whole=way.is_phone)
            yield from self._set(label, value, indent=2 * _INDENT)

    def _set(
        self, *spans: Span, role: Role = Role.TEXT, before: float = 0, indent: float = 0, dot: bool = False
    ) -> Rows:
        high = max(span.size for span in spans) * LEADING
        lines = broken(spans, WIDE - 2 * MARGIN - indent)
        return tuple(
            CardRow(
                line=line,
                role=role,
                high=high,
                before=0 if place else before,
                indent=indent,
                dot=dot and not place,
                paragraph="" if place else "".join(span.text for span in spans),
            )
            for place, line in enumerate(lines)
        )


def said_of(line: ShownLine) -> str:
    """Return what a line is called: its words, or whom it names."""
    named = [*(tool.name for tool in line.tools), *(support.name for support in line.supports)]
    return line.text or ", ".join(named)
