"""A list of kept things of one kind: a line to add, the newest first, found by a word or a topic, and what is put away."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import flet as ft

from app import words
from app.domain.history import plain
from app.session import Session
from app.ui.screen import Host, Place, Screen
from app.ui.screens.coping_tools import FIND_FROM
from app.ui.screens.kept_by_topic import ByTopic
from app.ui.screens.kept_kind import ListedKind, add_line, opening
from app.ui.screens.kept_topics import topic_names
from app.ui.theme import INSIDE
from app.ui.widgets import button
from app.ui.widgets.card import fill, stack
from app.ui.widgets.draft_field import draft_field
from app.ui.widgets.in_parts import in_parts
from app.ui.widgets.shown import refresh
from app.ui.widgets.text import body, heading, quiet, row_name


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Line:
    """One thing in the list."""

    path: str
    text: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Shown:
    """What the list shows of what was looked for: what is offered, and what is put away. A row is made when it is seen."""

    here: tuple[Any, ...]
    away: tuple[Any, ...]


def shown(session: Session, kind: ListedKind[Any], typed: str = "", topic: str = "") -> Shown:
    """Gather what the list shows. All letters that are typed must stand in a text of it."""
    wanted = plain(typed.strip())
    found = [
        one
        for one in kind.verbs(session).all
        if wanted in plain("\n".join(kind.texts(one))) and (not topic or topic in one.topics)
    ]
    return Shown(
        here=tuple(one for one in found if not kind.hidden(one)),
        away=tuple(one for one in found if kind.hidden(one)),
    )


def line_of(session: Session, kind: ListedKind[Any], one: Any) -> Line:
    """Gather what the row of a thing shows."""
    about = " · ".join(filter(None, (kind.about(session, one), topic_names(session, one.topics))))
    return Line(path=f"{kind.page}{one.id}", text=opening(kind.text(one)), about=about)


class KeptListScreen(Screen):
    """Lists what there is of a kind, and adds to it in one line."""

    place = Place.GROWING

    def __init__(self, host: Host, kind: ListedKind[Any]) -> None:
        super().__init__(host)
        self.kind, self._said = kind, kind.said
        self._new, self._find, self._away = (f"{kind.stem}/{name}" for name in ("new", "find", "away"))
        self._by_topic = ByTopic(host, f"{kind.stem}/topic", self._narrowed)
        self._examples = stack(spacing=INSIDE)
        self._intro, self._finding, self._found = stack(), stack(), stack()

    @property
    def title(self) -> str:
        """The heading."""
        return self._said.title

    def content(self) -> ft.Control:
        """Lay out the line to add, and the list."""
        self._again(told=False)
        return stack(self._intro, *self.adding(), self._finding, self._found)

    def leave(self) -> None:
        """Forget what was looked for. A line that was begun stays."""
        self._by_topic.drop()
        self.host.session.drafts.drop(self._find, self._away)

    # ------------------------------------------------------------ adding

    def adding(self, *, autofocus: bool = False) -> list[ft.Control]:
        """The field for a new line, its buttons, and the place of the examples."""
        said = self._said
        self._field = draft_field(
            self.host, self._new, said.new, hint=said.new_hint, submit=self._add, autofocus=autofocus
        )
        add = button.main_button(words.shell.add, self._add, icon=ft.Icons.ADD)
        stuck = button.quiet_button(
            words.safety_plan.stuck, self._show_examples, icon=ft.Icons.LIGHTBULB_OUTLINE
        )
        self._examples.controls = []
        return [*self.before_field(), self._field, button.buttons(add, stuck), self._examples]

    def before_field(self) -> list[ft.Control]:
        """What a kind asks before the line."""
        return []

    def more_of_new(self) -> dict[str, Any]:
        """What a kind keeps of a new thing besides the line."""
        return {}

    def after_new(self) -> None:
        """Show the new thing."""
        self._again()

    def _add(self) -> None:
        undo = add_line(self.host, self.kind, self._new, self._field, **self.more_of_new())
        if undo is not None:
            self.host.session.drafts.drop(self._find)  # so that it is in sight
            self._by_topic.drop()
            self.after_new()
            self.host.say(words.shell.saved, undo)

    def _show_examples(self) -> None:
        uses = [
            button.line_button(words.plan_writing.use_example.format(text=text), partial(self._use, text))
            for text in self._said.examples
        ]
        fill(self._examples, heading(words.plan_writing.examples), stack(*uses, spacing=0))

    def _use(self, text: str) -> None:
        """Put an example into the field, where it is the person's to change or to save."""
        self.host.keep_draft(self._new, text)
        self._field.value = text
        self._field.update()

    # ------------------------------------------------------------ the list

    def _again(self, *, told: bool = True) -> None:
        known, finding = self.kind.verbs(self.host.session).all, self._find_by()
        self._intro.controls = [quiet(self._said.intro) if known else body(self._said.empty)]
        self._finding.controls = finding
        self._found.controls = self._listed()
        if told:
            for part in (self._intro, self._finding, self._found):
                refresh(part)

    def _listed(self) -> list[ft.Control]:
        typed, topic = self.host.draft(self._find), self._by_topic.topic
        now = shown(self.host.session, self.kind, typed, topic)
        texts = words.kept_list
        here = [in_parts(now.here, self._row, texts.show_more)] if now.here else []
        if not here and (typed.strip() or topic):
            here = [quiet(texts.none_of_topic if topic else texts.none_found)]
        return [*here, *self._put_away(now.away)]

    def _put_away(self, things: tuple[Any, ...]) -> list[ft.Control]:
        if not things:
            return []
        if self.host.draft(self._away):
            return [
                heading(self._said.away_title),
                in_parts(things, self._row, words.kept_list.show_more),
            ]

        def show() -> None:
            self.host.keep_draft(self._away, "shown")
            fill(self._found, *self._listed())

        return [button.line_button(self._said.show_away(len(things)), show, icon=ft.Icons.EXPAND_MORE)]

    def _row(self, one: Any) -> ft.Control:
        line = line_of(self.host.session, self.kind, one)
        return row(line, lambda: self.host.go(line.path))

    # ------------------------------------------------------------ finding

    def _find_by(self) -> list[ft.Control]:
        """A field that finds, where there are many, and the topics that some of them have."""
        known = self.kind.verbs(self.host.session).all
        find = [draft_field(self.host, self._find, words.kept_list.find, typed=self._narrowed)]
        narrow = self._by_topic.laid_out(one.topics for one in known)
        return [*(find if len(known) >= FIND_FROM else []), *narrow]

    def _narrowed(self) -> None:
        fill(self._found, *self._listed())


class NewKeptScreen(KeptListScreen):
    """Adds one of a kind, from wherever one is, and goes back there."""

    @property
    def title(self) -> str:
        """The heading."""
        return self._said.one

    def content(self) -> ft.Control:
        """Lay out the line to add."""
        return stack(*self.adding(autofocus=True))

    def after_new(self) -> None:
        """Go back to where one was."""
        self.host.back()


def row(line: Line, press: Callable[[], object]) -> ft.Control:
    """A row that leads to a thing: its words, and below them what is to be known of it."""
    said = words.kept_list.open_one.format(text=line.text)
    text = row_name(line.text)
    about = [quiet(line.about)] if line.about else []
    return button.onward_row(text, *about, press=press, name=f"{said}, {line.about}" if line.about else said)
