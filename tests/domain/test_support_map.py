"""The map: everyone has a place, nobody touches, and nobody moves without a reason."""

from collections.abc import Sequence
from itertools import combinations, pairwise
from math import hypot
from statistics import mean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.ids import id_from
from app.domain.map_name import MARK, PERSON, Box, mark_radius, named, ring_boxes, touch
from app.domain.support import Ring, Support, SupportState
from app.domain.support_map import APART, SupportMap, arranged, turned
from tests.domain.sample import NOW

ids = st.binary(min_size=16, max_size=16).map(id_from)


@st.composite
def crowds(draw: st.DrawFn, most: int = 40) -> list[Support]:
    """Supports of every ring, some of them put at an angle."""
    return [
        one(number, draw(st.sampled_from(Ring)), draw(st.none() | st.integers(0, 359)))
        for number in draw(st.lists(st.integers(0, 9_999), unique=True, max_size=most))
    ]


def one(number: int, ring: Ring = Ring.AROUND_ME, angle: int | None = None, name: str = "Ana") -> Support:
    known = id_from(number.to_bytes(16, "big"))
    return Support(id=known, created_at=NOW, changed_at=NOW, name=name, ring=ring, angle=angle)


def crowd(count: int, *, first: int = 0) -> list[Support]:
    rings = tuple(Ring)
    return [one(number, rings[number % 3]) for number in range(first, first + count)]


def apart(shown: SupportMap) -> float:
    return min((hypot(a.x - b.x, a.y - b.y) for a, b in combinations(shown.placed, 2)), default=APART)


def lies_over(shown: SupportMap, name: str, scale: float) -> bool:
    """Whether a mark touches a mark, or a name a name, a mark or the person."""
    radius, person = mark_radius(scale), mark_radius(scale, PERSON)
    marks = [(place.x * scale, place.y * scale, radius) for place in shown.placed] + [(0.0, 0.0, person)]
    names = list(named(shown, {place.id: name for place in shown.placed}, scale).values())
    return (
        any(hypot(a[0] - b[0], a[1] - b[1]) < a[2] + b[2] for a, b in combinations(marks, 2))
        or any(touch(a, b) for a, b in combinations(names, 2))
        or any(_covers(box, mark) for box in names for mark in marks)
    )


def _covers(box: Box, mark: tuple[float, float, float]) -> bool:
    x, y, radius = mark
    nearest = max(box[0], min(x, box[2])), max(box[1], min(y, box[3]))
    return hypot(nearest[0] - x, nearest[1] - y) < radius


@settings(deadline=None, max_examples=60)
@given(crowds())
def test_everyone_has_a_place_in_the_band_of_their_ring_and_nobody_touches(supports: list[Support]) -> None:
    shown = arranged(supports)
    assert {place.id for place in shown.placed} == {support.id for support in supports}
    assert apart(shown) >= APART - 1e-6
    rings = {support.id: support.ring for support in supports}
    bands = {band.ring: band for band in shown.bands}
    for place in shown.placed:
        band = bands[rings[place.id]]
        assert band.inner + MARK < place.radius < band.outer - MARK
    assert all(inner.outer == outer.inner for inner, outer in pairwise(shown.bands))


@settings(deadline=None, max_examples=30)
@given(crowds(), st.randoms())
def test_the_same_supports_give_the_same_map_in_whatever_order_they_come(
    supports: list[Support], chance: st.DataObject
) -> None:
    shown = arranged(supports)
    chance.shuffle(supports)  # type: ignore[attr-defined]
    assert arranged(supports) == shown


@settings(deadline=None, max_examples=60)
@given(crowds())
def test_one_that_was_put_at_an_angle_stands_there(supports: list[Support]) -> None:
    shown = arranged(supports)
    for support in supports:
        place = shown.one(support.id)
        assert place is not None
        assert support.angle in (None, place.angle)


@settings(deadline=None, max_examples=40)
@given(crowds(), st.integers(10_000, 19_999), st.sampled_from(Ring))
def test_one_more_moves_no_angle_of_another_ring(supports: list[Support], number: int, ring: Ring) -> None:
    before, after = arranged(supports), arranged([*supports, one(number, ring)])
    others = [place for place in before.placed if place.ring is not ring]
    assert [(place.id, place.angle) for place in others] == [
        (place.id, place.angle) for place in after.placed if place.ring is not ring
    ]


@pytest.mark.parametrize("count", [12, 60, 300])
def test_one_more_or_less_hardly_moves_the_others(count: int) -> None:
    shown = arranged(crowd(count))
    for changed in (
        [*crowd(count), one(count)],
        *([kept for kept in crowd(count) if kept.id != one(gone).id] for gone in (0, 4, 8)),
    ):
        moves = [_move(shown, arranged(changed), support) for support in crowd(count)]
        known = [move for move in moves if move is not None]
        assert mean(known) < 8, known
        assert sum(move > 30 for move in known) <= count / 10


