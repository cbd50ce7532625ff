"""One learning: what it is, who it came from, whose words they are, and to whom it went."""

from functools import partial

import flet as ft

from app import words
from app.domain.learning import Learning, LearningKind, TheirYes
from app.session import Session
from app.ui.screen import LEARNINGS, Host
from app.ui.screens.kept_kind import ListedKind, why
from app.ui.screens.kept_list import KeptListScreen, NewKeptScreen
from app.ui.screens.practice_page import PracticePage
from app.ui.theme import INSIDE
from app.ui.widgets import choice
from app.ui.widgets.card import fill, stack
from app.ui.widgets.text import heading, quiet


def about(session: Session, one: Learning) -> str:
    """Return who it came from."""
    return session.vocabulary.named(one.learned_from)


LEARNING: ListedKind[Learning] = ListedKind(
    stem="learning",
    page="/learning/",
    listed=LEARNINGS,
    icon=ft.Icons.LIGHTBULB_OUTLINE,
    said=words.learning,
    verbs=lambda session: session.learnings,
    hidden=lambda one: one.put_away,
    why=why,
    about=about,
    texts=lambda one: (one.text, one.before, one.now),
)


class LearningScreen(PracticePage[Learning]):
    """Shows and changes one learning. Each choice is saved at once, each text when the person moves on."""

    kind = LEARNING

    def __init__(self, host: Host, thing: str) -> None:
        super().__init__(host, thing)
        self._views, self._yes = stack(), stack(spacing=INSIDE)

    def page_of(self, thing: Learning) -> ft.Control:
        """Lay out every field. What was thought before is asked where it is about seeing it differently."""
        said = words.learning
        kinds = [(one, said.kinds[one]) for one in (*LearningKind, "")]
        self._views.controls, self._yes.controls = self._both_views(thing), self._asked(thing)
        return stack(
            quiet(words.support.as_you_go),
            self.own_text("text", said.one, lines=2),
            heading(said.kind),
            choice.one_of(said.kind, kinds, thing.kind or "", self._chosen),
            self._views,
            self.people(thing),
            choice.yes_or_no(said.their_words, thing.their_words, self._theirs),
            self._yes,
            self.topics.folded(words.kept_list.topics),
            self.ending(thing),
        )

    def _chosen(self, value: str) -> bool:
        self.keep_texts()
        kept = self.keep(kind=LearningKind(value) if value else None)
        thing = self.thing
        if thing is not None:
            fill(self._views, *self._both_views(thing))
        return kept

    def _both_views(self, thing: Learning) -> list[ft.Control]:
        """What was thought before and is thought now: where that is what it is about, or where something is said of it."""
        if thing.kind is not LearningKind.NEW_WAY and not thing.before and not thing.now:
            return []
        said = words.learning
        return [self.own_text("before", said.before, lines=2), self.own_text("now", said.now, lines=2)]

    def _theirs(self, on: bool) -> bool:
        return self._asked_again(their_words=on)

    def _asked(self, thing: Learning) -> list[ft.Control]:
        if not thing.their_words:
            return []
        said = words.learning
        answers = [(one, said.answers[one]) for one in ("", *TheirYes)]
        first = [] if thing.may_pass_on else [quiet(said.ask_first)]
        ask = choice.one_of(said.their_yes, answers, thing.their_yes or "", self._answered)
        return [heading(said.their_yes), ask, *first]

    def _answered(self, value: str) -> bool:
        return self._asked_again(their_yes=TheirYes(value) if value else None)

    def _asked_again(self, **fields: object) -> bool:
        kept = self.keep(**fields)
        thing = self.thing
        if thing is not None:
            fill(self._yes, *self._asked(thing))
        return kept


learnings = partial(KeptListScreen, kind=LEARNING)
new_learning = partial(NewKeptScreen, kind=LEARNING)
