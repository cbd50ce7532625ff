"""A plan on pages: on one page at the largest size that fits it, else on several at the usual size."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from app.exports.document import PlanDocument
from app.exports.layout import USUAL_SIZE, Layout, Role, Row

SIZES = (11.0, 11.5, 12.0, 12.5, 13.0, 13.5, 14.0, 15.0, 16.0, 17.0, 18.0)
"""Sizes of the person's words on one page, in points; below 12 only to spare a second page."""
MARGIN_SIDES = 62.0
MARGIN_TOP = 54.0
MARGIN_FOOT = 62.0


class Paper(StrEnum):
    """Sizes of paper."""

    A4 = "a4"
    LETTER = "letter"

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        return (595.28, 841.89) if self is Paper.A4 else (612.0, 792.0)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Placed:
    """A row, and how far below the top of the paper it starts, in points, the space before it not counted."""

    row: Row
    top: float

    def __repr__(self) -> str:
        return "<Placed>"


Page = tuple[Placed, ...]


def pages(document: PlanDocument, paper: Paper = Paper.A4) -> tuple[Page, ...]:
    """Return the pages of a copy, at least one: one at the largest size that fits it, else several at full size.

    What has a page of its own is set likewise, apart from what stands before it.
    """
    width, height = paper.size
    room = width - 2 * MARGIN_SIDES
    tall = height - MARGIN_TOP - MARGIN_FOOT
    at_sizes = _AtSizes(document, room)
    return tuple(page for number in range(at_sizes.count) for page in _pages(at_sizes, number, tall))


class _AtSizes:
    """The sections of a document, each from one row that opens a page to the next, at whatever size is asked for."""

    def __init__(self, document: PlanDocument, room: float) -> None:
        self._document, self._room = document, room
        self._known: dict[float, list[list[Row]]] = {}
        self.count = len(self._sections(USUAL_SIZE))

    def layout(self, size: float) -> Layout:
        """What sets rows at a size."""
        return Layout(size, self._room)

    def rows(self, size: float, section: int) -> Sequence[Row]:
        """The rows of a section."""
        return self._sections(size)[section]

    def _sections(self, size: float) -> list[list[Row]]:
        if size not in self._known:
            sections: list[list[Row]] = [[]]
            for row in self.layout(size).rows(self._document):
                begins = row.opens and any(one.role is Role.HEADING for one in sections[-1])
                if begins:
                    sections.append([])
                sections[-1].append(replace(row, before=0) if begins else row)
            self._known[size] = sections
        return self._known[size]


def _pages(at_sizes: _AtSizes, section: int, tall: float) -> Iterator[Page]:
    def too_tall(size: float) -> bool:
        return _tall(at_sizes.rows(size, section)) > tall

    fitting = 0 if too_tall(SIZES[0]) else bisect_right(SIZES, False, key=too_tall)
    if fitting:
        yield tuple(_placed(at_sizes.rows(SIZES[fitting - 1], section)))
        return
    for rows in _parted(at_sizes.layout(USUAL_SIZE), at_sizes.rows(USUAL_SIZE, section), tall):
        yield tuple(_placed(rows))


def _tall(rows: Sequence[Row]) -> float:
    return sum(row.before + row.step for row in rows)


def _parted(layout: Layout, rows: Sequence[Row], tall: float) -> Iterator[tuple[Row, ...]]:
    page: list[Row] = []
    used = 0.0
    for chunk in _chunks(rows, tall):
        need = _tall(chunk)
        if page and used + need > tall:
            yield tuple(page)
            page = layout.again(chunk[0].under) if chunk[0].under else []
            used = _tall(page)
            if used + need > tall:
                page, used = [], 0.0
        opening = chunk if page else [replace(chunk[0], before=0), *chunk[1:]]
        page += opening
        used += _tall(opening)
    yield tuple(page)


def _chunks(rows: Sequence[Row], tall: float) -> Iterator[list[Row]]:
    chunk: list[Row] = []
    for unit, following in pairwise((*_units(rows), [])):
        chunk += unit
        if not unit[-1].keep or not following or _tall(chunk) + _tall(following) > tall:
            yield chunk
            chunk = []


def _units(rows: Sequence[Row]) -> Iterator[list[Row]]:
    unit: list[Row] = []
    for row in rows:
        unit.append(row)
        if not row.bound:
            yield unit
            unit = []


def _placed(rows: Sequence[Row]) -> Iterator[Placed]:
    top = MARGIN_TOP
    for row in rows:
        top += row.before
        yield Placed(row=row, top=top)
        top += row.step
