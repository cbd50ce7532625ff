"""Words for feelings, a small list to start from in four families and one for what is mixed; and signals of the body."""

from dataclasses import dataclass
from enum import StrEnum


class Family(StrEnum):
    """Pleasant or not, much energy or little; or mixed."""

    BRIGHT = "bright"
    CALM = "calm"
    TENSE = "tense"
    LOW = "low"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Feeling:
    """A feeling that can be picked. ``key`` names it for ever; its word comes from ``app.words``."""

    key: str
    family: Family


def _family(family: Family, keys: str) -> tuple[Feeling, ...]:
    return tuple(Feeling(key=key, family=family) for key in keys.split())


FEELINGS: tuple[Feeling, ...] = (
    *_family(Family.CALM, "calm content safe grateful relieved close_to_others"),
    *_family(Family.BRIGHT, "glad hopeful interested proud playful loved"),
    *_family(Family.LOW, "sad lonely tired numb ashamed hopeless"),
    *_family(Family.TENSE, "worried scared angry stressed restless overwhelmed"),
    *_family(Family.MIXED, "confused torn surprised"),
)

FEELING_KEYS = frozenset(feeling.key for feeling in FEELINGS)

_SIGNALS = (
    "tight_chest knot_in_stomach heavy light warm cold shaky buzzing racing_heart shallow_breath"
    " clenched_jaw headache cannot_sit_still far_away too_loud sleepy hungry"
)

BODY_SIGNALS = tuple(_SIGNALS.split())
"""What a body may tell where no feeling has a name. Keys for ever, as those of feelings."""
