"""What a person says of a support they hope for: what is in the way, and the smallest step towards it."""

from dataclasses import dataclass

from app.domain.kept import require_short

LONGEST_HOPE = 1_000


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Hope:
    """Both may be empty, and have at most 1,000 characters."""

    in_the_way: str = ""
    smallest_step: str = ""

    def __post_init__(self) -> None:
        require_short("in_the_way", self.in_the_way, most=LONGEST_HOPE)
        require_short("smallest_step", self.smallest_step, most=LONGEST_HOPE)

    def __repr__(self) -> str:
        return "<Hope>"


NOTHING_SAID = Hope()
