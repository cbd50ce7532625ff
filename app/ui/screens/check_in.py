"""One check-in: everything that can be added to it, saved as it is given."""

from dataclasses import dataclass
from typing import Any

import flet as ft

from app import words
from app.domain.check_in import MOOD_LEVELS, CheckIn, Energy, FeltConnected
from app.domain.errors import DomainError
from app.domain.ids import Id
from app.session import Session
from app.ui.screen import Host, Screen
from app.ui.screens.check_in_list import LISTS, List
from app.ui.screens.meetings import note_from
from app.ui.theme import INSIDE
from app.ui.widgets import button, choice, field
from app.ui.widgets.card import fill, stack
from app.ui.widgets.moment_picker import moment_buttons
from app.ui.widgets.text import announced, body, heading, own_words, quiet

_CANNOT_NAME = "cannot_name"
_NO_MOOD = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One list of a check-in: what it asks, and what was picked."""

    path: str
    title: str
    picked: str


def rows(session: Session, check_in: CheckIn) -> tuple[Row, ...]:
    """Gather the lists, in the order in which they are asked for. Where no feeling has a name the body comes first."""
    names = list(LISTS)
    if check_in.cannot_name:
        names.insert(0, names.pop(names.index("body_signals")))
    return tuple(_row(session, check_in, name, LISTS[name]) for name in names)


def _row(session: Session, check_in: CheckIn, name: str, one: List) -> Row:
    picked = ", ".join(one.name(session, key) for key in getattr(check_in, name))
    return Row(path=f"/check-in/list/{check_in.id}-{name}", title=one.title(), picked=picked)


def moods(session: Session, check_in: CheckIn) -> list[tuple[str, str]]:
    """Gather what can be said of the mood: each level by the person's own words for it, or else by ours."""
    called = session.vocabulary
    options = []
    for level in reversed(MOOD_LEVELS):
        labels = called.labels(level)
        options += [(f"{level}/{label.id}", label.words) for label in labels] or [
            (str(level), called.level(level))
        ]
    now = _of(check_in, session)
    if now not in dict(options) and check_in.mood:
        options.append((now, called.mood(check_in)))  # a word that is offered no more
    return [*options, (_CANNOT_NAME, words.check_in.cannot_name), (_NO_MOOD, words.check_in.nothing_said)]


def _of(check_in: CheckIn, session: Session) -> str:
    """The option that says what a check-in says."""
    if check_in.mood is None:
        return _CANNOT_NAME if check_in.cannot_name else _NO_MOOD
    label = check_in.label if check_in.label and session.mood_labels.one(check_in.label) else None
    label = label or next((one.id for one in session.vocabulary.labels(check_in.mood)), None)
    return f"{check_in.mood}/{label}" if label else str(check_in.mood)


