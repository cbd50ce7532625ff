"""What a person and a support have agreed: what may be asked, when and how, and where the limits are."""

from dataclasses import dataclass, fields
from enum import StrEnum

from app.domain.kept import Share, require_short

LONGEST_ANSWER = 1_000


class Answer(StrEnum):
    """What was said when it was asked. What was not asked has no answer."""

    YES = "yes"
    NO = "no"


class Consent(StrEnum):
    """What was said when it was asked whether someone may be called on. What was not asked has none."""

    YES = "yes"
    ASKED = "asked"
    """It was asked, and there is no answer yet."""
    NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Agreement:
    """All of it may be empty. ``knows`` is whether they know of the map, ``may_contact`` whether they may be called on.

    The texts have at most 1,000 characters each. ``share`` is about what was asked of me and my limits, in a copy of the
    plan for this support alone.
    """

    knows: Answer | None = None
    may_contact: Consent | None = None
    when_ok: str = ""
    how_ok: str = ""
    please_not: str = ""
    asked_of_me: str = ""
    my_limits: str = ""
    share: Share = Share.ONLY_ME

    def __post_init__(self) -> None:
        for one in fields(self):
            value = getattr(self, one.name)
            if isinstance(value, str):
                require_short(one.name, value, most=LONGEST_ANSWER)

    def __repr__(self) -> str:
        return "<Agreement>"


def may_be_told(agreement: Agreement) -> bool:
    """Whether there is something of what was agreed that the one it was agreed with may be shown."""
    return agreement.share is Share.MAY_BE_SHARED and bool(
        agreement.asked_of_me.strip() or agreement.my_limits.strip()
    )


NOTHING_AGREED = Agreement()
