"""Meetings as a list, newest first: what is to come back to on top, found by a word."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import flet as ft

from app import words
from app.domain.check_in import CheckIn
from app.domain.history import plain
from app.domain.ids import Id
from app.domain.meeting import Meeting
from app.domain.support import Support
from app.session import Session
from app.ui.screen import GIVING, MEETINGS, Host, Place, Screen
from app.ui.screens.kept_by_topic import ByTopic
from app.ui.screens.kept_topics import topic_names
from app.ui.widgets import button
from app.ui.widgets.card import fill, stack
from app.ui.widgets.door_row import door_row
from app.ui.widgets.draft_field import draft_field
from app.ui.widgets.in_parts import in_parts
from app.ui.widgets.meeting_said import called, gist, moment
from app.ui.widgets.text import body, heading, quiet, row_name

Texts = dict[Id, str]
"""All that is said in a meeting, without case and accents, by its id."""

FIND_FROM = 8
"""From so many on they can be found by a word."""

_FIND = f"{MEETINGS.removeprefix('/')}/find"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One meeting in a list: what it is called, a few words of it, and when it was, with its topics."""

    path: str
    name: str
    gist: str
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What the list shows: what is to come back to now, and the meetings that were looked for, newest first."""

    waiting: tuple[Line, ...]
    found: tuple[Meeting, ...]


def shown(session: Session, typed: str, texts: Texts | None = None, *, topic: str = "") -> Shown:
    """Gather what the list shows. All words that are typed must stand somewhere in a meeting of the topic, if one is given.

    ``texts`` are kept by whoever asks again with the next letter, so that nothing is looked up twice.
    """
    wanted, all_ = plain(typed).split(), session.meetings.all
    if topic:
        all_ = tuple(one for one in all_ if topic in one.topics)
    if not wanted:
        if topic:
            return Shown(waiting=(), found=all_)
        waiting = tuple(_waiting(session, session.meetings.to_come_back_to))
        return Shown(waiting=waiting, found=all_)
    known = {} if texts is None else texts
    known.update({one.id: _text(session, one) for one in all_ if one.id not in known})
    return Shown(
        waiting=(), found=tuple(one for one in all_ if all(word in known[one.id] for word in wanted))
    )


def line_of(session: Session, meeting: Meeting) -> Line:
    """Return the line of a meeting in a list."""
    name, about = called(session, meeting), gist(meeting)
    when = " · ".join(filter(None, (moment(meeting), topic_names(session, meeting.topics))))
    return Line(path=path_of(meeting), name=name, gist="" if name == about else about, when=when)


def path_of(meeting: Meeting) -> str:
    """Return where a meeting is shown."""
    return f"/meeting/{meeting.id}"


def note_with(host: Host, support: Support) -> None:
    """Note a meeting of today with a support, and open it."""
    _opened(host, lambda: host.session.meetings.note_with(support))


def note_from(host: Host, check_in: CheckIn) -> None:
    """Note the meeting that a check-in was, and open it. The check-in must say with whom."""
    _opened(host, lambda: host.session.meetings.note_from(check_in))


def _opened(host: Host, note: Callable[[], Meeting]) -> None:
    meeting = host.attempt(note)
    if meeting is not None:
        host.go(path_of(meeting))


def _text(session: Session, meeting: Meeting) -> str:
    said = (meeting.worth_remembering, meeting.received, meeting.gave, meeting.follow_up)
    return plain("\n".join((session.vocabulary.named(meeting.with_whom), *said)))


def _waiting(session: Session, meetings: Iterable[Meeting]) -> Iterable[Line]:
    for one in meetings:
        name, text = called(session, one), one.follow_up.strip()
        when = f"{name} · {moment(one)}" if text else moment(one)
        yield Line(path=path_of(one), name=text or name, gist="", when=when)


class MeetingsScreen(Screen):
    """Lists meetings, and adds to them."""

    place = Place.GROWING

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._found = stack()
        self._by_topic = ByTopic(host, f"{MEETINGS.removeprefix('/')}/topic", self._again)
        self._texts: Texts = {}

    @property
    def title(self) -> str:
        """The heading."""
        return words.meeting.title

    def content(self) -> ft.Control:
        """Lay out the list."""
        said, known = words.meeting, self.host.session.meetings.all
        add = button.buttons(
            button.main_button(said.add, lambda: self.host.go("/meeting/new"), icon=ft.Icons.ADD)
        )
        if not known:
            return stack(body(said.empty), add)
        self._found.controls = self._listed()
        find = (
            [draft_field(self.host, _FIND, said.find, typed=self._again)] if len(known) >= FIND_FROM else []
        )
        giving = door_row(said.giving, said.giving_about, lambda: self.host.go(GIVING))
        narrow = self._by_topic.laid_out(one.topics for one in known)
        return stack(quiet(said.intro), add, *find, *narrow, self._found, giving)

    def leave(self) -> None:
        """Forget what was looked for."""
        self._by_topic.drop()
        self.host.session.drafts.drop(_FIND)

    def _listed(self) -> list[ft.Control]:
        said, session = words.meeting, self.host.session
        now = shown(session, self.host.draft(_FIND), self._texts, topic=self._by_topic.topic)
        if not now.found:
            return self._by_topic.none() or [quiet(said.none_found)]
        listed = in_parts(now.found, lambda one: line_row(self.host, line_of(session, one)), said.show_more)
        if not now.waiting:
            return [listed]
        waiting = in_parts(now.waiting, lambda line: line_row(self.host, line), said.show_more)
        return [heading(said.waiting), waiting, heading(said.earlier), listed]

    def _again(self) -> None:
        fill(self._found, *self._listed())


def line_row(host: Host, line: Line) -> ft.Control:
    """A meeting in a list, to be opened."""
    about = [body(line.gist)] if line.gist else []
    opened = words.meeting.open_one.format(name=line.name)
    return button.onward_row(
        row_name(line.name),
        *about,
        quiet(line.when),
        press=lambda: host.go(line.path),
        name=", ".join(filter(None, (opened, line.gist, line.when))),
    )
