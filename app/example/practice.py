"""What the made-up person of an example has learned, thought over, done well, and moves towards."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from app.domain.goal import Goal, GoalState, GoalStep
from app.domain.ids import Id
from app.domain.learning import Learning, LearningKind, TheirYes
from app.domain.reflection import Prompt, Reflection
from app.domain.someone import Someone
from app.domain.support import Support
from app.domain.topic import Topic
from app.domain.win import Win
from app.example.stamps import Stamps
from app.words.example import example as words


@dataclass(frozen=True, slots=True, kw_only=True)
class Practised:
    """A few of each."""

    learnings: tuple[Learning, ...]
    reflections: tuple[Reflection, ...]
    wins: tuple[Win, ...]
    goals: tuple[Goal, ...]


def practised(supports: tuple[Support, ...], topics: tuple[Topic, ...], since: datetime) -> Practised:
    """Return what was written down at that moment, about these supports and, of some, the last of these topics: music."""
    stamp = Stamps("practice", since)
    music = (topics[-1].id,)
    goals = tuple(_goals(stamp, supports, music))
    return Practised(
        learnings=tuple(_learnings(stamp, supports)),
        reflections=tuple(_reflections(stamp, supports, music)),
        wins=tuple(_wins(stamp, supports, goals[0], since)),
        goals=goals,
    )


def _learnings(stamp: Stamps, supports: tuple[Support, ...]) -> Iterable[Learning]:
    """What was learned: one in the words of somebody, one that is seen differently now."""
    tomasz = (Someone(support=supports[1].id),)
    said: dict[int, dict[str, object]] = {
        0: {
            "kind": LearningKind.IDEA,
            "learned_from": tomasz,
            "their_words": True,
            "their_yes": TheirYes.YES,
        },
        1: {"kind": LearningKind.NEW_WAY, "before": words.thought_before, "now": words.thinks_now},
        2: {"kind": LearningKind.WHERE_HELP_IS},
    }
    for place, text in enumerate(words.learned):
        yield Learning(**stamp(), text=text, **said[place])  # type: ignore[arg-type]


def _reflections(stamp: Stamps, supports: tuple[Support, ...], music: tuple[Id, ...]) -> Iterable[Reflection]:
    about = ((Prompt.CONNECTION, 2, music), (Prompt.SEEING_DIFFERENTLY, 0, ()))
    for text, (prompt, place, topics) in zip(words.reflected, about, strict=True):
        people = (Someone(support=supports[place].id),)
        yield Reflection(**stamp(), text=text, prompt=prompt, with_people=people, topics=topics)  # type: ignore[arg-type]


def _goals(stamp: Stamps, supports: tuple[Support, ...], music: tuple[Id, ...]) -> Iterable[Goal]:
    """What is moved towards: now, later, and let go."""
    states = (GoalState.NOW, GoalState.LATER, GoalState.LET_GO)
    steps = tuple(GoalStep(text=text, done=place == 0) for place, text in enumerate(words.goal_steps))
    more: dict[str, Any] = {"why": words.goal_why, "steps": steps, "important": True, "topics": music}
    more["who_could_support"] = (Someone(support=supports[2].id),)
    for text, state in zip(words.goals, states, strict=True):
        yield Goal(**stamp(), text=text, state=state, **(more if state is GoalState.NOW else {}))  # type: ignore[arg-type]


def _wins(stamp: Stamps, supports: tuple[Support, ...], goal: Goal, since: datetime) -> Iterable[Win]:
    said: dict[int, dict[str, object]] = {
        0: {"tell": (Someone(support=supports[0].id),)},
        1: {"with_people": (Someone(support=supports[11].id),)},
        2: {"goal": goal.id, "topics": goal.topics},
    }
    for place, text in enumerate(words.wins):
        yield Win(**stamp(), text=text, day=since.date() + timedelta(days=place), **said[place])  # type: ignore[arg-type]
