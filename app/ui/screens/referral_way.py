"""How to reach a service, as a part of the page of a referral: one way, and the press that opens it."""

import flet as ft

from app import words
from app.domain.errors import DomainError
from app.domain.referral import Referral
from app.domain.support import ContactWay, WayKind
from app.session.referral import ReferralVerbs
from app.ui.screens.kept_page import Fields, KeptPage
from app.ui.widgets import choice, field
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.reach import reach
from app.ui.widgets.text import heading, quiet

_KIND = "way/kind"


class ReferralWay:
    """Changes the way of the referral of a page."""

    def __init__(self, page: KeptPage[Referral]) -> None:
        self._page, self._host = page, page.host
        self._reach, self._field = stack(), stack()
        self._reachable: ContactWay | None = None

    def laid_out(self, thing: Referral) -> list[ft.Control]:
        """The heading, the press, and what can be changed."""
        said = words.support
        kinds = [(one.value, said.way_kinds[one]) for one in WayKind]
        self._reach.controls = self._reached(thing)
        self._field.controls = [self._value()]
        return [
            heading(words.referral.way),
            self._reach,
            card(
                quiet(words.referral.way_kind),
                choice.one_of(words.referral.way, kinds, self._kind, self._choose),
                self._field,
            ),
        ]

    @property
    def _verbs(self) -> ReferralVerbs:
        return self._host.session.referrals

    @property
    def _kind(self) -> WayKind:
        thing = self._page.thing
        kept = thing.way.kind if thing and thing.way else WayKind.CALL
        return WayKind(self._host.draft(self._page.key(_KIND), kept))

    def _reached(self, thing: Referral) -> list[ft.Control]:
        self._reachable = thing.way
        return [reach(self._host, thing.service, (thing.way,))] if thing.way else []

    def _value(self) -> ft.TextField:
        self._shown = self._page.text(
            "way/value",
            words.support.way_values[self._kind],
            lambda one: one.way.value if one.way else "",
            lambda one, typed: self._changed(one.way, typed),
        )
        return self._shown

    def _changed(self, was: ContactWay | None, typed: str) -> Fields:
        return {"way": self._verbs.way(self._kind, typed, was=was)}

    def _choose(self, kind: str) -> None:
        """Say of what kind the way is; say beside the field if what stands there cannot be of that kind."""
        self._host.keep_draft(self._page.key(_KIND), kind)
        fill(self._field, self._value())
        thing = self._page.thing
        if thing is None or thing.way is None:
            return
        try:
            fields = self._changed(thing.way, thing.way.value)
        except DomainError as error:
            field.refuse(self._shown, self._page.why(error))
            return
        if self._page.keep(**fields):
            self.refresh()

    def refresh(self) -> None:
        """Show the press for the way as it is now."""
        thing = self._page.thing
        if thing is not None and thing.way != self._reachable:
            fill(self._reach, *self._reached(thing))

    def leave(self) -> None:
        """Forget of what kind the way is to be, unless its value still waits to be put right."""
        if not self._host.draft(self._page.key("way/value")):
            self._host.session.drafts.drop(self._page.key(_KIND))
