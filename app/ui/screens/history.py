"""Days: all check-ins, newest first, a page at a time, with a search in them and ways to narrow them down."""

import asyncio
from contextlib import suppress
from datetime import date

import flet as ft

from app import words
from app.domain.check_in import CheckIn
from app.domain.history import Wanted, order
from app.domain.ids import Id
from app.ui.screen import Host, Place, Screen
from app.ui.screens.history_month import nothing_yet
from app.ui.screens.history_narrowing import Narrowing, narrowing_card, pick_day
from app.ui.screens.history_reading import PAGE, Reading, Start, newer_start
from app.ui.screens.history_rows import rows
from app.ui.theme import INSIDE
from app.ui.widgets import button
from app.ui.widgets.card import fill, stack
from app.ui.widgets.draft_field import draft_field
from app.ui.widgets.shown import refresh, scroll_to_top
from app.ui.widgets.tabs import patterns_tabs
from app.ui.widgets.text import announced, body, quiet
from app.vault import VaultError

MOST_ROWS = 400
"""Check-ins on one page; after these the list goes on at the top of a fresh one."""

SHOW_AFTER_SECONDS = 0.5
"""So long a search goes on before it says how far it is."""

TYPING_SECONDS = 0.3
BUSY_SECONDS = 0.1
_DRAFT = "history/words"


