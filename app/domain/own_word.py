"""A word of the person's own, to be picked in check-ins beside ours."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.errors import DomainError
from app.domain.feeling import Family
from app.domain.kept import Kept, require_words

LONGEST_WORD = 60


class WordKind(StrEnum):
    """The list that a word belongs to."""

    FEELING = "feeling"
    BODY_SIGNAL = "body_signal"
    WHERE = "where"
    DOING = "doing"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class OwnWord(Kept):
    """A word in one of the lists. A ``hidden`` one is offered no more and stays readable where it was picked.

    Feelings have a ``family``, other words have none.
    """

    kind: WordKind
    word: str
    family: Family | None = None
    hidden: bool = False

    def __post_init__(self) -> None:
        super(OwnWord, self).__post_init__()
        require_words("word", self.word, most=LONGEST_WORD)
        if (self.family is not None) != (self.kind is WordKind.FEELING):
            raise DomainError("family", "of_feelings_only")
