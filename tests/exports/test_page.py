"""Pages: large type, one page where it fits, no heading alone, nothing outside the margins."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.safety_plan import PartType, Sign
from app.domain.support import WayKind
from app.exports.document import PlanDocument
from app.exports.layout import SMALLEST, USUAL_SIZE, Role
from app.exports.page import MARGIN_FOOT, MARGIN_SIDES, MARGIN_TOP, SIZES, Page, Paper, pages
from tests.domain.sample import item, link, part, plan, support, way
from tests.exports.sample import copy_of, copy_of_lines, long_copy, marked_plans, usual_copy


def size_of(text: str, laid: tuple[Page, ...]) -> float:
    """The size in which a text is set."""
    return next(run.size for page in laid for placed in page for run in placed.row.line if text in run.text)


@st.composite
def copies(draw: st.DrawFn) -> PlanDocument:
    sentences = st.text("abc \n", min_size=1, max_size=1000).filter(str.strip)
    names = st.text("abc ", min_size=1, max_size=200).filter(str.strip)
    people = [
        support(
            name, *[way(WayKind.ADDRESS, value) for value in draw(st.lists(names, min_size=1, max_size=4))]
        )
        for name in draw(st.lists(names, max_size=8))
    ]
    signs = [item(draw(sentences), link(one), sign=draw(st.sampled_from(Sign))) for one in people[:4]]
    reach = [item("", *map(link, people[:2])), *(item("", link(one)) for one in people)] if people else []
    parts = [
        part(PartType.OWN, *map(item, draw(st.lists(sentences, min_size=1, max_size=12))), title="part")
        for _ in range(draw(st.integers(0, 6)))
    ]
    parts += [part(PartType.SIGNS, *signs), part(PartType.PEOPLE_TO_ASK, *reach)]
    return copy_of(plan(*draw(st.permutations(parts)), one_line="This passes."), *people)


@settings(max_examples=40, deadline=None)
@given(copies() | marked_plans().map(lambda marked: marked.document), st.sampled_from(Paper))
def test_every_row_is_within_the_margins_and_in_its_order_and_no_heading_stands_alone(
    copy: PlanDocument, paper: Paper
) -> None:
    wide, tall = paper.size
    laid = pages(copy, paper)
    numbers = [placed.row.paragraph for page in laid for placed in page if not placed.row.again]
    assert numbers == sorted(numbers)
    for page in laid:
        assert page[-1].row.role is Role.TEXT
        for placed in page:
            row = placed.row
            assert placed.top >= MARGIN_TOP - 0.01
            assert placed.top + row.height <= tall - MARGIN_FOOT + 0.01
            assert row.indent + sum(run.width for run in row.line) <= wide - 2 * MARGIN_SIDES + 0.01
            assert all(run.size >= SMALLEST for run in row.line)


def test_a_usual_plan_takes_one_page_in_large_type() -> None:
    laid = pages(usual_copy())
    assert len(laid) == 1
    assert size_of("Make tea", laid) >= 14


def test_a_short_plan_is_set_in_the_largest_type() -> None:
    assert size_of("tea", pages(copy_of_lines("tea"))) == max(SIZES)


def test_type_is_never_smaller_than_the_floor_and_smaller_than_twelve_only_to_spare_a_page() -> None:
    sizes = {}
    for count in range(1, 60):
        laid = pages(copy_of_lines(*["Make tea."] * count))
        sizes[size_of("Make tea", laid)] = len(laid)
    assert sizes == {**dict.fromkeys(SIZES, 1), USUAL_SIZE: 2}


def test_a_plan_on_several_pages_is_set_at_the_usual_size() -> None:
    laid = pages(long_copy())
    assert len(laid) > 1
    assert size_of("walk by the water", laid) == USUAL_SIZE


@pytest.mark.parametrize("count", [1, 12, 30, 60])
def test_the_persons_words_are_no_smaller_than_ours(count: int) -> None:
    laid = pages(copy_of_lines(*["Make tea."] * count))
    own = size_of("Make tea", laid)
    assert size_of("Version", laid) <= own
    assert size_of("What I can do", laid) <= own


def test_a_long_name_and_the_numbers_beside_it_are_not_parted() -> None:
    mei = support(
        "Mei " + "of the second house " * 8,
        way(WayKind.CALL, "0800 496 0123"),
        way(WayKind.TEXT, "07700 900123"),
    )
    for count in range(40):
        lines = [*(item("Make tea.") for _ in range(count)), item("", link(mei)), item("", link(mei))]
        for page in pages(
            copy_of(plan(part(PartType.PEOPLE_TO_ASK, *lines), one_line="This passes. " * 20), mei)
        ):
            rows = [placed.row.text for placed in page]
            assert rows.count("Call: 0800 496 0123") == sum(row.startswith("Mei") for row in rows)
            assert min(placed.top for placed in page) == MARGIN_TOP


def test_a_part_that_goes_on_is_named_again_on_the_next_page() -> None:
    first, *others = pages(copy_of_lines(*["Make tea."] * 80))
    assert [placed.row.text for placed in first if placed.row.again] == []
    for page in others:
        assert [placed.row.text for placed in page if placed.row.again] == [
            "What I can do on my own (continued)"
        ]
        assert page[0].row.again
        assert page[1].top > page[0].top


def test_a_page_that_begins_with_a_part_names_it_once() -> None:
    for count in range(20, 40):
        parts = [part(PartType.ON_MY_OWN, *map(item, ["Make tea."] * count)), part(PartType.SIGNS, item("a"))]
        for page in pages(copy_of(plan(*parts))):
            assert sum(placed.row.role is Role.HEADING for placed in page) <= 2
            if page[0].row.text.startswith("Signs"):
                assert not page[0].row.again


def test_a_name_and_its_numbers_stand_on_one_page() -> None:
    for count in range(20, 40):
        copy = usual_copy()
        filler = copy_of_lines(*["Make tea."] * count).parts
        laid = pages(replace(copy, parts=(*filler, *copy.parts)))
        for page in laid:
            text = "\n".join(placed.row.text for placed in page)
            assert ("Łukasz" in text) == ("07700 900123" in text)


def test_a_name_and_its_first_number_stand_side_by_side() -> None:
    (page,) = pages(usual_copy())
    tops = {placed.row.text: placed.top for placed in page}
    assert tops["Łukasz Wiśniewski"] == pytest.approx(tops["Call: +44 (0)20 7946 0958"])
    assert tops["What I do"] == pytest.approx(tops["I stop answering messages."])
