"""Giving and receiving over time: a picture of what was noted, the same in words, and what I can and can't do."""

from collections.abc import Iterator
from dataclasses import dataclass

import flet as ft

from app import words
from app.domain.exchange import ExchangeWay, Given
from app.domain.ids import Id
from app.domain.patterns import FEWEST
from app.domain.support import Support
from app.session import Session
from app.session.giving import PERIODS, Giving, giving
from app.session.patterns import Period
from app.ui.screen import GIVING, MEETINGS, Host, Place, Screen
from app.ui.shell import RAIL_FROM, text_width
from app.ui.theme import AROUND, BETWEEN, INSIDE
from app.ui.widgets import button, choice
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.in_parts import in_parts
from app.ui.widgets.picture_card import NO, YES, picture_card, words_first
from app.ui.widgets.picture_giving import giving_picture
from app.ui.widgets.rows import rows, way
from app.ui.widgets.text import body, heading, own_words, quiet, row_name
from app.words.direction import is_right_to_left

_PERIOD, _AS_TEXT = "giving/period", "giving/as_text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A support: where its own page of giving and receiving is, and what is known of both ways."""

    path: str
    name: str
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """What a person said of their limits with a support, and where that can be changed."""

    path: str
    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What the page shows; of all supports, or of one. ``seen`` is None where it is switched off.

    ``known`` is what was said of both ways of that one support, ``limits`` what was said of limits with each.
    """

    seen: Giving | None
    known: tuple[str, ...]
    supports: tuple[Row, ...]
    limits: tuple[Limit, ...]


def shown(session: Session, period: Period, support: Support | None = None) -> Shown:
    """Gather what the page shows."""
    of = session.supports.all if support is None else (support,)
    limits = tuple(
        Limit(path=f"/support/agreed/{one.id}", name=one.name, text=text)
        for one in of
        if (text := one.agreement.my_limits.strip())
    )
    if not session.preferences.now.giving:
        return Shown(seen=None, known=(), supports=(), limits=limits)
    meetings = session.meetings.all if support is None else session.meetings.with_support(support.id)
    today = session.now().date()
    return Shown(
        seen=giving(meetings, period, today, name=support.name if support else ""),
        known=exchanged(support) if support else (),
        supports=tuple(_rows(session)) if support is None else (),
        limits=limits,
    )


def exchanged(support: Support) -> tuple[str, ...]:
    """Return what comes from a support and what goes to it, a sentence each, as far as that was said."""
    more = words.support_more
    told = []
    for side, said in ((ExchangeWay.I_RECEIVE, more.received), (ExchangeWay.I_GIVE, more.given)):
        names = [
            one.example.strip() if one.what is Given.OTHER else said[one.what]
            for one in support.exchanges
            if one.way is side
        ]
        if names:
            told.append(words.giving.exchange.format(way=more.ways[side], said=", ".join(names)))
    return tuple(told)


def _rows(session: Session) -> Iterator[Row]:
    """The supports of whom anything is known, each by its page."""
    met = {one.support for meeting in session.meetings.all for one in meeting.with_whom}
    for support in session.supports.all:
        about = exchanged(support)
        if about or support.id in met:
            yield Row(path=path_of(support.id), name=support.name, about=about)


def path_of(support: Id) -> str:
    """Return where giving and receiving with a support is shown."""
    return f"{GIVING}/{support}"


class GivingScreen(Screen):
    """Draws what is chosen, of everyone or of one support. The period and the switch for text are drafts of the window."""

    place = Place.PATTERNS

    def __init__(self, host: Host, support: str = "") -> None:
        super().__init__(host)
        self._id = Id(support) if support else None
        self._body = stack()

    @property
    def title(self) -> str:
        """The heading."""
        support = self._support
        return words.giving.title_with.format(name=support.name) if support else words.giving.title

    @property
    def _support(self) -> Support | None:
        return self.host.session.supports.one(self._id) if self._id else None

    @property
    def _period(self) -> Period:
        return Period.EVERYTHING if self.host.draft(_PERIOD) == Period.EVERYTHING else Period.YEAR

    def content(self) -> ft.Control:
        """Lay out the page, or say that the support is gone."""
        if self._id and self._support is None:
            return stack(body(words.shell.not_found))
        self._body.controls = self._laid_out()
        return self._body

    def _laid_out(self) -> list[ft.Control]:
        said, support = words.giving, self._support
        now = shown(self.host.session, self._period, support)
        switch = choice.yes_or_no(said.show, now.seen is not None, self._turn)
        if now.seen is None:
            return [switch, card(body(said.off)), *self._limits(now)]
        periods = [(one.value, said.periods[one]) for one in PERIODS]
        return [
            quiet(said.intro),
            choice.one_of(words.patterns.period, periods, self._period, self._choose),
            choice.yes_or_no(words.patterns.as_text, self._as_text, self._read),
            *self._drawn(now.seen),
            rows(way(words.meeting.title, lambda: self.host.go(MEETINGS), icon=ft.Icons.GROUPS_OUTLINED)),
            *([card(*map(body, now.known))] if now.known else []),
            *self._supports(now),
            *self._limits(now),
            switch,
        ]

    # ------------------------------------------------------------ what is asked

    @property
    def _as_text(self) -> bool:
        return words_first(self.host, _AS_TEXT)

    def _again(self) -> None:
        fill(self._body, *self._laid_out())

    def _choose(self, period: str) -> None:
        self.host.keep_draft(_PERIOD, period)
        self._again()

    def _read(self, as_text: bool) -> None:
        self.host.keep_draft(_AS_TEXT, YES if as_text else NO)
        self._again()

    def _turn(self, on: bool) -> bool:
        preferences = self.host.session.preferences
        kept = self.host.attempt(lambda: preferences.change(giving=on)) is not None
        if kept:
            self._again()
        return kept

    # ------------------------------------------------------------ what is shown

    def _drawn(self, seen: Giving) -> list[ft.Control]:
        said = words.giving
        if not seen.enough:
            longer = [quiet(said.longer)] if self._period is Period.YEAR and seen.meetings else []
            so_far = said.so_far(seen.meetings) if seen.meetings else said.none_so_far
            return [card(body(said.fewest.format(fewest=FEWEST)), body(so_far), *longer)]
        picture = picture_card(
            said.over_time,
            seen.facts,
            lambda: giving_picture(seen.over, self._room, mirrored=is_right_to_left()),
            help_=said.help[seen.over.unit],
            as_text=self._as_text,
        )
        return [body(seen.in_all), picture]

    def _supports(self, now: Shown) -> list[ft.Control]:
        def row(one: Row) -> ft.Control:
            return button.onward_row(
                row_name(one.name),
                *map(quiet, one.about),
                press=lambda: self.host.go(one.path),
                name=" ".join((words.giving.open_one.format(name=one.name), *one.about)),
            )

        if not now.supports:
            return []
        return [heading(words.giving.with_each), in_parts(now.supports, row, words.meeting.show_more)]

    def _limits(self, now: Shown) -> list[ft.Control]:
        said = words.giving
        if not now.limits:
            return [heading(said.limits), stack(*map(quiet, said.no_limits), spacing=0)]
        return [
            heading(said.limits),
            quiet(said.limits_help),
            in_parts(now.limits, self._limit, words.meeting.show_more),
        ]

    def _limit(self, one: Limit) -> ft.Control:
        with_whom = words.giving.limits_with.format(name=one.name)
        return button.onward_row(
            quiet(with_whom),
            own_words(one.text),
            press=lambda: self.host.go(one.path),
            name=f"{with_whom}: {one.text}",
        )

    @property
    def _room(self) -> float:
        side = AROUND if self.host.width >= RAIL_FROM else BETWEEN
        return text_width(self.host.width, railed=True) - 2 * side - 2 * BETWEEN - INSIDE
