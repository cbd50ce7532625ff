"""One month: what was said on each of its days."""

from calendar import Calendar
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

import flet as ft

from app import words
from app.domain.check_in import MOOD_LEVELS
from app.domain.digest import Digest
from app.session import Session
from app.ui.screen import HOME, Host, Place, Screen
from app.ui.widgets import button
from app.ui.widgets.card import stack
from app.ui.widgets.month import Day, Week, month_sheet
from app.ui.widgets.tabs import patterns_tabs
from app.ui.widgets.text import body
from app.vault import VaultError


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """What the screen shows. ``before`` and ``after`` are the first days of the months beside it, if there are any."""

    said: str
    weeks: tuple[Week, ...]
    before: date | None
    after: date | None


def month(session: Session, first: date, weekday: int) -> Month:
    """Gather what the screen shows of the month that begins on a day, its weeks beginning on a weekday, 0 for Monday."""
    today = session.now().date()
    digest = session.history.month(first.isoformat()[:7])
    weeks = Calendar(weekday).monthdatescalendar(first.year, first.month)
    earliest, latest = reach(session)
    before, after = (first - timedelta(days=1)).replace(day=1), (first + timedelta(days=31)).replace(day=1)
    return Month(
        said=_summed(digest),
        weeks=tuple(
            tuple(_day(session, day, digest, today) if day.month == first.month else None for day in week)
            for week in weeks
        ),
        before=before if before >= earliest else None,
        after=after if after <= latest else None,
    )


def reach(session: Session) -> tuple[date, date]:
    """Return the first days of the first and of the last month that can hold something; the last is never before today's."""
    this = session.now().date().replace(day=1)
    months = [date.fromisoformat(f"{one}-01") for one in session.history.months()]
    return min([this, *months]), max([this, *months])


def counted(digest: Digest) -> tuple[str, str]:
    """How many check-ins there are and on how many days, in words."""
    return words.history.check_ins(digest.check_ins), words.history.on_days(len(digest.days))


def _summed(digest: Digest) -> str:
    if not digest.days:
        return words.history.no_check_ins
    check_ins, on_days = counted(digest)
    said = words.history.check_ins_on_days.format(check_ins=check_ins, on_days=on_days)
    return f"{said[:1].upper()}{said[1:]}."


def _day(session: Session, day: date, digest: Digest, today: date) -> Day:
    levels = digest.days.get(day.isoformat(), ())
    if not levels:
        return Day(number=day.day, today=day == today)
    said = words.moment.weekday(day)
    if day == today:
        said = words.history.day_today.format(day=said)
    name = words.history.day_named.format(
        day=said, check_ins=words.history.check_ins(len(levels)), moods=_moods(session, levels)
    )
    return Day(
        number=day.day,
        levels=levels,
        today=day == today,
        name=name,
        path=f"/history/day/{day.isoformat()}",
    )


def _moods(session: Session, levels: tuple[int, ...]) -> str:
    """Which moods, the best first, each with how often it was said where there are several."""
    counts = Counter(levels)
    names = {level: session.vocabulary.level(level) for level in reversed(MOOD_LEVELS)}
    names[0] = words.history.no_level
    if len(levels) == 1:
        return names[levels[0]]
    return ", ".join(
        words.history.mood_counted.format(n=counts[one], mood=name)
        for one, name in names.items()
        if counts[one]
    )


class MonthScreen(Screen):
    """Shows a month such as ``2026-11``, and leads to its days and to the months beside it."""

    place = Place.PATTERNS

    def __init__(self, host: Host, thing: str) -> None:
        super().__init__(host)
        self._first = month_of(thing)

    @property
    def title(self) -> str:
        """The heading."""
        return words.moment.month(self._first) if self._first else words.history.title

    def content(self) -> ft.Control:
        """Lay out the sheet."""
        session, today = self.host.session, self.host.session.now().date()
        if self._first is None:
            return stack(patterns_tabs(self.host, "month", today), body(words.shell.not_found))
        tabs = patterns_tabs(self.host, "month", min(self._first, today))
        if not session.history.months():
            return stack(tabs, *nothing_yet(self.host))
        weekday = words.moment.first_weekday(self.host.settings.region)
        try:
            shown = month(session, self._first, weekday)
        except VaultError:
            return stack(tabs, body(words.history.cannot_read))
        names = words.moment.weekdays()
        faces = {level: session.vocabulary.face(level) for level in MOOD_LEVELS}
        sheet = month_sheet((*names[weekday:], *names[:weekday]), shown.weeks, faces, self.host.go)
        none = any(day is not None and not day.levels for week in shown.weeks for day in week)
        others = words.history.no_others if none and shown.said != words.history.no_check_ins else ""
        said = body(shown.said)
        said.semantics_label = f"{shown.said} {others}".strip()
        return stack(tabs, said, sheet, self._beside(shown))

    def _beside(self, shown: Month) -> ft.Control:
        return beside(
            (words.moment.month(shown.before), self._to(shown.before)) if shown.before else None,
            (words.moment.month(shown.after), self._to(shown.after)) if shown.after else None,
            self.host,
        )

    def _to(self, first: date) -> str:
        return f"/history/month/{first.isoformat()[:7]}"


def nothing_yet(host: Host) -> list[ft.Control]:
    """What stands where check-ins will be, and the way to the first."""
    today = button.second_button(words.shell.to_today, lambda: host.go(HOME))
    return [body(words.history.empty), button.buttons(today)]


def beside(before: tuple[str, str] | None, after: tuple[str, str] | None, host: Host) -> ft.Control:
    """Ways to what comes before and after, as words and path each, at the two ends of a line."""

    def way(one: tuple[str, str] | None, icon: ft.IconData) -> ft.Control:
        if one is None:
            return ft.Container()
        text, path = one
        return button.second_button(text, lambda: host.go(path), icon=icon)

    return ft.Row(
        [way(before, ft.Icons.CHEVRON_LEFT), way(after, ft.Icons.CHEVRON_RIGHT)],
        wrap=True,
        spacing=8,
        run_spacing=8,
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
    )


def month_of(text: str) -> date | None:
    """Return the first day of a month such as ``2026-11``; None if it is none."""
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        return None
