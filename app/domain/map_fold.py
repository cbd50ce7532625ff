"""Folding: where a ring holds more than can be told apart, several supports of a kind are drawn as one shape.

Nobody is folded whom the person put at an angle, nor who is to be kept apart (as those of the safety net are). So a map
has a row for each ring, whatever it holds, and its marks are far enough apart to be pressed on a phone.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from app.domain.ids import Id
from app.domain.support import Ring, Support, SupportKind
from app.domain.support_map import in_one_row

MOST = 8
"""So many shapes that nobody put anywhere a ring shows at most: about twenty are still told apart on a phone."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Fold:
    """At least two supports of one ring as one shape, by name. ``kind`` is theirs, None where they are of several."""

    ring: Ring
    kind: SupportKind | None
    members: tuple[Support, ...]

    def __repr__(self) -> str:
        return f"<Fold of {len(self.members)}>"

    @property
    def id(self) -> Id:
        """Its ring and its kind: the same on every device and after every change."""
        return Id(f"{self.ring}.{self.kind or ''}")

    @property
    def angle(self) -> None:
        """Nobody puts it anywhere."""

    @property
    def created_at(self) -> datetime:
        """As its newest member."""
        return max(one.created_at for one in self.members)


def folded(
    supports: Iterable[Support], apart: Collection[Id] = (), *, most: int = MOST
) -> tuple[Support | Fold, ...]:
    """What is drawn for these supports: each that is on the map by itself or in a fold. ``apart`` are never folded.

    ``most`` is how many shapes that nobody put anywhere a ring shows.

    A ring folds its largest kind first, and as many as it must; where that is not enough, its smallest ones together.
    """
    drawn = [one for one in supports if one.on_map]
    shapes: list[Support | Fold] = []
    for ring in Ring:
        here = [one for one in drawn if one.ring is ring]
        shapes += _of_ring(ring, here, apart, most)
    return tuple(shapes)


_Pile = tuple[Support, ...]


def _of_ring(ring: Ring, here: list[Support], apart: Collection[Id], most: int) -> list[Support | Fold]:
    held = [one for one in here if one.angle is not None or one.id in apart]
    piles: list[_Pile] = [(one,) for one in here if one.angle is None and one.id not in apart]

    def shapes() -> list[Support | Fold]:
        return [*held, *(_shape(ring, pile) for pile in piles)]

    def fit() -> bool:
        return len(piles) <= most and in_one_row(shapes(), ring)

    counts = Counter(one.kind for (one,) in piles)
    for kind in sorted(SupportKind, key=lambda kind: -counts[kind]):
        if fit():
            return shapes()
        same = [pile for pile in piles if pile[0].kind is kind]
        piles = [*_joined(same), *(pile for pile in piles if pile[0].kind is not kind)]
    while len(piles) > 1 and not fit():
        mixed_then_small = sorted(piles, key=lambda pile: (len({one.kind for one in pile}) == 1, len(pile)))
        piles = [*_joined(mixed_then_small[:2]), *mixed_then_small[2:]]
    return shapes()


def _joined(piles: list[_Pile]) -> list[_Pile]:
    """These as one, if there are any."""
    return [tuple(one for pile in piles for one in pile)] if piles else []


def _shape(ring: Ring, pile: _Pile) -> Support | Fold:
    if len(pile) == 1:
        return pile[0]
    kinds = {one.kind for one in pile}
    members = tuple(sorted(pile, key=lambda one: (one.name.casefold(), one.id)))
    return Fold(ring=ring, kind=kinds.pop() if len(kinds) == 1 else None, members=members)
