"""The plan as a whole: when it was read through, with whom it was written, and its versions."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

import flet as ft

from app import words
from app.domain.errors import DomainError
from app.domain.safety_plan import SafetyPlan
from app.session import Session
from app.ui.screen import Host, Place, Screen
from app.ui.theme import INSIDE
from app.ui.widgets import button
from app.ui.widgets.card import fill, stack
from app.ui.widgets.door_row import door_row
from app.ui.widgets.draft_field import draft_field
from app.ui.widgets.text import body, heading, quiet

_NAMES = "safety_plan/made_with"
_MONTHS = {"1": 1, "3": 3, "6": 6, "none": None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """An earlier version in the list."""

    path: str
    name: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What the screen shows. ``can_begin`` says whether something has changed since the latest version was kept."""

    version: int
    read: str
    again: str
    can_begin: bool
    earlier: tuple[Earlier, ...]


def about(session: Session) -> About:
    """Gather what the screen shows."""
    plan, versions = session.safety_plan.plan, session.plan_versions
    newest = versions.all[0] if versions.all else None
    return About(
        version=plan.version,
        read=read_on(plan),
        again=_again(plan.read_again_on, session.now().date()),
        can_begin=newest is None or not versions.since(newest).none,
        earlier=tuple(
            Earlier(
                path=f"/plan/version/{one.id}",
                name=words.plan_version.earlier.format(n=one.plan.version),
                about=kept_on(one.created_at),
            )
            for one in versions.all
        ),
    )


def read_on(plan: SafetyPlan) -> str:
    """The sentence that says when a plan was read through."""
    last = plan.last_read_through
    said = words.plan_version
    return said.read_on.format(date=words.moment.day(last)) if last else said.not_read


def _again(day: date | None, today: date) -> str:
    if day is None:
        return ""
    if day > today:
        return words.plan_version.again_from.format(date=words.moment.day(day))
    return words.plan_version.again_on.format(date=words.moment.day(day))


def kept_on(when: datetime) -> str:
    """The words for when a version was kept."""
    return words.plan_version.kept_on.format(date=words.moment.day(when.date()))


def mark_read(host: Host) -> bool:
    """Say that the plan was read through today, with a way to take that back. False if it could not be saved."""
    undo = host.attempt(host.session.safety_plan.read_through)
    if undo is not None:
        host.say(words.plan_version.noted, undo)
    return undo is not None


class PlanAboutScreen(Screen):
    """Changes what is said of the plan as a whole, and begins its next version."""

    place = Place.PLAN

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._reading, self._versions = stack(), stack()

    @property
    def title(self) -> str:
        """The heading."""
        return words.plan_version.title

    def content(self) -> ft.Control:
        """Lay out the dates, the names and the versions."""
        said = words.plan_version
        shown = about(self.host.session)
        self._reading.controls = self._dates(shown)
        self._versions.controls = self._numbers(shown)
        made_with = ", ".join(self.host.session.safety_plan.plan.made_with)
        names = draft_field(
            self.host, _NAMES, said.names, made_with, hint=said.names_help, left=self.leave, submit=self.leave
        )
        return stack(
            heading(said.reading),
            self._reading,
            heading(said.written_with),
            names,
            heading(said.versions),
            self._versions,
        )

    # ------------------------------------------------------------ reading it through

    def _dates(self, shown: About) -> list[ft.Control]:
        said = words.plan_version
        read = button.second_button(said.read_today, self._mark_read, icon=ft.Icons.CHECK)
        days = [
            button.line_button(said.when[key], partial(self._again_in, months))
            for key, months in _MONTHS.items()
            if months or shown.again
        ]
        return [
            body(shown.read),
            button.buttons(read),
            *([body(shown.again)] if shown.again else []),
            quiet(said.again_help),
            stack(*days, spacing=0),
        ]

    def _mark_read(self) -> None:
        if mark_read(self.host):
            self._show_dates()

    def _again_in(self, months: int | None) -> None:
        if self.host.attempt(lambda: self.host.session.safety_plan.read_again_in(months)) is not None:
            self._show_dates()

    def _show_dates(self) -> None:
        fill(self._reading, *self._dates(about(self.host.session)))

    # ------------------------------------------------------------ with whom

    def leave(self) -> None:
        """Save the names that were being typed."""
        plan = self.host.session.safety_plan
        before = ", ".join(plan.plan.made_with)
        typed = self.host.draft(_NAMES, before)
        if typed != before:
            names = tuple(name for part in typed.split(",") if (name := part.strip()))
            try:
                if self.host.attempt(lambda: plan.change(made_with=names)) is None:
                    return
            except DomainError:
                self.host.say(words.shell.too_long)
                return
        self.host.session.drafts.drop(_NAMES)

    # ------------------------------------------------------------ versions

    def _numbers(self, shown: About) -> list[ft.Control]:
        said = words.plan_version
        begin = button.buttons(button.second_button(said.begin, self._begin, icon=ft.Icons.ADD))
        same = quiet(said.unchanged.format(n=self._latest)) if shown.earlier else None
        rows = [self._row(one) for one in shown.earlier]
        return [
            body(said.number.format(n=shown.version)),
            quiet(said.what),
            *([begin] if shown.can_begin else [same] if same else []),
            *([stack(*rows, spacing=INSIDE)] if rows else []),
        ]

    @property
    def _latest(self) -> int:
        return self.host.session.plan_versions.all[0].plan.version

    def _row(self, one: Earlier) -> ft.Control:
        return door_row(one.name, one.about, lambda: self.host.go(one.path))

    def _begin(self) -> None:
        undo = self.host.attempt(self.host.session.plan_versions.begin)
        if undo is not None:
            now = self.host.session.safety_plan.plan.version
            fill(self._versions, *self._numbers(about(self.host.session)))
            self.host.say(words.plan_version.begun.format(n=now - 1, next=now), undo)
