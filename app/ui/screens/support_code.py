"""A contact as a code for a phone camera: which ways are in it, the code, and the same in words."""

from functools import partial

import flet as ft

from app import words
from app.domain.ids import Id
from app.domain.kept import Share
from app.domain.support import ContactWay, Support
from app.exports.qr import MOST_BYTES, png
from app.exports.vcard import copied_ways
from app.session.phone_number import shown
from app.ui.screen import Host, Place
from app.ui.screens.lasting import LastingScreen
from app.ui.widgets import button, choice
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.qr_code import qr_code
from app.ui.widgets.text import announced, body, heading, number, own_words, quiet
from app.words.direction import left_to_right

FILE_NAME = "code.png"


class SupportCodeScreen(LastingScreen):
    """Chooses the ways, none at first, and shows the code of those. Its picture can be saved."""

    place = Place.SUPPORTS

    def __init__(self, host: Host, support: str) -> None:
        super().__init__(host)
        self._id = Id(support)
        self._chosen: frozenset[Id] = frozenset()
        self._code = stack()

    @property
    def _support(self) -> Support | None:
        return self.host.session.supports.one(self._id)

    @property
    def title(self) -> str:
        """The heading."""
        support = self._support
        return words.qr.contact_title.format(name=support.name) if support else words.support.title

    def _begin(self) -> list[ft.Control]:
        said, support = words.qr, self._support
        if support is None:
            away = button.second_button(words.support.title, lambda: self.host.go("/supports"))
            return [body(words.shell.not_found), away]
        if support.share is Share.ONLY_ME:
            return [body(said.contact_only_me)]
        ways = copied_ways(support)
        if not ways:
            return [body(said.contact_no_ways)]
        self._code.controls = self._shown(support)
        return [
            card(*map(body, said.contact_what)),
            heading(said.contact_pick),
            stack(
                *(choice.check(self._said(way), False, partial(self._tick, way.id)) for way in ways),
                spacing=0,
            ),
            self._code,
            card(*map(body, said.not_locked)),
        ]

    def _said(self, way: ContactWay) -> str:
        value = left_to_right(shown(way, self.host.settings.region))
        return words.qr.contact_way.format(kind=words.support.way_kinds[way.kind], value=value)

    def _tick(self, way: Id, on: bool) -> None:
        self._chosen = self._chosen | {way} if on else self._chosen - {way}
        support = self._support
        if support is not None:
            fill(self._code, *self._shown(support))

    def _shown(self, support: Support, told: str = "") -> list[ft.Control]:
        """The code, and what it holds in words."""
        said = words.qr
        content = self.host.session.contacts.code(support, self._chosen)
        if not content:
            return [announced(said.contact_nothing)]
        if len(content) > MOST_BYTES:
            return [announced(said.contact_too_long)]
        ways = [way for way in copied_ways(support) if way.id in self._chosen]
        lines = [
            ft.Row([quiet(words.support.way_kinds[way.kind]), number(way.value)], wrap=True, run_spacing=0)
            for way in ways
        ]
        in_words = ", ".join([support.name, *(way.value for way in ways)])
        save = button.main_button(
            said.save_picture, partial(self._save, support, content), icon=ft.Icons.SAVE_ALT
        )
        return [
            qr_code(content, in_words),
            heading(said.contact_holds),
            card(own_words(support.name), *lines),
            *([announced(told)] if told else []),
            button.buttons(save),
        ]

    async def _save(self, support: Support, content: bytes) -> None:
        try:
            given = await self.host.save_file(FILE_NAME, png(content))
            told = words.qr.saved if given else words.export.not_given
        except (OSError, RuntimeError):  # RuntimeError is how Flet tells of a dialog that failed
            told = words.export.not_saved
        if self.host.unlocked and not self._left:
            fill(self._code, *self._shown(support, told))
