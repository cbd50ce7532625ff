"""A learning: an idea, another way of seeing, or where there is help, and who it came from."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.ids import Id
from app.domain.kept import LONGEST_TEXT, Kept, require_short, require_words
from app.domain.someone import Someone, require_once

PEOPLE = ("learned_from", "passed_on_to")
"""The fields that name people."""


class LearningKind(StrEnum):
    """What was learned."""

    IDEA = "idea"
    NEW_WAY = "new_way_of_seeing"
    WHERE_HELP_IS = "where_to_get_help"


class TheirYes(StrEnum):
    """What they said when they were asked whether their words may go further."""

    ASKED = "asked"
    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Learning(Kept):
    """Something learned. Only the text is asked for; None stands for what was not said.

    ``their_words`` is whether it is told in the words of whom it came from: those go no further without ``their_yes``.
    ``before`` and ``now`` are what was thought before, and since. What is ``put_away`` stands apart in the list.
    """

    text: str
    kind: LearningKind | None = None
    before: str = ""
    now: str = ""
    learned_from: tuple[Someone, ...] = ()
    topics: tuple[Id, ...] = ()
    their_words: bool = False
    their_yes: TheirYes | None = None
    passed_on_to: tuple[Someone, ...] = ()
    put_away: bool = False

    def __post_init__(self) -> None:
        super(Learning, self).__post_init__()
        require_words("text", self.text, most=LONGEST_TEXT)
        require_short("before", self.before)
        require_short("now", self.now)
        require_once(self, "topics", *PEOPLE)

    @property
    def may_pass_on(self) -> bool:
        """Whether it may go further: it is told in words of one's own, or whose words they are has said yes."""
        return not self.their_words or self.their_yes is TheirYes.YES
