"""One hope: what it is, what is in the way, the smallest step, how it stands, and that it is found."""

import flet as ft

from app import words
from app.domain.errors import DomainError
from app.domain.hope import HopeState
from app.domain.support import Support, SupportForm
from app.ui.screen import HOPES, Host, Place
from app.ui.screens.kept_topics import Topics
from app.ui.screens.support_page import SupportPage
from app.ui.widgets import button, choice
from app.ui.widgets.card import card, stack
from app.ui.widgets.text import body, heading, quiet

_OPEN = (HopeState.HOPING, HopeState.LOOKING, HopeState.NOT_NOW)


class HopeScreen(SupportPage):
    """Changes one hope. It is a support, so it drafts and is kept as one."""

    place = Place.GROWING
    listed = HOPES

    def __init__(self, host: Host, support: str) -> None:
        super().__init__(host, support)
        self._topics = Topics(self)

    @property
    def list_title(self) -> str:
        """What the list of hopes is called."""
        return words.support_hope.list_title

    def why(self, error: DomainError) -> str:
        """The sentence for a value that a hope cannot have."""
        blank = (error.field, error.rule) == ("name", "blank")
        return words.support_hope.blank if blank else super().why(error)

    def page_of(self, support: Support) -> ft.Control:
        """Lay out every field of the hope."""
        said, more = words.support_hope, words.support_more
        return stack(
            quiet(words.support.as_you_go),
            *self._standing(support),
            self.own_text("name", said.hope),
            self.hope_text("in_the_way"),
            self.hope_text("smallest_step", hint=said.smallest_step_hint),
            heading(more.form),
            self.choices("form", more.form, SupportForm, support.form, more.forms, unsaid=more.not_said),
            *self._topics.laid_out(said.topics),
            self.done(lambda: self.host.go(HOPES), *self._more(support)),
        )

    def _standing(self, support: Support) -> list[ft.Control]:
        """Where it stands and the one press that makes a support of it; of one that is found, that it is."""
        said = words.support_hope
        if support.hoping not in _OPEN:
            opened = button.second_button(said.open_support, self._to_support)
            return [card(body(said.is_found), button.buttons(opened))]
        options = [(one.value, said.states[one]) for one in _OPEN]
        found = button.second_button(said.found_it, self._found, icon=ft.Icons.SPA_OUTLINED)
        return [
            heading(said.stands),
            choice.one_of(said.stands, options, support.hoping, self._say),
            card(button.buttons(found), quiet(said.found_help)),
        ]

    def _more(self, support: Support) -> list[ft.Control]:
        if support.hoping not in _OPEN:
            return []
        said = words.support_hope
        return [
            button.quiet_button(said.on_my_map, self._to_support),
            button.erase_button(said.remove, self._remove),
        ]

    def _say(self, stands: str) -> bool:
        support = self.support
        if support is None:
            return False
        verbs = self.host.session.hopes
        return self.host.attempt(lambda: verbs.say(support, HopeState(stands))) is not None

    def _found(self) -> None:
        """Make it a support that is here, with its words, and go there."""
        self.keep_texts()
        support = self.support
        if support is None:
            return
        undo = self.host.attempt(lambda: self.host.session.hopes.say(support, HopeState.FOUND))
        if undo is not None:
            self._to_support()
            self.host.say(words.support_hope.found.format(name=support.name), undo)

    def _remove(self) -> None:
        support = self.support
        if support is None:
            return
        undo = self.host.attempt(lambda: self.host.session.remove_support(support))
        if undo is not None:
            self.host.session.drafts.drop(f"support/{support.id}/")
            self.host.go(HOPES)
            self.host.say(words.support_hope.removed.format(name=support.name), undo)

    def _to_support(self) -> None:
        self.host.go(f"/support/{self._id}")
