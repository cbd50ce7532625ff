"""How things stood with a support over time: since when it was growing, here, resting.

Each change is a thing of its own, so that what two devices noted is all there after they are brought together.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.ids import Id
from app.domain.kept import Kept
from app.domain.support import SupportState


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class StateChange(Kept):
    """From ``created_at`` on, things stood so with a support."""

    support: Id
    state: SupportState


def past_of(support: Id, changes: Iterable[StateChange]) -> tuple[StateChange, ...]:
    """The changes of a support, the latest first."""
    own = (one for one in changes if one.support == support)
    return tuple(sorted(own, key=lambda one: (one.created_at, one.id), reverse=True))
