"""A copy of contacts for a phone: whose, exactly what goes along, and that the file is not locked."""

from functools import partial

import flet as ft

from app import words
from app.domain.ids import Id
from app.exports.vcard import FILE_NAME, copied_ways
from app.ui.screen import Host, Place
from app.ui.screens.lasting import LastingScreen
from app.ui.theme import INSIDE
from app.ui.widgets import button
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.contact import contact
from app.ui.widgets.text import announced, body, quiet


class ContactsCopyScreen(LastingScreen):
    """Chooses supports, none at first, and hands their contacts over as a file."""

    place = Place.SUPPORTS

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._chosen: frozenset[Id] = frozenset()
        self._foot = stack(spacing=INSIDE)

    @property
    def title(self) -> str:
        """The heading."""
        return words.contacts.copy_title

    def _begin(self) -> list[ft.Control]:
        said, offered = words.contacts, self.host.session.contacts.offered
        back = self.host.session.contacts.kept_back
        kept_back = [quiet(said.only_me(back))] if back else []
        if not offered:
            return [body(said.copy_nobody), *kept_back]
        rows = [
            contact(
                one.name,
                copied_ways(one),
                (),
                self.host.settings.region,
                ticked=one.id in self._chosen,
                changed=partial(self._tick, one.id),
            )
            for one in offered
        ]
        self._foot.controls = self._buttons()
        return [
            card(*map(body, said.copy_what)),
            stack(*rows, spacing=INSIDE),
            *kept_back,
            card(*map(body, said.not_locked)),
            self._foot,
        ]

    def _tick(self, support: Id, on: bool) -> None:
        self._chosen = self._chosen | {support} if on else self._chosen - {support}
        fill(self._foot, *self._buttons())

    def _buttons(self) -> list[ft.Control]:
        said = words.contacts
        save = button.main_button(said.copy_save, self._save, icon=ft.Icons.CONTACT_PAGE_OUTLINED)
        return [body(said.chosen(len(self._chosen))), button.pile(save)]

    async def _save(self) -> None:
        said = words.contacts
        if not self._chosen:
            self._say(said.nobody)
            return
        try:
            given = await self.host.save_file(FILE_NAME, self.host.session.contacts.copy(self._chosen))
        except (OSError, RuntimeError):  # RuntimeError is how Flet tells of a dialog that failed
            self._say(said.copy_not_saved)
        else:
            self._say(said.copy_saved if given else said.copy_not_given)

    def _say(self, text: str) -> None:
        fill(self._foot, announced(text), *self._buttons())
