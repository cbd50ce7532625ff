"""Taking turns: who begins, how many minutes each, and then the clock, large enough for two."""

from functools import partial

import flet as ft

from app import words
from app.ui.screen import Host, Place, Screen
from app.ui.theme import INSIDE
from app.ui.widgets import button, choice, field
from app.ui.widgets.card import fill, stack
from app.ui.widgets.text import heading, quiet
from app.ui.widgets.turn_clock import TurnClock

MINUTES = (1, 3, 5, 10, 20)
_USUAL = 5
_EACH = "turns/each"


class TurnsScreen(Screen):
    """Asks for two names and the minutes, all of which may be left as they are, and shows whose turn it is."""

    place = Place.GROWING

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        host.session.turns.keep = host.keep_draft
        self._place = stack()
        self._clock = TurnClock(host, self._again)

    @property
    def title(self) -> str:
        """The heading."""
        return words.turns.title

    def content(self) -> ft.Control:
        """Lay out the turn of now, or what is asked before there is one."""
        self._place.controls = self._shown()
        return self._place

    def leave(self) -> None:
        """Tell no more here how long it still is; forget how many minutes were chosen."""
        self._clock.leave()
        self.host.session.drafts.drop(_EACH)

    def carry_on_from(self, before: Screen) -> None:
        """Tell from now on in the place of the screen before how long it still is."""
        if isinstance(before, TurnsScreen):
            before._clock.leave()  # noqa: SLF001  # another of its own kind

    def _again(self) -> None:
        fill(self._place, *self._shown())

    def _shown(self) -> list[ft.Control]:
        turns = self.host.session.turns.now
        return [self._clock.laid_out(turns)] if turns is not None else self._asked()

    # ------------------------------------------------------------ before it begins

    def _asked(self) -> list[ft.Control]:
        said, verbs = words.turns, self.host.session.turns
        names = [
            field.field(label, verbs.name(place), partial(self._call, place))
            for place, label in enumerate(said.names)
        ]
        each = [(str(minutes), said.minutes(minutes)) for minutes in MINUTES]
        self._begin = stack(*self._begin_button())
        return [
            quiet(said.intro),
            stack(*names, quiet(said.names_empty), spacing=INSIDE),
            choice.yes_or_no(said.keep, verbs.kept, lambda on: verbs.keep_names(kept=on)),
            quiet(said.keep_help),
            heading(said.each),
            choice.one_of(said.each, each, str(self._each), lambda value: self.host.keep_draft(_EACH, value)),
            self._begin,
        ]

    def _begin_button(self) -> list[ft.Control]:
        said, first = words.turns, self.host.session.turns.name(0).strip()
        begin = said.begin_with.format(name=first) if first else said.begin
        return [button.buttons(button.main_button(begin, self._start))]

    def _call(self, place: int, name: str) -> None:
        self.host.session.turns.call(place, name)
        if place == 0:
            fill(self._begin, *self._begin_button())

    @property
    def _each(self) -> int:
        kept = self.host.draft(_EACH)
        return int(kept) if kept in map(str, MINUTES) else _USUAL

    def _start(self) -> None:
        self.host.session.turns.begin(self._each)
        self._again()
