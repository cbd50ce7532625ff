"""What was suggested, as a list: a day that was noted and has come is said quietly."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

import flet as ft

from app import words
from app.domain.errors import DomainError
from app.domain.ids import Id
from app.domain.referral import Referral
from app.session import Session
from app.ui.screen import Host, Place, Screen
from app.ui.screens.kept_by_topic import ByTopic
from app.ui.widgets import button
from app.ui.widgets.card import fill, stack
from app.ui.widgets.in_parts import in_parts
from app.ui.widgets.text import body, quiet, row_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One referral in the list. ``day`` is said on a line of its own: the day that was noted, or that it has come."""

    id: str
    name: str
    about: str
    day: str


def lines(session: Session, holds: Callable[[tuple[Id, ...]], bool]) -> tuple[Line, ...]:
    """Gather what the list shows of the topics that it ``holds``, those with a day first."""
    today = session.now().date()
    return tuple(
        Line(id=one.id, name=one.service, about=" · ".join(_said(one)), day=_day(one, today))
        for one in session.referrals.all
        if holds(one.topics)
    )


def _said(referral: Referral) -> Iterable[str]:
    said = words.referral
    yield said.states[referral.state]
    if referral.cost is not None:
        yield said.costs[referral.cost]


def _day(referral: Referral, today: date) -> str:
    said, day = words.referral, referral.next_day
    if day is None:
        return ""
    if referral.has_come(today):
        return said.day_has_come.format(day=words.moment.day(day))
    return said.day_of.format(day=words.moment.day(day))


def why(error: DomainError) -> str:
    """The sentence for a value that a referral cannot have."""
    sentences = {
        ("service", "blank"): words.referral.blank,
        ("someone", "blank"): words.referral.blank_person,
        ("value", "no_number"): words.support.no_number,
        ("value", "no_email"): words.support.no_email,
    }
    return sentences.get((error.field, error.rule), words.shell.too_long)


class ReferralsScreen(Screen):
    """Lists what was suggested."""

    place = Place.GROWING

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._list = stack()
        self._by_topic = ByTopic(host, "referral/topic", lambda: fill(self._list, *self._listed()))

    @property
    def title(self) -> str:
        """The heading."""
        return words.referral.title

    def content(self) -> ft.Control:
        """Lay out the list."""
        said, known = words.referral, self.host.session.referrals.all
        add = button.buttons(
            button.main_button(said.add, lambda: self.host.go("/referral/new"), icon=ft.Icons.ADD)
        )
        if not known:
            return stack(body(said.empty), add)
        narrow = self._by_topic.laid_out(one.topics for one in known)
        self._list.controls = self._listed()
        return stack(quiet(said.intro), add, *narrow, self._list)

    def leave(self) -> None:
        """Forget what the list was narrowed to."""
        self._by_topic.drop()

    def _listed(self) -> list[ft.Control]:
        shown = lines(self.host.session, self._by_topic.holds)
        return [in_parts(shown, self._row, words.referral.show_more)] if shown else self._by_topic.none()

    def _row(self, line: Line) -> ft.Control:
        known = [one for one in (line.about, line.day) if one]
        return button.onward_row(
            row_name(line.name),
            *map(quiet, known),
            press=lambda: self.host.go(f"/referral/{line.id}"),
            name=", ".join((words.referral.open_one.format(name=line.name), *known)),
        )
