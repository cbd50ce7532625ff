"""Whom the plan is shown to: everyone who was chosen so far, what they have, and who else could be."""

from dataclasses import dataclass
from functools import partial

import flet as ft

from app import words
from app.domain.kept import LONGEST_LINE
from app.domain.plan_copy import PlanCopy, TrustedPeer
from app.domain.support import Support, SupportKind
from app.session import Session
from app.ui.screen import Host, Place, Screen
from app.ui.theme import INSIDE
from app.ui.widgets import button
from app.ui.widgets.card import fill, stack
from app.ui.widgets.door_row import door_row
from app.ui.widgets.draft_field import draft_field
from app.ui.widgets.text import announced, body, heading

_NAME = "plan_copy/name"
_WHO = (SupportKind.PERSON, SupportKind.GROUP, SupportKind.COMMUNITY, SupportKind.SERVICE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One peer: their name, what they have, and the path to what is chosen for them."""

    name: str
    about: str
    path: str


def path_of(peer: TrustedPeer) -> str:
    """Where what a peer is shown is chosen."""
    return f"/plan/share/{peer.id}"


def copy_said(copy: PlanCopy) -> str:
    """A copy by its form, its day and the version of the plan."""
    said = words.plan_copy
    day = words.moment.day(copy.created_at.date())
    return said.made.format(form=said.forms[copy.form], day=day, version=copy.version)


def given_said(copy: PlanCopy) -> str:
    """Whether they have it, as far as the person said so."""
    said = words.plan_copy
    if not copy.form.is_file:
        return said.was_shown
    return said.not_given if copy.given_on is None else said.given.format(day=words.moment.day(copy.given_on))


def rows(session: Session) -> tuple[Row, ...]:
    """Everyone who was chosen so far."""
    return tuple(
        Row(name=session.plan_copies.name_of(peer), about=_about(session, peer), path=path_of(peer))
        for peer in session.plan_copies.peers
    )


def others(session: Session) -> tuple[Support, ...]:
    """Supports that someone can be shown a plan at, and who were not chosen yet."""
    return tuple(
        one for one in session.supports.all if one.kind in _WHO and session.plan_copies.peer(one.id) is None
    )


def _about(session: Session, peer: TrustedPeer) -> str:
    said, copies = words.plan_copy, session.plan_copies.of(peer)
    if not copies:
        return said.nothing_made
    newest = next((copy for copy in copies if copy.form.is_file), copies[0])
    state = said.changed if session.plan_copies.is_older(newest, peer) else given_said(newest)
    return said.row.format(made=copy_said(newest), state=state)


class PlanPeersScreen(Screen):
    """Lists everyone, and adds someone: a support with one press, or a name."""

    place = Place.PLAN

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._said = stack()

    @property
    def title(self) -> str:
        """The heading."""
        return words.plan_copy.title

    def content(self) -> ft.Control:
        """Lay out who is there and who could be."""
        said, session = words.plan_copy, self.host.session
        if session.safety_plan.plan.is_empty:
            return stack(body(said.nothing_written))
        known = [door_row(row.name, row.about, partial(self.host.go, row.path)) for row in rows(session)]
        adds = [
            button.second_button(said.show_to.format(name=one.name), partial(self._add_support, one))
            for one in others(session)
        ]
        return stack(
            body(said.intro),
            stack(*known, spacing=INSIDE),
            heading(said.others),
            *([button.pile(*adds)] if adds else []),
            draft_field(self.host, _NAME, said.other_name, submit=self._add),
            self._said,
            button.buttons(button.second_button(said.add, self._add, icon=ft.Icons.ADD)),
        )

    def _add_support(self, support: Support) -> None:
        self._open(self.host.attempt(lambda: self.host.session.plan_copies.add_support(support)))

    def _add(self) -> None:
        name = self.host.draft(_NAME).strip()
        if not name:
            fill(self._said, announced(words.plan_copy.name_blank))
        elif len(name) > LONGEST_LINE:
            fill(self._said, announced(words.shell.too_long))
        else:
            self._open(self.host.attempt(lambda: self.host.session.plan_copies.add(name)))

    def _open(self, peer: TrustedPeer | None) -> None:
        if peer is not None:
            self.host.session.drafts.drop(_NAME)
            self.host.go(path_of(peer))
