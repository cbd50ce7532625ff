"""One win: what went well, when, with whom, and who would be glad to hear it."""

from datetime import date
from functools import partial

import flet as ft

from app import words
from app.domain.ids import Id
from app.domain.win import Win
from app.session import Session
from app.ui.screen import WINS, Host
from app.ui.screens.kept_kind import ListedKind, opening, why
from app.ui.screens.kept_list import KeptListScreen, NewKeptScreen
from app.ui.screens.practice_page import PracticePage
from app.ui.theme import INSIDE
from app.ui.widgets import button, choice
from app.ui.widgets.card import fill, stack
from app.ui.widgets.day_picker import pick_day
from app.ui.widgets.text import heading, quiet


def about(session: Session, one: Win) -> str:
    """Return the day, and with whom it was."""
    return " · ".join(filter(None, (words.moment.day(one.day), session.vocabulary.named(one.with_people))))


WIN: ListedKind[Win] = ListedKind(
    stem="win",
    page="/win/",
    listed=WINS,
    icon=ft.Icons.WB_SUNNY_OUTLINED,
    said=words.win,
    verbs=lambda session: session.wins,
    hidden=lambda one: one.put_away,
    why=why,
    about=about,
    texts=lambda one: (one.text,),
)


class WinScreen(PracticePage[Win]):
    """Shows and changes one win."""

    kind = WIN

    def __init__(self, host: Host, thing: str) -> None:
        super().__init__(host, thing)
        self._day = stack()

    def page_of(self, thing: Win) -> ft.Control:
        """Lay out every field."""
        self._day.controls = [self._dated(thing)]
        return stack(
            quiet(words.support.as_you_go),
            self.own_text("text", words.kept_list.my_words, lines=2),
            self._day,
            self.people(thing),
            self.topics.folded(words.kept_list.topics),
            *self._goals(thing),
            self.ending(thing),
        )

    def _dated(self, win: Win) -> ft.Control:
        said = words.win.day.format(day=words.moment.day(win.day))
        return button.buttons(button.second_button(said, self._pick, icon=ft.Icons.CALENDAR_TODAY_OUTLINED))

    def _pick(self) -> None:
        win = self.thing
        if win is not None:
            pick_day(self.host, win.day, self._was_on)

    def _was_on(self, day: date) -> None:
        win = self.thing if self.keep(day=day) else None
        if win is not None:
            fill(self._day, self._dated(win))

    def _goals(self, win: Win) -> list[ft.Control]:
        """What it may be a part of: what the person is moving towards now, and what was said before."""
        known = [one for one in self.host.session.goals.all if not one.ended or one.id == win.goal]
        if not known:
            return []
        said = words.win
        options = [*((str(one.id), opening(one.text)) for one in known), ("", said.no_goal)]
        now = win.goal if win.goal in {one.id for one in known} else None
        return [
            stack(
                heading(said.goal),
                choice.one_of(
                    said.goal, options, now or "", lambda goal: self.keep(goal=Id(goal) if goal else None)
                ),
                spacing=INSIDE,
            )
        ]


wins = partial(KeptListScreen, kind=WIN)
new_win = partial(NewKeptScreen, kind=WIN)
