"""What a person can set."""

from dataclasses import replace
from typing import Any

from app.domain.preferences import Preferences
from app.session.unlocked import Unlocked
from app.store.preferences import preferences


class PreferenceVerbs:
    """Preferences; ours until the first of them is changed.

    ``tour_step`` is at which card the short look around stands; it is forgotten at the lock.
    """

    def __init__(self, unlocked: Unlocked) -> None:
        self._unlocked = unlocked
        self.tour_step = 0
        self._kept = preferences(unlocked.vault, unlocked.left_out)
        self.now = Preferences(**unlocked.stamp())
        self.look()

    def look(self) -> None:
        """Read again what is kept."""
        known = sorted(self._kept.all(), key=lambda one: (one.changed_at, one.id))
        self.now = known[-1] if known else self.now

    def change(self, **fields: Any) -> Preferences:
        """Save other preferences; DomainError for impossible ones, and nothing is changed then."""
        changed = replace(self.now, **fields, changed_at=self._unlocked.now())
        self._kept.put(changed)
        self.now = changed
        return changed
