"""A page of one support: what all of them share."""

from dataclasses import replace

import flet as ft

from app import words
from app.domain.errors import DomainError
from app.domain.support import Support
from app.session.support import SupportVerbs
from app.ui.screen import Place
from app.ui.screens.kept_page import Fields, KeptPage


def why(error: DomainError) -> str:
    """The sentence for a value that a support or a way to reach it cannot have."""
    sentences = {
        ("name", "blank"): words.support.blank,
        ("value", "blank"): words.support.blank_value,
        ("value", "no_number"): words.support.no_number,
        ("value", "no_email"): words.support.no_email,
    }
    return sentences.get((error.field, error.rule), words.shell.too_long)


class SupportPage(KeptPage[Support]):
    """A page of the support with this id."""

    place = Place.SUPPORTS
    stem = "support"
    listed = "/supports"

    @property
    def verbs(self) -> SupportVerbs:
        """What is done with supports."""
        return self.host.session.supports

    @property
    def list_title(self) -> str:
        """What the list of supports is called."""
        return words.support.title

    def why(self, error: DomainError) -> str:
        """The sentence for a value that a support cannot have."""
        return why(error)

    @property
    def title(self) -> str:
        """The heading."""
        support = self.support
        return support.name if support else words.support.title

    @property
    def support(self) -> Support | None:
        """The support as it is now, or None if it is gone."""
        return self.thing

    def hope_text(self, name: str, *, hint: str | None = None) -> ft.TextField:
        """A field for a text of what is said of the support as a hope, by the name of that text."""

        def change(support: Support, text: str) -> Fields:
            said: Fields = {name: text}
            return {"hope": replace(support.hope, **said)}

        label = getattr(words.support_hope, name)
        return self.text(
            f"hope/{name}", label, lambda one: str(getattr(one.hope, name)), change, lines=2, hint=hint
        )
