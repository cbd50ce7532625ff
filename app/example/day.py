"""A day of the made-up person: its check-ins, the same ones each time for the same day."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, tzinfo
from math import sin
from random import Random

from app.domain.check_in import BEST_LEVEL, HARDEST_LEVEL, CheckIn, Energy, FeltConnected
from app.domain.circumstance import DOING, WHERE
from app.domain.feeling import BODY_SIGNALS, FEELINGS, Family
from app.example.person import Person
from app.example.stamps import Stamps
from app.words.example import example as words

_AWAKE_FROM, _AWAKE_MINUTES = time(7), 15 * 60
_FAMILIES = {
    1: (Family.LOW, Family.TENSE),
    2: (Family.LOW, Family.TENSE, Family.MIXED),
    3: (Family.MIXED, Family.CALM, Family.TENSE),
    4: (Family.CALM, Family.BRIGHT),
    5: (Family.BRIGHT, Family.CALM),
}
_TOO_HEAVY = frozenset({"hopeless", "ashamed", "scared"})
"""Feelings that an example can do without."""

_PICKED = {
    family: tuple(one.key for one in FEELINGS if one.family is family and one.key not in _TOO_HEAVY)
    for family in Family
}
_BODY = tuple(sorted(BODY_SIGNALS))


def check_ins(day: date, zone: tzinfo, person: Person, per_day: int) -> Iterator[CheckIn]:
    """So many check-ins of one day, in order. No two days and no two moments are quite alike."""
    seed = f"day {day.isoformat()} of {per_day}"
    chance = Random(seed)  # noqa: S311  # the same each time is what is wanted
    stamp = Stamps(seed, datetime.combine(day, _AWAKE_FROM, zone))
    begin = datetime.combine(day, _AWAKE_FROM, zone)
    weather = 3.2 + 0.9 * sin(day.toordinal() / 17) + 0.4 * sin(day.toordinal() / 3.1)
    for minute in sorted(chance.sample(range(_AWAKE_MINUTES), per_day)):
        yield _check_in(begin + timedelta(minutes=minute), weather, chance, stamp, person)


def _check_in(when: datetime, weather: float, chance: Random, stamp: Stamps, person: Person) -> CheckIn:
    level = min(BEST_LEVEL, max(HARDEST_LEVEL, round(chance.gauss(weather, 0.8))))
    fields: dict[str, object] = {**stamp(when), "when": when}
    if chance.random() < 0.04:  # noqa: PLR2004  # one in twenty-five
        return CheckIn(**fields, cannot_name=True)  # type: ignore[arg-type]
    feelings = _feelings(level, chance, person)
    fields |= {
        "mood": level,
        "feelings": feelings,
        "a_lot": feelings[: chance.random() < 0.2],  # noqa: PLR2004  # one in five
        "energy": chance.choice([None, *Energy]),
    }
    fields |= _around(level, chance, person)
    if chance.random() < 0.6:  # noqa: PLR2004  # more often than not
        fields["note"] = _note(level, chance)
    return CheckIn(**fields)  # type: ignore[arg-type]


def _feelings(level: int, chance: Random, person: Person) -> tuple[str, ...]:
    known = [key for family in _FAMILIES[level] for key in _PICKED[family]]
    if level == BEST_LEVEL:
        known.append(person.own_words[0].id)
    return tuple(chance.sample(known, chance.randint(0, 3)))


def _around(level: int, chance: Random, person: Person) -> dict[str, object]:
    def some(known: tuple[str, ...], often: float) -> tuple[str, ...]:
        return (chance.choice(known),) if chance.random() < often else ()

    supports = tuple(one.id for one in person.supports)
    return {
        "label": person.labels[0].id if level == person.labels[0].level and chance.random() < 0.5 else None,  # noqa: PLR2004  # every other
        "body_signals": some(_BODY, 0.2),
        "with_supports": some(supports, 0.4),
        "where": some((*WHERE, person.own_words[1].id), 0.5),
        "doing": some(DOING, 0.5),
        "topics": some(tuple(one.id for one in person.topics), 0.15),
        "felt_connected": chance.choice([None, None, *FeltConnected]),
        "what_helped": some((*supports, *(one.id for one in person.tools)), 0.2),
    }


def _note(level: int, chance: Random) -> str:
    endings = {1: words.heavier, 2: words.heavier, 3: words.level, 4: words.brighter, 5: words.brighter}
    said = [chance.choice(words.begun), chance.choice(words.went_on), chance.choice(endings[level])]
    return " ".join(sorted(chance.sample(said, chance.randint(1, 3)), key=said.index))
