"""What passes between a person and a support: what I receive, what I give, how strong it is, and strain."""

import flet as ft

from app import words
from app.domain.exchange import Direction, Exchange, ExchangeWay, Given
from app.domain.support import Strain, Strength, Support
from app.ui.screens.kept_page import Fields
from app.ui.screens.support_page import SupportPage
from app.ui.widgets import choice
from app.ui.widgets.card import fill, stack
from app.ui.widgets.text import heading, quiet
from app.words.said import Choices


class SupportBetweenScreen(SupportPage):
    """Changes what is given, the direction, the strength and the strain of one support."""

    def page_of(self, support: Support) -> ft.Control:
        """Lay out both ways and the tie."""
        more = words.support_more
        self._examples = {way: stack() for way in ExchangeWay}
        return stack(
            quiet(words.support.as_you_go),
            *(self._way(support, way) for way in ExchangeWay),
            heading(more.direction),
            self.choices(
                "set_direction",
                more.direction,
                Direction,
                support.set_direction,
                more.directions,
                unsaid=more.as_above,
            ),
            heading(more.strength),
            self.choices(
                "strength",
                more.strength,
                Strength,
                support.strength,
                more.strengths,
                unsaid=more.strength_not_said,
            ),
            heading(more.strain),
            self.choices(
                "strain", more.strain, Strain, support.strain, more.strains, unsaid=more.strain_not_said
            ),
            self.done(self.host.back),
        )

    def _way(self, support: Support, way: ExchangeWay) -> ft.Control:
        more = words.support_more
        picked = [one.what for one in support.exchanges if one.way is way]
        offered = [(what.value, _said(way)[what]) for what in Given if what is not Given.OTHER]
        chips = choice.any_of(offered, picked, lambda what, on: self._picked(way, Given(what), on=on))
        other = self._example(way, Given.OTHER, more.others[way])
        self._examples[way].controls = self._fields(support, way)
        group = ft.Semantics(content=chips, label=more.ways[way], container=True)
        return stack(heading(more.ways[way]), group, self._examples[way], other)

    def _fields(self, support: Support, way: ExchangeWay) -> list[ft.Control]:
        more = words.support_more
        return [
            self._example(way, one.what, more.example.format(what=_said(way)[one.what]))
            for one in support.exchanges
            if one.way is way and one.what is not Given.OTHER
        ]

    def _example(self, way: ExchangeWay, what: Given, label: str) -> ft.TextField:
        def read(support: Support) -> str:
            return next((one.example for one in support.exchanges if (one.way, one.what) == (way, what)), "")

        def change(support: Support, text: str) -> Fields:
            return {"exchanges": _with(support, way, what, text)}

        return self.text(f"{way}/{what}", label, read, change)

    def _picked(self, way: ExchangeWay, what: Given, *, on: bool) -> bool:
        self.keep_texts()
        support = self.support
        if support is None:
            return False
        rest = tuple(one for one in support.exchanges if (one.way, one.what) != (way, what))
        if not self.keep(exchanges=(*rest, Exchange(way=way, what=what)) if on else rest):
            return False
        self._texts.pop(f"{way}/{what}", None)
        changed = self.support
        if changed is not None:
            fill(self._examples[way], *self._fields(changed, way))
        return True


def _said(way: ExchangeWay) -> Choices:
    more = words.support_more
    return more.received if way is ExchangeWay.I_RECEIVE else more.given


def _with(support: Support, way: ExchangeWay, what: Given, example: str) -> tuple[Exchange, ...]:
    """The exchanges with another example; without words there is nothing other."""
    kept = [one for one in support.exchanges if (one.way, one.what) != (way, what)]
    if what is Given.OTHER and not example:
        return tuple(kept)
    return (*kept, Exchange(way=way, what=what, example=example))
