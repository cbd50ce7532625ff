"""Reading back through the check-ins: a month at a time, so that everything else in the window goes on."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.domain.check_in import CheckIn
from app.domain.history import Order, Wanted
from app.session import Session
from app.session.history import Looked
from app.vault import VaultError

PAGE = 40
"""Check-ins that are read at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """Where a list begins: at the newest check-in, at a day and what came before it, or behind another check-in."""

    day: date | None = None
    after: Order | None = None

    @property
    def newest(self) -> bool:
        """Whether nothing is left out before it."""
        return self == Start()

    def within(self, wanted: Wanted) -> Wanted:
        """What is wanted of what lies behind this start."""
        if self.day is None:
            return wanted
        return replace(wanted, until=min(self.day, wanted.until or self.day))


class Reading:
    """One read of at most so many check-ins behind a start. ``looked`` is how far it is, ``over`` whether it has ended.

    Once it is over, ``more`` says whether there may be older ones, and ``broken`` that a month could not be read.
    """

    def __init__(
        self, session: Session, wanted: Wanted, start: Start, *, after: Order | None = None, most: int = PAGE
    ) -> None:
        self._steps = session.history.search(start.within(wanted), most, after or start.after)
        self._left = most
        self._found: list[CheckIn] = []
        self.looked: Looked | None = None
        self.over = self.broken = False

    @property
    def more(self) -> bool:
        """Whether it ended because enough was found."""
        return self.over and not self._left

    def step(self) -> None:
        """Look through one more month."""
        try:
            for one in self._steps:
                if isinstance(one, Looked):
                    self.looked = one
                    return
                self._found.append(one)
                self._left -= 1
        except VaultError:
            self.broken = True
        self.over = True

    def taken(self) -> list[CheckIn]:
        """Hand over what was found since the last time."""
        found, self._found = self._found, []
        return found


def newer_start(session: Session, start: Start) -> Start:
    """Return the start about one page before another one, counted by days, whatever is wanted of them."""
    first = (
        start.day if start.day is not None else start.after[0] - timedelta(days=1) if start.after else None
    )
    if first is None:
        return Start()
    passed = 0
    for month in session.history.months():
        if month >= first.isoformat()[:7]:
            for day, levels in sorted(session.history.month(month).days.items()):
                passed += len(levels) if day > first.isoformat() else 0
                if passed >= PAGE:
                    return Start(day=date.fromisoformat(day))
    return Start()
