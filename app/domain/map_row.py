"""A row of the map: a circle of shapes, those that were put there and the free ones between them.

Free ones choose in the order in which they came. Each leans to an angle of its own and has it as nearly as there is room.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from math import asin, degrees, floor
from typing import Protocol

from app.domain.ids import Id
from app.domain.support import CIRCLE_DEGREES, Ring

APART = 114.0
"""Between any two shapes, from middle to middle: enough for a mark and a name of two lines below it."""
_EVENLY = 0.75
"""How far shapes of a row are moved apart: 1 would be evenly, 0 only until they do not touch."""
_FAR = 60.0
"""Degrees beyond which nobody is moved apart: so one that goes hardly moves the few that stay."""
WHOLE = float(CIRCLE_DEGREES)


class Shape(Protocol):
    """What is placed. ``angle`` is where the person put it, in whole degrees, or None."""

    @property
    def id(self) -> Id:
        """What it is known by."""

    @property
    def ring(self) -> Ring:
        """How close it is."""

    @property
    def angle(self) -> int | None:
        """Where the person put it."""

    @property
    def created_at(self) -> datetime:
        """Since when it is here: the earlier, the earlier it chooses."""


@dataclass(slots=True, eq=False)
class Row:
    """A circle around the person: the angles of those that were put there, and the ids of the free ones."""

    radius: float
    fixed: dict[Id, float]
    free: list[Id]

    @property
    def gap(self) -> float:
        """The least angle between two of its supports."""
        return degrees(2 * asin(APART / 2 / self.radius))

    def takes(self, angle: float) -> bool:
        """Whether one can be put at this angle beside those that were put there."""
        return all(_between(angle, other) >= self.gap for other in self.fixed.values())

    def rooms(self) -> list[tuple[float, float, int]]:
        """The arcs between those that were put there: first and last angle, and how many free ones have room."""
        if not self.fixed:
            return [(0.0, WHOLE, floor(WHOLE / self.gap))]
        edges = sorted(self.fixed.values())
        ends = [*edges[1:], edges[0] + WHOLE]
        return [
            (a, b, max(0, floor((b - a) / self.gap + 1e-9) - 1)) for a, b in zip(edges, ends, strict=True)
        ]

    def room(self) -> int:
        """How many free ones have room."""
        return sum(room for *_, room in self.rooms())


def own_angle(shape: Id) -> int:
    """The angle a shape leans to for ever, as long as nobody put it elsewhere."""
    return int.from_bytes(blake2b(shape.encode(), digest_size=8).digest(), "big") % CIRCLE_DEGREES


def _between(one: float, other: float) -> float:
    apart = abs(one - other) % WHOLE
    return min(apart, WHOLE - apart)


def rows_of(shapes: Iterable[Shape], radius: float) -> list[Row]:
    """The rows of a ring, inner first: first those that were put somewhere, then the free ones where there is room."""
    rows = [Row(radius, {}, [])]
    in_turn = sorted(shapes, key=lambda one: (one.created_at, one.id))
    for one in in_turn:
        if one.angle is not None:
            row = next((row for row in rows if row.takes(one.angle)), None) or _further(rows)
            row.fixed[one.id] = float(one.angle)
    number = 0
    for one in in_turn:
        if one.angle is None:
            while len(rows[number].free) == rows[number].room():
                number += 1
                if number == len(rows):
                    _further(rows)
            rows[number].free.append(one.id)
    return rows


def _further(rows: list[Row]) -> Row:
    rows.append(Row(rows[-1].radius + APART, {}, []))
    return rows[-1]


def angles_in(row: Row) -> dict[Id, float]:
    """The angle of each of a row: as it was put, or near its own with room on both sides."""
    if not row.fixed:
        return _around(sorted((own_angle(one), one) for one in row.free), row.gap)
    angles = dict(row.fixed)
    rooms = row.rooms()
    for (first, last, _), ones in zip(rooms, _shared_out(row.free, rooms), strict=True):
        if ones:
            gap = max(row.gap, min(_FAR, _EVENLY * (last - first) / (len(ones) + 1)))
            spread = _spread([wanted for wanted, _, _ in ones], gap, first + gap, last - gap)
            angles |= {one: angle for (_, _, one), angle in zip(ones, spread, strict=True)}
    return angles


def _shared_out(
    free: Iterable[Id], rooms: Sequence[tuple[float, float, int]]
) -> list[list[tuple[float, int, Id]]]:
    """Each free one in the arc its own angle lies in, or at the near end of the nearest arc that still has room.

    With each the angle it would like there and its own.
    """
    out: list[list[tuple[float, int, Id]]] = [[] for _ in rooms]
    for one in free:
        angle = own_angle(one)
        open_still = [n for n in range(len(rooms)) if len(out[n]) < rooms[n][2]]
        there = min(open_still, key=lambda n: _outside(angle, *rooms[n][:2]))
        first, last, _ = rooms[there]
        before, after = (first - angle) % WHOLE, (angle - last) % WHOLE
        inside = _outside(angle, first, last) == 0
        wanted = first + (angle - first) % WHOLE if inside else first if before <= after else last
        out[there].append((wanted, angle, one))
    return [sorted(ones) for ones in out]


def _outside(angle: float, first: float, last: float) -> float:
    """How far an angle lies outside an arc; 0 within it."""
    if (angle - first) % WHOLE < last - first:
        return 0.0
    return min((first - angle) % WHOLE, (angle - last) % WHOLE)


def _around(free: list[tuple[int, Id]], least: float) -> dict[Id, float]:
    """A full circle of free ones, opened where the widest gap between their own angles is."""
    if not free:
        return {}
    count = len(free)
    gap = max(least, min(_FAR, _EVENLY * WHOLE / count))
    gaps = [(free[n][0] - free[n - 1][0]) % WHOLE or (WHOLE if count == 1 else 0.0) for n in range(count)]
    start = max(range(count), key=lambda n: (gaps[n], -n))
    ones = free[start:] + free[:start]
    first = ones[0][0]
    wanted = [first + (angle - first) % WHOLE for angle, _ in ones]
    middle = (wanted[0] + wanted[-1]) / 2
    half = (WHOLE - gap) / 2
    spread = _spread(wanted, gap, middle - half, middle + half)
    return {one: angle for (_, one), angle in zip(ones, spread, strict=True)}


def _spread(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """The places nearest to those wanted, in the same order, ``gap`` apart, and none below ``low`` or above ``high``.

    Least squares by pooling neighbours that would come too close (pool adjacent violators: Ayer et al. 1955).
    """
    pools: list[tuple[float, int]] = []
    for number, place in enumerate(wanted):
        mean, count = place - number * gap, 1
        while pools and pools[-1][0] > mean:
            before, more = pools.pop()
            mean, count = (mean * count + before * more) / (count + more), count + more
        pools.append((mean, count))
    ceiling = high - (len(wanted) - 1) * gap
    moved = [max(low, min(ceiling, mean)) for mean, count in pools for _ in range(count)]
    return [place + number * gap for number, place in enumerate(moved)]
