"""A win: something that went well, however small. It has no size, and is never counted."""

from dataclasses import dataclass
from datetime import date

from app.domain.ids import Id
from app.domain.kept import LONGEST_TEXT, Kept, require_words
from app.domain.someone import Someone, require_once

PEOPLE = ("with_people", "tell")
"""The fields that name people."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Win(Kept):
    """Something that went well on a ``day``: with whom, and whom it would be good to ``tell``.

    ``goal`` is what it belongs to, if anything. What is ``put_away`` stands apart in the list.
    """

    text: str
    day: date
    with_people: tuple[Someone, ...] = ()
    tell: tuple[Someone, ...] = ()
    topics: tuple[Id, ...] = ()
    goal: Id | None = None
    put_away: bool = False

    def __post_init__(self) -> None:
        super(Win, self).__post_init__()
        require_words("text", self.text, most=LONGEST_TEXT)
        require_once(self, "topics", *PEOPLE)
