"""Who suggested a service, as a part of the page of a referral: a support, or a name."""

from functools import partial
from typing import Any

import flet as ft

from app import words
from app.domain.errors import DomainError
from app.domain.referral import Referral
from app.domain.someone import Someone
from app.domain.support import Support
from app.ui.screens.kept_page import KeptPage
from app.ui.theme import INSIDE
from app.ui.widgets import button, field
from app.ui.widgets.card import fill, stack
from app.ui.widgets.draft_field import draft_field
from app.ui.widgets.text import body, heading

_MOST_OFFERED = 6
_NAME = "suggested_by"


class SuggestedBy:
    """Shows who suggested it, and lets the person choose a support or write a name."""

    def __init__(self, page: KeptPage[Referral]) -> None:
        self._page, self._host = page, page.host
        self._place, self._matching = stack(), stack(spacing=INSIDE)

    def laid_out(self) -> list[ft.Control]:
        """The heading, and who it was, or the way to say so."""
        self._place.controls = self._shown()
        return [heading(words.referral.suggested_by), self._place]

    @property
    def begun(self) -> bool:
        """Whether a name stands in the field that is not added yet."""
        return bool(self._typed)

    @property
    def _typed(self) -> str:
        return self._host.draft(self._page.key(_NAME)).strip()

    def _shown(self) -> list[ft.Control]:
        said, thing = words.referral, self._page.thing
        someone = thing.suggested_by if thing else None
        name = self._host.session.vocabulary.someone(someone) if someone else ""
        if name:
            take_out = button.quiet_button(said.not_by, lambda: self._keep(None))
            return [body(said.by.format(name=name)), button.buttons(take_out)]
        self._new = draft_field(
            self._host,
            self._page.key(_NAME),
            said.suggested_by,
            hint=said.suggested_hint,
            submit=self.add,
            typed=self._again,
        )
        self._matching.controls = self._offered()
        return [self._new, self._matching]

    def _offered(self) -> list[ft.Control]:
        """Supports with these letters in their name, and the typed words as a name."""
        said, typed = words.referral, self._typed.casefold()
        found = [one for one in self._host.session.supports.all if typed in one.name.casefold()]
        picks = [
            button.second_button(said.is_from.format(name=one.name), partial(self._pick, one))
            for one in found[:_MOST_OFFERED]
        ]
        add = [button.second_button(said.add_name, self.add, icon=ft.Icons.ADD)] if typed else []
        return [button.buttons(*add, *picks)] if add or picks else []

    def _again(self) -> None:
        fill(self._matching, *self._offered())

    def _pick(self, support: Support) -> None:
        self._keep(Someone(support=support.id))

    def add(self) -> bool:
        """Keep the name that stands in the field; say beside it what is wrong with it."""
        try:
            return self._keep(Someone(name=self._typed))
        except DomainError as error:
            field.refuse(self._new, self._page.why(error))
            return False

    def _keep(self, someone: Someone | None) -> bool:
        fields: dict[str, Any] = {"suggested_by": someone}
        if not self._page.keep(**fields):
            return False
        self._host.session.drafts.drop(self._page.key(_NAME))
        fill(self._place, *self._shown())
        return True
