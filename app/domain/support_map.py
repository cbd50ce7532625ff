"""Where each shape stands on the map: three rings around the person, the same places for the same supports.

A shape is a support, or several that are folded into one (app/domain/map_fold.py). Lengths are in map units, which are
logical pixels at scale 1; the person stands at 0, 0 and y grows downwards. Angles are degrees from the top, clockwise.
Whoever was put at an angle stands there. The others lean to an angle made from their id, and are moved apart where they
would touch. Those that came first choose first: one more moves others a little within its ring, and past nobody. Where it
needs a further row, the rings outside of it grow, and their free ones have a little more room.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import atan2, cos, degrees, hypot, radians, sin

from app.domain.ids import Id
from app.domain.map_row import APART, WHOLE, Row, Shape, angles_in, rows_of
from app.domain.support import CIRCLE_DEGREES, Ring

MIDDLE = 62.0
"""From the person to the edge of the first ring."""
TURN = 15
"""Degrees of one step to the left or right."""
SIDES = ("top", "top_right", "right", "bottom_right", "bottom", "bottom_left", "left", "top_left")


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A shape and its place: how far from the person, at which angle."""

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
    """Every shape that is drawn, nearest first, and the rings around them."""

    placed: tuple[Placed, ...]
    bands: tuple[Band, ...]

    @property
    def radius(self) -> float:
        """From the person to the outermost edge."""
        return self.bands[-1].outer

    def one(self, shape: Id) -> Placed | None:
        """Return where a shape stands, or None if it is not drawn."""
        return next((one for one in self.placed if one.id == shape), None)


def arranged(shapes: Iterable[Shape]) -> SupportMap:
    """Place every shape. The order in which they are given changes nothing."""
    drawn = {shape.id: shape for shape in shapes}
    placed: list[Placed] = []
    bands: list[Band] = []
    edge = MIDDLE
    for ring in Ring:
        rows = rows_of([one for one in drawn.values() if one.ring is ring], edge + APART / 2)
        for row in rows:
            for one, angle in angles_in(row).items():
                placed.append(Placed(id=one, ring=ring, radius=row.radius, angle=angle % WHOLE))
        outer = rows[-1].radius + APART / 2
        bands.append(Band(ring=ring, inner=edge, outer=outer))
        edge = outer
    placed.sort(key=lambda one: (one.radius, one.angle, one.id))
    return SupportMap(placed=tuple(placed), bands=tuple(bands))


def in_one_row(shapes: Iterable[Shape], ring: Ring) -> bool:
    """Whether these, all of one ring, have room beside each other at the same distance from the person."""
    return len(rows_of(list(shapes), _first_radius(ring))) == 1


def spot(shown: SupportMap, x: float, y: float) -> tuple[Ring, int]:
    """The ring and the angle of a point of the map. Within the first ring and beyond the last the next one counts."""
    away = hypot(x, y)
    ring = next((band.ring for band in shown.bands if away < band.outer), shown.bands[-1].ring)
    return ring, round(degrees(atan2(x, -y))) % CIRCLE_DEGREES


def room_at(shapes: Iterable[Shape], shape: Id, ring: Ring, angle: int) -> int:
    """The angle nearest to this one at which a shape can be put into a ring beside those that were put there.

    It is this one where there is no room at all.
    """
    row = _put(shapes, shape, ring)
    tries = (angle + side * step for step in range(CIRCLE_DEGREES // 2 + 1) for side in (1, -1))
    return next((one % CIRCLE_DEGREES for one in tries if row.takes(one)), angle)


def turned(shapes: Iterable[Shape], shape: Shape, angle: int, step: int) -> int:
    """The angle for a shape that stands at one and is turned by so many degrees, or by more where another was put.

    ``step`` is below 0 for counter-clockwise. The shape keeps its ring.
    """
    row = _put(shapes, shape.id, shape.ring)
    tries = [(angle + step * n) % CIRCLE_DEGREES for n in range(1, CIRCLE_DEGREES // abs(step) + 1)]
    return next((one for one in tries if row.takes(one)), tries[0])


def _first_radius(ring: Ring) -> float:
    return MIDDLE + APART * (tuple(Ring).index(ring) + 0.5)


def _put(shapes: Iterable[Shape], besides: Id, ring: Ring) -> Row:
    """The first row of a ring with those alone that were put there, but for one."""
    put = [one for one in shapes if one.ring is ring and one.angle is not None and one.id != besides]
    return rows_of(put, _first_radius(ring))[0]
