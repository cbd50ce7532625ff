"""What someone will see of the plan, word for word, and how much stays back and why."""

import flet as ft

from app import words
from app.domain.coping_tool import MayPassOn
from app.domain.ids import Id
from app.domain.plan_copy import TrustedPeer
from app.exports.document import PlanDocument, left_out
from app.ui.screen import Host, Place, Screen
from app.ui.screens.safety_plan_sharing import nobody
from app.ui.widgets import button
from app.ui.widgets.card import card, stack
from app.ui.widgets.plan_text import plan_text
from app.ui.widgets.text import body, heading, quiet


class PlanPreviewScreen(Screen):
    """Shows the copy word for word, and how much is left out and why."""

    place = Place.PLAN

    def __init__(self, host: Host, peer: str) -> None:
        super().__init__(host)
        self._peer = Id(peer)

    @property
    def title(self) -> str:
        """The heading."""
        return words.export.shown

    def content(self) -> ft.Control:
        """Lay out the copy and what it leaves out."""
        peer = self.host.session.plan_copies.peer(self._peer)
        if peer is None:
            return nobody(self.host)
        document = self.host.session.plan_copies.document(peer)
        if document.is_empty:
            return stack(body(words.export.nothing_chosen))
        onward = button.main_button(words.plan_copy.continue_, self._choose_form)
        left = self._left_out(self.host.session.plan_copies.chosen(peer))
        return stack(*self._ask_first(peer), _copy(document), *left, button.pile(onward))

    def _ask_first(self, peer: TrustedPeer) -> list[ft.Control]:
        """What the person said of coping tools in this copy: which stay back, and for which to ask first."""
        asked = self.host.session.plan_copies.tools_asked_about
        back, first = (", ".join(asked(peer, answer)) for answer in (MayPassOn.NO, MayPassOn.ASK))
        said = words.plan_copy
        return [
            *([body(said.tools_stay_back.format(names=back))] if back else []),
            *([body(said.tools_ask_first.format(names=first))] if first else []),
        ]

    def _choose_form(self) -> None:
        self.host.go(f"/plan/share/copy/{self._peer}")

    def _left_out(self, taken: frozenset[Id]) -> list[ft.Control]:
        left = left_out(self.host.session.safety_plan.plan, taken)
        if not left:
            return []
        lines = [
            ft.Column(
                [
                    body(one.heading),
                    quiet(f"{words.export.left_out_items(one.count)} · {words.export.reasons[one.reason]}"),
                ],
                spacing=0,
            )
            for one in left
        ]
        return [heading(words.export.left_out), card(*lines)]


def _copy(document: PlanDocument) -> ft.Control:
    """The copy as it will be read."""
    paper = card(*plan_text(document))
    paper.bgcolor, paper.border = ft.Colors.SURFACE, ft.Border.all(1, ft.Colors.OUTLINE)
    return paper
