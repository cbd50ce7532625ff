"""Looking back over all check-ins, without ever holding all of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from app.domain.check_in import CheckIn
from app.domain.digest import Digest
from app.domain.history import Order, Wanted, order
from app.domain.own_word import WordKind
from app.session.unlocked import Unlocked
from app.session.vocabulary import Vocabulary
from app.store.check_in import CheckIns
from app.store.digest import Digests


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """How far a search is: the month that was looked through last, as ``2026-11``, and how many of how many are."""

    month: str
    months: int
    of: int


class HistoryVerbs:
    """Check-ins of all years, newest first, and what they add up to."""

    def __init__(self, unlocked: Unlocked, vocabulary: Vocabulary) -> None:
        self._unlocked, self._vocabulary = unlocked, vocabulary
        self._kept = CheckIns(unlocked.vault, unlocked.left_out)
        self._digests = Digests(unlocked.vault, self._kept)

    def search(self, wanted: Wanted, most: int, after: Order | None = None) -> Iterator[CheckIn | Looked]:
        """Yield at most so many wanted check-ins, newest first, and after each month that holds no more how far it is.

        With ``after`` it goes on behind the check-in of that order. At most one month more than before is in memory at a
        time, and no file is held between two steps: it may be given up at any.
        """
        months = [month for month in reversed(self._digests.months()) if wanted.month(month)]
        if after is not None:
            months = [month for month in months if month <= after[0].isoformat()[:7]]
        for number, month in enumerate(months, start=1):
            found = self._found(wanted, month, most, after)
            yield from found
            most -= len(found)
            if not most:
                return
            yield Looked(month=month, months=number, of=len(months))

    def _found(self, wanted: Wanted, month: str, most: int, after: Order | None) -> list[CheckIn]:
        last = min((day for day in (wanted.until, after[0] if after else None) if day), default=None)
        with self._unlocked.vault.visit():
            behind = (
                check_in
                for check_in in self._kept.of_month(month, until=last)
                if after is None or order(check_in) < after
            )
            return list(islice((one for one in behind if wanted.holds(one, self.texts)), most))

    def texts(self, check_in: CheckIn) -> str:
        """Everything in a check-in that can be found by its words: the note and what was picked."""
        called = self._vocabulary
        kinds = {
            WordKind.FEELING: check_in.feelings,
            WordKind.BODY_SIGNAL: check_in.body_signals,
            WordKind.WHERE: check_in.where,
            WordKind.DOING: check_in.doing,
        }
        picked = [called.word(kind, key) for kind, keys in kinds.items() for key in keys]
        names = [called.helper(key) for key in (*check_in.with_supports, *check_in.what_helped)]
        topics = [called.topic(topic) for topic in check_in.topics]
        return "\n".join(
            [check_in.note, check_in.source_text, called.mood(check_in), *picked, *names, *topics]
        )

    # ------------------------------------------------------------ months

    def months(self) -> tuple[str, ...]:
        """Return the months that there may be check-ins of, as ``2026-11``, oldest first."""
        return self._digests.months()

    def month(self, month: str) -> Digest:
        """Return what the check-ins of a month add up to. VaultUnsupported if the month is of a newer version."""
        self._digests.open(month)  # stays open, small as it is: most who look at a month look at its year
        with self._unlocked.vault.visit():
            return self._digests.month(month)
