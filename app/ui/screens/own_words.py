"""The words of one list: which of them are offered, and what the person's own are called."""

import flet as ft

from app import words
from app.domain.errors import DomainError
from app.domain.ids import Id
from app.domain.own_word import WordKind
from app.session.vocabulary import Word
from app.ui.screen import Host, Place, Screen
from app.ui.theme import INSIDE
from app.ui.widgets import choice
from app.ui.widgets.card import stack
from app.ui.widgets.draft_field import draft_field
from app.ui.widgets.field import refuse
from app.ui.widgets.text import body, heading


class OwnWordsScreen(Screen):
    """Offers words or hides them, and renames the person's own. Where a word was picked it stays."""

    place = Place.TODAY

    def __init__(self, host: Host, kind: str) -> None:
        super().__init__(host)
        self._kind = WordKind(kind) if kind in set(WordKind) else None

    @property
    def title(self) -> str:
        """The heading."""
        return words.check_in.lists[self._kind] if self._kind is not None else words.check_in.title

    def content(self) -> ft.Control:
        """Lay out the person's own words, and ours below."""
        if self._kind is None:
            return stack(body(words.shell.not_found))
        listed = self.host.session.vocabulary.list(self._kind)
        mine = [one for one in listed if one.mine]
        controls: list[ft.Control] = [body(words.check_in.about_lists)]
        if mine:
            controls += [heading(words.check_in.my_words), *map(self._mine, mine)]
        controls.append(heading(words.check_in.our_words))
        controls.append(stack(*(self._offered(one) for one in listed if not one.mine), spacing=INSIDE))
        return stack(*controls)

    def _mine(self, one: Word) -> ft.Control:
        def rename() -> None:
            refuse(field, self._rename(Id(one.key)))

        field = draft_field(
            self.host, _draft(one.key), words.check_in.word, one.text, left=rename, submit=rename
        )
        return stack(field, self._offered(one), spacing=INSIDE)

    def _offered(self, one: Word) -> ft.Control:
        def changed(on: bool) -> bool:
            kind = self._kind
            if kind is None:
                return False
            show = self.host.session.vocabulary.show
            return self.host.attempt(lambda: (show(kind, one.key, hidden=not on), True)) is not None

        name = words.check_in.offer_word.format(word=one.text)
        return choice.yes_or_no(
            words.check_in.offered if one.mine else one.text, not one.hidden, changed, name=name
        )

    def _rename(self, key: Id) -> str | None:
        """Keep the word as it was typed. Returns what is wrong with it, or None; then it stays a draft."""
        verbs = self.host.session.own_words
        own = verbs.one(key)
        if own is None:
            return None
        typed = self.host.draft(_draft(key), own.word).strip()
        try:
            kept = typed == own.word or self.host.attempt(lambda: verbs.change(own, word=typed)) is not None
        except DomainError:
            return words.check_in.word_too_long if typed else words.check_in.word_blank
        if kept:
            self.host.session.drafts.drop(_draft(key))
        return None

    def leave(self) -> None:
        """Keep the words that were changed and not left yet."""
        for own in self.host.session.own_words.all:
            if own.kind is self._kind:
                self._rename(own.id)


def _draft(key: str) -> str:
    return f"own_word/{key}"
