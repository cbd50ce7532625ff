"""A report for another person: choose what they may read, see exactly that, then save it as a PDF."""

import asyncio
from functools import partial

import flet as ft

from app import words
from app.exports.document import PlanDocument
from app.exports.report import Told, report_file_name
from app.session.patterns import Period, since
from app.ui.screen import HOME, REPORT_PREVIEW, Host, Place, Screen
from app.ui.screens.lasting import LastingScreen
from app.ui.screens.not_printable import not_printable
from app.ui.theme import INSIDE
from app.ui.widgets import button, choice
from app.ui.widgets.at_work import Progress, Stop, at_work
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.draft_field import draft_field
from app.ui.widgets.text import announced, body, heading, quiet, subheading
from app.ui.widgets.waiting import waiting
from app.vault import Stopped, VaultError

_PERIOD, _TOLD, _CALLED = "report/period", "report/told", "report/called"
_PERIODS = (Period.WEEKS, Period.MONTHS, Period.YEAR)
_AT_FIRST = "feelings"
_DAYS_A_PAGE = 40


def _period(host: Host) -> Period:
    kept = host.draft(_PERIOD)
    return Period(kept) if kept in set(_PERIODS) else Period.WEEKS


def _told(host: Host) -> frozenset[str]:
    return frozenset(host.draft(_TOLD, _AT_FIRST).split())


class ReportScreen(Screen):
    """Chooses the time and what is told of each check-in. Notes and names stay out unless they are ticked."""

    place = Place.PATTERNS

    @property
    def title(self) -> str:
        """The heading."""
        return words.report.title

    def content(self) -> ft.Control:
        """Lay out the choice."""
        said, told = words.report, _told(self.host)
        periods = [(one.value, said.periods[one]) for one in _PERIODS]
        boxes = [
            choice.check(label, key in told, partial(self._tick, key))
            for key, label in (
                ("feelings", said.feelings),
                ("circumstances", said.circumstances),
                ("notes", said.notes),
                ("names", said.names),
            )
        ]
        return stack(
            body(said.intro),
            heading(said.period),
            choice.one_of(said.period, periods, _period(self.host), self._choose),
            heading(said.shown),
            card(*boxes, quiet(said.names_help), spacing=4),
            heading(said.called),
            draft_field(self.host, _CALLED, said.called, self.host.session.about_me.shown.called),
            quiet(said.called_help),
            button.buttons(
                button.main_button(
                    said.see, lambda: self.host.go(REPORT_PREVIEW), icon=ft.Icons.VISIBILITY_OUTLINED
                )
            ),
        )

    def _choose(self, period: str) -> None:
        self.host.keep_draft(_PERIOD, period)

    def _tick(self, key: str, on: bool) -> None:
        told = _told(self.host)
        kept = " ".join(sorted(told | {key} if on else told - {key}))
        self.host.keep_draft(_TOLD, kept or "nothing")


class ReportPreviewScreen(LastingScreen):
    """Shows the report word for word, then makes it."""

    place = Place.PATTERNS

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._below = stack()

    @property
    def title(self) -> str:
        """The heading."""
        return words.report.preview

    def _begin(self) -> list[ft.Control]:
        place = stack()
        self.host.run(lambda: self._load(place))
        return [place]

    async def _load(self, place: ft.Column) -> None:
        host, told = self.host, _told(self.host)
        until = host.session.now().date()
        first = since(_period(host), until) or until
        chosen = Told(**{key: key in told for key in ("feelings", "circumstances", "notes", "names")})
        name = host.draft(_CALLED, host.session.about_me.shown.called)

        def read(progress: Progress, stop: Stop) -> PlanDocument:
            return host.session.reports.document(
                first, until, chosen, made_by=name, progress=progress, stop=stop
            )

        try:
            document = await at_work(host, place, words.report.reading, read)
        except Stopped:
            fill(place, announced(words.report.stopped))
            return
        except VaultError:
            fill(place, announced(words.report.cannot))
            return
        self._show(document)

    def _show(self, document: PlanDocument) -> None:
        if document.is_empty:
            to_today = button.second_button(words.shell.to_today, lambda: self.host.go(HOME))
            self._fill(card(body(words.report.nothing), button.buttons(to_today)))
            return
        signs = not_printable(document, also_as_text=False)
        self._below.controls = self._onward(document)
        paper = _Paper(document)
        self._fill(paper.laid_out(), card(*signs, *map(body, words.export.not_locked)), self._below)

    def _onward(self, document: PlanDocument) -> list[ft.Control]:
        async def save() -> None:
            await self._save(document)

        return [
            button.buttons(button.main_button(words.report.save, save, icon=ft.Icons.PICTURE_AS_PDF_OUTLINED))
        ]

    async def _save(self, document: PlanDocument) -> None:
        fill(self._below, waiting(words.report.making))
        said, session = words.report.not_saved, self.host.session
        try:
            content = await asyncio.to_thread(session.reports.pdf, document)
            if self._left or not self.host.unlocked:
                return  # locked or left while it was being made: nothing of it may be offered now
            saved = await self.host.save_file(report_file_name(document.shown_on), content)
            said = words.report.saved if saved else words.report.not_given
        except (OSError, RuntimeError):
            pass  # RuntimeError is how Flet tells of a dialog that failed
        fill(self._below, announced(said), *self._onward(document))


class _Paper:
    """The report as it will be read, so many days at a time."""

    def __init__(self, document: PlanDocument) -> None:
        days = [(part.heading, group) for part in document.parts for group in part.groups]
        self._document, self._days, self._shown = document, days, 0
        self._lines = stack(spacing=INSIDE)

    def laid_out(self) -> ft.Control:
        """Lay out the first days."""
        document = self._document
        head = [heading(document.title), *map(quiet, filter(None, (document.made_by, document.dated)))]
        self._lines.controls = self._next()
        paper = card(*head, self._lines, quiet(document.closing))
        paper.bgcolor, paper.border = ft.Colors.SURFACE, ft.Border.all(1, ft.Colors.OUTLINE)
        return paper

    def _next(self) -> list[ft.Control]:
        lines: list[ft.Control] = []
        upto = min(self._shown + _DAYS_A_PAGE, len(self._days))
        for place in range(self._shown, upto):
            part, group = self._days[place]
            if place == 0 or self._days[place - 1][0] != part:
                lines.append(subheading(part))
            said = [quiet(group.heading)] if group.heading else []
            lines.append(ft.Column([*said, *(body(line.text) for line in group.lines)], spacing=0))
        self._shown = upto
        if upto < len(self._days):
            lines.append(button.buttons(button.second_button(words.report.more, self._more)))
        return lines

    def _more(self) -> None:
        fill(self._lines, *self._lines.controls[:-1], *self._next())
