"""A coping tool: what it may be, which are at hand, what fits now, and what stays of a support that goes."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.check_in import Energy
from app.domain.coping_tool import (
    MOST_STEPS,
    Fitting,
    Help,
    Helped,
    Takes,
    WhereOk,
    pinned,
    steps_of,
    without_support,
)
from app.domain.errors import DomainError
from app.domain.someone import Someone
from tests.domain.sample import LATER, NOW, new_id, tool


def test_a_name_is_enough() -> None:
    assert tool("Tea").steps == ()


@pytest.mark.parametrize(
    ("fields", "field", "rule"),
    [
        ({"name": " "}, "name", "blank"),
        ({"name": "x" * 201}, "name", "too_long"),
        ({"steps": ("Boil water", " ")}, "steps", "blank"),
        ({"steps": ("x" * 201,)}, "steps", "too_long"),
        ({"steps": ("x",) * (MOST_STEPS + 1)}, "steps", "too_many"),
        ({"good_for": ("sadness itself",)}, "good_for", "unknown"),
        ({"good_for": ("sad", "sad")}, "good_for", "twice"),
        ({"taught_by": (Someone(name="Ana"),) * 2}, "taught_by", "twice"),
        ({"passed_on_to": (Someone(name="Ana"),) * 2}, "passed_on_to", "twice"),
        ({"pinned_at": datetime(2026, 1, 1)}, "pinned_at", "needs_offset"),  # noqa: DTZ001  # that is the point
        ({"pinned_at": NOW, "put_away": True}, "pinned_at", "put_away"),
    ],
)
def test_an_impossible_one_is_refused_by_field_and_rule(
    fields: dict[str, Any], field: str, rule: str
) -> None:
    with pytest.raises(DomainError) as refused:
        tool(**fields)
    assert (refused.value.field, refused.value.rule) == (field, rule)


def test_someone_is_a_support_or_a_name() -> None:
    for nobody in ({}, {"name": " "}, {"name": "x" * 201}, {"support": new_id(), "name": "Ana"}):
        with pytest.raises(DomainError):
            Someone(**nobody)  # type: ignore[arg-type]  # as the record may say


def test_no_repr_quotes_what_was_typed() -> None:
    said = repr((tool("Tea", steps=("Pour",)), Someone(name="Ana"), Helped(answer=Help.YES, on=NOW.date())))
    assert said == "(<CopingTool>, <Someone>, <Helped>)"


def test_each_line_is_a_step_and_blank_ones_are_none() -> None:
    assert steps_of(" Boil water \n\n\tPour\r\n ") == ("Boil water", "Pour")
    assert steps_of(" \n") == ()


@given(st.permutations(range(5)))
def test_of_more_than_three_pinned_the_three_pinned_last_are_at_hand(order: list[int]) -> None:
    tools = [tool(f"{n}", pinned_at=NOW + timedelta(minutes=n)) for n in order]
    assert [one.name for one in pinned([*tools, tool("not pinned")])] == ["2", "3", "4"]
    assert [one.name for one in pinned(tools[:2])] == [f"{n}" for n in sorted(order[:2])]


def test_two_pinned_in_the_same_second_stand_alike_on_every_device() -> None:
    one, two = tool(pinned_at=NOW), tool(pinned_at=NOW)
    assert pinned([one, two]) == pinned([two, one])


def test_of_a_support_that_goes_the_name_stays_once() -> None:
    ana, ben = new_id(), Someone(support=new_id())
    named = Someone(name="Ana")
    tea = tool("Tea", taught_by=(Someone(support=ana), ben), passed_on_to=(named, Someone(support=ana)))
    freed = without_support(tea, ana, "Ana", LATER)
    assert (freed.taught_by, freed.passed_on_to, freed.changed_at) == ((named, ben), (named,), LATER)
    assert without_support(freed, ana, "Ana", LATER) is freed


QUICK = tool("quick", takes=Takes.ONE_MINUTE, where_ok=WhereOk.ANYWHERE, energy_needed=Energy.LOW)
SLOW = tool(
    "slow", takes=Takes.LONGER, where_ok=WhereOk.OUTSIDE, energy_needed=Energy.HIGH, good_for=("sad",)
)
SILENT = tool("silent")


@pytest.mark.parametrize(
    ("fitting", "names"),
    [
        (Fitting(), {"quick", "slow", "silent"}),
        (Fitting(takes=Takes.FIVE_MINUTES), {"quick"}),
        (Fitting(takes=Takes.LONGER), {"quick", "slow"}),
        (Fitting(where=WhereOk.AT_HOME), {"quick"}),
        (Fitting(where=WhereOk.OUTSIDE), {"quick", "slow"}),
        (Fitting(energy=Energy.MIDDLE), {"quick"}),
        (Fitting(feeling="sad"), {"slow"}),
        (Fitting(feeling="sad", takes=Takes.ONE_MINUTE), set()),
    ],
)
def test_what_needs_less_fits_and_what_is_not_said_does_not(fitting: Fitting, names: set[str]) -> None:
    assert {one.name for one in (QUICK, SLOW, SILENT) if fitting.holds(one)} == names
