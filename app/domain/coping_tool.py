"""A coping tool: something that helps in a hard hour, in small steps, and who it came from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.domain.check_in import Energy
from app.domain.errors import DomainError
from app.domain.feeling import FEELING_KEYS
from app.domain.ids import Id, is_id
from app.domain.kept import LONGEST_LINE, Kept, require_offset, require_words
from app.domain.someone import Someone, require_once

MOST_STEPS = 50
MOST_PINNED = 3
PEOPLE = ("taught_by", "passed_on_to")
"""The fields that name people."""


class ToolKind(StrEnum):
    """What is done."""

    BREATHE = "breathe"
    GROUND = "ground"
    MOVE = "move"
    SENSES = "senses"
    MAKE = "make"
    REST = "rest"
    DISTRACT = "distract"
    CONNECT = "connect"
    OTHER = "other"


class Takes(StrEnum):
    """About how long it takes, the shortest first."""

    ONE_MINUTE = "1_minute"
    FIVE_MINUTES = "5_minutes"
    LONGER = "15_minutes_or_more"


class WhereOk(StrEnum):
    """Where it can be done."""

    ANYWHERE = "anywhere"
    AT_HOME = "at_home"
    OUTSIDE = "outside"


class MayPassOn(StrEnum):
    """Whether it may be shown to others. Ask: whoever taught it wants to be asked first."""

    YES = "yes"
    NO = "no"
    ASK = "ask"


class Help(StrEnum):
    """Whether it helped."""

    YES = "yes"
    A_BIT = "a_bit"
    NOT_THIS_TIME = "not_this_time"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Helped:
    """What was said of it last, and on which day. Earlier answers are not kept, so that nothing can be counted."""

    answer: Help
    on: date

    def __repr__(self) -> str:
        return "<Helped>"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class CopingTool(Kept):
    """Something that helps. Only the name is asked for; None stands for what was not said.

    ``steps`` are short lines, none of them blank. ``good_for`` are feelings as in a check-in: keys of ours or ids of own
    words. ``pinned_at`` is when it was pinned, None if it is not; what is ``put_away`` is not pinned.
    """

    name: str
    steps: tuple[str, ...] = ()
    kind: ToolKind | None = None
    takes: Takes | None = None
    where_ok: WhereOk | None = None
    energy_needed: Energy | None = None
    good_for: tuple[str, ...] = ()
    topics: tuple[Id, ...] = ()
    taught_by: tuple[Someone, ...] = ()
    learned_on: date | None = None
    may_pass_on: MayPassOn | None = None
    passed_on_to: tuple[Someone, ...] = ()
    helped: Helped | None = None
    pinned_at: datetime | None = None
    put_away: bool = False

    def __post_init__(self) -> None:
        super(CopingTool, self).__post_init__()
        require_words("name", self.name)
        if len(self.steps) > MOST_STEPS:
            raise DomainError("steps", "too_many")
        for step in self.steps:
            require_words("steps", step, most=LONGEST_LINE)
        if not all(one in FEELING_KEYS or is_id(one) for one in self.good_for):
            raise DomainError("good_for", "unknown")
        require_once(self, "good_for", "topics", *PEOPLE)
        if self.pinned_at is not None:
            require_offset("pinned_at", self.pinned_at)
            if self.put_away:
                raise DomainError("pinned_at", "put_away")


def steps_of(text: str) -> tuple[str, ...]:
    """The steps in a text that has one on each line. Blank lines are none."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def pinned(tools: Iterable[CopingTool]) -> tuple[CopingTool, ...]:
    """The tools that are at hand, at most three, the one that was pinned first leading.

    Two devices may have pinned more: then these are the three that were pinned last, and the others wait.
    """
    at = {(one.pinned_at, one.id): one for one in tools if one.pinned_at is not None}
    return tuple(at[moment] for moment in sorted(at)[-MOST_PINNED:])


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitting:
    """What is looked for now; None does not narrow. What a tool does not say is not taken to fit.

    ``takes`` is the time there is, ``energy`` the energy there is; what needs less fits too, and what can be done
    anywhere fits everywhere.
    """

    takes: Takes | None = None
    where: WhereOk | None = None
    energy: Energy | None = None
    feeling: str | None = None

    def holds(self, tool: CopingTool) -> bool:
        """Whether a tool fits."""
        return (
            _within(tool.takes, self.takes, tuple(Takes))
            and _within(tool.energy_needed, self.energy, tuple(Energy))
            and (self.where is None or tool.where_ok in (WhereOk.ANYWHERE, self.where))
            and (self.feeling is None or self.feeling in tool.good_for)
        )


def _within(needed: StrEnum | None, there: StrEnum | None, least_first: tuple[StrEnum, ...]) -> bool:
    if there is None:
        return True
    return needed is not None and least_first.index(needed) <= least_first.index(there)
