"""The safety net: whom to reach first, for what, in order."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from app.domain.ids import Id
from app.domain.kept import Kept, require_short

T = TypeVar("T")


class Purpose(StrEnum):
    """What a person in the net is good for."""

    TAKE_MY_MIND_OFF_IT = "take_my_mind_off_it"
    TALK_ABOUT_IT = "talk_about_it"
    COME_OVER = "come_over"
    HELP_ME_DECIDE = "help_me_decide"
    PROFESSIONAL = "professional"
    EMERGENCY = "emergency"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SafetyNetEntry(Kept):
    """One place in the net. ``order`` counts from 0; gaps are fine, the smallest comes first.

    ``what_i_could_say`` are ready words to say, send or show; ``what_may_happen`` is what to expect of a call.
    """

    order: int
    support: Id
    purposes: tuple[Purpose, ...] = ()
    what_i_could_say: str = ""
    what_may_happen: str = ""

    def __post_init__(self) -> None:
        super(SafetyNetEntry, self).__post_init__()
        require_short("what_i_could_say", self.what_i_could_say, most=500)
        require_short("what_may_happen", self.what_may_happen, most=500)


def in_order(entries: Sequence[SafetyNetEntry]) -> tuple[SafetyNetEntry, ...]:
    """The net as it is read: by order, and by id where two devices gave the same place."""
    return tuple(sorted(entries, key=lambda entry: (entry.order, entry.id)))


def moved(things: Sequence[T], index: int, step: int) -> tuple[T, ...]:
    """The same things with the one at ``index`` moved by ``step`` places, held at either end."""
    rest = list(things)
    thing = rest.pop(index)
    rest.insert(max(0, min(len(rest), index + step)), thing)
    return tuple(rest)