class DaysScreen(Screen):
    """Lists check-ins under their days. Made for a day it begins there, otherwise at the newest."""

    place = Place.PATTERNS

    def __init__(self, host: Host, day: str = "") -> None:
        super().__init__(host)
        self._start = Start(day=_day(day))
        self._lost = bool(day) and self._start.day is None
        self._pages: list[Start] = []
        self._asked = self._start.day
        self._narrowing = Narrowing()
        self._narrows = False
        self._wanted = Wanted()
        self._shown: list[CheckIn] = []
        self._opened: set[Id] = set()
        self._reading: Reading | None = None
        self._stopped = self._telling = False
        self._keys_typed = 0
        self._tools, self._card, self._above = stack(spacing=INSIDE), stack(), stack(spacing=INSIDE)
        self._list, self._below = stack(spacing=INSIDE), stack(spacing=INSIDE)
        self._search_field: ft.TextField | None = None
        self._far = quiet("")
        self._bar = ft.ProgressBar(
            value=0.0, semantics_label=words.history.looking, bar_height=8, border_radius=4
        )
        self._stopping = button.buttons(button.second_button(words.at_work.stop, self._stop))
        self._further = button.buttons(button.second_button(words.history.look_further, self._look_further))
        newer = button.second_button(words.history.newer, self._newer, icon=ft.Icons.ARROW_UPWARD)
        self._to_newer, self._remark, self._remarked = button.buttons(newer), stack(), ""
        self.at_end = self._older_by_itself

    @property
    def title(self) -> str:
        """The heading."""
        return words.history.title

    def content(self) -> ft.Control:
        """Lay out the tabs, the search, and the check-ins."""
        if self._lost:
            return stack(self._tabs(), body(words.shell.not_found))
        if self._reading is None:
            self._begin()
        else:
            self._look_again()
        self._tools.controls = self._ways()
        _put(self._card, self._narrowing_card())
        self._search_field = search = draft_field(
            self.host, _DRAFT, words.history.search, submit=self._search, typed=self._search_soon
        )
        if not self.host.session.history.months():
            return stack(self._tabs(), *nothing_yet(self.host))
        return stack(
            self._tabs(), search, self._tools, self._card, self._above, self._list, self._below, spacing=12
        )

    def begin(self) -> None:
        """Give the keyboard to the search."""
        if self._search_field is not None and self.host.session.history.months():
            self.host.run(self._search_field.focus)

    def _tabs(self) -> ft.Control:
        now = self.host.session.now().date()
        return patterns_tabs(self.host, "days", min(self._start.day or now, now))

    def carry_on_from(self, before: Screen) -> None:
        """Go on with what was found and narrowed, where it was."""
        if isinstance(before, DaysScreen) and not before._lost:  # noqa: SLF001  # another of its own kind
            for name in ("_start", "_pages", "_asked", "_narrowing", "_narrows", "_wanted", "_shown"):
                setattr(self, name, getattr(before, name))
            self._opened, self._stopped = before._opened, before._stopped  # noqa: SLF001  # as above
            self._reading, before._reading = before._reading, None  # noqa: SLF001  # as above
            if self._reading is not None and not self._reading.over and not self._stopped:
                self._go_on(self._reading)

    def leave(self) -> None:
        """Look no further, and forget what was typed to search."""
        self._reading = None
        self.host.session.drafts.drop(_DRAFT)

    # ------------------------------------------------------------ reading

    def _begin(self) -> None:
        """Read the first page of what is wanted now."""
        self._wanted = self._narrowing.wanted(self.host.draft(_DRAFT))
        self._shown, self._opened, self._remarked = [], set(), ""
        self._list.controls = []
        self._read(Reading(self.host.session, self._wanted, self._start))

    def _read(self, reading: Reading) -> None:
        """Look through one month at once, and through the others while everything else in the window goes on."""
        self._reading, self._stopped, self._telling = reading, False, False
        reading.step()
        self._show_found()
        if not reading.over:
            self._go_on(reading)

    def _go_on(self, reading: Reading) -> None:
        session = self.host.session

        async def look_on() -> None:
            clock = asyncio.get_running_loop().time
            begun = clock()
            while not reading.over:
                await asyncio.sleep(BUSY_SECONDS if session.turn.busy else 0)
                if self._reading is not reading or self._stopped or not self.host.door.holds(session):
                    return
                if not session.turn.busy:
                    reading.step()
                    self._telling = clock() - begun >= SHOW_AFTER_SECONDS
                    self._show_found()

        self.host.run(look_on)

    def _show_found(self) -> None:
        found = self._reading.taken() if self._reading else []
        above = self._shown[-1].when.date() if self._shown else None
        self._shown += found
        if found:
            self._list.controls += rows(self.host.session, found, above, self._open, self._wanted.words)
            refresh(self._list)
        self._show_around()

    def _show_around(self) -> None:
        """Show what stands before and after the list."""
        self._say_what_was_missed()
        _put(self._above, self._before_list())
        _put(self._below, self._after_list())

    def _look_again(self) -> None:
        """Check-ins may have been changed, moved or deleted meanwhile."""
        reading = self._reading
        if self._wanted.everything and reading is not None and reading.over:
            most = max(PAGE, len(self._shown))
            self._reading = Reading(self.host.session, self._wanted, self._start, most=most)
            while not self._reading.over:
                self._reading.step()
            self._shown = self._reading.taken()
        else:
            self._shown = self._put_right(self._shown)
        self._list.controls = rows(self.host.session, self._shown, None, self._open, self._wanted.words)
        self._show_around()

    def _put_right(self, shown: list[CheckIn]) -> list[CheckIn]:
        """The same list with what was opened from it as it is now."""
        session, wanted = self.host.session, self._start.within(self._wanted)
        kept = {one.id: one for one in shown if one.id not in self._opened}
        for opened in self._opened:
            now = session.check_ins.one(opened)
            if now is not None and self._reaches(now) and wanted.holds(now, session.history.texts):
                kept[now.id] = now
        return sorted(kept.values(), key=order, reverse=True)

    def _reaches(self, check_in: CheckIn) -> bool:
        """Whether the list has been read as far as to this check-in."""
        reading = self._reading
        ended = reading is not None and reading.over and not reading.more
        return ended or (bool(self._shown) and order(check_in) >= order(self._shown[-1]))

    def _open(self, check_in: CheckIn) -> None:
        held = self.host.session.check_ins.hold(check_in)
        if held is None:
            self.host.say(words.shell.not_found)
            return
        self._opened.add(held.id)
        self.host.go(f"/check-in/{held.id}")

    # ------------------------------------------------------------ before and after the list

    def _before_list(self) -> list[ft.Control]:
        """The way to newer ones, and what a jump did not find. Each stays the same while a search goes on."""
        return [] if self._start.newest else [self._to_newer, self._remark]

    def _say_what_was_missed(self) -> None:
        """Say it once: when the first check-in is there, or when there is none."""
        missed = self._asked is not None and not self._remarked
        if not missed or self._asked is None:
            return
        day, over = words.moment.day(self._asked), self._reading is not None and self._reading.over
        if self._shown and self._shown[0].when.date() != self._asked:
            self._remarked = words.history.nothing_that_day.format(day=day)
        elif over and not self._shown:
            self._remarked = words.history.nothing_so_early.format(day=day)
        fill(self._remark, *([announced(self._remarked)] if self._remarked else []))

    def _after_list(self) -> list[ft.Control]:
        reading = self._reading
        if reading is None:
            return []
        if reading.broken:
            return [announced(words.history.cannot_read)]
        if reading.more:
            older = button.second_button(words.history.older, self._older, icon=ft.Icons.EXPAND_MORE)
            return [button.buttons(older)]
        if not reading.over:
            return self._still_looking(reading)
        if not self._wanted.everything:
            found = len(self._shown)
            return [announced(words.history.found(found) if found else words.history.none_found)]
        return [quiet(words.history.begins)] if self._shown else []

    def _still_looking(self, reading: Reading) -> list[ft.Control]:
        """How far it is. The same controls each time: a button that is replaced cannot be pressed."""
        looked = reading.looked
        if looked is None or not (self._telling or self._stopped):
            return []
        month = words.moment.month(date.fromisoformat(f"{looked.month}-01"))
        self._far.value = words.history.looked_back.format(month=month)
        self._bar.value = looked.months / looked.of
        return [self._far, self._further] if self._stopped else [self._far, self._bar, self._stopping]

    def _stop(self) -> None:
        self._stopped = True
        _put(self._below, self._after_list())

    def _look_further(self) -> None:
        self._stopped = False
        _put(self._below, self._after_list())
        if self._reading is not None:
            self._go_on(self._reading)

    # ------------------------------------------------------------ older and newer

    def _older(self) -> None:
        if self._reading is None or not self._reading.more or not self._shown:
            return
        last = order(self._shown[-1])
        if len(self._shown) < MOST_ROWS:
            most = min(PAGE, MOST_ROWS - len(self._shown))
            self._read(Reading(self.host.session, self._wanted, self._start, after=last, most=most))
            return
        self._pages.append(self._start)
        self._begin_at(Start(after=last))

    def _older_by_itself(self) -> None:
        if len(self._shown) < MOST_ROWS:
            self._older()

    def _newer(self) -> None:
        if self._pages:
            self._begin_at(self._pages.pop())
            return
        start = Start()
        if self._wanted.everything:
            with suppress(VaultError):
                start = newer_start(self.host.session, self._start)
        self._begin_at(start)

    def _begin_at(self, start: Start, asked: date | None = None) -> None:
        self._start, self._asked = start, asked
        self._begin()
        refresh(self._list)
        self.host.run(lambda: scroll_to_top(self._list))

    # ------------------------------------------------------------ finding

    def _ways(self) -> list[ft.Control]:
        said, ways = words.history, self._narrowing.ways
        narrow = button.second_button(
            said.narrowed(ways) if ways else said.narrow, self._turn_card, icon=ft.Icons.FILTER_LIST
        )
        opens = ft.MergeSemantics(ft.Semantics(content=narrow, expanded=self._narrows))
        clear = [button.quiet_button(said.clear, self._clear)] if ways else []
        jump = button.second_button(said.jump, self._jump, icon=ft.Icons.EVENT_OUTLINED)
        return [button.buttons(opens, *clear, jump)]

    def _narrowing_card(self) -> list[ft.Control]:
        return (
            [narrowing_card(self.host, self._narrowing, self._changed, self._turn_card)]
            if self._narrows
            else []
        )

    def _turn_card(self) -> None:
        self._narrows = not self._narrows
        fill(self._tools, *self._ways())
        _put(self._card, self._narrowing_card())

    def _clear(self) -> None:
        self._narrowing = Narrowing()
        _put(self._card, self._narrowing_card())
        self._changed()

    def _changed(self) -> None:
        """What is wanted has changed: the list begins anew with the newest."""
        fill(self._tools, *self._ways())
        self._pages, self._start, self._asked = [], Start(), None
        self._begin()
        refresh(self._list)

    def _search(self) -> None:
        self._keys_typed += 1
        if self.host.draft(_DRAFT).strip() != self._wanted.words:
            self._changed()

    def _search_soon(self) -> None:
        """Search once nothing was typed for a moment."""
        self._keys_typed += 1
        typed, session = self._keys_typed, self.host.session

        async def soon() -> None:
            await asyncio.sleep(TYPING_SECONDS)
            if typed == self._keys_typed and self._reading is not None and self.host.door.holds(session):
                self._search()

        self.host.run(soon)

    def _jump(self) -> None:
        def picked(day: date) -> None:
            self._pages = []
            self._begin_at(Start(day=day), asked=day)

        pick_day(self.host, self._asked, picked)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _put(place: ft.Column, controls: list[ft.Control]) -> None:
    """Fill a place; an empty one takes no room."""
    fill(place, *controls)
