"""What a person has set that nobody else needs to know: it is kept sealed."""

from dataclasses import dataclass

from app.domain.errors import DomainError
from app.domain.kept import Kept

LOCK_AFTER_MINUTES = (1, 2, 5, 15, 30)
"""What can be chosen. None of them is never: a page left open is the commonest way to be read."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Preferences(Kept):
    """``lock_after_minutes`` without a key or a tap lock the vault.

    ``hidden_words`` are words of our own lists that are not offered: the kind of the list, a colon and the key.
    Without ``patterns`` nothing is derived from check-ins and shown, without ``giving`` nothing from meetings. In an ``example`` nothing is real.
    Who is ``toured`` has seen or skipped the short look around. With ``ticks`` a phone can be felt when something is saved.
    """

    lock_after_minutes: int = 5
    hidden_words: tuple[str, ...] = ()
    patterns: bool = True
    giving: bool = True
    example: bool = False
    toured: bool = False
    ticks: bool = False

    def __post_init__(self) -> None:
        super(Preferences, self).__post_init__()
        if self.lock_after_minutes not in LOCK_AFTER_MINUTES:
            raise DomainError("lock_after_minutes", "no_such_choice")
