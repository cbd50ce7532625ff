"""What one person is shown of the plan: parts and items to choose from, and what they have already."""

from collections.abc import Collection
from functools import partial

import flet as ft

from app import words
from app.domain.errors import DomainError
from app.domain.ids import Id
from app.domain.kept import Share
from app.domain.plan_copy import TrustedPeer
from app.domain.safety_plan import PlanPart, SafetyPlan
from app.exports.document import heading_of
from app.ui.screen import Host, Place, Screen
from app.ui.screens.safety_plan_has import has
from app.ui.widgets import button, choice
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.draft_field import draft_field
from app.ui.widgets.item import shown_items
from app.ui.widgets.text import announced, body, heading, quiet, subheading


def nobody(host: Host) -> ft.Control:
    """What stands where someone was removed from the list."""
    back = button.second_button(words.plan_copy.title, lambda: host.go("/plan/share"))
    return stack(body(words.plan_copy.gone), button.buttons(back))


class PlanSharingScreen(Screen):
    """Chooses parts and items. What is marked only me is counted, never offered."""

    place = Place.PLAN

    def __init__(self, host: Host, peer: str) -> None:
        super().__init__(host)
        self._id = Id(peer)
        self._called = f"plan_copy/{peer}/called"
        self._has, self._body = stack(), stack()

    @property
    def _peer(self) -> TrustedPeer | None:
        return self.host.session.plan_copies.peer(self._id)

    @property
    def title(self) -> str:
        """Whom it is for."""
        peer = self._peer
        return words.plan_copy.title if peer is None else self.host.session.plan_copies.name_of(peer)

    def content(self) -> ft.Control:
        """Lay out what they have and the choice."""
        peer = self._peer
        if peer is None:
            return nobody(self.host)
        self._body.controls = self._laid_out(peer)
        self._has.controls = has(self.host, peer)
        return stack(self._has, self._body, self._forget_button(peer))

    def _laid_out(self, peer: TrustedPeer) -> list[ft.Control]:
        plan = self.host.session.safety_plan.plan
        open_ids = self.host.session.plan_copies.offered(peer)
        if not open_ids:
            doors = [
                button.second_button(
                    words.plan_writing.open_part.format(name=heading_of(part)),
                    partial(self.host.go, f"/plan/part/{part.id}"),
                )
                for part in plan.parts
                if part.items
            ]
            nothing = words.plan_writing.nothing_shareable if doors else words.plan_writing.nothing_to_read
            return [body(nothing), button.buttons(*doors)]
        taken = self.host.session.plan_copies.chosen(peer)
        everything = taken == open_ids
        all_or_none = button.second_button(
            words.plan_writing.take_none if everything else words.plan_writing.take_all,
            lambda: self._take(open_ids, on=not everything),
        )
        self._below = stack(self._onward())
        return [
            body(words.export.intro),
            button.buttons(all_or_none),
            *self._one_line(plan, open_ids, taken),
            *(self._part(part, open_ids, taken) for part in plan.parts if part.items and not part.hidden),
            *self._agreed(peer, open_ids, taken),
            heading(words.export.called),
            draft_field(self.host, self._called, words.export.called, peer.called, left=self.leave),
            quiet(words.export.called_help),
            self._below,
        ]

    def _onward(self) -> ft.Control:
        return button.pile(
            button.main_button(words.plan_writing.preview, self._preview, icon=ft.Icons.VISIBILITY_OUTLINED)
        )

    def _one_line(self, plan: SafetyPlan, open_ids: frozenset[Id], taken: frozenset[Id]) -> list[ft.Control]:
        if plan.id not in open_ids:
            return []
        return [
            card(
                subheading(words.safety_plan.one_line),
                choice.check(plan.one_line, plan.id in taken, partial(self._tick, plan.id)),
            )
        ]

    def _agreed(self, peer: TrustedPeer, open_ids: frozenset[Id], taken: frozenset[Id]) -> list[ft.Control]:
        if peer.id not in open_ids:
            return []
        tick = choice.check(words.plan_writing.agreed, peer.id in taken, partial(self._tick, peer.id))
        return [card(subheading(words.support_more.agreement), tick)]

    def _part(self, part: PlanPart, open_ids: frozenset[Id], taken: frozenset[Id]) -> ft.Control:
        shown = shown_items(part.items, self.host.session)
        offered = [one for one in shown if one.item.id in open_ids]
        ids = [one.item.id for one in offered]
        back = sum(one.item.share is Share.ONLY_ME for one in shown)
        name = heading_of(part)
        lines: list[ft.Control] = [subheading(name)]
        if len(offered) > 1:
            whole = words.plan_writing.whole_part.format(name=name)
            lines.append(choice.check(whole, taken.issuperset(ids), lambda on: self._take(ids, on=on)))
        lines += [
            choice.check(
                one.name,
                one.item.id in taken,
                partial(self._tick, one.item.id),
            )
            for one in offered
        ]
        if back:
            lines.append(quiet(words.plan_writing.stay_back(back)))
        return card(*lines, spacing=4)

    def _tick(self, one: Id, on: bool) -> None:
        """Choose one thing or not; the box that was pressed shows it already."""
        if not self._choose((one,), on=on):
            self._again()

    def _take(self, ids: Collection[Id], *, on: bool) -> None:
        self._choose(ids, on=on)
        self._again()

    def _choose(self, ids: Collection[Id], *, on: bool) -> bool:
        peer = self._peer
        verb = self.host.session.plan_copies.choose
        chosen = None if peer is None else self.host.attempt(lambda: verb(peer, ids, on=on))
        if chosen is not None:
            fill(self._has, *has(self.host, chosen))
        return chosen is not None

    def _again(self) -> None:
        peer = self._peer
        if peer is not None:
            fill(self._body, *self._laid_out(peer))

    def _preview(self) -> None:
        self.leave()
        peer = self._peer
        if peer is not None and self.host.session.plan_copies.chosen(peer):
            self.host.go(f"/plan/share/preview/{self._id}")
        else:
            fill(self._below, announced(words.plan_writing.choose_first), self._onward())

    # ------------------------------------------------------------ the name on the copy

    def leave(self) -> None:
        """Save the name that was being typed."""
        peer = self._peer
        if peer is None:
            return
        text = self.host.draft(self._called, peer.called)
        if text == peer.called or self._keep_called(peer, text):
            self.host.session.drafts.drop(self._called)

    def _keep_called(self, peer: TrustedPeer, text: str) -> bool:
        try:
            verb = self.host.session.plan_copies.change
            return self.host.attempt(lambda: verb(peer, called=text.strip())) is not None
        except DomainError:
            self.host.say(words.shell.too_long)
            return False

    # ------------------------------------------------------------ no longer

    def _forget_button(self, peer: TrustedPeer) -> ft.Control:
        name = self.host.session.plan_copies.name_of(peer)
        return button.buttons(
            button.erase_button(words.plan_copy.forget.format(name=name), partial(self._forget, peer, name))
        )

    def _forget(self, peer: TrustedPeer, name: str) -> None:
        undo = self.host.attempt(lambda: self.host.session.plan_copies.forget(peer))
        if undo is not None:
            self.host.session.drafts.drop(self._called)
            self.host.go("/plan/share")
            self.host.say(words.plan_copy.forgotten.format(name=name), undo)
