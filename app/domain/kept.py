"""What every stored thing has: an id and the times it was made and changed. And what text and times must be."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.errors import DomainError
from app.domain.ids import Id

LONGEST_LINE = 200
LONGEST_TEXT = 20_000


class Share(StrEnum):
    """Who may ever be shown a thing. Only me is a gate: no choice made at an export opens it."""

    ONLY_ME = "only_me"
    MAY_BE_SHARED = "may_be_shared"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Kept:
    """A stored thing. Its times carry their offset. Its ``repr`` names its kind and nothing of its content."""

    id: Id
    created_at: datetime
    changed_at: datetime

    def __post_init__(self) -> None:
        require_offset("created_at", self.created_at)
        require_offset("changed_at", self.changed_at)

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


def require_offset(field: str, moment: datetime) -> None:
    """Raise DomainError unless the time carries its offset: a bare local time means nothing on another device."""
    if moment.utcoffset() is None:
        raise DomainError(field, "needs_offset")


def require_words(field: str, text: str, *, most: int = LONGEST_LINE) -> None:
    """Raise DomainError for text that is blank or longer than ``most`` characters."""
    if not text.strip():
        raise DomainError(field, "blank")
    require_short(field, text, most=most)


def require_short(field: str, text: str, *, most: int = LONGEST_TEXT) -> None:
    """Raise DomainError for text longer than ``most`` characters. Blank text is fine."""
    if len(text) > most:
        raise DomainError(field, "too_long")
