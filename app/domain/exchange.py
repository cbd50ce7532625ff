"""What passes between a person and a support, and which way it mostly goes."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from app.domain.errors import DomainError
from app.domain.kept import require_short

LONGEST_EXAMPLE = 500


class ExchangeWay(StrEnum):
    """Who gives."""

    I_RECEIVE = "i_receive"
    I_GIVE = "i_give"


class Given(StrEnum):
    """What is given. Other is said in words."""

    LISTENING = "listening"
    SHARED_EXPERIENCE = "shared_experience"
    COMPANY = "company"
    PRACTICAL_HELP = "practical_help"
    INFORMATION = "information"
    ENCOURAGEMENT = "encouragement"
    LEARNING = "learning"
    LAUGHTER = "laughter"
    STANDING_UP = "standing_up"
    OTHER = "other"


class Direction(StrEnum):
    """Which way it mostly goes."""

    TO_ME = "to_me"
    FROM_ME = "from_me"
    BOTH = "both"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Exchange:
    """One thing that is given. ``example`` says it in the person's words; Other has no meaning without it."""

    way: ExchangeWay
    what: Given
    example: str = ""

    def __post_init__(self) -> None:
        require_short("example", self.example, most=LONGEST_EXAMPLE)
        if self.what is Given.OTHER and not self.example.strip():
            raise DomainError("example", "blank")

    def __repr__(self) -> str:
        return f"<Exchange {self.way}>"


def direction_of(exchanges: Iterable[Exchange]) -> Direction | None:
    """Which way these go, or None where nothing is said."""
    ways = {one.way for one in exchanges}
    if len(ways) > 1:
        return Direction.BOTH
    if ExchangeWay.I_RECEIVE in ways:
        return Direction.TO_ME
    return Direction.FROM_ME if ways else None
