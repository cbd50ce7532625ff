"""One year: a line of marks for each of its months."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import flet as ft

from app import words
from app.domain.check_in import MOOD_LEVELS
from app.domain.digest import Digest
from app.domain.patterns import FEWEST, levels_of, usual
from app.session import Session
from app.ui.screen import Host, Place, Screen
from app.ui.screens.history_month import beside, counted, month_of, nothing_yet, reach
from app.ui.shell import RAIL_FROM, text_width
from app.ui.theme import AROUND, BETWEEN, INSIDE
from app.ui.widgets import button
from app.ui.widgets.card import stack
from app.ui.widgets.mood import mood_mark
from app.ui.widgets.shown import refresh
from app.ui.widgets.tabs import patterns_tabs
from app.ui.widgets.text import body, quiet
from app.ui.widgets.year import Marks, month_line
from app.vault import VaultError
from app.words.direction import is_right_to_left

AT_ONCE_SECONDS = 0.1
"""So long months are drawn before the page is shown. What was counted before takes less."""

BUSY_SECONDS = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthLine:
    """One month. Without a check-in it has no ``marks`` and leads nowhere."""

    month: str
    path: str
    counted: str
    name: str
    marks: Marks


def year(session: Session, number: int) -> Iterator[MonthLine]:
    """Gather the months of a year that have begun, one after the other: what was not counted yet is counted then.

    VaultError if a month cannot be read.
    """
    latest = reach(session)[1]
    for month in range(1, 13):
        if date(number, month, 1) <= latest:
            yield _line(session, date(number, month, 1))


def _line(session: Session, first: date) -> MonthLine:
    digest = session.history.month(first.isoformat()[:7])
    name = words.moment.month_alone(first)
    if not digest.days:
        return MonthLine(month=name, path="", counted="", name="", marks={})
    check_ins, on_days = counted(digest)
    return MonthLine(
        month=name,
        path=f"/history/month/{first.isoformat()[:7]}",
        counted=words.history.check_ins_on_days.format(check_ins=check_ins, on_days=on_days),
        name=_named(session, name, digest),
        marks={int(day[8:]): frozenset(levels) for day, levels in digest.days.items()},
    )


def _named(session: Session, name: str, digest: Digest) -> str:
    check_ins, on_days = counted(digest)
    most = usual(levels_of(digest))
    moods = [session.vocabulary.level(level) for level in most.levels] if most.of >= FEWEST else []
    if not moods:
        return words.history.month_named.format(month=name, check_ins=check_ins, on_days=on_days)
    said = moods[0] if len(moods) == 1 else words.history.either.format(one=moods[0], other=moods[1])
    return words.history.month_usual.format(month=name, check_ins=check_ins, on_days=on_days, moods=said)


class YearScreen(Screen):
    """Shows a year, and leads to its months and to the years beside it."""

    place = Place.PATTERNS

    def __init__(self, host: Host, thing: str) -> None:
        super().__init__(host)
        self._first = month_of(f"{thing}-01")
        self._lines = stack(spacing=INSIDE)
        self._months: Iterator[MonthLine] = iter(())
        self._any = False

    @property
    def title(self) -> str:
        """The heading."""
        return f"{self._first.year}" if self._first else words.history.title

    def content(self) -> ft.Control:
        """Lay out the months."""
        session, today = self.host.session, self.host.session.now().date()
        if self._first is None:
            return stack(patterns_tabs(self.host, "year", today), body(words.shell.not_found))
        here = today if self._first.year == today.year else self._first
        tabs = patterns_tabs(self.host, "year", here)
        if not session.history.months():
            return stack(tabs, *nothing_yet(self.host))
        self._lines, self._months = stack(spacing=INSIDE), year(session, self._first.year)
        self._any = False
        self._draw(AT_ONCE_SECONDS)
        return stack(tabs, self._legend(), self._lines, self._beside(self._first.year))

    def leave(self) -> None:
        """Draw no more."""
        self._months = iter(())

    # ------------------------------------------------------------ the months

    def _draw(self, seconds: float) -> None:
        """Draw months for so long; the rest follows while everything else in the window goes on."""
        clock = asyncio.get_running_loop().time
        months, until = self._months, clock() + seconds
        while self._next():
            if clock() > until:
                self.host.run(lambda: self._draw_on(months))
                return

    def _next(self) -> bool:
        """Draw one more month. Returns whether there was one."""
        try:
            line = next(self._months, None)
        except VaultError:
            self._lines.controls.append(body(words.history.cannot_read))
            return False
        if line is not None:
            self._lines.controls.append(self._month(line))
            self._any = self._any or bool(line.marks)
        elif not self._any:
            self._lines.controls = [body(words.history.no_check_ins)]
        return line is not None

    async def _draw_on(self, months: Iterator[MonthLine]) -> None:
        session, more = self.host.session, True
        while more:
            await asyncio.sleep(BUSY_SECONDS if session.turn.busy else 0)
            if self._months is not months or not self.host.door.holds(session):
                return
            if not session.turn.busy:
                more = self._next()
                refresh(self._lines)

    def _legend(self) -> ft.Control:
        called = self.host.session.vocabulary
        marks = [
            ft.Row(
                [mood_mark(level, 20, face=called.face(level)), quiet(called.level(level))],
                spacing=4,
                tight=True,
            )
            for level in reversed(MOOD_LEVELS)
        ]
        return stack(
            ft.Row(list(marks), wrap=True, spacing=BETWEEN, run_spacing=4),
            quiet(words.history.higher),
            spacing=4,
        )

    def _month(self, line: MonthLine) -> ft.Control:
        if not line.marks:
            plain = ft.Container(quiet(line.month), padding=ft.Padding.symmetric(horizontal=BETWEEN))
            return ft.Semantics(content=plain, exclude_semantics=True)
        width = self.host.width
        page = text_width(width, railed=True) - 2 * (AROUND if width >= RAIL_FROM else BETWEEN)
        said = ft.Row(
            [body(line.month), quiet(line.counted)],
            wrap=True,
            spacing=INSIDE,
            run_spacing=0,
            vertical_alignment=ft.CrossAxisAlignment.CENTER,
        )
        mirrored = is_right_to_left()
        drawn = month_line(line.marks, page - 2 * BETWEEN, mirrored=mirrored)
        return button.row_button(
            stack(said, drawn, spacing=4), lambda: self.host.go(line.path), name=line.name
        )

    def _beside(self, number: int) -> ft.Control:
        earliest, latest = reach(self.host.session)

        def to(other: int) -> tuple[str, str] | None:
            there = earliest.year <= other <= latest.year
            return (str(other), f"/history/year/{other:04}") if there else None

        return beside(to(number - 1), to(number + 1), self.host)
