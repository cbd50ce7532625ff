"""What a person says of a support they hope for: what is in the way, and the smallest step towards it."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.kept import require_short

LONGEST_HOPE = 1_000


class HopeState(StrEnum):
    """How things stand with a hope. None is better than another."""

    HOPING = "hoping"
    LOOKING = "looking"
    NOT_NOW = "not_now"
    FOUND = "found"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Hope:
    """Both texts may be empty, and have at most 1,000 characters.

    ``stands`` is what was said last; where things really stand the support knows, whose state may have changed since.
    """

    in_the_way: str = ""
    smallest_step: str = ""
    stands: HopeState = HopeState.HOPING

    def __post_init__(self) -> None:
        require_short("in_the_way", self.in_the_way, most=LONGEST_HOPE)
        require_short("smallest_step", self.smallest_step, most=LONGEST_HOPE)

    def __repr__(self) -> str:
        return "<Hope>"


NOTHING_SAID = Hope()
