"""Taking turns, two people with one phone: whose turn it is, and how long it still is.

Only the time stands among the drafts until it is ended, so that it goes on while this is locked. Names are forgotten
with the lock, unless the person wants them kept.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta

from app.domain.turns import Turns, begun
from app.session.draft import DraftVerbs

TOLD_FOR = timedelta(hours=1)
"""So long after a turn was over that is still said; later it is as if there had been none."""

_NOW = "turns/now"
_NAMES = ("turns/first", "turns/second")
_NO_NAME = "\0"
"""What no name is: an empty one may be kept, too."""


class TurnVerbs:
    """Begins, swaps, rests and ends turns. Nothing of it is kept once they are ended.

    ``keep`` remembers a draft. A window puts its own in its place, which seals it soon.
    """

    def __init__(self, drafts: DraftVerbs, now: Callable[[], datetime]) -> None:
        self._drafts, self._clock = drafts, now
        self.keep: Callable[[str, str], object] = drafts.keep
        self._names = ["", ""]

    @property
    def now(self) -> Turns | None:
        """The turn that runs, rests or is over; None where there is none."""
        turns = _read(self._drafts.read(_NOW))
        if turns is not None and turns.over_at is not None and self._clock() - turns.over_at > TOLD_FOR:
            return None
        return turns

    def begin(self, minutes: int) -> None:
        """Begin with the turn of the first; DomainError for minutes that cannot be."""
        self._keep(begun(minutes, self._clock()))

    def swap(self) -> None:
        """Give the other one their whole turn, now."""
        self._change(lambda turns, now: turns.swapped(now))

    def pause(self) -> None:
        """Let the time rest."""
        self._change(lambda turns, now: turns.paused(now))

    def go_on(self) -> None:
        """Let the time run again."""
        self._change(lambda turns, now: turns.going_on(now))

    def end(self) -> None:
        """End it, and forget the names unless they are to be kept."""
        self._drafts.drop(_NOW)
        self._names = ["", ""]

    # ------------------------------------------------------------ names

    def name(self, place: int) -> str:
        """What the first (0) or the second (1) is called; empty where that was not said."""
        return self._drafts.read(_NAMES[place], self._names[place])

    def call(self, place: int, name: str) -> None:
        """Call one of them so, until the lock or for longer."""
        self._names[place] = name
        if self.kept:
            self.keep(_NAMES[place], name)

    @property
    def kept(self) -> bool:
        """Whether the names are kept for the next time."""
        return self._drafts.read(_NAMES[0], _NO_NAME) != _NO_NAME

    def keep_names(self, *, kept: bool) -> None:
        """Keep the names for the next time, or no longer."""
        names = [self.name(place) for place in (0, 1)]
        self._names = names
        for key, name in zip(_NAMES, names, strict=True):
            if kept:
                self.keep(key, name)
            else:
                self._drafts.drop(key)

    # ------------------------------------------------------------ keeping

    def _change(self, verb: Callable[[Turns, datetime], Turns]) -> None:
        turns = self.now
        if turns is not None:
            self._keep(verb(turns, self._clock()))

    def _keep(self, turns: Turns) -> None:
        over_at = turns.over_at.isoformat() if turns.over_at else "-"
        left = f"{turns.left.total_seconds():.0f}" if turns.left is not None else "-"
        self.keep(_NOW, f"{turns.minutes} {turns.whose} {over_at} {left}")


def _read(text: str) -> Turns | None:
    with suppress(ValueError):
        minutes, whose, over_at, left = text.split()
        return Turns(
            minutes=int(minutes),
            whose=int(whose),
            over_at=None if over_at == "-" else datetime.fromisoformat(over_at),
            left=None if left == "-" else timedelta(seconds=int(left)),
        )
    return None
