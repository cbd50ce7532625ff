"""Versions of the plan: what someone who knows one has to read anew, and going back without opening any gate."""

from dataclasses import replace

import pytest
from hypothesis import given

from app.domain.kept import Share
from app.domain.plan_version import brought_back, differences, renewed
from app.domain.safety_plan import Link, PartType, PlanItem, SafetyPlan, Sign, items
from tests.domain.sample import LATER, NOW, item, new_id, part, plan
from tests.store.things import plans

TEA, WALK, ANA = item("Tea"), item("Walk"), item("Call Ana")
SIGNS = part(PartType.SIGNS, item("I pace", sign=Sign.BODY))
ALONE = part(PartType.ON_MY_OWN, TEA, WALK)
PLAN = plan(SIGNS, ALONE, one_line="It passes", version=2)


def with_lines(*lines: PlanItem) -> SafetyPlan:
    return replace(PLAN, parts=(SIGNS, replace(ALONE, items=lines)))


@given(one=plans)
def test_a_plan_is_the_same_as_itself_also_when_only_its_times_are_other(one: SafetyPlan) -> None:
    assert differences(one, one).none
    assert differences(one, renewed(one, LATER)).none


def test_order_marks_and_what_is_hidden_say_nothing_new_to_read() -> None:
    kept_back = replace(WALK, share=Share.ONLY_ME)
    after = replace(PLAN, parts=(replace(ALONE, items=(kept_back, TEA), hidden=True), SIGNS))
    assert differences(PLAN, after).none


def test_a_line_is_new_gone_or_says_something_else() -> None:
    soup = replace(TEA, text="Soup")
    (found,) = differences(PLAN, with_lines(soup, ANA)).parts
    assert found.part.id == ALONE.id
    assert [(line.before, line.after) for line in found.lines] == [(WALK, None), (TEA, soup), (None, ANA)]


@pytest.mark.parametrize(
    "other",
    [replace(TEA, links=(Link(support=new_id()),)), replace(TEA, sign=Sign.FEELINGS)],
    ids=["link", "sign"],
)
def test_another_link_or_sign_is_a_difference(other: PlanItem) -> None:
    (found,) = differences(PLAN, with_lines(other, WALK)).parts
    assert [(line.before, line.after) for line in found.lines] == [(TEA, other)]


def test_a_line_that_went_to_another_part_is_not_called_new() -> None:
    moved = replace(PLAN, parts=(replace(SIGNS, items=(*SIGNS.items, WALK)), replace(ALONE, items=(TEA,))))
    assert differences(PLAN, moved).none


def test_a_part_that_is_gone_or_new_is_told_by_its_lines() -> None:
    mine = part(PartType.OWN, ANA, title="Sundays")
    found = differences(PLAN, replace(PLAN, parts=(SIGNS, mine)))
    assert [one.part for one in found.parts] == [mine, ALONE]
    assert [[line.after for line in one.lines] for one in found.parts] == [[ANA], [None, None]]


def test_a_part_that_is_called_something_else_is_told_with_its_earlier_name() -> None:
    renamed = replace(ALONE, title="By myself")
    (found,) = differences(PLAN, replace(PLAN, parts=(SIGNS, renamed))).parts
    assert (found.part, found.renamed, found.lines) == (renamed, ALONE, ())


def test_another_sentence_is_told_as_it_was_and_as_it_is() -> None:
    assert differences(PLAN, replace(PLAN, one_line="")).one_line == ("It passes", "")
    assert differences(PLAN, replace(PLAN, one_line=" It passes ")).one_line is None


@given(kept=plans, now=plans)
def test_going_back_says_what_was_said_then_as_the_next_version(kept: SafetyPlan, now: SafetyPlan) -> None:
    again = brought_back(kept, now, LATER)
    assert differences(kept, again).none
    assert (again.id, again.version, again.changed_at) == (now.id, now.version + 1, LATER)
    assert {thing.changed_at for thing in (*again.parts, *items(again))} <= {LATER}


@given(kept=plans)
def test_what_was_marked_only_me_since_stays_so(kept: SafetyPlan) -> None:
    closed = replace(
        kept,
        one_line_share=Share.ONLY_ME,
        parts=tuple(
            replace(part, items=tuple(replace(one, share=Share.ONLY_ME) for one in part.items))
            for part in kept.parts
        ),
    )
    again = brought_back(kept, closed, NOW)
    assert {one.share for one in items(again)} <= {Share.ONLY_ME}
    assert again.one_line_share is Share.ONLY_ME


def test_what_was_not_shared_then_is_not_shared_by_going_back() -> None:
    before = replace(with_lines(replace(TEA, share=Share.ONLY_ME), WALK), one_line_share=Share.ONLY_ME)
    again = brought_back(before, PLAN, NOW)
    assert [one.share for one in again.parts[1].items] == [Share.ONLY_ME, Share.MAY_BE_SHARED]
    assert again.one_line_share is Share.ONLY_ME