def _move(before: SupportMap, after: SupportMap, support: Support) -> float | None:
    was, now = before.one(support.id), after.one(support.id)
    if was is None or now is None:
        return None
    turn = abs(was.angle - now.angle)
    return min(turn, 360 - turn)


@settings(deadline=None, max_examples=60)
@given(crowds(most=12), st.integers(10_000, 19_999))
def test_one_more_in_a_row_of_free_ones_passes_nobody(supports: list[Support], number: int) -> None:
    free = [one(int(n), Ring.FURTHER_OUT) for n in range(len(supports))]
    before, after = arranged(free), arranged([*free, one(number, Ring.FURTHER_OUT)])
    if len({place.radius for place in after.placed}) <= 1:
        assert _cycle([place.id for place in after.placed if place.id != one(number).id]) == _cycle(
            [place.id for place in before.placed]
        )


def _cycle(order: Sequence[str]) -> list[str]:
    start = order.index(min(order)) if order else 0
    return [*order[start:], *order[:start]]


@pytest.mark.parametrize("count", [0, 1, 5, 12, 60, 300])
@pytest.mark.parametrize("scale", [0.12, 0.3, 0.45, 0.7, 1, 1.4])
@pytest.mark.parametrize("name", ["Ana", "Anne-Marie from the choir", "水曜日の合唱団の友だち"])
def test_no_mark_and_no_name_lies_over_another_at_any_scale(count: int, scale: float, name: str) -> None:
    assert not lies_over(arranged(crowd(count)), name, scale)


def test_at_full_size_every_name_is_there_and_farther_off_as_many_as_have_room() -> None:
    shown = arranged(crowd(60))
    names = {place.id: "Anne-Marie" for place in shown.placed}
    assert len(named(shown, names, 1)) == 60
    far, near = named(shown, names, 0.3), named(shown, names, 0.6)
    assert 5 < len(far) < len(near)


def test_no_name_stands_out_of_its_frame() -> None:
    shown, frame = arranged(crowd(60)), (-150.0, -160.0, 150.0, 160.0)
    names = {place.id: "Anne-Marie" for place in shown.placed}
    framed = named(shown, names, 0.22, frame)
    assert framed
    assert named(shown, names, 0.22).items() - framed.items()
    for left, top, right, bottom in framed.values():
        assert -150 <= left < right <= 150
        assert -160 <= top < bottom <= 160


def test_a_name_gives_way_to_what_stands_there_already() -> None:
    shown = arranged([one(1)])
    (free,) = named(shown, {one(1).id: "Ana"}, 0.5).values()
    (moved,) = named(shown, {one(1).id: "Ana"}, 0.5, besides=[free]).values()
    assert not touch(free, moved)


@pytest.mark.parametrize("count", [0, 1, 12, 60, 300])
@pytest.mark.parametrize("scale", [0.12, 0.45, 1])
def test_the_name_of_a_ring_stands_on_its_edge_where_nothing_else_does(count: int, scale: float) -> None:
    shown = arranged(crowd(count))
    names = named(shown, {place.id: "Anne-Marie" for place in shown.placed}, scale)
    rings = ring_boxes(shown, dict.fromkeys(Ring, "Further out"), names.values(), scale)
    marks = [(place.x * scale, place.y * scale, mark_radius(scale)) for place in shown.placed]
    assert rings or scale < 1
    for ring, box in rings.items():
        edge = next(band.outer for band in shown.bands if band.ring is ring) * scale
        assert hypot((box[0] + box[2]) / 2, (box[1] + box[3]) / 2) == pytest.approx(edge)
        assert not any(touch(box, name) for name in names.values())
        assert not any(_covers(box, mark) for mark in marks)


def test_what_rests_is_not_placed() -> None:
    resting = Support(id=one(1).id, created_at=NOW, changed_at=NOW, name="Ana", state=SupportState.RESTING)
    shown = arranged([resting, one(2)])
    assert [place.id for place in shown.placed] == [one(2).id]
    assert shown.one(resting.id) is None


def test_turning_moves_one_and_passes_over_another_that_was_put_there() -> None:
    ana, ben = one(1, angle=60), one(2, angle=110)
    shown = arranged([ana, ben])
    assert turned(shown, [ana, ben], ana, -15) == 45
    right = turned(shown, [ana, ben], ana, 15)
    assert right > 110
    again = arranged([one(1, angle=right), ben])
    assert len({place.radius for place in again.placed}) == 1
    assert turned(shown, [ana, ben], one(1, angle=5), -15) in range(360)
