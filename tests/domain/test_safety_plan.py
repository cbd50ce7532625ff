"""The plan, and what of it another person is ever shown."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import DomainError
from app.domain.ids import Id
from app.domain.kept import Share
from app.domain.safety_plan import (
    CORE_PARTS,
    OPTIONAL_PARTS,
    Link,
    PartType,
    PlanItem,
    PlanPart,
    SafetyPlan,
    chosen_only,
    items,
    linked_again,
    may_be_chosen,
    starting_plan,
    with_item,
    with_part,
    without_item,
    without_linked,
    without_part,
)
from tests.domain.sample import LATER, NOW, item, new_id, part, plan

SUPPORTS = tuple(new_id() for _ in range(4))


@st.composite
def plan_items(draw: st.DrawFn) -> PlanItem:
    linked = draw(st.lists(st.sampled_from(SUPPORTS), max_size=3))
    text = draw(st.sampled_from(["", "  ", "tea", "a walk"])) if linked else "a song"
    return item(text, *(Link(support=one) for one in linked), share=draw(st.sampled_from(Share)))


@st.composite
def plan_parts(draw: st.DrawFn) -> PlanPart:
    inside = draw(st.lists(plan_items(), max_size=4))
    return part(PartType.OWN, *inside, title="a part", hidden=draw(st.booleans()))


@st.composite
def plans(draw: st.DrawFn) -> SafetyPlan:
    parts = draw(st.lists(plan_parts(), max_size=4))
    line = draw(st.sampled_from(["", " ", "This passes."]))
    return plan(*parts, one_line=line, one_line_share=draw(st.sampled_from(Share)), made_with=("Mei",))


def ids_in(whole: SafetyPlan) -> list[Id]:
    return [whole.id, *(part.id for part in whole.parts), *(item.id for item in items(whole))]


@given(plans(), st.data())
def test_what_is_shown_was_chosen_and_may_be_shared_and_is_in_no_hidden_part(
    whole: SafetyPlan, data: st.DataObject
) -> None:
    chosen = data.draw(st.sets(st.sampled_from([*ids_in(whole), new_id()])))
    wished = [
        [one.id for one in part.items if one.id in chosen and one.share is Share.MAY_BE_SHARED]
        for part in whole.parts
        if not part.hidden
    ]
    shown = chosen_only(whole, chosen)
    assert [[one.id for one in part.items] for part in shown.parts] == [ids for ids in wished if ids]
    line_shown = whole.id in chosen and whole.one_line_share is Share.MAY_BE_SHARED
    assert shown.one_line == (whole.one_line.strip() and whole.one_line if line_shown else "")
    assert shown.made_with == ()


@given(plans())
def test_nothing_chosen_shows_nothing(whole: SafetyPlan) -> None:
    shown = chosen_only(whole, ())
    assert shown.is_empty
    assert shown.parts == ()


@given(plans(), st.data())
def test_choosing_twice_shows_the_same(whole: SafetyPlan, data: st.DataObject) -> None:
    chosen = data.draw(st.sets(st.sampled_from(ids_in(whole))))
    shown = chosen_only(whole, chosen)
    assert chosen_only(shown, chosen) == shown


@given(plans())
def test_what_may_be_chosen_is_what_can_be_shown(whole: SafetyPlan) -> None:
    shown = chosen_only(whole, ids_in(whole))
    seen = {one.id for one in items(shown)} | ({shown.id} if shown.one_line.strip() else set())
    assert seen == may_be_chosen(whole)


def test_only_me_is_a_gate_that_no_choice_opens() -> None:
    mine = item("mine", share=Share.ONLY_ME)
    whole = plan(part(PartType.SIGNS, mine), one_line="mine too", one_line_share=Share.ONLY_ME)
    shown = chosen_only(whole, {mine.id, whole.id, whole.parts[0].id})
    assert shown.is_empty


def test_an_item_is_only_for_me_until_said_otherwise() -> None:
    assert PlanItem(id=new_id(), created_at=NOW, changed_at=NOW, text="tea").share is Share.ONLY_ME
    assert SafetyPlan(id=new_id(), created_at=NOW, changed_at=NOW).one_line_share is Share.ONLY_ME


@given(plans(), st.sampled_from(SUPPORTS))
def test_a_support_that_goes_takes_its_links_and_no_item_with_it(whole: SafetyPlan, gone: Id) -> None:
    after = without_linked(whole, gone, "Mei", LATER)
    for was, now in zip(items(whole), items(after), strict=True):
        assert now.tools == was.tools
        assert now.links == tuple(link for link in was.links if link.support != gone)
        assert (now == was) == all(link.support != gone for link in was.links)
        assert now.text == (was.text if now == was or was.text.strip() else "Mei")
        assert now.share is was.share
    assert [part.id for part in after.parts] == [part.id for part in whole.parts]


@given(plans(), st.sampled_from(SUPPORTS))
def test_a_support_goes_only_once(whole: SafetyPlan, gone: Id) -> None:
    after = without_linked(whole, gone, "Mei", LATER)
    assert without_linked(after, gone, "Mei", LATER) == after


def test_the_starting_plan_has_the_core_parts_and_nothing_in_them() -> None:
    first = starting_plan(NOW, new_id)
    assert tuple(part.type for part in first.parts) == CORE_PARTS
    assert first.is_empty
    assert len(set(ids_in(first))) == 1 + len(CORE_PARTS)


def test_every_type_is_core_or_optional_or_own() -> None:
    assert {*CORE_PARTS, *OPTIONAL_PARTS, PartType.OWN} == set(PartType)


def test_a_part_put_again_keeps_its_place_and_a_new_one_goes_to_the_end() -> None:
    signs, space = part(PartType.SIGNS), part(PartType.SAFER_SPACE)
    whole = plan(signs, space)
    renamed = replace(signs, title="My signs")
    assert with_part(whole, renamed).parts == (renamed, space)
    own = part(PartType.OWN, title="At work")
    assert with_part(whole, own).parts == (signs, space, own)
    assert without_part(whole, signs.id).parts == (space,)


def test_an_item_put_again_keeps_its_place_and_a_new_one_goes_to_the_end() -> None:
    tea, walk, song = item("tea"), item("a walk"), item("a song")
    mine = part(PartType.ON_MY_OWN, tea, walk)
    warmer = replace(tea, text="hot tea")
    assert with_item(mine, warmer).items == (warmer, walk)
    assert with_item(mine, song).items == (tea, walk, song)
    assert without_item(mine, tea.id).items == (walk,)


def test_an_item_says_something_or_names_a_support() -> None:
    assert item("", Link(support=new_id())).links
    with pytest.raises(DomainError, match="text: blank"):
        item(" ")
    with pytest.raises(DomainError, match="text: too_long"):
        item("a" * 1_001)


def test_an_own_part_needs_a_name() -> None:
    with pytest.raises(DomainError, match="title: blank"):
        part(PartType.OWN)
    assert part(PartType.SIGNS).title == ""


def test_no_id_stands_for_two_things() -> None:
    tea = item("tea")
    with pytest.raises(DomainError, match="parts: twice"):
        plan(part(PartType.ON_MY_OWN, tea), part(PartType.SIGNS, tea))


def test_versions_count_from_one() -> None:
    with pytest.raises(DomainError, match="version: too_small"):
        plan(version=0)


def test_a_repr_names_the_kind_and_nothing_typed() -> None:
    whole = plan(part(PartType.OWN, item("tea"), title="mine"), one_line="x", read_again_on=date(2026, 12, 1))
    assert [repr(one) for one in (whole, whole.parts[0], whole.parts[0].items[0])] == [
        "<SafetyPlan>",
        "<PlanPart>",
        "<PlanItem>",
    ]


def test_a_tool_that_goes_takes_its_link_and_leaves_its_name() -> None:
    tea, walk = new_id(), new_id()
    only, both, other = (
        item("", tools=(tea,)),
        item("Sit down first", tools=(tea, walk)),
        item("", tools=(walk,)),
    )
    whole = plan(part(PartType.ON_MY_OWN, only, both, other))
    after = without_linked(whole, tea, "Mint tea", LATER)
    said = [(one.text, one.tools) for one in items(after)]
    assert said == [("Mint tea", ()), ("Sit down first", (walk,)), ("", (walk,))]
    assert linked_again(after, whole, after, LATER) == replace(
        whole,
        parts=(
            replace(whole.parts[0], items=(*(replace(one, changed_at=LATER) for one in (only, both)), other)),
        ),
    )


def test_an_item_that_names_a_tool_needs_no_words_and_names_it_once() -> None:
    tea = new_id()
    assert item("", tools=(tea,)).tools == (tea,)
    with pytest.raises(DomainError, match="tools"):
        item("", tools=(tea, tea))
