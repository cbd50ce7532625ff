"""A referral: a service that somebody suggested, and how things stand with it."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from app.domain.errors import DomainError
from app.domain.ids import Id
from app.domain.kept import Kept, Share, require_short, require_words
from app.domain.someone import Someone
from app.domain.support import ContactWay, SupportState


class ReferralState(StrEnum):
    """How things stand. None is better than another."""

    THINKING = "thinking"
    ASKED = "asked"
    WAITING = "waiting"
    GOING = "going"
    NOT_FOR_ME = "not_for_me"


class Cost(StrEnum):
    """What it costs, in words."""

    FREE = "free"
    LOW = "low"
    PAID_FOR = "paid_for"
    I_PAY = "i_pay"


AS_SUPPORT = {
    ReferralState.THINKING: SupportState.HOPED_FOR,
    ReferralState.ASKED: SupportState.GROWING,
    ReferralState.WAITING: SupportState.GROWING,
    ReferralState.GOING: SupportState.HERE_NOW,
    ReferralState.NOT_FOR_ME: SupportState.RESTING,
}
"""How things stand with the support that it becomes."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Referral(Kept):
    """A service that was suggested. Only its name is asked for; None stands for what was not said.

    ``next_day`` is a day that the person noted. ``support`` is the support that it became.
    """

    service: str
    suggested_by: Someone | None = None
    way: ContactWay | None = None
    cost: Cost | None = None
    state: ReferralState = ReferralState.THINKING
    next_day: date | None = None
    note: str = ""
    topics: tuple[Id, ...] = ()
    support: Id | None = None
    share: Share = Share.ONLY_ME

    def __post_init__(self) -> None:
        super(Referral, self).__post_init__()
        require_words("service", self.service)
        require_short("note", self.note)
        if len(set(self.topics)) < len(self.topics):
            raise DomainError("topics", "twice")

    def has_come(self, today: date) -> bool:
        """Whether the day that was noted is here or past."""
        return self.next_day is not None and self.next_day <= today


def without_support(referral: Referral, support: Id, name: str, now: datetime) -> Referral:
    """The referral once a support is gone: who suggested it keeps the name. The same referral if it was not named."""
    suggested, became = referral.suggested_by, referral.support
    if suggested is not None and suggested.support == support:
        suggested = Someone(name=name)
    if became == support:
        became = None
    if (suggested, became) == (referral.suggested_by, referral.support):
        return referral
    return replace(referral, suggested_by=suggested, support=became, changed_at=now)
