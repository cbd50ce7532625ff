"""Today: one tap says how it is."""

from dataclasses import dataclass
from datetime import datetime

import flet as ft

from app import words
from app.domain.check_in import MOOD_LEVELS, CheckIn
from app.domain.coping_tool import CopingTool
from app.domain.ids import Id
from app.domain.own_word import WordKind
from app.session import Session
from app.ui.screen import SALVAGE, Host, Place, Screen
from app.ui.theme import BETWEEN, INSIDE
from app.ui.widgets import button
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.left_out import left_out_card
from app.ui.widgets.mood import mark_of, mood_mark
from app.ui.widgets.noticed import notice_card
from app.ui.widgets.text import announced, body, heading, own_words, quiet
from app.ui.widgets.tour import Tour


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One of the last check-ins."""

    path: str
    check_in: CheckIn
    mood: str
    moment: str
    feelings: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """What the screen shows."""

    recent: tuple[Line, ...]
    at_hand: CopingTool | None
    has_net: bool
    has_plan: bool


def today(session: Session) -> Today:
    """Gather what the screen shows."""
    now = session.now()
    return Today(
        recent=tuple(_line(session, check_in, now) for check_in in session.check_ins.recent),
        at_hand=next(iter(session.coping_tools.pinned), None),
        has_net=bool(session.safety_net.entries),
        has_plan=not session.safety_plan.plan.is_empty,
    )


def _line(session: Session, check_in: CheckIn, now: datetime) -> Line:
    called = session.vocabulary
    return Line(
        path=f"/check-in/{check_in.id}",
        check_in=check_in,
        mood=called.mood(check_in),
        moment=words.moment.moment(check_in.when, now=now),
        feelings=", ".join(called.word(WordKind.FEELING, key) for key in check_in.feelings),
    )


class TodayScreen(Screen):
    """Asks how it is, saves with one tap, and lists the last few check-ins."""

    place = Place.TODAY

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._noticed = ft.Container()
        self._left_out = ft.Container()
        self._top = stack()
        self._below = stack(spacing=INSIDE)
        self._tour = Tour(host)
        self._just_saved: Id | None = None
        self._carried: Id | None = None

    @property
    def title(self) -> str:
        """The heading."""
        return words.check_in.question

    def content(self) -> ft.Control:
        """Lay out the question and the last check-ins."""
        shown = today(self.host.session)
        carried = self.host.session.check_ins.one(self._carried) if self._carried else None
        self._carried = None
        self._top.controls = [self._saved(carried, shown) if carried else self._question()]
        self._below.controls = self._recent(shown)
        self._noticed.content = self._notice()
        self._left_out.content = left_out_card(self.host.session.left_out, self._put_left_out_aside)
        noticed = [one for one in (self._noticed, self._left_out) if one.content]
        tour = [] if self._tour.is_over else [self._tour.laid_out()]
        return stack(*noticed, self._top, *tour, self._below, spacing=BETWEEN)

    def begin(self) -> None:
        """Ask, also where something was saved just now."""
        if self._just_saved is not None:
            self._ask_again()

    def carry_on_from(self, before: Screen) -> None:
        """Go on offering to add to what was saved just now, or to take it back."""
        if isinstance(before, TodayScreen):
            self._carried = before._just_saved  # noqa: SLF001  # another of its own kind

    def _notice(self) -> ft.Control | None:
        session = self.host.session
        carry_on = self._carry_on if session.salvage.damaged else None
        return notice_card(
            session.notices, self._put_aside, look=lambda: self.host.go(SALVAGE), carry_on=carry_on
        )

    def _notice_again(self) -> None:
        if self._noticed.content is not None:
            self._noticed.content = self._notice()
            self._noticed.visible = self._noticed.content is not None
            self._noticed.update()

    def _carry_on(self) -> None:
        if self.host.attempt(self.host.session.salvage.carry_on) is not None:
            self.host.say(words.salvage.carried_on)
            self._notice_again()

    def _put_left_out_aside(self) -> None:
        self.host.session.put_left_out_aside()
        self._left_out.visible = False
        self._left_out.update()

    def _put_aside(self) -> None:
        self.host.session.put_notices_aside()
        self._notice_again()

    # ------------------------------------------------------------ asking

    def _question(self) -> ft.Control:
        self._just_saved = None
        moods = [self._mood(level) for level in reversed(MOOD_LEVELS)]
        return stack(*moods, self._cannot_name(), spacing=INSIDE)

    def _mood(self, level: int) -> ft.Control:
        called = self.host.session.vocabulary
        name = called.level(level)
        mark = mood_mark(level, face=called.face(level))
        return button.row_button(
            ft.Row([mark, ft.Container(body(name), expand=True)], spacing=BETWEEN),
            lambda: self._save(mood=level),
            name=name,
        )

    def _cannot_name(self) -> ft.Control:
        name = words.check_in.cannot_name
        return button.row_button(
            ft.Row([mood_mark(None), ft.Container(body(name), expand=True)], spacing=BETWEEN),
            lambda: self._save(cannot_name=True),
            name=name,
        )

    def _save(self, *, mood: int | None = None, cannot_name: bool = False) -> None:
        saved = self.host.attempt(
            lambda: self.host.session.check_ins.record(mood=mood, cannot_name=cannot_name)
        )
        if saved is not None:
            shown = today(self.host.session)
            fill(self._top, self._saved(saved, shown))
            self._notice_again()
            fill(self._below, *self._recent(shown))

    # ------------------------------------------------------------ saved

    def _saved(self, check_in: CheckIn, shown: Today) -> ft.Control:
        self._just_saved = check_in.id
        session = self.host.session
        more = button.main_button(
            words.check_in.add_more, lambda: self.host.go(f"/check-in/{check_in.id}"), icon=ft.Icons.ADD
        )
        undo = button.second_button(words.shell.undo, lambda: self._take_back(check_in), icon=ft.Icons.UNDO)
        called = ft.Container(own_words(session.vocabulary.mood(check_in)), expand=True)
        mark = ft.Row([mark_of(session, check_in, size=56), called], spacing=BETWEEN)
        ways = [more, *self._body_first(check_in), undo]
        saved = card(mark, announced(words.check_in.saved), button.buttons(*ways), spacing=BETWEEN)
        offers = self._offers(shown) if check_in.is_low else []
        again = button.buttons(button.quiet_button(words.check_in.another, self._ask_again))
        return stack(saved, *offers, again)

    def _body_first(self, check_in: CheckIn) -> list[ft.Control]:
        """Where a feeling has no name, the body may have something to tell."""
        if not check_in.cannot_name:
            return []
        path = f"/check-in/list/{check_in.id}-body_signals"
        return [
            button.second_button(
                words.check_in.body_first, lambda: self.host.go(path), icon=ft.Icons.ACCESSIBILITY_NEW
            )
        ]

    def _offers(self, shown: Today) -> list[ft.Control]:
        """At most three, offered and never opened: what is at hand, people, and the plan."""
        offers: list[ft.Control] = []
        tool = shown.at_hand
        if tool is not None:
            try_it = words.check_in.offer_tool.format(name=tool.name)
            offers.append(button.second_button(try_it, lambda: self.host.go(f"/tool/{tool.id}")))
        if shown.has_net:
            offers.append(button.second_button(words.check_in.offer_net, lambda: self.host.go("/safety-net")))
        if shown.has_plan:
            offers.append(button.second_button(words.check_in.offer_plan, lambda: self.host.go("/plan/read")))
        if not offers:
            return []
        nothing = button.quiet_button(words.check_in.offer_nothing, self._ask_again)
        return [card(body(words.check_in.after_low), button.pile(*offers, nothing))]

    def _ask_again(self) -> None:
        fill(self._top, self._question())

    def _take_back(self, check_in: CheckIn) -> None:
        if self.host.attempt(lambda: self.host.session.check_ins.remove(check_in)) is not None:
            fill(self._top, announced(words.check_in.taken_back), self._question())
            fill(self._below, *self._recent(today(self.host.session)))

    # ------------------------------------------------------------ lately

    def _recent(self, shown: Today) -> list[ft.Control]:
        if not shown.recent:
            return [quiet(words.check_in.none_yet)]
        return [heading(words.check_in.recent), *map(self._row, shown.recent)]

    def _row(self, line: Line) -> ft.Control:
        said = [body(line.mood), quiet(line.moment)] + ([quiet(line.feelings)] if line.feelings else [])
        name = words.check_in.open_one.format(mood=line.mood, moment=line.moment)
        return button.onward_row(
            *said,
            before=mark_of(self.host.session, line.check_in, size=32),
            press=lambda: self.host.go(line.path),
            name=f"{name}, {line.feelings}" if line.feelings else name,
        )
