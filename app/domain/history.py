"""Looking back: which check-ins are wanted, and in which order they are read."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from app.domain.check_in import CheckIn
from app.domain.ids import Id

Order = tuple[date, datetime, datetime, Id]

Texts = Callable[[CheckIn], str]
"""Everything in a check-in that can be found by its words, in one text."""


def order(check_in: CheckIn) -> Order:
    """Where a check-in stands: by the day that its own clock showed, and by the moment within that day."""
    return check_in.when.date(), check_in.when, check_in.created_at, check_in.id


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Wanted:
    """Which check-ins are wanted; what is left out wants them all, and each field narrows what the others leave.

    ``words`` must all occur somewhere, whatever their case and accents. ``levels`` are those of which one must be said, 0
    for none. Of ``feelings``, ``supports`` and ``topics`` one must be there. ``since`` and ``until`` are days, both
    included; ``hours`` the hours of the day of which one must be meant.
    """

    words: str = ""
    levels: frozenset[int] = frozenset()
    feelings: frozenset[str] = frozenset()
    supports: frozenset[Id] = frozenset()
    topics: frozenset[Id] = frozenset()
    hours: frozenset[int] = frozenset()
    since: date | None = None
    until: date | None = None

    @property
    def everything(self) -> bool:
        """Whether nothing is narrowed."""
        return self == Wanted()

    def month(self, month: str) -> bool:
        """Whether anything in a month such as ``2026-11`` can be wanted."""
        early = self.since is not None and month < self.since.isoformat()[:7]
        late = self.until is not None and month > self.until.isoformat()[:7]
        return not (early or late)

    def holds(self, check_in: CheckIn, texts: Texts) -> bool:
        """Whether a check-in is wanted."""
        day = check_in.when.date()
        return (
            (self.since is None or day >= self.since)
            and (self.until is None or day <= self.until)
            and (not self.levels or (check_in.mood or 0) in self.levels)
            and (not self.feelings or not self.feelings.isdisjoint(check_in.feelings))
            and (
                not self.supports
                or not self.supports.isdisjoint(check_in.with_supports + check_in.what_helped)
            )
            and (not self.topics or not self.topics.isdisjoint(check_in.topics))
            and (not self.hours or (check_in.time_known and check_in.when.hour in self.hours))
            and self._says(check_in, texts)
        )

    def _says(self, check_in: CheckIn, texts: Texts) -> bool:
        wanted = plain(self.words).split()
        if not wanted:
            return True
        text = plain(texts(check_in))
        return all(word in text for word in wanted)


def plain(text: str) -> str:
    """Return a text without case and accents, so that what is typed in haste is found."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).casefold()
