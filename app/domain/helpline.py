"""A helpline of the bundled list: what is known of it, what is not, and what the person says about it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.errors import DomainError
from app.domain.ids import Id
from app.domain.kept import Kept, require_words
from app.domain.support import ContactWay

OLD_AFTER_DAYS = 366
"""From then on what was read about a number is said to be old."""


def is_old(read: date, today: date) -> bool:
    """Whether what was read on one day is to be called old on another."""
    return (today - read).days >= OLD_AFTER_DAYS


class ForWhom(StrEnum):
    """Whom a line is for."""

    EVERYONE = "everyone"
    YOUNG = "young"


class Hours(StrEnum):
    """When a line answers."""

    ALWAYS = "always"
    MON_SAT_14_20 = "mon_sat_14_20"
    UNKNOWN = "unknown"


class Known(StrEnum):
    """What is known of something that may be so."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A public page that names numbers of a line. ``dated`` is its day, or the first of its month or year."""

    address: str
    dated: date
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Helpline:
    """A line as public pages tell of it. ``key`` names it for ever; ``chat`` is a website, "" where only that there is
    one is known, and None where that is not known either.

    ``languages`` are codes of two letters; ``free`` says whether calling costs nothing. ``pair`` is the key of the line
    that stands beside it, where one is for everyone and one for the young; else "".
    """

    key: str
    region: str
    name: str
    for_whom: ForWhom
    ways: tuple[ContactWay, ...]
    chat: str | None
    hours: Hours
    languages: tuple[str, ...]
    free: Known
    may_contact_emergency: Known
    pair: str
    pages: tuple[Page, ...]

    @property
    def named_on(self) -> date:
        """The day of the newest page that names it."""
        return max(page.dated for page in self.pages)

    def is_old(self, today: date) -> bool:
        """Whether even the newest page is older than a year."""
        return is_old(self.named_on, today)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class HelplineMark(Kept):
    """What the person says about the line with this key: hidden, pinned, checked on a day, or a support of their own.

    ``own`` is the support that stands in its place, with whatever the person corrected; while that is gone, the line is
    as it was.
    """

    line: str
    hidden: bool = False
    pinned: bool = False
    checked_on: date | None = None
    own: Id | None = None

    def __post_init__(self) -> None:
        super(HelplineMark, self).__post_init__()
        require_words("line", self.line)
        if self.hidden and self.pinned:
            raise DomainError("pinned", "hidden")
