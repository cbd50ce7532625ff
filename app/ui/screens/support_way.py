"""One way to reach a support: its number or address, what to know before, whether to text first, and its hours."""

from dataclasses import replace
from typing import Any

import flet as ft

from app import words
from app.domain.support import PHONE_KINDS, ContactWay, Support
from app.ui.screen import Host
from app.ui.screens.kept_page import Fields
from app.ui.screens.support_hours import WayHours
from app.ui.screens.support_page import SupportPage
from app.ui.widgets import button, choice
from app.ui.widgets.card import stack
from app.ui.widgets.text import body, quiet


def way_path(support: Support, way: ContactWay) -> str:
    """The path of the screen of a way."""
    return f"/support/way/{support.id}.{way.id}"


class WayScreen(SupportPage):
    """Changes one way, the one with ``way_id``. ``way`` is the end of its path."""

    def __init__(self, host: Host, way: str) -> None:
        support, _, self.way_id = way.partition(".")
        super().__init__(host, support)
        self._hours = WayHours(self)

    @property
    def title(self) -> str:
        """The heading."""
        return words.support.way_title.format(name=super().title)

    @property
    def way(self) -> ContactWay | None:
        """The way as it is now, or None if it is gone."""
        support = self.support
        return next((way for way in support.ways if way.id == self.way_id), None) if support else None

    def page_of(self, support: Support) -> ft.Control:
        """Lay out everything that can be said of the way."""
        way, said = self.way, words.support
        if way is None:
            return stack(body(words.shell.not_found), button.second_button(support.name, self._away))
        return stack(
            quiet(said.as_you_go),
            self._text("value", said.way_values[way.kind]),
            self._text("note", said.way_note, hint=said.way_note_hint),
            *(self._text_first(way) if way.kind in PHONE_KINDS else ()),
            *self._hours.laid_out(way),
            self.done(self._away),
        )

    def change_way(self, **fields: Any) -> bool:
        """Save other fields of the way; False, and it was said why, if they could not be. DomainError if impossible."""
        return self.keep(**self._changed(**fields))

    def _changed(self, **fields: Any) -> Fields:
        support, now = self.support, self.way
        if support is None or now is None:
            return {}
        return {"ways": tuple(replace(way, **fields) if way == now else way for way in support.ways)}

    def _text(self, name: str, label: str, *, hint: str | None = None) -> ft.TextField:
        return self.text(
            f"way/{self.way_id}/{name}",
            label,
            lambda _: str(getattr(self.way, name, "")),
            lambda _, typed: self._changed(**{name: typed}),
            hint=hint,
        )

    def _text_first(self, way: ContactWay) -> list[ft.Control]:
        return [
            choice.yes_or_no(
                words.support.text_first, way.text_first, lambda on: self.change_way(text_first=on)
            ),
            quiet(words.support.text_first_help),
        ]

    def leave(self) -> None:
        """Save the words that were being typed; hours that stand whole in the form are added too."""
        super().leave()
        if self.way is not None and self._hours.begun:
            self._hours.add()

    def _away(self) -> None:
        if not self._hours.begun or self._hours.add():
            self.host.go(f"/support/{self._id}")
