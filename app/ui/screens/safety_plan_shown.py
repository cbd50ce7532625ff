"""The plan alone on the screen, to hand the device over. The vault is locked behind it, and nothing here leads back in."""

from dataclasses import replace

import flet as ft

from app import words
from app.exports.document import PlanDocument
from app.ui.screen import Host, Screen
from app.ui.theme import AROUND
from app.ui.widgets.card import stack
from app.ui.widgets.plan_text import LARGE, plan_text


class ShownPlanScreen(Screen):
    """One copy, large. It knows the document alone: of the session it came from nothing is left."""

    bare = True

    def __init__(self, host: Host, *, document: PlanDocument) -> None:
        super().__init__(host)
        self._document = document

    @property
    def title(self) -> str:
        """The heading: it names nobody."""
        return words.plan_copy.screen_title

    def content(self) -> ft.Control:
        """Lay out the text. Numbers are text too: a press on this page calls nobody."""
        document = replace(self._document, closing="")  # it is of copies that grow old with somebody
        return stack(*plan_text(document, LARGE), spacing=AROUND)

    def close(self) -> None:
        """Put it away: there is only the door then."""
        self.host.leave_alone()
