"""One reflection, and their list, where a question can be chosen to begin from."""

from typing import Any

import flet as ft

from app import words
from app.domain.reflection import Prompt, Reflection
from app.session import Session
from app.ui.screen import REFLECTIONS, Host
from app.ui.screens.kept_kind import ListedKind, why
from app.ui.screens.kept_list import KeptListScreen
from app.ui.screens.practice_page import PracticePage
from app.ui.theme import INSIDE
from app.ui.widgets import button, choice
from app.ui.widgets.card import fill, stack
from app.ui.widgets.text import announced, heading


def about(session: Session, one: Reflection) -> str:
    """Return what it began from, with whom, and the day."""
    prompt = words.reflection.prompts[one.prompt] if one.prompt is not Prompt.FREE else ""
    known = (prompt, session.vocabulary.named(one.with_people), words.moment.day(one.created_at))
    return " · ".join(filter(None, known))


REFLECTION: ListedKind[Reflection] = ListedKind(
    stem="reflection",
    page="/reflection/",
    listed=REFLECTIONS,
    icon=ft.Icons.CHAT_BUBBLE_OUTLINE,
    said=words.reflection,
    verbs=lambda session: session.reflections,
    hidden=lambda one: one.put_away,
    why=why,
    about=about,
    texts=lambda one: (one.text,),
)


class ReflectionsScreen(KeptListScreen):
    """Lists reflections. A question to begin from can be chosen before the first word."""

    _PROMPT = "reflection/prompt"

    def __init__(self, host: Host) -> None:
        super().__init__(host, REFLECTION)
        self._questions, self._question = stack(), stack()

    @property
    def _prompt(self) -> Prompt:
        kept = self.host.draft(self._PROMPT)
        return Prompt(kept) if kept in set(Prompt) else Prompt.FREE

    def before_field(self) -> list[ft.Control]:
        """The questions, folded until one is wanted, and the one that is chosen in full."""
        self._question.controls = [announced(words.reflection.questions[self._prompt])]
        self._questions.controls = [self._folded()]
        return [self._questions, self._question]

    def _folded(self) -> ft.Control:
        if self._prompt is not Prompt.FREE:
            return _prompts(self._prompt, self._begin)
        return button.line_button(words.reflection.begin, self._unfold, icon=ft.Icons.EXPAND_MORE)

    def _unfold(self) -> None:
        fill(self._questions, _prompts(self._prompt, self._begin))

    def _begin(self, value: str) -> None:
        self.host.keep_draft(self._PROMPT, value)
        fill(self._question, announced(words.reflection.questions[self._prompt]))

    def more_of_new(self) -> dict[str, Any]:
        """The question it begins from."""
        return {"prompt": self._prompt}

    def after_new(self) -> None:
        """Begin the next one without a question."""
        self.host.session.drafts.drop(self._PROMPT)
        self._begin(Prompt.FREE)
        fill(self._questions, self._folded())
        super().after_new()


class ReflectionScreen(PracticePage[Reflection]):
    """Shows and changes one reflection."""

    kind = REFLECTION

    def __init__(self, host: Host, thing: str) -> None:
        super().__init__(host, thing)
        self._question = stack()

    def page_of(self, thing: Reflection) -> ft.Control:
        """Lay out the question, the words, and with whom it was."""
        said = words.reflection
        self._question.controls = [announced(said.questions[thing.prompt])]
        return stack(
            self._question,
            self.own_text("text", words.kept_list.my_words, lines=5),
            self.people(thing),
            self.topics.folded(words.kept_list.topics),
            _prompts(thing.prompt, self._begin),
            self.ending(thing),
        )

    def _begin(self, value: str) -> bool:
        kept = self.keep(prompt=Prompt(value))
        if kept:
            fill(self._question, announced(words.reflection.questions[Prompt(value)]))
        return kept


def _prompts(now: Prompt, chosen: Any) -> ft.Control:
    said = words.reflection
    options = [(one.value, said.prompts[one]) for one in Prompt]
    return stack(heading(said.begin), choice.one_of(said.begin, options, now, chosen), spacing=INSIDE)
