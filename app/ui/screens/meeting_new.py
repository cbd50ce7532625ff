"""A new meeting in one line: a few words, or with whom. Everything else can be said afterwards."""

import flet as ft

from app import words
from app.domain.errors import DomainError
from app.domain.ids import Id
from app.domain.someone import Someone
from app.ui.screen import Place, Screen
from app.ui.screens.meetings import path_of
from app.ui.widgets import button, field
from app.ui.widgets.card import stack
from app.ui.widgets.draft_field import draft_field
from app.ui.widgets.folded import folded
from app.ui.widgets.text import heading

_LINE, _WITH = "meeting/new/line", "meeting/new/with"


class NewMeetingScreen(Screen):
    """Adds a meeting of today."""

    place = Place.GROWING

    @property
    def title(self) -> str:
        """The heading."""
        return words.meeting.add

    def content(self) -> ft.Control:
        """Lay out the line, and the supports."""
        said, supports = words.meeting, self.host.session.supports.all
        self._line = draft_field(
            self.host, _LINE, said.line, hint=said.line_hint, submit=self._save, autofocus=True
        )
        people = folded(
            lambda: heading(said.with_whom),
            words.kept_list.choose_people,
            [(one.id, one.name) for one in supports],
            lambda: self._picked,
            self._pick,
        )
        save = button.buttons(button.main_button(said.save, self._save))
        return stack(self._line, *([people] if supports else []), save)

    @property
    def _picked(self) -> tuple[Id, ...]:
        """The ids of those that were picked and are still here."""
        known = self.host.session.supports.by_id
        return tuple(Id(one) for one in self.host.draft(_WITH).split() if one in known)

    def _pick(self, key: str, on: bool) -> None:
        rest = [one for one in self._picked if one != key]
        self.host.keep_draft(_WITH, " ".join([*rest, key] if on else rest))

    def _save(self) -> None:
        session = self.host.session
        people = tuple(Someone(support=one) for one in self._picked)
        line = self.host.draft(_LINE).strip()
        try:
            meeting = self.host.attempt(
                lambda: session.meetings.add(with_whom=people, worth_remembering=line)
            )
        except DomainError as error:
            blank = error.rule == "blank"
            field.refuse(self._line, words.meeting.blank_new if blank else words.shell.too_long)
            return
        if meeting is not None:
            session.drafts.drop(_LINE, _WITH)
            self.host.go(path_of(meeting))
