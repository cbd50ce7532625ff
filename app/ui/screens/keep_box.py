"""The keep box as a list: names, what each is, and who it is from. No photo shows itself here."""

from dataclasses import dataclass

import flet as ft

from app import words
from app.domain.keep_item import KeepItem
from app.session import Session
from app.ui.screen import Host, Place, Screen
from app.ui.screens.kept_by_topic import ByTopic
from app.ui.screens.kept_topics import topic_names
from app.ui.widgets import button
from app.ui.widgets.card import fill, stack
from app.ui.widgets.door_row import door_row
from app.ui.widgets.in_parts import in_parts
from app.ui.widgets.text import body, quiet


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing in the list."""

    id: str
    name: str
    about: str


def box(session: Session, topic: str = "") -> tuple[Line, ...]:
    """Gather what the list shows: all of it, or what is about a topic."""
    return tuple(_line(session, one) for one in session.keep_items.all if not topic or topic in one.topics)


def _line(session: Session, one: KeepItem) -> Line:
    known = (kind_of(one), *from_whom(session, one), topic_names(session, one.topics))
    return Line(id=one.id, name=one.name, about=" · ".join(filter(None, known)))


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

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._by_topic = ByTopic(host, "keep_item/topic", self._again)
        self._list = stack()

    @property
    def title(self) -> str:
        """The heading."""
        return words.keep_box.title

    def content(self) -> ft.Control:
        """Lay out the list."""
        said, known = words.keep_box, self.host.session.keep_items.all
        add = button.buttons(
            button.main_button(said.add, lambda: self.host.go("/keep/new"), icon=ft.Icons.ADD)
        )
        if not known:
            return stack(body(said.empty), add)
        self._list.controls = self._listed()
        narrow = self._by_topic.laid_out(one.topics for one in known)
        return stack(quiet(said.intro), add, *narrow, self._list)

    def leave(self) -> None:
        """Forget what the list was narrowed to."""
        self._by_topic.drop()

    def _listed(self) -> list[ft.Control]:
        lines = box(self.host.session, self._by_topic.topic)
        return [in_parts(lines, self._row, words.keep_box.show_more)] if lines else self._by_topic.none()

    def _again(self) -> None:
        fill(self._list, *self._listed())

    def _row(self, line: Line) -> ft.Control:
        return door_row(line.name, line.about, lambda: self.host.go(f"/keep/{line.id}"))
