"""What check-ins add up to, month by month and newest first, so that a first picture waits for nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app import words
from app.domain.day import months_later
from app.domain.digest import Digest, digest_of
from app.domain.ids import Id
from app.domain.own_word import WordKind
from app.session.history import HistoryVerbs
from app.session.preferences import PreferenceVerbs
from app.session.unlocked import Unlocked
from app.session.vocabulary import Vocabulary
from app.store.check_in import CheckIns
from app.vault import VaultError

_KINDS = {
    "feelings": WordKind.FEELING,
    "body_signals": WordKind.BODY_SIGNAL,
    "where": WordKind.WHERE,
    "doing": WordKind.DOING,
}


class Period(StrEnum):
    """How far back is looked, today included."""

    WEEKS = "weeks"
    MONTHS = "months"
    YEAR = "year"
    EVERYTHING = "everything"


def since(period: Period, today: date) -> date | None:
    """Return the first day of a period; None for everything. Twelve months before 28 February begin on 1 March."""
    match period:
        case Period.WEEKS:
            return today - timedelta(days=27)
        case Period.MONTHS:
            return months_later(today, -3) + timedelta(days=1)
        case Period.YEAR:
            return months_later(today, -12) + timedelta(days=1)
        case Period.EVERYTHING:
            return None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Month:
    """One month that was looked at: what it adds up to, None if it could not be read, and how many of how many are done."""

    digest: Digest | None
    done: int
    of: int


class PatternVerbs:
    """Pictures of check-ins, unless the person has switched them off: then nothing is counted."""

    def __init__(
        self,
        unlocked: Unlocked,
        history: HistoryVerbs,
        vocabulary: Vocabulary,
        preferences: PreferenceVerbs,
    ) -> None:
        self._unlocked, self._history, self._preferences = unlocked, history, preferences
        self._vocabulary = vocabulary
        self._kept = CheckIns(unlocked.vault, unlocked.left_out)

    @property
    def on(self) -> bool:
        """Whether pictures are wanted."""
        return self._preferences.now.patterns

    def look(self, period: Period) -> Iterator[Month]:
        """Yield the months of a period, newest first, one at a step; none while pictures are switched off.

        No file is held between two steps: it may be given up at any.
        """
        today = self._unlocked.now().date()
        first = since(period, today)
        last = None if first is None else today
        months = [
            month
            for month in reversed(self._history.months())
            if first is None or first.isoformat()[:7] <= month <= today.isoformat()[:7]
        ]
        for done, month in enumerate(months, start=1):
            if not self.on:
                return
            yield Month(digest=self._digest(month, first, last), done=done, of=len(months))

    def name(self, field: str, key: str) -> str:
        """What a key or an id in a field of a check-in is called; empty for what is gone."""
        if field in _KINDS:
            name = self._vocabulary.word(_KINDS[field], key)
        elif field == "topics":
            name = self._vocabulary.topic(Id(key))
        else:
            name = self._vocabulary.helper_here(Id(key))
        return "" if name == words.check_in.unknown_word else name

    def level(self, level: int) -> str:
        """What a level is called; 0 stands for none."""
        return self._vocabulary.level(level) if level else words.patterns.no_level

    def _digest(self, month: str, first: date | None, last: date | None) -> Digest | None:
        try:
            if first is None or last is None or first.isoformat()[:7] < month < last.isoformat()[:7]:
                return self._history.month(month)
            return self._part_of(month, first, last)
        except VaultError:
            return None

    def _part_of(self, month: str, first: date, last: date) -> Digest:
        """The month at either end of a period: of its digest alone nobody could tell which hours belong to it."""
        with self._unlocked.vault.visit():
            of_month = self._kept.of_month(month, until=last)
            return digest_of(one for one in of_month if one.when.date() >= first)
