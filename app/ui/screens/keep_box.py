"""The keep box as a list: names, what each is, and who it is from. No photo shows itself here."""

from dataclasses import dataclass

import flet as ft

from app import words
from app.domain.keep_item import KeepItem
from app.session import Session
from app.ui.screen import Place, Screen
from app.ui.widgets import button
from app.ui.widgets.card import stack
from app.ui.widgets.door_row import door_row
from app.ui.widgets.in_parts import in_parts
from app.ui.widgets.text import body, quiet


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing in the list."""

    id: str
    name: str
    about: str


def box(session: Session) -> tuple[Line, ...]:
    """Gather what the list shows."""
    return tuple(
        Line(id=one.id, name=one.name, about=" · ".join((kind_of(one), *from_whom(session, one))))
        for one in session.keep_items.all
    )


def kind_of(thing: KeepItem) -> str:
    """What a thing is, in a word."""
    if thing.file is None:
        return words.keep_box.kinds["words"]
    return words.keep_box.kinds["photo" if thing.file.medium.is_photo else "sound"]


def from_whom(session: Session, thing: KeepItem) -> tuple[str, ...]:
    """Who a thing is from, in a line; nothing where that was not said, or nobody knows any more."""
    name = session.vocabulary.someone(thing.from_whom) if thing.from_whom is not None else ""
    return (words.keep_box.from_said.format(name=name),) if name else ()


class KeepBoxScreen(Screen):
    """Lists what is in the keep box, and adds to it."""

    place = Place.GROWING

    @property
    def title(self) -> str:
        """The heading."""
        return words.keep_box.title

    def content(self) -> ft.Control:
        """Lay out the list."""
        said, lines = words.keep_box, box(self.host.session)
        add = button.buttons(
            button.main_button(said.add, lambda: self.host.go("/keep/new"), icon=ft.Icons.ADD)
        )
        if not lines:
            return stack(body(said.empty), add)
        return stack(quiet(said.intro), add, in_parts(lines, self._row, said.show_more))

    def _row(self, line: Line) -> ft.Control:
        return door_row(line.name, line.about, lambda: self.host.go(f"/keep/{line.id}"))
