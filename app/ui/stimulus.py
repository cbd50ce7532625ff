"""How much the window does to the senses: whether anything moves, and whether there are many colours or few."""

from dataclasses import dataclass

from app.store.settings import Settings


@dataclass(slots=True)
class _Asked:
    """What is asked for, by the person or by the system."""

    still: bool = False
    low: bool = False
    still_by_system: bool = False
    strong_by_system: bool = False


_asked = _Asked()


def keep_to(settings: Settings) -> None:
    """Do from now on what the person has set. Low stimulus takes less movement with it."""
    _asked.still, _asked.low = settings.less_movement, settings.low_stimulus


def system_asks(*, stillness: bool, contrast: bool) -> None:
    """Remember whether the system asks for less motion, and for more contrast. It is heard beside what the person has set."""
    _asked.still_by_system, _asked.strong_by_system = stillness, contrast


def is_still() -> bool:
    """Whether nothing may move."""
    return is_still_by_choice() or _asked.still_by_system


def is_still_by_choice() -> bool:
    """Whether the person has set that nothing may move: what changes with the setting alone."""
    return _asked.still or _asked.low


def is_low() -> bool:
    """Whether colours are few, and words come before pictures."""
    return _asked.low


def is_strong() -> bool:
    """Whether quiet text and thin lines are as strong as all else."""
    return _asked.strong_by_system
