"""What the marks of the map mean: each as figures beside its phrase, the same as in the list."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from app import words
from app.domain.exchange import Direction
from app.domain.ids import Id
from app.domain.map_figure import Figure
from app.domain.map_mark import fold_mark, mark, star
from app.domain.map_tie import Tie, tie
from app.domain.support import Strain, Strength, Support, SupportKind, SupportState

WIDE, HIGH = 72.0, 36.0
"""The room of each, in logical pixels."""
_RADIUS = 13.0
_HERE = SupportState.HERE_NOW


def legend_rows(*, on_paper: bool = False) -> Iterator[tuple[list[Figure], str]]:
    """Every mark and its phrase. On paper nothing is pressed, and the safety net is not shown."""
    said, middle = words.support_map, (WIDE / 2, HIGH / 2, _RADIUS)
    known = said.kinds_in_legend.keys()
    for kind in SupportKind:
        if kind in known:
            yield mark(kind, _HERE, *middle), said.kinds_in_legend[kind]
    fold = said.fold_on_paper if on_paper else said.fold_in_legend
    yield fold_mark(SupportKind.PERSON, *middle), fold
    for state in (SupportState.GROWING, SupportState.HOPED_FOR):
        yield _tied(state=state), said.states[state]
    for strength in Strength:
        yield _tied(strength=strength), said.strengths[strength]
    for direction in Direction:
        yield _tied(set_direction=direction), said.directions[direction]
    for strain in (Strain.SOME, Strain.A_LOT):
        yield _tied(strain=strain), said.strains[strain]
    if not on_paper:
        yield [star(WIDE / 2, HIGH / 2, 9)], said.in_net


def _plain(**fields: Any) -> Support:
    """An example, of no time and without a name of its own."""
    never = datetime.min.replace(tzinfo=UTC)
    return Support(id=Id(""), created_at=never, changed_at=never, name=words.support_map.me, **fields)


def _tied(**fields: Any) -> list[Figure]:
    support, middle, end = _plain(**fields), HIGH / 2, WIDE - 2 * _RADIUS - 6
    along = Tie(start=(2, middle), inner=(2, middle), end=(end, middle), size=0.9)
    return [*tie(support, along), *mark(support.kind, support.state, WIDE - _RADIUS - 3, middle, _RADIUS)]
