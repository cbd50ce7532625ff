"""What a part of the plan offers from what was said elsewhere: each line is added by a press, never by itself."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import flet as ft

from app import words
from app.domain.about_me import AboutPart
from app.domain.ids import Id
from app.domain.kept import Share
from app.domain.safety_plan import PartType, PlanPart
from app.session import Session
from app.ui.screen import Host
from app.ui.widgets import button
from app.ui.widgets.card import fill, stack
from app.ui.widgets.text import heading

_OF = {PartType.HOW_TO_TALK: (AboutPart.TALKING, AboutPart.SENSES, AboutPart.ACCESS)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A line, and whether others may be shown it: what is only me there begins as only me here."""

    text: str
    share: Share


def offers(session: Session, part: PlanPart) -> tuple[Offer, ...]:
    """Gather the lines about oneself that fit a part and do not stand in it yet."""
    there = {item.text.strip() for item in part.items}
    about = session.about_me
    return tuple(
        Offer(text=text, share=Share.MAY_BE_SHARED if kind in about.now.shared else Share.ONLY_ME)
        for kind in _OF.get(part.type, ())
        for text in about.lines(kind)
        if text not in there
    )


class Offers:
    """Shows the offers of a part; ``added`` is called after each that was taken."""

    def __init__(self, host: Host, part: Id, added: Callable[[], object]) -> None:
        self._host, self._id, self._added = host, part, added
        self._place = stack()

    def laid_out(self) -> ft.Control:
        """Lay out what is offered now."""
        self._place.controls = self._shown()
        return self._place

    def _shown(self) -> list[ft.Control]:
        part = self._host.session.safety_plan.part(self._id)
        found = offers(self._host.session, part) if part is not None else ()
        adds = [
            button.line_button(
                words.about_me.add_line.format(text=one.text), partial(self._add, one), icon=ft.Icons.ADD
            )
            for one in found
        ]
        return [heading(words.about_me.offered), stack(*adds, spacing=0)] if adds else []

    def _add(self, offer: Offer) -> None:
        plan = self._host.session.safety_plan
        part = plan.part(self._id)
        if part is None:
            return
        if self._host.attempt(lambda: plan.add_item(part, text=offer.text, share=offer.share)) is not None:
            self._added()
            fill(self._place, *self._shown())