class CheckInScreen(Screen):
    """Changes one check-in. Each choice is saved at once; the note is a draft until the person moves on."""

    def __init__(self, host: Host, check_in: str) -> None:
        super().__init__(host)
        self._id = Id(check_in)
        self._draft = f"check_in/{check_in}/note"
        self._when = stack(spacing=INSIDE)

    @property
    def title(self) -> str:
        """The heading."""
        return words.check_in.title

    @property
    def _check_in(self) -> CheckIn | None:
        return self.host.session.check_ins.one(self._id)

    def content(self) -> ft.Control:
        """Lay out every field of the check-in."""
        check_in = self._check_in
        if check_in is None:
            return stack(body(words.shell.not_found), button.second_button(words.shell.to_today, self._done))
        self._when.controls = self._moment(check_in)
        return stack(
            quiet(words.check_in.as_you_go),
            self._mood(check_in),
            stack(*map(self._list, rows(self.host.session, check_in)), spacing=INSIDE),
            heading(words.check_in.energy),
            self._energy(check_in),
            heading(words.check_in.felt_connected),
            self._connected(check_in),
            heading(words.check_in.note),
            self._note(check_in),
            self._practised(),
            heading(words.check_in.when),
            self._when,
            *self._came_from(check_in),
            *self._meeting(check_in),
            button.buttons(
                button.main_button(words.shell.done, self._done),
                button.erase_button(words.shell.delete, self._delete),
            ),
        )

    # ------------------------------------------------------------ choices

    def _mood(self, check_in: CheckIn) -> ft.Control:
        now = _of(check_in, self.host.session)

        def chosen(value: str) -> bool:
            level, _, label = value.partition("/")
            mood = int(level) if level.isdecimal() else None
            return self._save(
                mood=mood, label=Id(label) if label else None, cannot_name=value == _CANNOT_NAME
            )

        change = button.quiet_button(
            words.mood_label.change, lambda: self.host.go("/moods"), icon=ft.Icons.TUNE
        )
        return stack(
            heading(words.check_in.mood),
            choice.one_of(words.check_in.mood, moods(self.host.session, check_in), now, chosen),
            button.buttons(change),
            spacing=INSIDE,
        )

    def _list(self, row: Row) -> ft.Control:
        said: list[ft.Control] = [body(row.title)]
        said += [own_words(row.picked)] if row.picked else []
        return button.onward_row(
            *said,
            press=lambda: self.host.go(row.path),
            name=f"{row.title}: {row.picked}" if row.picked else row.title,
        )

    def _energy(self, check_in: CheckIn) -> ft.Control:
        options = [(value, words.check_in.energies[value]) for value in (*Energy, "")]
        return choice.one_of(
            words.check_in.energy,
            options,
            check_in.energy or "",
            lambda value: self._save(energy=Energy(value) if value else None),
        )

    def _connected(self, check_in: CheckIn) -> ft.Control:
        options = [(value, words.check_in.connections[value]) for value in (*reversed(FeltConnected), "")]
        return choice.one_of(
            words.check_in.felt_connected,
            options,
            check_in.felt_connected or "",
            lambda value: self._save(felt_connected=FeltConnected(value) if value else None),
        )

    # ------------------------------------------------------------ when

    def _moment(self, check_in: CheckIn, wrong: str | None = None) -> list[ft.Control]:
        picker = moment_buttons(self.host, check_in.when, self._move, time_known=check_in.time_known)
        return [picker, announced(wrong)] if wrong else [picker]

    def _move(self, when: Any) -> None:
        wrong = words.check_in.in_future if when > self.host.session.now() else None
        if wrong is None:
            self._save(when=when, time_known=True)
        check_in = self._check_in
        if check_in is not None:
            fill(self._when, *self._moment(check_in, wrong))

    def _came_from(self, check_in: CheckIn) -> list[ft.Control]:
        """The row of another app's file, as it was."""
        if not check_in.source_text:
            return []
        came = words.check_in.came_from.format(source=words.check_in.sources[check_in.source])
        return [heading(came), quiet(check_in.source_text)]

    def _meeting(self, check_in: CheckIn) -> list[ft.Control]:
        """Where it says with whom, a press that keeps it as a meeting too."""
        if not check_in.with_supports:
            return []
        note = button.second_button(words.meeting.from_check_in, self._note_meeting, icon=ft.Icons.ADD)
        return [button.buttons(note)]

    def _note_meeting(self) -> None:
        check_in = self._check_in
        if check_in is not None:
            note_from(self.host, check_in)

    # ------------------------------------------------------------ the note

    def _note(self, check_in: CheckIn) -> ft.Control:
        return field.field(
            words.check_in.note,
            self.host.draft(self._draft, check_in.note),
            lambda text: self.host.keep_draft(self._draft, text),
            hint=words.check_in.note_hint,
            lines=3,
            left=self.leave,
        )

    def _practised(self) -> ft.Control:
        """What came of it that is worth a line of its own."""
        return button.buttons(
            button.quiet_button(words.win.note, lambda: self.host.go("/win/new")),
            button.quiet_button(words.learning.note, lambda: self.host.go("/learning/new")),
        )

    def leave(self) -> None:
        """Save the note that was being typed."""
        check_in = self._check_in
        if check_in is None:
            return
        note = self.host.draft(self._draft, check_in.note)
        if note == check_in.note or self._save(note=note):
            self.host.session.drafts.drop(self._draft)

    # ------------------------------------------------------------ saving

    def _save(self, **fields: Any) -> bool:
        check_in = self._check_in
        if check_in is None:
            return False
        try:
            return (
                self.host.attempt(lambda: self.host.session.check_ins.change(check_in, **fields)) is not None
            )
        except DomainError:
            self.host.say(words.shell.too_long)
            return False

    def _done(self) -> None:
        self.host.back()

    def _delete(self) -> None:
        self.leave()  # so that undo brings back the note too
        check_in = self._check_in
        if check_in is None:
            return
        undo = self.host.attempt(lambda: self.host.session.check_ins.remove(check_in))
        if undo is not None:
            self.host.session.drafts.drop(self._draft)
            self.host.back()
            self.host.say(words.check_in.deleted, undo)
