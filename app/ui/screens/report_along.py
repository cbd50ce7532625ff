"""Taking check-ins along as a table: which kind, which days, and the rest as in exporting everything."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import flet as ft

from app import words
from app.session.patterns import Period, since
from app.session.tables import TableKind
from app.ui.screen import Host
from app.ui.screens.everything import ExportScreen
from app.ui.theme import INSIDE
from app.ui.widgets import button, choice
from app.ui.widgets.at_work import Progress, Stop, at_work
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.moment_picker import local_day
from app.ui.widgets.text import body, heading

_ALL, _SOME = "all", "some"
_KIND = "along/kind"


class AlongScreen(ExportScreen):
    """Writes the check-ins of some days, or of all, into one file that is not locked."""

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        today = host.session.now().date()
        self._days = _ALL
        self._first, self._last = since(Period.MONTHS, today) or today, today
        self._picked = stack()

    @property
    def title(self) -> str:
        """The heading."""
        return words.report.along

    def _begin(self) -> list[ft.Control]:
        said = words.report
        kinds = [(one.value, said.kinds[one]) for one in TableKind]
        days = [(_ALL, said.all_days), (_SOME, said.some_days)]
        return [
            card(*map(body, said.along_what)),
            heading(said.kind),
            choice.one_of(said.kind, kinds, self._kind, self._choose_kind),
            heading(said.days),
            choice.one_of(said.days, days, self._days, self._choose_days),
            self._picked,
            *super()._begin()[1:],  # its first card speaks of everything
        ]

    @property
    def _kind(self) -> TableKind:
        kept = self.host.draft(_KIND)
        return TableKind(kept) if kept in set(TableKind) else TableKind.OWN

    def _choose_kind(self, kind: str) -> None:
        self.host.keep_draft(_KIND, kind)

    def _choose_days(self, days: str) -> None:
        self._days = days
        fill(self._picked, *self._pickers())

    def _pickers(self) -> list[ft.Control]:
        if self._days == _ALL:
            return []
        said = words.report
        first = said.first_day.format(date=words.moment.day(self._first))
        last = said.last_day.format(date=words.moment.day(self._last))
        return [
            ft.Row(
                [
                    self._picker(first, self._first, self._move_first),
                    self._picker(last, self._last, self._move_last),
                ],
                wrap=True,
                spacing=INSIDE,
                run_spacing=INSIDE,
            )
        ]

    def _picker(self, label: str, day: date, moved: Callable[[date], None]) -> ft.Control:
        def picked(event: ft.Event[ft.DatePicker]) -> None:
            value = event.control.value
            if isinstance(value, datetime):
                moved(local_day(value))
                fill(self._picked, *self._pickers())

        def pick() -> None:
            at = datetime(day.year, day.month, day.day)  # noqa: DTZ001  # the picker knows days only
            self.host.show(ft.DatePicker(value=at, last_date=self.host.session.now(), on_change=picked))

        return button.second_button(label, pick, icon=ft.Icons.CALENDAR_TODAY_OUTLINED)

    def _move_first(self, day: date) -> None:
        self._first = day

    def _move_last(self, day: date) -> None:
        self._last = day

    async def _do(self, *, replace: bool) -> None:
        if self._days == _SOME and self._first > self._last:
            self._say(words.report.turned_round)
            return
        await super()._do(replace=replace)

    async def _work(self, path: Path | None, *, replace: bool) -> None:
        session, typed, kind, said = self.host.session, self._typed, self._kind, words.everything
        some = self._days == _SOME
        first, last = (self._first, self._last) if some else (None, None)

        def write(progress: Progress, stop: Stop) -> Path | bytes:
            session.keys.prove(typed)
            tables = session.tables
            if path is None:
                return tables.whole(kind, first=first, last=last, progress=progress, stop=stop)
            return tables.write(
                path, kind, first=first, last=last, replace=replace, progress=progress, stop=stop
            )

        done = await at_work(self.host, self._below, said.writing, write)
        if isinstance(done, bytes):
            given = await self.host.save_file(session.tables.file_name(kind), done)
            self._say(said.given if given else said.not_given)
        else:
            self._say(said.written.format(name=done.name), *self._done_buttons())
