"""What a person can do with meetings."""

from dataclasses import replace
from typing import Any

from app.domain.check_in import CheckIn
from app.domain.ids import Id
from app.domain.meeting import PEOPLE, Meeting, order, to_come_back_to
from app.domain.someone import Someone, without_support
from app.domain.support import Support
from app.session.unlocked import Undo, Unlocked
from app.store.meeting import meetings
from app.store.shelf import Shelf


class MeetingVerbs:
    """Meetings, newest first.

    They are read when one of them is first wanted, so that unlocking does not wait for the years, and then held in
    memory as they were saved: a save costs the same however many there are.
    """

    def __init__(self, unlocked: Unlocked) -> None:
        self._unlocked = unlocked
        self._by_id: dict[Id, Meeting] | None = None
        self._in_order: tuple[Meeting, ...] | None = None

    @property
    def all(self) -> tuple[Meeting, ...]:
        """Every meeting, newest first."""
        if self._in_order is None:
            self._in_order = tuple(sorted(self._held.values(), key=order, reverse=True))
        return self._in_order

    @property
    def to_come_back_to(self) -> tuple[Meeting, ...]:
        """Those with something to come back to whose day has come, the latest day first."""
        return to_come_back_to(self.all, self._unlocked.now().date())

    def with_support(self, support: Id) -> tuple[Meeting, ...]:
        """The meetings with a support, newest first."""
        return tuple(one for one in self.all if one.was_with(support))

    def one(self, meeting: Id) -> Meeting | None:
        """Return the meeting with that id, or None."""
        return self._held.get(meeting)

    def add(self, **fields: Any) -> Meeting:
        """Save a new meeting, of today unless ``when`` is given; DomainError for an impossible value."""
        stamp = self._unlocked.stamp()
        return self._keep(Meeting(**stamp, **{"when": stamp["created_at"], **fields}))

    def note_with(self, support: Support) -> Meeting:
        """Save a meeting of today with a support."""
        return self.add(with_whom=(Someone(support=support.id),))

    def note_from(self, check_in: CheckIn) -> Meeting:
        """Save the meeting that a check-in was: its moment, and with whom; the same one if that was done before.

        DomainError if the check-in names nobody.
        """
        known = next((one for one in self.all if one.check_in == check_in.id), None)
        return known or self.add(
            when=check_in.when,
            time_known=check_in.time_known,
            with_whom=tuple(Someone(support=one) for one in check_in.with_supports),
            check_in=check_in.id,
        )

    def change(self, meeting: Meeting, /, **fields: Any) -> Meeting:
        """Save it with other fields; DomainError for impossible ones, and nothing is changed then."""
        current = self.one(meeting.id) or meeting
        return self._keep(replace(current, **fields, changed_at=self._unlocked.now()))

    def remove(self, meeting: Meeting) -> Undo:
        """Delete it. The returned undo keeps it again."""
        gone = self.one(meeting.id) or meeting
        held = self._held
        self._shelf.remove(gone.id, self._unlocked.now())
        held.pop(gone.id, None)
        self._in_order = None

        def undo() -> None:
            self._keep(replace(gone, changed_at=self._unlocked.now()))

        return undo

    def free_from(self, support: Support) -> Undo:
        """Let no meeting name a support that goes away; its name stays as words.

        The returned undo names the support again, but where with whom it was has been changed since.
        """
        now = self._unlocked.now()
        freed = [
            (one, self._keep(without_support(one, PEOPLE, support.id, support.name, now)))
            for one in self.with_support(support.id)
        ]

        def undo() -> None:
            for was, then in freed:
                current = self.one(was.id)
                if current is not None and current.with_whom == then.with_whom:
                    self.change(current, with_whom=was.with_whom)

        return undo

    def look(self) -> None:
        """Read again what is kept, when it is next wanted."""
        self._by_id = self._in_order = None

    @property
    def _shelf(self) -> Shelf[Meeting]:
        return meetings(self._unlocked.vault, self._unlocked.left_out)

    @property
    def _held(self) -> dict[Id, Meeting]:
        if self._by_id is None:
            self._by_id = {one.id: one for one in self._shelf.all()}
        return self._by_id

    def _keep(self, meeting: Meeting) -> Meeting:
        held = self._held
        self._shelf.put(meeting)
        held[meeting.id] = meeting
        self._in_order = None
        return meeting
