"""What a person can do with meetings."""

from typing import Any

from app.domain.check_in import CheckIn
from app.domain.ids import Id
from app.domain.meeting import PEOPLE, Meeting, newest_first, to_come_back_to
from app.domain.someone import Someone
from app.domain.support import Support
from app.session.peopled import PeopledVerbs
from app.session.unlocked import Unlocked
from app.store.meeting import meetings


class MeetingVerbs(PeopledVerbs[Meeting]):
    """Meetings, newest first."""

    def __init__(self, unlocked: Unlocked) -> None:
        super().__init__(unlocked, meetings, Meeting, newest_first, PEOPLE)

    @property
    def to_come_back_to(self) -> tuple[Meeting, ...]:
        """Those with something to come back to whose day has come, the latest day first."""
        return to_come_back_to(self.all, self._unlocked.now().date())

    def with_support(self, support: Id) -> tuple[Meeting, ...]:
        """The meetings with a support, newest first."""
        return tuple(one for one in self.all if one.was_with(support))

    def add(self, **fields: Any) -> Meeting:
        """Save a new meeting, of today unless ``when`` is given; DomainError for an impossible value."""
        return super().add(**({"when": self._unlocked.now()} | fields))

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
