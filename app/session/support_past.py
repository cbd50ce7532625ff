"""What is remembered of how things stood with a support."""

from dataclasses import replace

from app.domain.ids import Id
from app.domain.support import SupportState
from app.domain.support_past import StateChange, past_of
from app.session.unlocked import Undo, Unlocked
from app.store.support import state_changes


class SupportPastVerbs:
    """Every change of a state. One is noted with the change itself, and can be taken out."""

    def __init__(self, unlocked: Unlocked) -> None:
        self._unlocked = unlocked
        self._kept = state_changes(unlocked.vault, unlocked.left_out)
        self.all: tuple[StateChange, ...] = ()
        self.look()

    def of(self, support: Id) -> tuple[StateChange, ...]:
        """The changes of a support, the latest first."""
        return past_of(support, self.all)

    def note(self, support: Id, state: SupportState) -> None:
        """Note that things stand so from now on. Of several changes on one day the last is kept."""
        now = self._unlocked.now()
        last = next(iter(self.of(support)), None)
        if last is not None and last.created_at.date() == now.date():
            self.keep(replace(last, state=state, changed_at=now))
        else:
            self.keep(StateChange(**self._unlocked.stamp(), support=support, state=state))

    def remove(self, change: StateChange) -> Undo:
        """Take a change out. The returned undo puts it back."""
        self.forget(change)
        return lambda: self.keep(replace(change, changed_at=self._unlocked.now()))

    def keep(self, change: StateChange) -> None:
        """Save a change as it stands."""
        self._kept.put(change)
        self.look()

    def forget(self, change: StateChange) -> None:
        """Delete a change."""
        self._kept.remove(change.id, self._unlocked.now())
        self.look()

    def look(self) -> None:
        """Read again what is kept."""
        self.all = self._kept.all()
