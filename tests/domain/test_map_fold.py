"""Folding: a ring shows no more than can be told apart, and nobody is lost, put aside, or folded who must not be."""

from collections import Counter
from dataclasses import replace
from itertools import combinations
from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.map_fold import MOST, Fold, folded
from app.domain.map_row import APART
from app.domain.support import Ring, Support, SupportKind, SupportState
from app.domain.support_map import MIDDLE, arranged
from tests.domain.test_support_map import one

KINDS = tuple(SupportKind)


@st.composite
def crowds(draw: st.DrawFn) -> list[Support]:
    """Up to 120 supports, most of them nowhere in particular."""
    numbers = draw(st.lists(st.integers(0, 9_999), unique=True, max_size=120))
    rings, kinds = (
        draw(st.lists(st.sampled_from(Ring), min_size=1)),
        draw(st.lists(st.sampled_from(KINDS), min_size=1)),
    )
    return [
        replace(one(number, rings[number % len(rings)]), kind=kinds[number % len(kinds)])
        for number in numbers
    ]


def many(count: int) -> list[Support]:
    return [replace(one(n, tuple(Ring)[n % 3]), kind=KINDS[n * 5 % 9]) for n in range(count)]


def members(shape: Support | Fold) -> tuple[Support, ...]:
    return shape.members if isinstance(shape, Fold) else (shape,)


@settings(deadline=None, max_examples=60)
@given(crowds())
def test_nobody_is_lost_and_every_map_is_three_rows_in_which_nobody_touches(supports: list[Support]) -> None:
    shapes = folded(supports)
    assert sorted(one.id for shape in shapes for one in members(shape)) == sorted(one.id for one in supports)
    assert max(Counter(shape.ring for shape in shapes).values(), default=0) <= MOST
    shown = arranged(shapes)
    assert len(shown.placed) == len(shapes)
    assert shown.radius == pytest.approx(MIDDLE + 3 * APART)
    assert all(hypot(a.x - b.x, a.y - b.y) > APART - 1e-6 for a, b in combinations(shown.placed, 2))


@settings(deadline=None, max_examples=30)
@given(crowds(), st.randoms())
def test_the_same_supports_are_folded_alike_in_whatever_order_they_come(
    supports: list[Support], chance: st.DataObject
) -> None:
    shapes = set(folded(supports))
    chance.shuffle(supports)  # type: ignore[attr-defined]
    assert set(folded(supports)) == shapes


@pytest.mark.parametrize(("count", "folds"), [(0, 0), (1, 0), (12, 0), (60, 6), (300, 9)])
def test_few_stand_for_themselves_and_many_of_a_kind_as_one(count: int, folds: int) -> None:
    shapes = [shape for shape in folded(many(count)) if isinstance(shape, Fold)]
    assert len(shapes) >= folds > 0 or folds == len(shapes) == 0
    for fold in shapes:
        assert len(fold.members) > 1
        assert {one.ring for one in fold.members} == {fold.ring}
        assert fold.kind is None or {one.kind for one in fold.members} == {fold.kind}


def test_the_largest_kind_is_folded_first_and_no_more_than_must_be() -> None:
    people = [one(n, Ring.FURTHER_OUT) for n in range(5)]
    places = [replace(one(n, Ring.FURTHER_OUT), kind=SupportKind.PLACE) for n in range(5, 9)]
    (fold,) = (shape for shape in folded([*people, *places]) if isinstance(shape, Fold))
    assert (fold.kind, fold.id, fold.members) == (SupportKind.PERSON, "further_out.person", tuple(people))


def test_kinds_that_are_still_too_many_are_folded_together_the_smallest_first() -> None:
    here = [replace(one(n, Ring.CLOSE), kind=KINDS[n % 9]) for n in range(20)]
    mixed = [shape for shape in folded(here) if isinstance(shape, Fold) and shape.kind is None]
    assert [fold.id for fold in mixed] == ["close."]
    assert len(folded(here)) <= 6


def test_who_was_put_somewhere_or_is_kept_apart_is_never_folded() -> None:
    crowd = [one(n, Ring.CLOSE) for n in range(60)]
    put, kept = replace(crowd[7], angle=90), crowd[9]
    shapes = folded([*crowd[:7], put, *crowd[8:]], apart=(kept.id,))
    assert {put, kept} < set(shapes)
    assert arranged(shapes).one(put.id).angle == 90  # type: ignore[union-attr]  # it is there


def test_what_rests_is_not_drawn() -> None:
    assert folded([replace(one(1), state=SupportState.RESTING), one(2)]) == (one(2),)


def test_a_fold_says_nothing_of_what_it_holds_when_it_is_printed() -> None:
    (fold, *_) = (
        shape for shape in folded([one(n, name="Ana") for n in range(40)]) if isinstance(shape, Fold)
    )
    assert "Ana" not in repr(fold)
