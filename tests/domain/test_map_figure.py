"""Figures where only straight lines can be drawn: halves, dashes, and what is painted first."""

from itertools import pairwise
from math import dist, hypot, pi

import pytest

from app.domain.map_figure import (
    Circle,
    Figure,
    Points,
    Square,
    Tone,
    dashes,
    flat,
    lower_half,
    moved,
    painted,
)

PATTERN = (5.0, 4.0)


def area(points: tuple[tuple[float, float], ...]) -> float:
    following = (*points[1:], points[0])
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(points, following, strict=True))) / 2


@pytest.mark.parametrize("outline", [Circle(3, 4, 10), Square(3, 4, 10, 0), Square(3, 4, 10, 4)])
def test_the_lower_half_of_an_outline_is_half_of_it_and_below_its_middle(outline: Circle | Square) -> None:
    half = lower_half(flat(outline))
    assert area(half) == pytest.approx(area(flat(outline)) / 2, rel=0.02)
    assert min(y for _, y in half) == pytest.approx(4)


def test_a_circle_and_a_square_are_nearly_what_they_are() -> None:
    assert area(flat(Circle(0, 0, 10))) == pytest.approx(pi * 100, rel=0.01)
    assert area(flat(Square(0, 0, 10, 0))) == pytest.approx(400)
    assert all(hypot(x, y) == pytest.approx(10) for x, y in flat(Circle(0, 0, 10)))


@pytest.mark.parametrize("length", [3.0, 5.0, 7.0, 100.0, 103.0])
def test_dashes_are_as_long_as_they_should_be_also_around_corners(length: float) -> None:
    pieces = dashes(((0.0, 0.0), (length / 2, 0.0), (length / 2, length / 2)), PATTERN)
    drawn = sum(dist(a, b) for piece in pieces for a, b in pairwise(piece))
    whole, rest = divmod(length, sum(PATTERN))
    assert drawn == pytest.approx(whole * PATTERN[0] + min(rest, PATTERN[0]))


def test_paper_lies_around_a_figure_and_ink_over_its_fill() -> None:
    around = Figure(outline=Circle(0, 0, 5), fill=Tone.INK, line=Tone.PAPER, width=3)
    over = Figure(outline=Circle(0, 0, 5), fill=Tone.FILL, half=True, line=Tone.INK, width=2)
    assert [one.tone for one in painted(around, PATTERN)] == [Tone.PAPER, Tone.INK]
    assert [(one.tone, one.width) for one in painted(over, PATTERN)] == [
        (Tone.PAPER, 0), (Tone.FILL, 0), (Tone.INK, 2),
    ]  # fmt: skip


def test_only_what_is_dashed_has_gaps() -> None:
    line = Points(((0, 0), (90, 0)), closed=False)
    plain, dashed = (
        list(painted(Figure(outline=line, line=Tone.INK, width=1, dashed=on), PATTERN))
        for on in (False, True)
    )
    assert (len(plain), len(dashed)) == (1, 10)


def test_what_is_moved_keeps_its_shape() -> None:
    assert moved(Circle(1, 2, 3), 10, 20) == Circle(11, 22, 3)
    assert moved(Square(1, 2, 3, 1), 10, 20) == Square(11, 22, 3, 1)
    assert moved(Points(((1, 2),)), 10, 20) == Points(((11, 22),))
