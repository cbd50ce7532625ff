"""What a person and a support have agreed: whether, when and how to ask, and where the limits are."""

from dataclasses import replace
from enum import StrEnum

import flet as ft

from app import words
from app.domain.agreement import Agreement, Answer, Consent
from app.domain.kept import Share
from app.domain.support import Support
from app.ui.screens.kept_page import Fields
from app.ui.screens.support_page import SupportPage
from app.ui.widgets import choice
from app.ui.widgets.card import stack
from app.ui.widgets.text import body, heading, quiet
from app.words.said import Choices

_TEXTS = ("when_ok", "how_ok", "please_not", "asked_of_me", "my_limits")


class SupportAgreementScreen(SupportPage):
    """Changes what was agreed with one support."""

    def page_of(self, support: Support) -> ft.Control:
        """Lay out the two questions and the texts."""
        more, agreed = words.support_more, support.agreement
        return stack(
            body(more.agreement_help),
            quiet(words.support.as_you_go),
            heading(more.knows),
            self._answer("knows", more.knows, Answer, agreed.knows, more.knows_answers),
            heading(more.may_contact),
            self._answer(
                "may_contact",
                more.may_contact,
                Consent,
                agreed.may_contact,
                more.may_contact_answers,
            ),
            heading(more.agreed),
            *(self._text(name) for name in _TEXTS),
            choice.yes_or_no(more.share_agreement, agreed.share is Share.MAY_BE_SHARED, self._share),
            quiet(more.share_agreement_help),
            self.done(self.host.back),
        )

    def _answer(
        self, name: str, label: str, kind: type[StrEnum], now: StrEnum | None, said: Choices
    ) -> ft.Control:
        options = [(value, said[value]) for value in (*kind, "")]
        return choice.one_of(
            label,
            options,
            now or "",
            lambda value: self._agree(name, kind(value) if value else None),
        )

    def _share(self, on: bool) -> bool:
        return self._agree("share", Share.MAY_BE_SHARED if on else Share.ONLY_ME)

    def _agree(self, name: str, answer: StrEnum | None) -> bool:
        support = self.support
        return support is not None and self.keep(agreement=_changed(support.agreement, name, answer))

    def _text(self, name: str) -> ft.TextField:
        def change(support: Support, text: str) -> Fields:
            return {"agreement": _changed(support.agreement, name, text)}

        label = words.support_more.agreements[name]
        return self.text(
            f"agreed/{name}", label, lambda one: str(getattr(one.agreement, name)), change, lines=2
        )


def _changed(agreement: Agreement, name: str, value: object) -> Agreement:
    return replace(agreement, **{name: value})  # type: ignore[arg-type]  # a field of it, by its name
