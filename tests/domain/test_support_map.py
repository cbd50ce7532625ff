"""The map: everyone has a place, nobody touches, and nobody moves without a reason."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import combinations, pairwise
from math import hypot
from statistics import mean

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from app.domain.ids import id_from
from app.domain.map_name import MARK, PERSON, Box, mark_radius, named, ring_boxes, touch
from app.domain.map_row import APART
from app.domain.support import Ring, Support
from app.domain.support_map import Placed, SupportMap, arranged, in_one_row, room_at, spot, turned
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
    """One of many: the greater its number, the later it came."""
    known, since = id_from(number.to_bytes(16, "big")), NOW + timedelta(minutes=number)
    return Support(id=known, created_at=since, changed_at=since, name=name, ring=ring, angle=angle)


def crowd(count: int, *, first: int = 0) -> list[Support]:
    rings = tuple(Ring)
    return [one(number, rings[number % 3]) for number in range(first, first + count)]


def apart(shown: SupportMap) -> float:
    return min((hypot(a.x - b.x, a.y - b.y) for a, b in combinations(shown.placed, 2)), default=APART)


def lies_over(shown: SupportMap, name: str, scale: float, text: float) -> bool:
    """Whether a mark touches a mark, or a name a name, a mark or the person."""
    radius, person = mark_radius(scale), mark_radius(scale, PERSON)
    marks = [(place.x * scale, place.y * scale, radius) for place in shown.placed] + [(0.0, 0.0, person)]
    names = list(named(shown, {place.id: name for place in shown.placed}, scale, text=text).values())
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


@settings(deadline=None, max_examples=60)
@given(crowds(), st.integers(10_000, 19_999), st.sampled_from(Ring))
def test_one_more_that_needs_no_further_row_moves_no_angle_of_another_ring_and_nobody_who_was_put_there(
    supports: list[Support], number: int, ring: Ring
) -> None:
    before, after = arranged(supports), arranged([*supports, one(number, ring)])
    assume(before.bands == after.bands)
    put = {support.id for support in supports if support.angle is not None}
    was, now = (
        {place.id: place.angle for place in picture.placed if place.ring is not ring or place.id in put}
        for picture in (before, after)
    )
    assert now == was


@settings(deadline=None, max_examples=100)
@given(crowds(most=12), st.integers(10_000, 19_999), st.sampled_from(Ring))
def test_while_each_ring_has_room_in_one_row_one_more_moves_others_within_its_ring_and_past_nobody(
    supports: list[Support], number: int, ring: Ring
) -> None:
    more = [*supports, one(number, ring)]
    before, after = arranged(supports), arranged(more)
    assume(in_one_row([support for support in more if support.ring is ring], ring))
    assert [place for place in before.placed if place.ring is not ring] == [
        place for place in after.placed if place.ring is not ring
    ]
    assert _around_in(before, ring) == _around_in(after, ring, but=one(number).id)


def _around_in(shown: SupportMap, ring: Ring, but: str = "") -> list[str]:
    here: list[Placed] = sorted(
        (place for place in shown.placed if place.ring is ring and place.id != but), key=lambda p: p.angle
    )
    return _cycle([place.id for place in here])


@pytest.mark.parametrize("count", [6, 12, 18])
def test_one_more_or_less_hardly_moves_the_others(count: int) -> None:
    shown = arranged(crowd(count))
    for changed in (
        [*crowd(count), one(count, Ring.FURTHER_OUT)],
        *([kept for kept in crowd(count) if kept.id != one(gone).id] for gone in (0, 4, 5)),
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


def _cycle(order: Sequence[str]) -> list[str]:
    start = order.index(min(order)) if order else 0
    return [*order[start:], *order[:start]]


@pytest.mark.parametrize("count", [0, 1, 5, 12, 60, 300])
@pytest.mark.parametrize("scale", [0.12, 0.3, 0.45, 0.7, 1, 1.4])
@pytest.mark.parametrize("name", ["Ana", "Anne-Marie from the choir", "水曜日の合唱団の友だち"])
@pytest.mark.parametrize("text", [1, 2])
def test_no_mark_and_no_name_lies_over_another_at_any_scale_and_size_of_text(
    count: int, scale: float, name: str, text: float
) -> None:
    assert not lies_over(arranged(crowd(count)), name, scale, text)


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


def test_turning_moves_one_and_passes_over_another_that_was_put_there() -> None:
    ana, ben = one(1, angle=60), one(2, angle=80)
    assert turned([ana, ben], ana, 60, -15) == 45
    right = turned([ana, ben], ana, 60, 15)
    assert right == 120
    again = arranged([one(1, angle=right), ben])
    assert len({place.radius for place in again.placed}) == 1


def test_who_is_put_where_another_was_put_gets_the_nearest_room_beside_it() -> None:
    ben = one(2, angle=110)
    angle = room_at([ben], one(1).id, Ring.AROUND_ME, 115)
    assert 110 < angle < 150
    assert len({place.radius for place in arranged([one(1, angle=angle), ben]).placed}) == 1
    assert room_at([ben], one(1).id, Ring.CLOSE, 115) == 115
    assert room_at([ben], ben.id, Ring.AROUND_ME, 115) == 115


@settings(deadline=None, max_examples=60)
@given(crowds())
def test_the_spot_of_a_place_is_its_ring_and_its_angle(supports: list[Support]) -> None:
    shown = arranged(supports)
    for place in shown.placed:
        ring, angle = spot(shown, place.x, place.y)
        assert ring is place.ring
        assert abs((angle - place.angle + 180) % 360 - 180) <= 0.5


def test_a_spot_beside_the_person_is_close_and_one_beyond_the_map_further_out() -> None:
    shown = arranged([])
    assert spot(shown, 0, -1) == (Ring.CLOSE, 0)
    assert spot(shown, 9_999, 0) == (Ring.FURTHER_OUT, 90)
