"""What a person says about themselves, once, to be used where they choose: no birth date, no diagnosis."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from app.domain.errors import DomainError
from app.domain.kept import LONGEST_LINE, Kept, require_short

LONGEST_ABOUT = 1_000
"""As long as a line of the plan, which may be made of it."""


class WayToTalk(StrEnum):
    """How to talk with the person."""

    TYPED = "typed"
    SLOW = "slow"
    PLAIN_WORDS = "plain_words"
    NO_PHONE = "no_phone"
    TIME_TO_ANSWER = "time_to_answer"
    ONE_THING = "one_thing"
    ADVICE_IF_ASKED = "advice_if_asked"
    LOOKING_AWAY = "looking_away"


class Sense(StrEnum):
    """What to know about the person's senses."""

    LIGHT = "light"
    NOISE = "noise"
    TOUCH = "touch"
    SMELLS = "smells"
    CROWDS = "crowds"
    MOVING = "moving"


class AboutPart(StrEnum):
    """What is marked by itself as only me or as what may be shared."""

    CALLED = "called"
    PRONOUNS = "pronouns"
    TALKING = "talking"
    SENSES = "senses"
    ACCESS = "access"


FIELDS = {
    AboutPart.CALLED: ("called",),
    AboutPart.PRONOUNS: ("pronouns",),
    AboutPart.TALKING: ("ways_to_talk", "how_to_talk"),
    AboutPart.SENSES: ("senses", "about_senses"),
    AboutPart.ACCESS: ("access",),
}
"""The fields of each part."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class AboutMe(Kept):
    """All of it may be empty. ``shared`` are the parts that may be shared; every other one is only me.

    ``called`` and ``pronouns`` have at most 200 characters, other texts 1,000.
    """

    called: str = ""
    pronouns: str = ""
    ways_to_talk: tuple[WayToTalk, ...] = ()
    how_to_talk: str = ""
    senses: tuple[Sense, ...] = ()
    about_senses: str = ""
    access: str = ""
    shared: tuple[AboutPart, ...] = ()

    def __post_init__(self) -> None:
        super(AboutMe, self).__post_init__()
        for field in ("called", "pronouns"):
            require_short(field, getattr(self, field), most=LONGEST_LINE)
        for field in ("how_to_talk", "about_senses", "access"):
            require_short(field, getattr(self, field), most=LONGEST_ABOUT)
        for field in ("ways_to_talk", "senses", "shared"):
            if len(set(getattr(self, field))) < len(getattr(self, field)):
                raise DomainError(field, "twice")

    def of(self, part: AboutPart) -> dict[str, Any]:
        """What stands in the fields of a part, by their names."""
        return {name: getattr(self, name) for name in FIELDS[part]}


def shown_of(about: AboutMe) -> AboutMe:
    """What another person may be shown of it: parts that are only me are empty in the value this returns."""
    empty: dict[str, Any] = {
        name: type(getattr(about, name))()
        for part, names in FIELDS.items()
        if part not in about.shared
        for name in names
    }
    return replace(about, **empty)


def together(newest_first: Sequence[AboutMe]) -> AboutMe:
    """One of several that devices have written apart: each part as it was written last, with the mark that it had there."""
    parts: dict[AboutPart, AboutMe] = {}
    for one in newest_first:
        for part in AboutPart:
            if part not in parts and any(one.of(part).values()):
                parts[part] = one
    fields: dict[str, Any] = {}
    for part, one in parts.items():
        fields |= one.of(part)
    first = newest_first[0]
    shared = tuple(part for part in AboutPart if part in parts.get(part, first).shared)
    return replace(first, **fields, shared=shared)
