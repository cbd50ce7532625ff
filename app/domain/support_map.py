"""Where each support stands on the map: three rings around the person, the same places for the same supports.

Lengths are in map units, which are logical pixels at scale 1; the person stands at 0, 0 and y grows downwards. Angles are
degrees from the top, clockwise. A support has a rank and an angle of its own, made from its id. Free ones fill the rows
of their ring by rank; within a row they keep the order of their angles and are moved apart where they would touch.
So one that comes or goes moves others of its own ring a little, and the other rings only when a row is begun or given up.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from math import asin, cos, degrees, floor, radians, sin

from app.domain.ids import Id
from app.domain.support import CIRCLE_DEGREES, Ring, Support

APART = 114.0
"""Between any two supports, from middle to middle: enough for a mark and a name of two lines below it."""
MIDDLE = 62.0
"""From the person to the edge of the first ring."""
EMPTY = 48.0
"""How wide a ring is that holds nobody."""
TURN = 15
"""Degrees of one step to the left or right."""
SIDES = ("top", "top_right", "right", "bottom_right", "bottom", "bottom_left", "left", "top_left")
_EVENLY = 0.75
"""How far supports of a row are moved apart: 1 would be evenly, 0 only until they do not touch."""
_WHOLE = float(CIRCLE_DEGREES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A support and its place: how far from the person, at which angle."""

    id: Id
    ring: Ring
    radius: float
    angle: float

    @property
    def x(self) -> float:
        """To the right of the person."""
        return self.radius * sin(radians(self.angle))

    @property
    def y(self) -> float:
        """Below the person."""
        return -self.radius * cos(radians(self.angle))

    @property
    def side(self) -> str:
        """On which side of the map it stands: one of SIDES."""
        return SIDES[round(self.angle / 45) % len(SIDES)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A ring as it is drawn: from its inner to its outer edge."""

    ring: Ring
    inner: float
    outer: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportMap:
    """Every support that is drawn, nearest first, and the rings around them."""

    placed: tuple[Placed, ...]
    bands: tuple[Band, ...]

    @property
    def radius(self) -> float:
        """From the person to the outermost edge."""
        return self.bands[-1].outer

    def one(self, support: Id) -> Placed | None:
        """Return where a support stands, or None if it is not drawn."""
        return next((one for one in self.placed if one.id == support), None)


@dataclass(slots=True, eq=False)
class _Row:
    """A circle of supports: the angles of those that were put there, and the ids of the free ones."""

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
            return [(0.0, _WHOLE, floor(_WHOLE / self.gap))]
        edges = sorted(self.fixed.values())
        ends = [*edges[1:], edges[0] + _WHOLE]
        return [
            (a, b, max(0, floor((b - a) / self.gap + 1e-9) - 1)) for a, b in zip(edges, ends, strict=True)
        ]

    def room(self) -> int:
        """How many free ones have room."""
        return sum(room for *_, room in self.rooms())


def arranged(supports: Iterable[Support]) -> SupportMap:
    """Place every support that is drawn on the map. The order in which they are given changes nothing."""
    drawn = {support.id: support for support in supports if support.on_map}
    placed: list[Placed] = []
    bands: list[Band] = []
    edge = MIDDLE
    for ring in Ring:
        rows = _rows([one for one in drawn.values() if one.ring is ring], edge + APART / 2)
        for row in rows:
            for one, angle in _angles(row).items():
                placed.append(Placed(id=one, ring=ring, radius=row.radius, angle=angle % _WHOLE))
        outer = rows[-1].radius + APART / 2 if rows else edge + EMPTY
        bands.append(Band(ring=ring, inner=edge, outer=outer))
        edge = outer
    placed.sort(key=lambda one: (one.radius, one.angle, one.id))
    return SupportMap(placed=tuple(placed), bands=tuple(bands))


def turned(shown: SupportMap, supports: Iterable[Support], support: Support, step: int) -> int:
    """The angle for a support that is turned by so many degrees, or by more where another was put in the way.

    ``step`` is below 0 for counter-clockwise. The support keeps its ring.
    """
    here = shown.one(support.id)
    angle = round(here.angle) if here else own_angle(support.id)
    radius = here.radius if here else MIDDLE + APART / 2
    others = {
        one.id: float(one.angle)
        for one in supports
        if one.angle is not None and one.id != support.id and _at(shown, one.id, radius)
    }
    row = _Row(radius, others, [])
    tries = [(angle + step * n) % CIRCLE_DEGREES for n in range(1, CIRCLE_DEGREES // abs(step) + 1)]
    return round(next((one for one in tries if row.takes(one)), tries[0])) % CIRCLE_DEGREES


def own_angle(support: Id) -> int:
    """The angle a support leans to for ever, as long as nobody put it elsewhere."""
    return _chance(support)[1] % CIRCLE_DEGREES


def _at(shown: SupportMap, support: Id, radius: float) -> bool:
    place = shown.one(support)
    return place is not None and place.radius == radius


def _chance(support: Id) -> tuple[int, int]:
    """Two numbers made from an id: its rank and its angle."""
    digest = blake2b(support.encode(), digest_size=16).digest()
    return int.from_bytes(digest[:8], "big"), int.from_bytes(digest[8:], "big")


def _between(one: float, other: float) -> float:
    apart = abs(one - other) % _WHOLE
    return min(apart, _WHOLE - apart)


def _rows(supports: Sequence[Support], radius: float) -> list[_Row]:
    """The rows of a ring, inner first: first those that were put somewhere, then the free ones where there is room."""
    rows = [_Row(radius, {}, [])] if supports else []
    by_rank = sorted(supports, key=lambda one: (_chance(one.id)[0], one.id))
    for one in by_rank:
        if one.angle is not None:
            row = next((row for row in rows if row.takes(one.angle)), None) or _further(rows)
            row.fixed[one.id] = float(one.angle)
    number = 0
    for one in by_rank:
        if one.angle is None:
            while len(rows[number].free) == rows[number].room():
                number += 1
                if number == len(rows):
                    _further(rows)
            rows[number].free.append(one.id)
    return rows


def _further(rows: list[_Row]) -> _Row:
    rows.append(_Row(rows[-1].radius + APART, {}, []))
    return rows[-1]


def _angles(row: _Row) -> dict[Id, float]:
    """The angle of each of a row: as it was put, or near its own with room on both sides."""
    free = sorted((own_angle(one), one) for one in row.free)
    if not row.fixed:
        return _around(free, row.gap)
    angles = dict(row.fixed)
    for (first, last, _), ones in zip(row.rooms(), _shared_out(free, row.rooms()), strict=True):
        if ones:
            gap = max(row.gap, _EVENLY * (last - first) / (len(ones) + 1))
            wanted = [first + (angle - first) % _WHOLE for angle, _ in ones]
            spread = _spread(wanted, gap, first + gap, last - gap)
            angles |= {one: angle for (_, one), angle in zip(ones, spread, strict=True)}
    return angles


def _shared_out(
    free: list[tuple[int, Id]], rooms: list[tuple[float, float, int]]
) -> list[list[tuple[int, Id]]]:
    """Each free one in the arc its own angle lies in, or in the next one that has room, clockwise."""
    out: list[list[tuple[int, Id]]] = [[] for _ in rooms]
    for angle, one in free:
        home = next(n for n, (a, b, _) in enumerate(rooms) if (angle - a) % _WHOLE < b - a or b - a >= _WHOLE)
        turns = [(home + n) % len(rooms) for n in range(len(rooms))]
        there = next(n for n in turns if len(out[n]) < rooms[n][2])
        out[there].append((angle, one))
    return [
        sorted(ones, key=lambda one, first=first: ((one[0] - first) % _WHOLE, one[1]))  # type: ignore[misc]
        for ones, (first, *_) in zip(out, rooms, strict=True)
    ]


def _around(free: list[tuple[int, Id]], least: float) -> dict[Id, float]:
    """A full circle of free ones, opened where the widest gap between their own angles is."""
    if not free:
        return {}
    count = len(free)
    gap = max(least, _EVENLY * _WHOLE / count)
    gaps = [(free[n][0] - free[n - 1][0]) % _WHOLE or (_WHOLE if count == 1 else 0.0) for n in range(count)]
    start = max(range(count), key=lambda n: (gaps[n], -n))
    ones = free[start:] + free[:start]
    first = ones[0][0]
    wanted = [first + (angle - first) % _WHOLE for angle, _ in ones]
    middle = (wanted[0] + wanted[-1]) / 2
    half = (_WHOLE - gap) / 2
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
