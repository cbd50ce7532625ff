"""One meeting: with whom, when, what came to me and what I gave, and what to come back to. Saved as it is given."""

from datetime import date, datetime, time

import flet as ft

from app import words
from app.domain.errors import DomainError
from app.domain.meeting import Meeting
from app.session.meeting import MeetingVerbs
from app.ui.screen import MEETINGS, Host, Place
from app.ui.screens.kept_page import KeptPage
from app.ui.screens.kept_people import People
from app.ui.screens.kept_topics import Topics
from app.ui.theme import INSIDE
from app.ui.widgets import button, choice
from app.ui.widgets.card import fill, stack
from app.ui.widgets.day_picker import pick_day
from app.ui.widgets.text import announced, heading, quiet


def why(error: DomainError) -> str:
    """The sentence for a value that a meeting cannot have."""
    sentences = {
        ("meeting", "blank"): words.meeting.blank,
        ("someone", "blank"): words.meeting.blank_person,
    }
    return sentences.get((error.field, error.rule), words.shell.too_long)


class MeetingScreen(KeptPage[Meeting]):
    """Changes one meeting. Each choice is saved at once, each text when the person moves on."""

    place = Place.GROWING
    stem = "meeting"
    listed = MEETINGS

    def __init__(self, host: Host, meeting: str) -> None:
        super().__init__(host, meeting)
        self._people = People(self, "with_whom", other=words.meeting.other, add=words.meeting.add_other)
        self._topics = Topics(self)
        self._when, self._follow_up = stack(spacing=INSIDE), stack(spacing=INSIDE)

    @property
    def verbs(self) -> MeetingVerbs:
        """What is done with meetings."""
        return self.host.session.meetings

    @property
    def list_title(self) -> str:
        """What the list of meetings is called."""
        return words.meeting.title

    def why(self, error: DomainError) -> str:
        """The sentence for a value that a meeting cannot have."""
        return why(error)

    @property
    def title(self) -> str:
        """The heading."""
        meeting = self.thing
        named = self.host.session.vocabulary.named(meeting.with_whom) if meeting else ""
        return named or words.meeting.meeting_of

    def page_of(self, thing: Meeting) -> ft.Control:
        """Lay out every field of the meeting."""
        said = words.meeting
        self._when.controls = self._moment(thing)
        self._follow_up.controls = self._to_come(thing)
        return stack(
            quiet(words.support.as_you_go),
            self._said("received", said.received, said.received_hint),
            self._said("gave", said.gave, said.gave_hint),
            self.own_text("worth_remembering", said.worth_remembering, lines=3),
            *self._people.laid_out(said.with_whom),
            heading(said.when),
            self._when,
            heading(said.follow_up_title),
            self._said("follow_up", said.follow_up, said.follow_up_hint),
            self._follow_up,
            self._topics.folded(words.kept_list.topics),
            self.done(self._done, button.erase_button(said.delete, self._delete)),
        )

    def _said(self, name: str, label: str, hint: str) -> ft.Control:
        return self.text(
            name, label, lambda one: str(getattr(one, name)), lambda _, text: {name: text}, lines=2, hint=hint
        )

    # ------------------------------------------------------------ when

    def _moment(self, meeting: Meeting, wrong: str = "") -> list[ft.Control]:
        said, when = words.meeting, meeting.when
        clock = words.moment.time_of_day(when) if meeting.time_known else said.time_unknown
        day = button.second_button(
            words.check_in.date.format(date=words.moment.day(when)),
            self._pick_day,
            icon=ft.Icons.CALENDAR_TODAY_OUTLINED,
        )
        hour = button.second_button(said.time.format(time=clock), self._pick_time, icon=ft.Icons.SCHEDULE)
        forget = [button.quiet_button(said.forget_time, lambda: self._move(when, known=False))]
        row = button.buttons(day, hour, *(forget if meeting.time_known else []))
        return [row, announced(wrong)] if wrong else [row]

    def _pick_day(self) -> None:
        meeting = self.thing
        if meeting is not None:
            when, known = meeting.when, meeting.time_known

            def picked(day: date) -> None:
                self._move(datetime.combine(day, when.timetz()), known=known)

            pick_day(self.host, when.date(), picked)

    def _pick_time(self) -> None:
        meeting = self.thing
        if meeting is not None:
            when = meeting.when

            def picked(event: ft.Event[ft.TimePicker]) -> None:
                clock = event.control.value
                if isinstance(clock, time):
                    self._move(datetime.combine(when.date(), clock, when.tzinfo), known=True)

            self.host.show(ft.TimePicker(value=when.time(), on_change=picked))

    def _move(self, when: datetime, *, known: bool) -> None:
        wrong = words.check_in.in_future if known and when > self.host.session.now() else ""
        if not wrong:
            self.keep(when=when, time_known=known)
        meeting = self.thing
        if meeting is not None:
            fill(self._when, *self._moment(meeting, wrong))

    # ------------------------------------------------------------ what to come back to

    def _to_come(self, meeting: Meeting) -> list[ft.Control]:
        said, day = words.meeting, meeting.follow_up_on
        shown = words.moment.day(day) if day else said.day_not_said
        pick = button.second_button(
            said.follow_up_on.format(day=shown), self._pick_follow_up, icon=ft.Icons.CALENDAR_TODAY_OUTLINED
        )
        if day is None:
            return [button.buttons(pick)]
        forget = button.quiet_button(said.forget_day, lambda: self._come_back(None))
        done = choice.yes_or_no(said.followed_up, meeting.followed_up, lambda on: self.keep(followed_up=on))
        return [button.buttons(pick, forget), quiet(said.shown_here), done]

    def _pick_follow_up(self) -> None:
        meeting = self.thing
        if meeting is not None:
            pick_day(self.host, meeting.follow_up_on, self._come_back, to_come=True)

    def _come_back(self, day: date | None) -> None:
        """Keep another day, or none: it is not done then."""
        meeting = self.thing if self.keep(follow_up_on=day, followed_up=False) else None
        if meeting is not None:
            fill(self._follow_up, *self._to_come(meeting))

    # ------------------------------------------------------------ leaving

    def leave(self) -> None:
        """Save the words that were being typed; a name that stands in a field is added too."""
        super().leave()
        if self.thing is not None and self._people.begun:
            self._people.add()

    def _done(self) -> None:
        if not self._people.begun or self._people.add():
            self.host.back()

    def _delete(self) -> None:
        self.keep_texts()  # so that undo brings them back too
        meeting = self.thing
        if meeting is None:
            return
        undo = self.host.attempt(lambda: self.verbs.remove(meeting))
        if undo is not None:
            self.host.session.drafts.drop(f"{self.stem}/{meeting.id}/")
            self.host.back()
            self.host.say(words.meeting.deleted, undo)
