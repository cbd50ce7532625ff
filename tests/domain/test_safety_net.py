"""The order in which people are reached."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import DomainError
from app.domain.safety_net import Purpose, SafetyNetEntry, in_order, moved
from tests.domain.sample import new_id, stamp

places = st.integers(min_value=0, max_value=5)


def entry(order: int, say: str = "") -> SafetyNetEntry:
    return SafetyNetEntry(**stamp(), order=order, support=new_id(), what_i_could_say=say)


@given(st.lists(places), st.data())
def test_the_net_reads_the_same_whatever_order_it_was_kept_in(orders: list[int], data: st.DataObject) -> None:
    kept = [entry(order) for order in orders]
    assert in_order(data.draw(st.permutations(kept))) == in_order(kept)


@given(st.lists(places))
def test_the_smallest_place_comes_first_and_nobody_is_lost(orders: list[int]) -> None:
    read = in_order([entry(order) for order in orders])
    assert [one.order for one in read] == sorted(orders)


def test_of_two_in_the_same_place_the_ids_decide() -> None:
    first, second = sorted((entry(0), entry(0)), key=lambda one: one.id)
    assert in_order([second, first]) == in_order([first, second]) == (first, second)


@given(st.data(), st.lists(st.integers(), min_size=1, unique=True), st.integers(-20, 20))
def test_moving_one_keeps_all_and_leaves_the_others_in_their_order(
    data: st.DataObject, things: list[int], step: int
) -> None:
    index = data.draw(st.integers(0, len(things) - 1))
    after = moved(things, index, step)
    assert sorted(after) == sorted(things)
    assert [one for one in after if one != things[index]] == [one for one in things if one != things[index]]
    assert after.index(things[index]) == max(0, min(len(things) - 1, index + step))


@given(st.data(), st.lists(st.integers(), min_size=2, unique=True))
def test_moving_up_and_down_again_changes_nothing(data: st.DataObject, things: list[int]) -> None:
    index = data.draw(st.integers(1, len(things) - 1))
    assert moved(moved(things, index, -1), index - 1, 1) == tuple(things)


@pytest.mark.parametrize("name", ["what_i_could_say", "what_may_happen"])
def test_words_to_say_and_what_to_expect_have_an_end(name: str) -> None:
    assert getattr(replace(entry(0), **{name: "a" * 500}), name)  # type: ignore[arg-type]  # a text, by its name
    with pytest.raises(DomainError, match=f"{name}: too_long"):
        replace(entry(0), **{name: "a" * 501})  # type: ignore[arg-type]  # as above


def test_a_repr_names_the_kind_and_nothing_typed() -> None:
    assert repr(replace(entry(0, "Can you come?"), purposes=(Purpose.COME_OVER,))) == "<SafetyNetEntry>"
