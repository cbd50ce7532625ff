"""What a person can do with check-ins."""

from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from typing import Any

from app.domain.check_in import CheckIn
from app.domain.ids import Id
from app.session.unlocked import Undo, Unlocked
from app.store.check_in import CheckIns
from app.vault import VaultError

RECENT = 5


class CheckInVerbs:
    """Check-ins. ``recent`` are the newest few, newest first."""

    def __init__(self, unlocked: Unlocked) -> None:
        self._unlocked = unlocked
        self._kept = CheckIns(unlocked.vault, unlocked.left_out)
        self.recent: tuple[CheckIn, ...] = ()
        self._seen: dict[Id, CheckIn] = {}
        self.look()

    def record(self, *, mood: int | None = None, cannot_name: bool = False) -> CheckIn:
        """Save how it is now; DomainError if both a mood and "can't name it" are given."""
        stamp = self._unlocked.stamp()
        check_in = CheckIn(**stamp, when=stamp["created_at"], mood=mood, cannot_name=cannot_name)
        self._kept.put(check_in)
        self._show(_newest_of(self.recent, check_in))
        return check_in

    def change(self, check_in: CheckIn, **fields: Any) -> CheckIn:
        """Save the check-in with other fields; DomainError for impossible ones, and nothing is changed then."""
        current = self._current(check_in)
        changed = replace(current, **fields, changed_at=self._unlocked.now())
        if changed.when == current.when:
            self._kept.put(changed, was=current)
            self._show(tuple(changed if one.id == changed.id else one for one in self.recent))
        else:
            self._save(lambda: self._kept.put(changed, was=current))
        self._seen[changed.id] = changed
        return changed

    def remove(self, check_in: CheckIn) -> Undo:
        """Delete a check-in. The returned undo keeps it again."""
        gone = self._current(check_in)
        self._save(lambda: self._kept.remove(gone, self._unlocked.now()))
        self._seen.pop(gone.id, None)

        def undo() -> None:
            again = replace(gone, changed_at=self._unlocked.now())
            self._save(lambda: self._kept.put(again))
            self._seen[again.id] = again

        return undo

    def one(self, check_in: Id) -> CheckIn | None:
        """Return the check-in with that id if it is recent, or was held or changed since unlocking, or None."""
        return self._seen.get(check_in)

    def hold(self, check_in: CheckIn) -> CheckIn | None:
        """Read a check-in of any age again, so that it can be opened and changed; None if it is no longer there."""
        found = self._kept.again(check_in) or self._kept.again(self._current(check_in))
        if found is None:
            self._seen.pop(check_in.id, None)
        else:
            self._seen[found.id] = found
        return found

    def look(self) -> None:
        """Read again what is kept. What is no longer there is no longer held."""
        self._seen = {
            found.id: found for one in self._seen.values() if (found := self._again(one)) is not None
        }
        self._show(self._newest())

    def _current(self, check_in: CheckIn) -> CheckIn:
        """The check-in as it is now: a screen may still hold an earlier one, which may be in another month."""
        return self._seen.get(check_in.id, check_in)

    def _again(self, check_in: CheckIn) -> CheckIn | None:
        """The check-in as it is kept; as it was seen where its month cannot be read now."""
        try:
            return self._kept.again(check_in)
        except VaultError:
            return check_in

    def _save(self, write: Callable[[], None]) -> None:
        with self._unlocked.vault.change():
            write()
            self._newest()  # a month that cannot be read must take the write back with it
        self._show(self._newest())  # once more: a month that has just begun is listed only when it is on disk

    def _newest(self) -> tuple[CheckIn, ...]:
        return tuple(islice(self._kept.latest(), RECENT))

    def _show(self, newest: tuple[CheckIn, ...]) -> None:
        self.recent = newest
        self._seen |= {check_in.id: check_in for check_in in newest}


def _newest_of(recent: tuple[CheckIn, ...], new: CheckIn) -> tuple[CheckIn, ...]:
    """The newest few, once one more is kept: whatever was older than all of these still is."""
    known = sorted([*reversed(recent), new], key=lambda check_in: (check_in.when, check_in.created_at))
    return tuple(reversed(known))[:RECENT]
