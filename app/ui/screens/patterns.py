"""Pictures of check-ins: a time is chosen, the newest months are drawn at once, and older ones follow."""

import asyncio
from collections.abc import Iterator

import flet as ft

from app import words
from app.domain.digest import Digest, together
from app.domain.patterns import FEWEST
from app.session.patterns import Month, Period, since
from app.session.pictures import pictures
from app.ui.screen import ALONG, GIVING, HOME, REPORT, Host, Place, Screen
from app.ui.screens.patterns_cards import Look, cards
from app.ui.shell import RAIL_FROM, text_width
from app.ui.theme import AROUND, BETWEEN, INSIDE
from app.ui.widgets import button, choice
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.picture_card import NO, YES, words_first
from app.ui.widgets.rows import rows, way
from app.ui.widgets.shown import refresh
from app.ui.widgets.tabs import patterns_tabs
from app.ui.widgets.text import announced, body, heading, quiet
from app.words.direction import is_right_to_left

_PERIOD, _AS_TEXT = "patterns/period", "patterns/as_text"

FIRST_MONTHS = 2
"""Drawn at once: four weeks are never in more."""

BETWEEN_MONTHS_SECONDS = 0.005
"""Time for everything else in the window; a step itself counts one month."""


class PatternsScreen(Screen):
    """Draws what is chosen. The period and the switch for text are drafts of the window."""

    place = Place.PATTERNS

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._body, self._status, self._shown = stack(), stack(), stack()
        self._looking: _Looking | None = None

    @property
    def title(self) -> str:
        """The heading."""
        return words.patterns.title

    @property
    def _period(self) -> Period:
        kept = self.host.draft(_PERIOD)
        return Period(kept) if kept in set(Period) else Period.WEEKS

    @property
    def _as_text(self) -> bool:
        return words_first(self.host, _AS_TEXT)

    def content(self) -> ft.Control:
        """Lay out the pictures of the newest months; the rest follows."""
        self._body.controls = self._laid_out()
        return stack(patterns_tabs(self.host, "pictures", self.host.session.now().date()), self._body)

    def carry_on_from(self, before: Screen) -> None:
        """Let the screen before look no further: this one begins anew."""
        before.leave()

    def leave(self) -> None:
        """Look no further."""
        self._stop()

    # ------------------------------------------------------------ around the pictures

    def _laid_out(self) -> list[ft.Control]:
        said = words.patterns
        patterns = self.host.session.patterns
        self._stop()
        switch = choice.yes_or_no(said.show, patterns.on, self._turn)
        if not patterns.on:
            return [switch, card(body(said.off)), *self._onward()]
        periods = [(one.value, said.periods[one]) for one in Period]
        self._begin()
        return [
            quiet(said.intro),
            choice.one_of(said.period, periods, self._period, self._choose),
            choice.yes_or_no(said.as_text, self._as_text, self._read),
            self._status,
            self._shown,
            *self._onward(),
            switch,
        ]

    def _onward(self) -> list[ft.Control]:
        return [
            heading(words.patterns.more),
            rows(
                way(words.report.title, lambda: self.host.go(REPORT), icon=ft.Icons.ARTICLE_OUTLINED),
                way(words.report.along, lambda: self.host.go(ALONG), icon=ft.Icons.TABLE_CHART_OUTLINED),
                way(words.giving.title, lambda: self.host.go(GIVING), icon=ft.Icons.SYNC_ALT),
            ),
        ]

    def _turn(self, on: bool) -> bool:
        preferences = self.host.session.preferences
        kept = self.host.attempt(lambda: preferences.change(patterns=on)) is not None
        if kept:
            fill(self._body, *self._laid_out())
        return kept

    def _choose(self, period: str) -> None:
        self.host.keep_draft(_PERIOD, period)
        self._stop()
        self._begin()
        fill(self._status, *self._status.controls)
        fill(self._shown, *self._shown.controls)

    def _read(self, as_text: bool) -> None:
        self.host.keep_draft(_AS_TEXT, YES if as_text else NO)
        if self._looking is not None:
            fill(self._shown, *self._drawn(self._looking))

    # ------------------------------------------------------------ looking

    def _stop(self) -> None:
        if self._looking is not None:
            self._looking.given_up = True

    def _begin(self) -> None:
        """Draw the newest months at once, and go on with the others."""
        self._looking = looking = _Looking(self.host.session.patterns.look(self._period))
        while looking.done < FIRST_MONTHS and looking.step():
            pass
        self._status.controls = self._unread(looking)
        self._shown.controls = self._drawn(looking)
        if looking.done < looking.of:
            self.host.run(lambda: self._go_on(looking))

    async def _go_on(self, looking: "_Looking") -> None:
        session, drawn = self.host.session, looking.done
        status = quiet("")
        stop = button.buttons(button.second_button(words.at_work.stop, lambda: self._halt(looking)))
        fill(self._status, status, stop)
        while True:
            await asyncio.sleep(BETWEEN_MONTHS_SECONDS)
            if looking.given_up or not self.host.unlocked or self.host.session is not session:
                return
            if self.host.door.working:
                continue  # the vault is for one thread at a time
            if not looking.step():
                break
            status.value = words.patterns.looking.format(done=looking.done, total=looking.of)
            refresh(status)
            if looking.done >= 2 * drawn:
                drawn = looking.done
                fill(self._shown, *self._drawn(looking))
        fill(self._status, *self._unread(looking))
        fill(self._shown, *self._drawn(looking))

    def _halt(self, looking: "_Looking") -> None:
        """Stop, and show all that was counted so far."""
        looking.given_up = True

        def go_on() -> None:
            looking.given_up = False
            self.host.run(lambda: self._go_on(looking))

        said = words.patterns.stopped.format(done=looking.done, total=looking.of)
        fill(
            self._status,
            announced(said),
            button.buttons(button.second_button(words.patterns.go_on, go_on)),
        )
        fill(self._shown, *self._drawn(looking))

    @staticmethod
    def _unread(looking: "_Looking") -> list[ft.Control]:
        return [card(body(words.patterns.unread(looking.unread)))] if looking.unread else []

    # ------------------------------------------------------------ drawing

    def _drawn(self, looking: "_Looking") -> list[ft.Control]:
        verbs = self.host.session.patterns
        today = self.host.session.now().date()
        first = since(self._period, today)
        seen = pictures(together(looking.digests), first, today, name=verbs.name, level=verbs.level)
        if not seen.enough:
            return [self._too_few(seen.check_ins)]
        look = Look(
            level=verbs.level,
            width=self._room,
            as_text=self._as_text,
            mirrored=is_right_to_left(),
        )
        return [body(seen.in_all), *cards(seen, look)]

    def _too_few(self, number: int) -> ft.Control:
        said = words.patterns
        longer = [quiet(said.longer)] if self._period is not Period.EVERYTHING and number else []
        to_today = button.second_button(words.shell.to_today, lambda: self.host.go(HOME))
        return card(
            body(said.fewest.format(fewest=FEWEST)),
            body(said.so_far(number) if number else said.none_so_far),
            *longer,
            button.buttons(to_today),
        )

    @property
    def _room(self) -> float:
        side = AROUND if self.host.width >= RAIL_FROM else BETWEEN
        return text_width(self.host.width, railed=True) - 2 * side - 2 * BETWEEN - INSIDE


class _Looking:
    """How far a look back is, and what it has found."""

    def __init__(self, months: Iterator[Month]) -> None:
        self._months = months
        self.digests: list[Digest] = []
        self.done, self.of, self.unread = 0, 0, 0
        self.given_up = False

    def step(self) -> bool:
        """Look at one month more; False if there was none."""
        month = next(self._months, None)
        if month is None:
            return False
        self.done, self.of = month.done, month.of
        if month.digest is None:
            self.unread += 1
        else:
            self.digests.append(month.digest)
        return True
