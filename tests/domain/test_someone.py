"""Someone: a support or a name, nobody twice, and the name that stays of a support that goes."""

import pytest

from app.domain import goal, learning, reflection, win
from app.domain.errors import DomainError
from app.domain.goal import Goal
from app.domain.kept import Kept
from app.domain.learning import Learning
from app.domain.reflection import Reflection
from app.domain.someone import Someone, without_support
from app.domain.win import Win
from tests.domain.sample import LATER, NOW, new_id, stamp

ANA = new_id()
TWO = (Someone(support=ANA), Someone(name="Ben"))
NAMING: tuple[tuple[Kept, tuple[str, ...]], ...] = (
    (Learning(**stamp(), text="T", learned_from=TWO, passed_on_to=TWO), learning.PEOPLE),
    (Reflection(**stamp(), text="T", with_people=TWO), reflection.PEOPLE),
    (Win(**stamp(), text="T", day=NOW.date(), with_people=TWO, tell=TWO), win.PEOPLE),
    (Goal(**stamp(), text="T", who_could_support=TWO), goal.PEOPLE),
)


@pytest.mark.parametrize(("thing", "people"), NAMING, ids=["learning", "reflection", "win", "goal"])
def test_of_a_support_that_goes_the_name_stays_in_every_field(thing: Kept, people: tuple[str, ...]) -> None:
    freed = without_support(thing, people, ANA, "Ana", LATER)
    assert [getattr(freed, name) for name in people] == [(Someone(name="Ana"), TWO[1])] * len(people)
    assert freed.changed_at == LATER
    assert without_support(freed, people, ANA, "Ana", LATER) is freed


@pytest.mark.parametrize(("thing", "people"), NAMING, ids=["learning", "reflection", "win", "goal"])
def test_nobody_stands_in_a_field_twice(thing: Kept, people: tuple[str, ...]) -> None:
    for name in people:
        fields = {one: getattr(thing, one) for one in type(thing).__dataclass_fields__}
        with pytest.raises(DomainError) as refused:
            type(thing)(**(fields | {name: (TWO[1], TWO[1])}))
        assert (refused.value.field, refused.value.rule) == (name, "twice")
