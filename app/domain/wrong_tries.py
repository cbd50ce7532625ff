"""How long to wait after wrong tries to open something: nothing at first, then gently more. Nothing is ever wiped."""

from dataclasses import dataclass
from datetime import datetime
from math import ceil

MOST_COUNTED = 99

_WAITS_SECONDS = (0, 0, 0, 0, 5, 15, 30, 60, 120, 300)
"""After the first wrong try, the second, ...; the last holds for all that follow."""

LONGEST_WAIT_SECONDS = _WAITS_SECONDS[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongTries:
    """Wrong tries since it was last opened, and the moment of the last one. ``last`` is None while there was none."""

    count: int = 0
    last: datetime | None = None

    def another(self, now: datetime) -> "WrongTries":
        """Return the tries after one more."""
        return WrongTries(count=min(self.count + 1, MOST_COUNTED), last=now)

    def wait_seconds(self, now: datetime) -> int:
        """Return the whole seconds until the next try; 0 if it may be now.

        A clock that was set back to before the last try shortens nothing and makes no wait longer than it was.
        """
        if not self.count or self.last is None:
            return 0
        whole = _WAITS_SECONDS[min(self.count, len(_WAITS_SECONDS)) - 1]
        passed = max(0.0, (now - self.last).total_seconds())
        return max(0, ceil(whole - passed))
