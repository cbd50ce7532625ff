"""What the marks of the map mean: each drawn beside its phrase, the same as in the list."""

from collections.abc import Callable

import flet as ft
import flet.canvas as cv

from app import words
from app.domain.exchange import Direction
from app.domain.map_figure import Figure
from app.domain.map_mark import fold_mark, mark, star
from app.domain.map_tie import Tie, tie
from app.domain.support import Strain, Strength, Support, SupportKind, SupportState
from app.ui.theme import BETWEEN
from app.ui.widgets.card import card
from app.ui.widgets.map_canvas import shapes_of
from app.ui.widgets.text import body, quiet

_WIDE, _HIGH = 72.0, 36.0
_RADIUS = 13.0


def legend(plain: Callable[..., Support]) -> ft.Control:
    """Every mark with its phrase. ``plain`` makes a support for an example from the fields it is given."""
    said = words.support_map
    known = said.kinds_in_legend.keys()
    kinds = [_row(_mark(kind), said.kinds_in_legend[kind]) for kind in SupportKind if kind in known]
    states = [
        _row(_tied(plain(state=state), state), said.states[state])
        for state in (SupportState.GROWING, SupportState.HOPED_FOR)
    ]
    lines = [_row(_tied(plain(strength=one)), said.strengths[one]) for one in Strength]
    lines += [_row(_tied(plain(set_direction=one)), said.directions[one]) for one in Direction]
    lines += [_row(_tied(plain(strain=one)), said.strains[one]) for one in (Strain.SOME, Strain.A_LOT)]
    fold = _row(fold_mark(SupportKind.PERSON, _WIDE / 2, _HIGH / 2, _RADIUS), said.fold_in_legend)
    net = _row([star(_WIDE / 2, _HIGH / 2, 9)], said.in_net)
    return card(quiet(said.rings_in_legend), *kinds, fold, *states, *lines, net, spacing=2)


def _row(figures: list[Figure], phrase: str) -> ft.Control:
    text = body(phrase)
    text.expand = True
    return ft.Row([cv.Canvas(shapes_of(figures), width=_WIDE, height=_HIGH), text], spacing=BETWEEN)


def _mark(kind: SupportKind) -> list[Figure]:
    return mark(kind, SupportState.HERE_NOW, _WIDE / 2, _HIGH / 2, _RADIUS)


def _tied(support: Support, state: SupportState = SupportState.HERE_NOW) -> list[Figure]:
    middle, end = _HIGH / 2, _WIDE - 2 * _RADIUS - 6
    line = Tie(start=(2, middle), inner=(2, middle), end=(end, middle), size=0.9)
    return [*tie(support, line), *mark(support.kind, state, _WIDE - _RADIUS - 3, middle, _RADIUS)]
