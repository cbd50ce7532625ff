"""The lines on the map: none runs through the name it leads to, however many stand around, at whatever scale."""

from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.map_figure import Point
from app.domain.map_name import Box, named
from app.domain.map_tie import leading_to
from app.domain.support import Support
from app.domain.support_map import arranged
from tests.domain.test_support_map import crowd, crowds, one

STEPS = 40


def inside(box: Box, point: Point) -> bool:
    return box[0] < point[0] < box[2] and box[1] < point[1] < box[3]


@given(
    crowds(60),
    st.floats(0.2, 1.5),
    st.floats(1, 2),
    st.text(min_size=1, max_size=30).filter(str.strip),
)
@example(crowd(60), 1.0, 1.0, "Ana 1")
@example([one(n, angle=n * 6) for n in range(60)], 0.45, 1.0, "Ana 1")
def test_no_line_runs_through_the_name_it_leads_to(
    supports: list[Support], scale: float, text: float, name: str
) -> None:
    shown = arranged(supports)
    names = named(shown, dict.fromkeys([known.id for known in supports], name), scale, text=text)
    for place in shown.placed:
        box = names.get(place.id)
        if box is not None:
            line = leading_to(place.x * scale, place.y * scale, scale, box)
            along = [n / STEPS for n in range(STEPS + 1)]
            points = [
                tuple(a + (b - a) * part for a, b in zip(line.start, line.end, strict=True)) for part in along
            ]
            assert not any(inside(box, (x, y)) for x, y in points)
