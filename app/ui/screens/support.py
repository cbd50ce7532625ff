"""One support: its name, what it is, how close, and the ways to reach it."""

import flet as ft

from app import words
from app.domain.errors import DomainError
from app.domain.kept import Share
from app.domain.support import Support, SupportForm, SupportKind
from app.ui.screen import Host, Place, Screen
from app.ui.screens.kept_topics import Topics
from app.ui.screens.meetings import note_with
from app.ui.screens.support_page import SupportPage, why
from app.ui.screens.support_place import PlaceOnMap
from app.ui.screens.support_ways import Ways
from app.ui.theme import INSIDE
from app.ui.widgets import button, choice, field
from app.ui.widgets.card import stack
from app.ui.widgets.door_row import door_row
from app.ui.widgets.text import heading, quiet


class NewSupportScreen(Screen):
    """Adds a support by its name alone; everything else can be said afterwards."""

    place = Place.SUPPORTS
    _NAME, _KIND = "support/new/name", "support/new/kind"

    @property
    def title(self) -> str:
        """The heading."""
        return words.support.new_title

    def content(self) -> ft.Control:
        """Lay out the name and the kind."""
        self._name = field.field(
            words.support.name,
            self.host.draft(self._NAME),
            lambda text: self.host.keep_draft(self._NAME, text),
            hint=words.support.name_hint,
            submit=self._save,
            autofocus=True,
        )
        kinds = [(kind.value, words.support.kinds[kind]) for kind in SupportKind]
        now = self.host.draft(self._KIND, SupportKind.PERSON)
        return stack(
            self._name,
            heading(words.support.kind),
            choice.one_of(
                words.support.kind, kinds, now, lambda kind: self.host.keep_draft(self._KIND, kind)
            ),
            button.buttons(button.main_button(words.support.save, self._save)),
        )

    def _save(self) -> None:
        session = self.host.session
        name = self.host.draft(self._NAME).strip()
        kind = SupportKind(self.host.draft(self._KIND, SupportKind.PERSON))
        try:
            support = self.host.attempt(lambda: session.supports.add(name, kind=kind))
        except DomainError as error:
            field.refuse(self._name, why(error))
            return
        if support is not None:
            session.drafts.drop(self._NAME, self._KIND)
            self.host.go(f"/support/{support.id}")


class SupportScreen(SupportPage):
    """Changes one support: where it stands, how it is reached, what it is. Three more pages say more of it."""

    def __init__(self, host: Host, support: str) -> None:
        super().__init__(host, support)
        self._ways, self._map, self._topics = Ways(self), PlaceOnMap(self), Topics(self)

    def page_of(self, support: Support) -> ft.Control:
        """Lay out every field of the support."""
        said = words.support
        in_net = self.host.session.safety_net.of(self._id) is not None
        more = [
            door_row(title, "", lambda path=path: self.host.go(path))  # type: ignore[misc]
            for title, path in (
                (words.support_more.between, f"/support/between/{self._id}"),
                (words.support_more.agreement, f"/support/agreed/{self._id}"),
                (words.came_from.title, f"/support/came/{self._id}"),
                (words.qr.contact_way_in, f"/support/code/{self._id}"),
            )
        ]
        return stack(
            quiet(said.as_you_go),
            *self._ways.laid_out(support),
            choice.yes_or_no(said.in_net, in_net, self._put_in_net),
            stack(*more, spacing=INSIDE),
            self._meeting(support),
            *self._map.laid_out(support),
            heading(said.kind),
            self.choices("kind", said.kind, SupportKind, support.kind, said.kinds),
            heading(words.support_more.form),
            self.choices(
                "form", words.support_more.form, SupportForm, support.form, words.support_more.forms,
                unsaid=words.support_more.not_said,
            ),
            *self._topics.laid_out(words.support_more.topics),
            heading(words.support_map.shown_to_others),
            choice.yes_or_no(
                words.support_more.share, support.share is Share.MAY_BE_SHARED, self._let_be_shared
            ),
            heading(said.about),
            self.own_text("name", said.name),
            self.own_text("note", said.note, lines=3),
            self.done(self._done, button.erase_button(said.delete, self._delete)),
        )  # fmt: skip

    def carry_on_from(self, before: Screen) -> None:
        """Go on with the form for another way where it was asked for."""
        if isinstance(before, SupportScreen):
            self._ways.wanted = before._ways.wanted  # noqa: SLF001  # another of its own kind

    def _meeting(self, support: Support) -> ft.Control:
        note = words.meeting.add_with.format(name=support.name)
        press = button.second_button(note, lambda: note_with(self.host, support), icon=ft.Icons.ADD)
        return button.buttons(press)

    def _let_be_shared(self, on: bool) -> bool:
        return self.keep(share=Share.MAY_BE_SHARED if on else Share.ONLY_ME)

    def _put_in_net(self, on: bool) -> bool:
        net = self.host.session.safety_net
        entry = net.of(self._id)
        if on:
            return self.host.attempt(lambda: net.add(self._id)) is not None
        return entry is None or self.host.attempt(lambda: net.remove(entry)) is not None

    def leave(self) -> None:
        """Save the words that were being typed; a way that stands whole in the form is added too."""
        super().leave()
        if self.support is not None and self._ways.begun:
            self._ways.add()

    def _done(self) -> None:
        if not self._ways.begun or self._ways.add():
            self._away()

    def _away(self) -> None:
        self.host.go("/supports")

    def _delete(self) -> None:
        support = self.support
        if support is None:
            return
        undo = self.host.attempt(lambda: self.host.session.remove_support(support))
        if undo is not None:
            self.host.session.drafts.drop(f"support/{self._id}/")
            self._away()
            self.host.say(words.support.deleted.format(name=support.name), undo)
