"""The person's own words and pictures for the five levels."""

from dataclasses import dataclass

import flet as ft

from app import words
from app.domain.check_in import MOOD_LEVELS
from app.domain.errors import DomainError
from app.domain.mood_label import FACES, MoodLabel
from app.session import Session
from app.ui.screen import Host, Place, Screen
from app.ui.theme import BETWEEN, INSIDE
from app.ui.widgets import button, choice
from app.ui.widgets.card import fill, stack
from app.ui.widgets.draft_field import draft_field
from app.ui.widgets.field import refuse
from app.ui.widgets.mood import mood_mark
from app.ui.widgets.text import body, own_words, quiet


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One level as it stands in the list."""

    number: int
    face: str
    called: str


def levels(session: Session) -> tuple[Level, ...]:
    """Gather the five levels, the best first, each with every word for it."""
    called = session.vocabulary
    return tuple(
        Level(
            number=level,
            face=called.face(level),
            called=", ".join(label.words for label in called.labels(level)) or called.level(level),
        )
        for level in reversed(MOOD_LEVELS)
    )


class MoodLabelsScreen(Screen):
    """Lists the five levels."""

    place = Place.TODAY

    @property
    def title(self) -> str:
        """The heading."""
        return words.mood_label.title

    def content(self) -> ft.Control:
        """Lay out a row for each level."""
        return stack(
            body(words.mood_label.about), stack(*map(self._row, levels(self.host.session)), spacing=INSIDE)
        )

    def _row(self, level: Level) -> ft.Control:
        return button.onward_row(
            own_words(level.called),
            press=lambda: self.host.go(f"/moods/{level.number}"),
            name=words.mood_label.level.format(n=level.number, words=level.called),
            before=mood_mark(level.number, face=level.face),
        )


class MoodLevelScreen(Screen):
    """The words and pictures of one level. The first word names it; without one it has our name."""

    place = Place.TODAY

    def __init__(self, host: Host, level: str) -> None:
        super().__init__(host)
        self._level = int(level) if level in map(str, MOOD_LEVELS) else 0
        self._labels = stack()

    @property
    def title(self) -> str:
        """The heading."""
        return words.check_in.moods[str(self._level)] if self._level else words.mood_label.title

    def content(self) -> ft.Control:
        """Lay out the words that there are, and a field for the next."""
        if not self._level:
            return stack(body(words.shell.not_found))
        self._labels.controls = self._all()
        return stack(self._labels, button.buttons(button.main_button(words.shell.done, self.host.back)))

    def _kept(self) -> tuple[MoodLabel, ...]:
        return self.host.session.vocabulary.labels(self._level)

    def _all(self) -> list[ft.Control]:
        labels = self._kept()
        return [*map(self._one, labels), self._next(first=not labels)]

    # ------------------------------------------------------------ a word that is there

    def _one(self, label: MoodLabel) -> ft.Control:
        def rename() -> None:
            refuse(field, self._rename(label))

        field = draft_field(
            self.host, _draft(label.id), words.mood_label.words, label.words, left=rename, submit=rename
        )
        remove = words.mood_label.remove_word.format(words=label.words)
        return stack(
            ft.Row(
                [mood_mark(self._level, face=label.face), own_words(label.words)], spacing=BETWEEN, wrap=True
            ),
            field,
            quiet(words.mood_label.picture),
            self._pictures(label),
            button.buttons(button.erase_button(remove, lambda: self._remove(label))),
            spacing=INSIDE,
        )

    def _pictures(self, label: MoodLabel) -> ft.Control:
        def chosen(face: str) -> bool:
            saved = (
                self.host.attempt(lambda: self.host.session.mood_labels.change(label, face=face)) is not None
            )
            fill(self._labels, *self._all())
            return saved

        options = [(face, words.mood_label.pictures[face]) for face in ("", *FACES)]
        name = f"{words.mood_label.picture}: {label.words}"
        return choice.one_of(name, options, label.face, chosen)

    def _rename(self, label: MoodLabel) -> str | None:
        """Keep the word as it was typed. Returns what is wrong with it, or None."""
        verbs = self.host.session.mood_labels
        now = verbs.one(label.id)
        if now is None:
            return None
        typed = self.host.draft(_draft(label.id), now.words).strip()
        try:
            kept = typed == now.words or self.host.attempt(lambda: verbs.change(now, words=typed)) is not None
        except DomainError:
            return words.mood_label.too_long if typed else words.mood_label.blank
        if kept:
            self.host.session.drafts.drop(_draft(label.id))
        return None

    def _remove(self, label: MoodLabel) -> None:
        undo = self.host.attempt(lambda: self.host.session.mood_labels.remove(label))
        if undo is not None:
            self.host.session.drafts.drop(_draft(label.id))
            fill(self._labels, *self._all())
            self.host.say(words.mood_label.removed, undo)

    # ------------------------------------------------------------ one more

    def _next(self, *, first: bool) -> ft.Control:
        hint = words.mood_label.first.format(words=words.check_in.moods[str(self._level)]) if first else None
        key = f"mood_label/new/{self._level}"

        def add() -> None:
            typed = self.host.draft(key).strip()
            if not typed:
                return
            order = max((label.order for label in self._kept()), default=-1) + 1
            try:
                added = self.host.attempt(
                    lambda: self.host.session.mood_labels.add(level=self._level, words=typed, order=order)
                )
            except DomainError:
                refuse(field, words.mood_label.too_long)
                return
            if added is not None:
                self.host.session.drafts.drop(key)
                fill(self._labels, *self._all())

        label = words.mood_label.words if first else words.mood_label.another
        field = draft_field(self.host, key, label, hint=hint, submit=add)
        text = words.shell.save if first else words.mood_label.add
        return stack(
            field, button.buttons(button.second_button(text, add, icon=ft.Icons.ADD)), spacing=INSIDE
        )

    def leave(self) -> None:
        """Keep the words that were changed and not left yet."""
        for label in self._kept() if self._level else ():
            self._rename(label)


def _draft(label: str) -> str:
    return f"mood_label/{label}"
