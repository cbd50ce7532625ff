"""A reflection: a few words about how it is between people, with or without a question to begin from."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.ids import Id
from app.domain.kept import LONGEST_TEXT, Kept, require_words
from app.domain.someone import Someone, require_once

PEOPLE = ("with_people",)
"""The fields that name people."""


class Prompt(StrEnum):
    """What it begins from: the four tasks of intentional peer support, or nothing."""

    FREE = "free"
    CONNECTION = "connection"
    SEEING_DIFFERENTLY = "seeing_it_differently"
    BOTH_OF_US = "both_of_us"
    MOVING_TOWARDS = "moving_towards"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Reflection(Kept):
    """A few words. What is ``put_away`` stands apart in the list."""

    text: str
    prompt: Prompt = Prompt.FREE
    with_people: tuple[Someone, ...] = ()
    topics: tuple[Id, ...] = ()
    put_away: bool = False

    def __post_init__(self) -> None:
        super(Reflection, self).__post_init__()
        require_words("text", self.text, most=LONGEST_TEXT)
        require_once(self, "topics", *PEOPLE)
