"""A text alone on the screen, to hand the device over. The vault is locked behind it, and nothing here leads back in."""

from dataclasses import replace

import flet as ft

from app.exports.document import PlanDocument
from app.ui.screen import Host, Screen
from app.ui.theme import AROUND
from app.ui.widgets.card import stack
from app.ui.widgets.plan_text import LARGE, plan_text


class ShownTextScreen(Screen):
    """One copy, large, under a title that names nobody. It knows the document alone: of the session it came from nothing is left."""

    bare = True

    def __init__(self, host: Host, *, document: PlanDocument, called: str) -> None:
        super().__init__(host)
        self._document, self._called = document, called

    @property
    def title(self) -> str:
        """The heading."""
        return self._called

    def content(self) -> ft.Control:
        """Lay out the text. Numbers are text too: a press on this page calls nobody."""
        document = replace(self._document, closing="")  # it is of copies that grow old with somebody
        return stack(*plan_text(document, LARGE), spacing=AROUND)

    def close(self) -> None:
        """Put it away: there is only the door then."""
        self.host.leave_alone()
