"""A plan on pages: on one page at the largest size that fits it, else on several at the usual size."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from app.exports.document import PlanDocument
from app.exports.layout import USUAL_SIZE, Layout, Row

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
    """Return the pages of a copy, at least one: one at the largest size that fits it, else several at full size."""
    width, height = paper.size
    room = width - 2 * MARGIN_SIDES
    tall = height - MARGIN_TOP - MARGIN_FOOT

    def too_tall(size: float) -> bool:
        return _tall(Layout(size, room).rows(document)) > tall

    fitting = 0 if too_tall(SIZES[0]) else bisect_right(SIZES, False, key=too_tall)
    if fitting:
        return (tuple(_placed(Layout(SIZES[fitting - 1], room).rows(document))),)
    return tuple(tuple(_placed(rows)) for rows in _parted(Layout(USUAL_SIZE, room), document, tall))


def _tall(rows: Sequence[Row]) -> float:
    return sum(row.before + row.step for row in rows)


def _parted(layout: Layout, document: PlanDocument, tall: float) -> Iterator[tuple[Row, ...]]:
    page: list[Row] = []
    used = 0.0
    for chunk in _chunks(layout.rows(document), tall):
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
