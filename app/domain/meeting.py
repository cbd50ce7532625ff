"""A meeting: when it was and with whom, what came to me, what I gave, and what is worth remembering."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from app.domain.errors import DomainError
from app.domain.ids import Id
from app.domain.kept import Kept, require_offset, require_short
from app.domain.someone import Someone, require_once

PEOPLE = ("with_whom",)
"""The fields that name people."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Meeting(Kept):
    """A meeting with anyone or anything that helps. With whom, or one of the texts, must be there; one is enough.

    Where ``time_known`` is false only the day of ``when`` was said. ``follow_up`` is what to come back to,
    ``follow_up_on`` the day for it; ``followed_up`` says that it is done. ``check_in`` is the id of the check-in that it
    was noted from.
    """

    when: datetime
    time_known: bool = False
    with_whom: tuple[Someone, ...] = ()
    received: str = ""
    gave: str = ""
    worth_remembering: str = ""
    follow_up: str = ""
    follow_up_on: date | None = None
    followed_up: bool = False
    check_in: Id | None = None
    topics: tuple[Id, ...] = ()

    def __post_init__(self) -> None:
        super(Meeting, self).__post_init__()
        require_offset("when", self.when)
        require_once(self, "topics", *PEOPLE)
        said = (self.received, self.gave, self.worth_remembering)
        for field, text in zip(("received", "gave", "worth_remembering"), said, strict=True):
            require_short(field, text)
        require_short("follow_up", self.follow_up)
        if not self.with_whom and not any(text.strip() for text in said):
            raise DomainError("meeting", "blank")

    def was_with(self, support: Id) -> bool:
        """Whether a support was there."""
        return any(one.support == support for one in self.with_whom)

    def awaits(self, today: date) -> bool:
        """Whether the day has come for which something was left to come back to, and it is not done."""
        return self.follow_up_on is not None and not self.followed_up and self.follow_up_on <= today


def newest_first(meeting: Meeting) -> tuple[int, bool, float, float, Id]:
    """Where a meeting stands: by the day that its own clock showed, and by the time within that day, if it is known."""
    when = meeting.when
    day, created = -when.date().toordinal(), -meeting.created_at.timestamp()
    return day, not meeting.time_known, -when.timestamp(), created, meeting.id


def to_come_back_to(meetings: Iterable[Meeting], today: date) -> tuple[Meeting, ...]:
    """The meetings with something to come back to whose day has come, the latest day first."""
    waiting = ((one.follow_up_on, one) for one in meetings if one.awaits(today))
    days = [(-day.toordinal(), newest_first(one), one) for day, one in waiting if day is not None]
    return tuple(one for _, _, one in sorted(days, key=lambda known: known[:2]))
