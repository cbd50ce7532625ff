"""A goal: what a person is moving towards, in small steps, and who could support them."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.errors import DomainError
from app.domain.ids import Id
from app.domain.kept import LONGEST_LINE, LONGEST_TEXT, Kept, require_short, require_words
from app.domain.someone import Someone, require_once

MOST_STEPS = 50
PEOPLE = ("who_could_support",)
"""The fields that name people."""


class GoalState(StrEnum):
    """How it stands with it. Done and let go are both fine endings."""

    NOW = "now"
    LATER = "later"
    DONE = "done"
    LET_GO = "let_go"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class GoalStep:
    """A small step, and whether it is done."""

    text: str
    done: bool = False

    def __post_init__(self) -> None:
        require_words("steps", self.text, most=LONGEST_LINE)

    def __repr__(self) -> str:
        return "<GoalStep>"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Goal(Kept):
    """What someone is moving towards. Only the text is asked for. No two ``steps`` have the same words."""

    text: str
    why: str = ""
    steps: tuple[GoalStep, ...] = ()
    who_could_support: tuple[Someone, ...] = ()
    topics: tuple[Id, ...] = ()
    important: bool = False
    state: GoalState = GoalState.NOW

    def __post_init__(self) -> None:
        super(Goal, self).__post_init__()
        require_words("text", self.text, most=LONGEST_TEXT)
        require_short("why", self.why)
        if len(self.steps) > MOST_STEPS:
            raise DomainError("steps", "too_many")
        if len({one.text for one in self.steps}) < len(self.steps):
            raise DomainError("steps", "twice")
        require_once(self, "topics", *PEOPLE)

    @property
    def ended(self) -> bool:
        """Whether it is done or let go."""
        return self.state in (GoalState.DONE, GoalState.LET_GO)
