"""What a list of check-ins is narrowed to: levels, feelings, supports, topics, time of day and dates."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time

import flet as ft

from app import words
from app.domain.check_in import MOOD_LEVELS
from app.domain.history import Wanted
from app.domain.ids import Id
from app.domain.own_word import WordKind
from app.domain.patterns import PARTS_OF_DAY
from app.session import Session
from app.ui.screen import Host
from app.ui.theme import BETWEEN, INSIDE
from app.ui.widgets import button
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.folded import folded
from app.ui.widgets.moment_picker import local_day
from app.ui.widgets.text import subheading

_NO_LEVEL = 0
_AFTER_SHORT_GROUPS = 2


@dataclass(slots=True)
class Narrowing:
    """What was chosen so far, by kind; of a kind with nothing chosen everything is wanted."""

    levels: set[str] = field(default_factory=set)
    feelings: set[str] = field(default_factory=set)
    supports: set[str] = field(default_factory=set)
    topics: set[str] = field(default_factory=set)
    parts: set[str] = field(default_factory=set)
    since: date | None = None
    until: date | None = None

    @property
    def ways(self) -> int:
        """In how many ways it narrows."""
        kinds = (self.levels, self.feelings, self.supports, self.topics, self.parts)
        return sum(map(bool, kinds)) + (self.since is not None or self.until is not None)

    def wanted(self, typed: str) -> Wanted:
        """What is wanted, together with words that were typed."""
        return Wanted(
            words=typed.strip(),
            levels=frozenset(map(int, self.levels)),
            feelings=frozenset(self.feelings),
            supports=frozenset(map(Id, self.supports)),
            topics=frozenset(map(Id, self.topics)),
            hours=frozenset(hour for part in self.parts for hour in PARTS_OF_DAY[part]),
            since=self.since,
            until=self.until,
        )


def narrowing_card(
    host: Host, narrowing: Narrowing, changed: Callable[[], object], done: Callable[[], object]
) -> ft.Control:
    """Everything that can be chosen. Each choice is told at once; ``done`` is called by who wants to see what is left."""
    groups = [
        _group(title, options, chosen, changed)
        for title, options, chosen in _groups(host.session, narrowing)
        if options
    ]
    dates = stack(subheading(words.history.dates), _dates(host, narrowing, changed), spacing=INSIDE)
    groups.insert(_AFTER_SHORT_GROUPS, dates)
    show = button.buttons(button.main_button(words.history.show_found, done))
    return card(*groups, show, spacing=BETWEEN)


def _group(
    title: str, options: list[tuple[str, str]], chosen: set[str], changed: Callable[[], object]
) -> ft.Control:
    """What can be chosen of one kind. A long list is first folded behind its title."""
    pick = _into(chosen, changed)
    return folded(lambda: subheading(title), title, options, lambda: chosen, pick, always_headed=False)


def _groups(session: Session, now: Narrowing) -> list[tuple[str, list[tuple[str, str]], set[str]]]:
    """Each kind with its words and what is chosen of it. Hidden words too: they may have been picked once."""
    called, said = session.vocabulary, words.history
    levels = [(str(level), called.level(level)) for level in reversed(MOOD_LEVELS)]
    return [
        (said.level, [*levels, (str(_NO_LEVEL), said.no_level)], now.levels),
        (said.part_of_day, [(part, said.parts_of_day[part]) for part in PARTS_OF_DAY], now.parts),
        (
            words.check_in.feelings,
            [(word.key, word.text) for word in called.list(WordKind.FEELING)],
            now.feelings,
        ),
        (said.support, [(one.id, one.name) for one in session.supports.all], now.supports),
        (words.check_in.topics, [(one.id, one.name) for one in session.topics.all], now.topics),
    ]


def _into(chosen: set[str], changed: Callable[[], object]) -> Callable[[str, bool], None]:
    def pick(key: str, on: bool) -> None:
        (chosen.add if on else chosen.discard)(key)
        changed()

    return pick


def _dates(host: Host, now: Narrowing, changed: Callable[[], object]) -> ft.Control:
    """The first and the last day, each chosen in the platform's picker."""
    place = stack()

    def chosen(**days: date | None) -> None:
        now.since = days.get("since", now.since)
        now.until = days.get("until", now.until)
        fill(place, buttons())
        changed()

    def buttons() -> ft.Control:
        said = words.history

        def named(day: date | None) -> str:
            return words.moment.day(day) if day is not None else said.any_day

        calendar = ft.Icons.CALENDAR_TODAY_OUTLINED
        return button.buttons(
            button.second_button(
                said.since.format(day=named(now.since)),
                lambda: pick_day(host, now.since, lambda day: chosen(since=day)),
                icon=calendar,
            ),
            button.second_button(
                said.until.format(day=named(now.until)),
                lambda: pick_day(host, now.until, lambda day: chosen(until=day)),
                icon=calendar,
            ),
            *(
                [button.quiet_button(said.any_dates, lambda: chosen(since=None, until=None))]
                if now.since or now.until
                else []
            ),
        )

    place.controls = [buttons()]
    return place


def pick_day(host: Host, shown: date | None, picked: Callable[[date], object]) -> None:
    """Let the platform's picker ask for a day that has come."""

    def told(event: ft.Event[ft.DatePicker]) -> None:
        day = event.control.value
        if isinstance(day, datetime):
            picked(local_day(day))

    now = host.session.now()
    months = host.session.history.months()
    first = datetime.combine(date.fromisoformat(f"{months[0]}-01"), time(), now.tzinfo) if months else now
    value = datetime.combine(shown, time(12), now.tzinfo) if shown else now
    host.show(
        ft.DatePicker(value=value, first_date=min(first, value), last_date=max(now, value), on_change=told)
    )
