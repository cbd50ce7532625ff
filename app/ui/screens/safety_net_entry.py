"""One place in the safety net: what for, what I could say, and what may happen if I call."""

import flet as ft

from app import words
from app.domain.errors import DomainError
from app.domain.ids import Id
from app.domain.safety_net import Purpose, SafetyNetEntry
from app.ui.screen import Host, Place, Screen
from app.ui.theme import INSIDE
from app.ui.widgets import button, choice, field
from app.ui.widgets.card import fill, stack
from app.ui.widgets.draft_field import draft_field
from app.ui.widgets.text import body, heading, quiet

_TEXTS = ("what_i_could_say", "what_may_happen")


class SafetyNetEntryScreen(Screen):
    """Each choice is saved at once, each text when the person moves on."""

    place = Place.SUPPORTS

    def __init__(self, host: Host, entry: str) -> None:
        super().__init__(host)
        self._id = Id(entry)
        self._examples = stack(spacing=INSIDE)

    @property
    def _entry(self) -> SafetyNetEntry | None:
        return next((entry for entry in self.host.session.safety_net.entries if entry.id == self._id), None)

    @property
    def title(self) -> str:
        """The heading."""
        entry = self._entry
        support = self.host.session.supports.one(entry.support) if entry else None
        return support.name if support else words.safety_net.title

    def content(self) -> ft.Control:
        """Lay out what can be said of this place."""
        entry, said = self._entry, words.safety_net
        if entry is None:
            return stack(body(words.shell.not_found), button.second_button(said.title, self._done))
        options = [(one.value, said.purposes[one]) for one in Purpose]
        support = entry.support
        self._say = self._text(entry, "what_i_could_say", said.say)
        self._examples.controls = [button.buttons(button.quiet_button(said.say_stuck, self._show_examples))]
        away = button.second_button(said.take_out, self._take_out, icon=ft.Icons.CLOSE)
        ways = button.line_button(
            words.support.ways, lambda: self.host.go(f"/support/{support}"), icon=ft.Icons.CHEVRON_RIGHT
        )
        return stack(
            heading(said.purposes_title),
            quiet(said.purposes_help),
            choice.any_of(options, entry.purposes, self._purpose),
            heading(said.say),
            quiet(said.say_help),
            self._say,
            self._examples,
            heading(said.expect_title),
            self._text(entry, "what_may_happen", said.expect_title, hint=said.expect_hint),
            ways,
            button.buttons(button.main_button(words.shell.done, self._done), away),
            spacing=INSIDE,
        )

    # ------------------------------------------------------------ texts

    def _key(self, name: str) -> str:
        return f"safety_net/{self._id}/{name}"

    def _text(self, entry: SafetyNetEntry, name: str, label: str, *, hint: str | None = None) -> ft.TextField:
        kept = str(getattr(entry, name))
        return draft_field(self.host, self._key(name), label, kept, hint=hint, lines=2, left=self.leave)

    def _show_examples(self) -> None:
        said = words.safety_net
        offered = [
            button.line_button(said.say_take.format(words=one), lambda one=one: self._take(one))  # type: ignore[misc]
            for one in said.say_examples
        ]
        fill(self._examples, *offered)

    def _take(self, example: str) -> None:
        """Put an example after what stands there already: nothing that was typed is lost."""
        entry = self._entry
        if entry is None:
            return
        key = self._key("what_i_could_say")
        before = self.host.draft(key, entry.what_i_could_say).strip()
        self._say.value = f"{before}\n{example}" if before else example
        self.host.keep_draft(key, self._say.value)
        field.refuse(self._say, None)
        self.leave()

    def leave(self) -> None:
        """Save the words that were being typed."""
        for name in _TEXTS:
            entry = self._entry
            if entry is None:
                return
            kept = str(getattr(entry, name))
            text = self.host.draft(self._key(name), kept)
            if text == kept or self._keep(entry, **{name: text.strip()}):
                self.host.session.drafts.drop(self._key(name))

    # ------------------------------------------------------------ saving

    def _purpose(self, key: str, on: bool) -> bool:
        entry = self._entry
        if entry is None:
            return False
        rest = {*entry.purposes} - {Purpose(key)}
        wanted = rest | {Purpose(key)} if on else rest
        return self._keep(entry, purposes=tuple(one for one in Purpose if one in wanted))

    def _keep(self, entry: SafetyNetEntry, **fields: object) -> bool:
        try:
            return self.host.attempt(lambda: self.host.session.safety_net.change(entry, **fields)) is not None
        except DomainError:
            self.host.say(words.shell.too_long)
            return False

    def _take_out(self) -> None:
        entry, name = self._entry, self.title
        undo = self.host.attempt(lambda: self.host.session.safety_net.remove(entry)) if entry else None
        if undo is not None:
            self._done()
            self.host.say(words.safety_net.removed.format(name=name), undo)

    def _done(self) -> None:
        self.host.go("/safety-net")
