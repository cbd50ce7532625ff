"""One list of a check-in: words are found by typing, picked with a tap, and added where there is none that fits."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import flet as ft

from app import words
from app.domain.check_in import CheckIn
from app.domain.errors import DomainError
from app.domain.feeling import Family
from app.domain.gone_name import GoneName
from app.domain.ids import Id
from app.domain.own_word import WordKind
from app.session import Session
from app.ui.screen import Host, Screen
from app.ui.theme import INSIDE
from app.ui.widgets import button, choice
from app.ui.widgets.card import fill, stack
from app.ui.widgets.draft_field import draft_field
from app.ui.widgets.field import clear, refuse
from app.ui.widgets.shown import refresh
from app.ui.widgets.text import announced, body, heading, quiet, subheading

_A_LITTLE, _A_LOT, _AS_IT_IS = "a_little", "a_lot", ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """Something that can be picked."""

    key: str
    text: str
    family: Family | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class List:
    """One list: what it asks, what it offers besides what is picked, and what a key in it is called.

    ``kind`` is of the words it holds; None where it holds supports, coping tools or topics.
    """

    title: Callable[[], str]
    offered: Callable[[Session], tuple[Option, ...]]
    name: Callable[[Session, str], str]
    kind: WordKind | None = None
    empty: Callable[[], str] = str


def _of_words(kind: WordKind, title: Callable[[], str]) -> List:
    def offered(session: Session) -> tuple[Option, ...]:
        known = session.vocabulary.list(kind)
        return tuple(Option(key=one.key, text=one.text, family=one.family) for one in known if not one.hidden)

    return List(
        title=title,
        offered=offered,
        name=lambda session, key: session.vocabulary.word(kind, key),
        kind=kind,
    )


def _helper(session: Session, key: str) -> str:
    """What a support or a coping tool is called."""
    return session.vocabulary.helper(Id(key)) or words.check_in.unknown_helper


def _supports(session: Session) -> tuple[Option, ...]:
    return tuple(Option(key=one.id, text=one.name) for one in session.supports.all)


def _helpers(session: Session) -> tuple[Option, ...]:
    """What may have helped: what is at hand, other coping tools, and supports."""
    at_hand = session.coping_tools.pinned
    rest = (one for one in session.coping_tools.all if one not in at_hand and not one.put_away)
    return (*(Option(key=one.id, text=one.name) for one in (*at_hand, *rest)), *_supports(session))


LISTS = {
    "feelings": _of_words(WordKind.FEELING, lambda: words.check_in.feelings),
    "body_signals": _of_words(WordKind.BODY_SIGNAL, lambda: words.check_in.body_signals),
    "with_supports": List(
        title=lambda: words.check_in.with_whom,
        offered=_supports,
        name=_helper,
        empty=lambda: words.check_in.no_supports,
    ),
    "where": _of_words(WordKind.WHERE, lambda: words.check_in.where),
    "doing": _of_words(WordKind.DOING, lambda: words.check_in.doing),
    "topics": List(
        title=lambda: words.check_in.topics,
        offered=lambda session: tuple(
            Option(key=one.id, text=one.name) for one in session.topics.all if not one.hidden
        ),
        name=lambda session, key: session.vocabulary.topic(Id(key)),
        empty=lambda: words.check_in.no_topics,
    ),
    "what_helped": List(
        title=lambda: words.check_in.what_helped,
        offered=_helpers,
        name=_helper,
        empty=lambda: words.check_in.no_helpers,
    ),
}
"""The lists, by the field of a check-in that holds what was picked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a list shows for what is typed: the words that hold it, and whether it could be added as a new one."""

    options: tuple[Option, ...]
    can_add: bool


def shown(session: Session, check_in: CheckIn, name: str, typed: str) -> Shown:
    """Gather the list. What is picked stands in it even where it is offered no more."""
    one, wanted = LISTS[name], typed.strip().casefold()
    offered = one.offered(session)
    known = {option.key for option in offered}
    picked = tuple(
        Option(key=key, text=one.name(session, key)) for key in getattr(check_in, name) if key not in known
    )
    found = tuple(option for option in (*offered, *picked) if wanted in option.text.casefold())
    same = any(option.text.casefold() == wanted for option in found)
    own = one.kind is not None or name == "topics"
    return Shown(options=found, can_add=own and bool(wanted) and not same)


class CheckInListScreen(Screen):
    """Picks from one list for one check-in. Each choice is saved at once."""

    def __init__(self, host: Host, thing: str) -> None:
        super().__init__(host)
        check_in, _, self._name = thing.partition("-")
        self._id, self._one = Id(check_in), LISTS.get(self._name)
        self._draft = f"check_in/{check_in}/{self._name}"
        self._options = stack()
        self._degrees = stack(spacing=INSIDE)
        self._family = Family.MIXED
        self._field: ft.TextField | None = None

    @property
    def title(self) -> str:
        """The heading."""
        return self._one.title() if self._one is not None else words.check_in.title

    @property
    def _check_in(self) -> CheckIn | None:
        return self.host.session.check_ins.one(self._id)

    def content(self) -> ft.Control:
        """Lay out the field to find or add a word, and the words."""
        check_in, one = self._check_in, self._one
        if check_in is None or one is None:
            return stack(body(words.shell.not_found))
        self._field = draft_field(
            self.host,
            self._draft,
            words.check_in.find_word,
            hint=self._hint(),
            submit=self._add,
            typed=self._show,
        )
        self._options.controls = self._options_of(check_in)
        self._degrees.controls = self._degrees_of(check_in)
        more = (
            [button.quiet_button(words.check_in.change_list, self._change_list, icon=ft.Icons.TUNE)]
            if one.kind is not None
            else []
        )
        done = button.main_button(words.shell.done, self.host.back)
        return stack(self._field, self._options, self._degrees, button.buttons(done, *more))

    def _hint(self) -> str | None:
        return words.check_in.find_hint if self._takes_own else None

    @property
    def _takes_own(self) -> bool:
        return self._name == "topics" or (self._one is not None and self._one.kind is not None)

    def leave(self) -> None:
        """Forget what was typed to find a word."""
        self.host.session.drafts.drop(self._draft)

    # ------------------------------------------------------------ words

    def _show(self) -> None:
        check_in = self._check_in
        if check_in is not None:
            fill(self._options, *self._options_of(check_in))
            fill(self._degrees, *self._degrees_of(check_in))

    def _options_of(self, check_in: CheckIn) -> list[ft.Control]:
        typed = self.host.draft(self._draft)
        now = shown(self.host.session, check_in, self._name, typed)
        picked = getattr(check_in, self._name)
        controls: list[ft.Control] = []
        if self._name == "feelings":
            for family in (*Family, None):
                some = [option for option in now.options if option.family is family]
                if some:
                    name = words.check_in.families[family] if family else words.check_in.picked_before
                    controls.append(stack(subheading(name), self._chips(some, picked), spacing=INSIDE))
        elif now.options:
            controls += [self._chips(now.options, picked), *self._gone(now.options)]
        if now.can_add:
            controls += self._adding(typed.strip())
        elif not controls:
            empty = self._one.empty() if self._one is not None and not typed.strip() else ""
            controls.append(quiet(empty or words.check_in.none_found))
        return controls

    def _gone(self, options: tuple[Option, ...]) -> list[ft.Control]:
        """For each of these that is gone: a way to forget its name."""
        known = (self.host.session.gone_names.one(Id(one.key)) for one in options)
        gone = [
            one for one in known if one is not None and not self.host.session.vocabulary.helper_here(one.id)
        ]
        ways = [
            button.erase_button(words.check_in.forget_name.format(name=one.name), partial(self._forget, one))
            for one in gone
        ]
        return [button.buttons(*ways)] if ways else []

    def _forget(self, name: GoneName) -> None:
        undo = self.host.attempt(lambda: self.host.session.gone_names.remove(name))
        if undo is not None:
            self._show()
            self.host.say(words.kept_list.was_deleted, undo)

    def _chips(self, options: Any, picked: tuple[str, ...]) -> ft.Control:
        return choice.any_of([(option.key, option.text) for option in options], picked, self._picked)

    def _picked(self, key: str, on: bool) -> bool:
        check_in = self._check_in
        if check_in is None:
            return False
        before = getattr(check_in, self._name)
        after = tuple(one for one in before if one != key) + ((key,) if on else ())
        fields: dict[str, Any] = {self._name: after}
        if self._name == "feelings":
            fields |= {
                degree: tuple(one for one in getattr(check_in, degree) if one != key)
                for degree in (_A_LITTLE, _A_LOT)
            }
        saved = self._save(**fields)
        kept = self._check_in
        if kept is not None:
            fill(self._degrees, *self._degrees_of(kept))
        return saved

    # ------------------------------------------------------------ a new word

    def _adding(self, typed: str) -> list[ft.Control]:
        add = button.second_button(words.check_in.add_word.format(word=typed), self._add, icon=ft.Icons.ADD)
        if self._name != "feelings":
            return [button.buttons(add)]

        def chosen(value: str) -> None:
            self._family = Family(value)

        families = [(family, words.check_in.families[family]) for family in Family]
        return [
            quiet(words.check_in.which_family),
            choice.one_of(words.check_in.which_family, families, self._family, chosen),
            button.buttons(add),
        ]

    def _add(self) -> None:
        """Add what is typed as a new word, or pick the one that it names."""
        check_in, typed = self._check_in, self.host.draft(self._draft).strip()
        if check_in is None or not typed:
            return
        now = shown(self.host.session, check_in, self._name, typed)
        same = [option.key for option in now.options if option.text.casefold() == typed.casefold()]
        if same:
            key: str | None = same[0]
        elif now.can_add:
            key = self._new(typed)
        else:
            return
        if key is None:
            return
        if key not in getattr(check_in, self._name) and not self._picked(key, True):
            return
        self.host.session.drafts.drop(self._draft)
        if self._field is not None:
            clear(self._field)
        self._show()
        said = words.check_in.now_picked.format(word=LISTS[self._name].name(self.host.session, key))
        self._options.controls.insert(0, announced(said))  # the word itself may stand far below
        refresh(self._options)

    def _new(self, typed: str) -> str | None:
        session = self.host.session
        kind = self._one.kind if self._one is not None else None

        def add() -> str:
            if kind is None:
                return session.topics.add(name=typed).id
            family = self._family if kind is WordKind.FEELING else None
            return session.own_words.add(kind=kind, word=typed, family=family).id

        try:
            return self.host.attempt(add)
        except DomainError:
            if self._field is not None:
                refuse(self._field, words.check_in.word_too_long)
            return None

    def _change_list(self) -> None:
        if self._one is not None and self._one.kind is not None:
            self.host.go(f"/words/{self._one.kind}")

    # ------------------------------------------------------------ how strong

    def _degrees_of(self, check_in: CheckIn) -> list[ft.Control]:
        """For each feeling that is there: a little, a lot, or just there."""
        if self._name != "feelings" or not check_in.feelings:
            return []
        name = LISTS["feelings"].name
        degrees = [self._degree(check_in, key, name(self.host.session, key)) for key in check_in.feelings]
        return [heading(words.check_in.how_strong), *degrees]

    def _degree(self, check_in: CheckIn, key: str, text: str) -> ft.Control:
        now = _A_LITTLE if key in check_in.a_little else _A_LOT if key in check_in.a_lot else _AS_IT_IS

        def chosen(value: str) -> bool:
            kept = self._check_in
            if kept is None:
                return False
            fields = {
                degree: tuple(one for one in getattr(kept, degree) if one != key)
                + ((key,) if degree == value else ())
                for degree in (_A_LITTLE, _A_LOT)
            }
            return self._save(**fields)

        options = [
            (value, words.check_in.degrees[value].format(feeling=text))
            for value in (_A_LITTLE, _AS_IT_IS, _A_LOT)
        ]
        label = words.check_in.how_strong_one.format(feeling=text)
        return choice.one_of(label, options, now, chosen)

    def _save(self, **fields: Any) -> bool:
        check_in = self._check_in
        if check_in is None:
            return False
        return self.host.attempt(lambda: self.host.session.check_ins.change(check_in, **fields)) is not None
