"""A goal: a text is enough, its steps differ, and there are two endings."""

from typing import Any

import pytest

from app.domain.errors import DomainError
from app.domain.goal import MOST_STEPS, Goal, GoalState, GoalStep
from app.domain.kept import LONGEST_LINE, LONGEST_TEXT
from tests.domain.sample import stamp


def goal(**fields: Any) -> Goal:
    return Goal(**(stamp() | {"text": "Sing again"} | fields))  # type: ignore[arg-type]  # as a record may say


def steps(*texts: str) -> tuple[GoalStep, ...]:
    return tuple(GoalStep(text=text) for text in texts)


@pytest.mark.parametrize(
    ("state", "ended"),
    [(GoalState.NOW, False), (GoalState.LATER, False), (GoalState.DONE, True), (GoalState.LET_GO, True)],
)
def test_done_and_let_go_are_endings_alike(state: GoalState, ended: bool) -> None:
    assert goal(state=state).ended is ended


@pytest.mark.parametrize(
    ("fields", "field", "rule"),
    [
        ({"text": ""}, "text", "blank"),
        ({"text": "x" * (LONGEST_TEXT + 1)}, "text", "too_long"),
        ({"why": "x" * (LONGEST_TEXT + 1)}, "why", "too_long"),
        ({"steps": steps("Ask", "Ask")}, "steps", "twice"),
        ({"steps": steps(*(f"{n}" for n in range(MOST_STEPS + 1)))}, "steps", "too_many"),
    ],
)
def test_an_impossible_one_is_refused_by_field_and_rule(
    fields: dict[str, Any], field: str, rule: str
) -> None:
    with pytest.raises(DomainError) as refused:
        goal(**fields)
    assert (refused.value.field, refused.value.rule) == (field, rule)


@pytest.mark.parametrize(("text", "rule"), [(" ", "blank"), ("x" * (LONGEST_LINE + 1), "too_long")])
def test_a_step_is_a_line_of_words(text: str, rule: str) -> None:
    with pytest.raises(DomainError) as refused:
        GoalStep(text=text)
    assert (refused.value.field, refused.value.rule) == ("steps", rule)


def test_no_repr_quotes_what_was_typed() -> None:
    assert repr((goal(why="W"), *steps("S"))) == "(<Goal>, <GoalStep>)"
