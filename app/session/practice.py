"""What a person can do with learnings, reflections, wins and goals."""

from typing import Any

from app.domain import goal, learning, reflection, win
from app.domain.goal import Goal, GoalState
from app.domain.learning import Learning
from app.domain.reflection import Reflection
from app.domain.win import Win
from app.session.peopled import PeopledVerbs
from app.session.unlocked import Unlocked
from app.store.practice import goals, learnings, reflections, wins
from app.words.name_order import by_name

_STATES = tuple(GoalState)


def learning_verbs(unlocked: Unlocked) -> PeopledVerbs[Learning]:
    """Learnings, the newest first."""
    return PeopledVerbs(unlocked, learnings, Learning, _newest_first, learning.PEOPLE)


def reflection_verbs(unlocked: Unlocked) -> PeopledVerbs[Reflection]:
    """Reflections, the newest first."""
    return PeopledVerbs(unlocked, reflections, Reflection, _newest_first, reflection.PEOPLE)


def goal_verbs(unlocked: Unlocked) -> PeopledVerbs[Goal]:
    """Goals: those of now, then those of later, done and let go; of each what is important first, then the newest."""

    def key(one: Goal) -> tuple[Any, ...]:
        return (_STATES.index(one.state), not one.important, *_newest_first(one))

    return PeopledVerbs(unlocked, goals, Goal, key, goal.PEOPLE)


class WinVerbs(PeopledVerbs[Win]):
    """Wins, the latest day first."""

    def __init__(self, unlocked: Unlocked) -> None:
        def key(one: Win) -> tuple[Any, ...]:
            return (-one.day.toordinal(), *_newest_first(one))

        super().__init__(unlocked, wins, Win, key, win.PEOPLE)

    def add(self, **fields: Any) -> Win:
        """Save a new one, of today where no day is said; DomainError for an impossible value."""
        return super().add(**({"day": self._unlocked.now().date()} | fields))


def _newest_first(one: Learning | Reflection | Win | Goal) -> tuple[Any, ...]:
    return (-one.created_at.timestamp(), by_name(one.text), one.id)
