"""A kind of kept thing, as lists and pages go by it: what it is called, where it stands, and how a line of it is added."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import flet as ft

from app import words
from app.domain.errors import DomainError
from app.domain.kept import Kept
from app.session import Session, Undo
from app.session.peopled import PeopledVerbs
from app.ui.screen import Host
from app.ui.widgets import field
from app.words.kept_list import HeadWords, ListWords

K = TypeVar("K", bound=Kept)

_OPENING = 90
"""How many characters of a text stand in a row or a heading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptKind(Generic[K]):
    """A kind that can be added in one line. ``page`` and the id make the path of a page, ``listed`` is that of the list.

    ``line`` is the field that holds the one line; ``hidden`` says which things are not offered any more.
    """

    stem: str
    page: str
    listed: str
    icon: ft.IconData
    said: HeadWords
    verbs: Callable[[Session], PeopledVerbs[K]]
    hidden: Callable[[K], bool]
    why: Callable[[DomainError], str]
    line: str = "text"

    def text(self, thing: K) -> str:
        """What the person wrote of it first."""
        return str(getattr(thing, self.line))


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedKind(KeptKind[K]):
    """A kind with a list of the shape that all have, and with topics. ``about`` is what stands below the text of a row.

    ``texts`` are the words in which one is found.
    """

    said: ListWords
    about: Callable[[Session, K], str]
    texts: Callable[[K], tuple[str, ...]]


def opening(text: str) -> str:
    """The first line of a text, or as many whole words of it as a row has room for."""
    first = next(line for line in text.strip().splitlines() if line.strip()).strip()
    if len(first) <= _OPENING:
        return first if first == text.strip() else f"{first} …"
    cut = first[:_OPENING]
    return f"{cut.rpartition(' ')[0] or cut} …"


def why(error: DomainError) -> str:
    """The sentence for a text that is no line to keep."""
    sentences = {
        ("text", "blank"): words.kept_list.blank,
        ("someone", "blank"): words.kept_list.blank_person,
    }
    return sentences.get((error.field, error.rule), words.shell.too_long)


def add_line(host: Host, kind: KeptKind[Any], draft: str, beside: ft.TextField, **more: Any) -> Undo | None:
    """Add what stands in a draft as a thing of that kind. Return what takes it out again.

    None where it could not be added; it was said why then, beside its field if its words are the reason.
    """
    verbs, text = kind.verbs(host.session), host.draft(draft).strip()
    try:
        thing = host.attempt(lambda: verbs.add(**{kind.line: text}, **more))
    except DomainError as error:
        field.refuse(beside, kind.why(error))
        return None
    if thing is None:
        return None
    host.session.drafts.drop(draft)
    field.clear(beside)

    def undo() -> None:
        verbs.remove(thing)

    return undo
