"""A wallet card of the plan: which lines stand on it, what each side says, and what has no room."""

from dataclasses import replace
from functools import partial

import flet as ft

from app import words
from app.domain.ids import Id
from app.domain.plan_copy import Form, TrustedPeer
from app.domain.safety_plan import chosen_only
from app.exports.card_layout import Card, CardRow, card_of
from app.exports.document import PlanDocument, heading_of
from app.exports.layout import Role
from app.store.emergency import emergency_numbers
from app.ui.screen import Host
from app.ui.screens.not_printable import not_printable
from app.ui.screens.safety_plan_copy import PlanCopyScreen
from app.ui.screens.safety_plan_sharing import nobody
from app.ui.widgets import choice
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.item import shown_items
from app.ui.widgets.text import announced, body, heading, own_words, quiet, subheading


def number_of(region: str) -> str:
    """The emergency numbers of a region, as they stand on a card; empty where none is known."""
    said = words.hard_time
    return "   ".join(
        said.call_emergency.format(service=said.services_called[one.service], number=one.number)
        for one in emergency_numbers().get(region, ())
    )


class PlanCardScreen(PlanCopyScreen):
    """Chooses the lines, none at first. Nothing is saved while one of them has no room."""

    def __init__(self, host: Host, peer: str) -> None:
        super().__init__(host, peer)
        self._form = Form.CARD
        self._with_number = False
        self._preview = stack()

    @property
    def title(self) -> str:
        """The heading."""
        return words.plan_copy.card_title

    def _begin(self) -> list[ft.Control]:
        copies, said = self.host.session.plan_copies, words.plan_copy
        peer = copies.peer(self._id)
        if peer is None:
            return [nobody(self.host)]
        if not copies.chosen(peer):
            return [body(words.export.nothing_chosen)]
        self._show(peer)
        return [
            card(*map(body, words.export.not_locked)),
            body(said.card_intro),
            *self._choices(peer),
            heading(said.card_shown),
            self._preview,
            self._below,
        ]

    # ------------------------------------------------------------ choosing

    def _choices(self, peer: TrustedPeer) -> list[ft.Control]:
        session = self.host.session
        chosen = session.plan_copies.chosen(peer)
        plan = chosen_only(session.safety_plan.plan, chosen)
        groups = [(words.safety_plan.one_line, [(plan.id, plan.one_line)])] if plan.one_line else []
        for part in plan.parts:
            shown = shown_items(part.items, session)
            groups.append((heading_of(part), [(one.item.id, one.name) for one in shown]))
        if peer.id in chosen:
            groups.append((words.support_more.agreement, [(peer.id, words.plan_writing.agreed)]))
        number = number_of(self.host.settings.region)
        asked = words.plan_copy.card_number.format(number=number)
        return [
            *(self._group(peer, name, lines) for name, lines in groups),
            *(
                [choice.yes_or_no(asked, self._with_number, partial(self._add_number, peer))]
                if number
                else []
            ),
        ]

    def _group(self, peer: TrustedPeer, name: str, lines: list[tuple[Id, str]]) -> ft.Control:
        on = self.host.session.plan_copies.on_card(peer)
        return card(
            subheading(name),
            *(choice.check(line, one in on, partial(self._tick, peer, one)) for one, line in lines),
            spacing=4,
        )

    def _tick(self, peer: TrustedPeer, one: Id, on: bool) -> bool:
        verb = self.host.session.plan_copies.put_on_card
        kept = self.host.attempt(lambda: verb(peer, (one,), on=on))
        if kept is not None:
            self._show(kept)
        return kept is not None

    def _add_number(self, peer: TrustedPeer, on: bool) -> None:
        self._with_number = on
        self._show(peer)

    # ------------------------------------------------------------ what stands on it

    def _show(self, peer: TrustedPeer) -> None:
        said = words.plan_copy
        document = self._document(peer)
        if document.is_empty:
            fill(self._preview, announced(said.card_empty))
            fill(self._below)
            return
        made = card_of(document)
        fill(self._preview, *_said(made, not_printable(document, also_as_text=True)))
        fill(self._below, *([] if made.unfit else self._onward(peer, document)))

    def _document(self, peer: TrustedPeer) -> PlanDocument:
        document = self.host.session.plan_copies.document(peer, Form.CARD)
        number = number_of(self.host.settings.region) if self._with_number else ""
        return replace(document, emergency=number)


def _said(made: Card, signs: list[ft.Control]) -> list[ft.Control]:
    said = words.plan_copy
    if made.unfit:
        told = [announced(said.card_full), card(*map(own_words, made.unfit)), body(said.card_full_help)]
    else:
        told = [announced(said.card_fits)]
    return [*told, *signs, *(_side(made, number) for number in range(len(made.sides)))]


def _side(made: Card, number: int) -> ft.Control:
    rows = made.sides[number]
    lines = [_row(row) for row in rows if row.paragraph] or [quiet(words.plan_copy.card_blank)]
    paper = card(subheading(words.plan_copy.card_side.format(n=number + 1)), *lines, spacing=2)
    paper.bgcolor, paper.border = ft.Colors.SURFACE, ft.Border.all(1, ft.Colors.OUTLINE)
    return paper


def _row(row: CardRow) -> ft.Text:
    return body(row.paragraph) if row.role is Role.TEXT else quiet(row.paragraph)
