"""What a person finds helpful in others and around them, in their own words."""

from dataclasses import dataclass

from app.domain.errors import DomainError
from app.domain.ids import Id
from app.domain.kept import Kept, Share, require_words

LONGEST_HELPFUL = 1_000
"""As long as a line of the plan, which may be made of it."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class HelpfulThing(Kept):
    """One thing that is helpful, and what it helps with. Only me until the person says otherwise."""

    text: str
    topics: tuple[Id, ...] = ()
    share: Share = Share.ONLY_ME

    def __post_init__(self) -> None:
        super(HelpfulThing, self).__post_init__()
        require_words("text", self.text, most=LONGEST_HELPFUL)
        if len(set(self.topics)) < len(self.topics):
            raise DomainError("topics", "twice")
