"""The wallet card: whole or not made, in type that can be read, within the lines it is cut and folded along."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from pypdf.generic import ContentStream

from app.domain.safety_plan import PartType, Sign
from app.exports.card_layout import HIGH, MARGIN, SIDES, SIZES, SMALLEST, WIDE, Card, card_of
from app.exports.card_pdf import card_pdf
from app.exports.document import PlanDocument
from app.exports.qr import TooLong
from tests.domain.sample import item, part, plan
from tests.exports.sample import (
    Marked,
    copy_of,
    copy_of_lines,
    long_copy,
    marked_plans,
    read,
    text_of,
    unspaced,
    usual_copy,
)


def said(card: Card) -> str:
    return unspaced("".join(row.text for side in card.sides for row in side))


def filled(count: int) -> PlanDocument:
    return copy_of_lines(*(f"Line {n}: put the kettle on and wait." for n in range(count)))


@settings(max_examples=20, deadline=None)
@given(marked_plans())
def test_every_chosen_word_stands_on_it_or_is_said_to_have_no_room(marked: Marked) -> None:
    card = card_of(marked.document)
    held = said(card) + unspaced("".join(card.unfit))
    assert card.unfit == ()
    assert not [word for word in marked.shown if unspaced(word) not in held]
    assert not [word for word in marked.secret if unspaced(word) in held]


def test_a_line_that_has_no_room_is_named_and_all_others_stand_there_whole() -> None:
    card = card_of(long_copy())
    assert card.size == SMALLEST
    lines = [line.text for part in long_copy().parts for group in part.groups for line in group.lines]
    here = [line for line in lines if unspaced(line) in said(card)]
    assert sorted([*here, *card.unfit]) == sorted(lines)
    assert card.unfit
    with pytest.raises(TooLong) as caught:
        card_pdf(long_copy())
    assert str(caught.value) == ""


def test_type_is_as_large_as_all_of_it_allows_and_never_smaller_than_seven_points() -> None:
    sizes = [card_of(filled(count)).size for count in (1, 20, 30, 40, 80)]
    assert sizes == sorted(sizes, reverse=True)
    assert (sizes[0], sizes[-1]) == (SIZES[0], SMALLEST)
    assert len(set(sizes)) > 2
    for count in (1, 30, 80):
        runs = [run for side in card_of(filled(count)).sides for row in side for run in row.line]
        assert min(run.size for run in runs) >= SMALLEST == 7


@pytest.mark.parametrize("count", [1, 10, 25, 40, 60])
def test_nothing_reaches_over_the_edge_of_a_side_or_over_the_row_below(count: int) -> None:
    card = card_of(filled(count))
    assert len(card.sides) == SIDES
    for side in card.sides:
        for row in side:
            assert row.indent + sum(run.width for run in row.line) <= WIDE - 2 * MARGIN
            assert 0 <= row.top <= row.top + row.high <= HIGH - 2 * MARGIN + 0.001
        for above, below in pairwise(side):
            assert above.top + above.high <= below.top + 0.001


def test_a_part_that_goes_on_over_a_side_says_its_name_there_again() -> None:
    sides = [[row.text for row in side] for side in card_of(filled(30)).sides]
    written = [side for side in sides if any(text.startswith("Line") for text in side)]
    assert len(written) > 1
    assert all("What I can do on my own" in side for side in written)


def test_the_heading_stands_over_the_next_line_where_the_first_has_no_room() -> None:
    signs = part(
        PartType.SIGNS, item("word " * 190, sign=Sign.BODY), item("My chest gets tight.", sign=Sign.BODY)
    )
    card = card_of(copy_of(plan(signs)))
    assert len(card.unfit) == 1
    texts = [row.text for side in card.sides for row in side]
    assert texts[1:4] == ["Signs it’s getting harder", "Body", "My chest gets tight."]


def test_two_parts_of_one_name_both_say_it() -> None:
    twice = [part(PartType.OWN, item(text), title="Sundays") for text in ("Soup", "Bread")]
    texts = [row.text for row in card_of(copy_of(plan(*twice))).sides[0]]
    assert texts[1:5] == ["Sundays", "Soup", "Sundays", "Bread"]


def test_it_is_one_page_that_holds_every_word_and_a_number_for_an_emergency() -> None:
    copy = replace(usual_copy(), emergency="Emergency: call 112")
    pdf = card_pdf(copy)
    assert len(read(pdf).pages) == 1
    printed = text_of(pdf)
    for word in ("Emergency: call 112", "This passes.", "+44 (0)20 7946 0958", "Made by Zoë", "Ask me for"):
        assert word in printed


def test_the_inside_stands_on_its_head_so_that_it_reads_right_once_folded() -> None:
    middle = 841.89 - 150 - HIGH
    found: dict[str, tuple[float, float, float]] = {}

    def visit(text: str, cm: Any, tm: Any, _font: Any, _size: Any) -> None:
        if text.strip():
            turned = cm[0] * tm[0]
            at = (tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5])
            found[text.strip()] = (turned, *at)

    read(card_pdf(usual_copy())).pages[0].extract_text(visitor_text=visit)
    front, inside = found["My plan for hard times"], found["What I can do on my own"]
    last = found["Services and lines"]
    assert (front[0] > 0, inside[0] > 0, last[0] > 0) == (True, False, True)
    assert (front[2] < middle, inside[2] < middle, last[2] < middle) == (True, False, True)
    assert (front[1] > 595.28 / 2, last[1] > 595.28 / 2) == (True, False)


def test_lines_to_cut_and_fold_keep_within_a4_and_letter_paper() -> None:
    page = read(card_pdf(usual_copy())).pages[0]
    places = [
        (float(operands[0]), float(operands[1]))
        for operands, operator in ContentStream(page.get_contents(), page.pdf).operations
        if operator in (b"m", b"l")
    ]
    assert len(places) >= 20
    for x, y in places:
        assert 18 < x < 595.28 - 18
        assert 841.89 - 792 + 18 < y < 841.89 - 18


def test_its_properties_tell_nothing_and_the_same_copy_is_the_same_file() -> None:
    pdf = card_pdf(usual_copy())
    assert read(pdf).metadata == {"/Title": "Plan", "/CreationDate": "D:20261121000000Z"}
    assert card_pdf(usual_copy()) == pdf


def test_a_screen_reader_meets_the_sides_in_order() -> None:
    tree: Any = read(card_pdf(usual_copy())).root_object["/StructTreeRoot"]
    roles = [str(kid.get_object()["/S"]) for kid in tree["/K"][0].get_object()["/K"]]
    assert roles[0] == "/H1"
    assert roles.count("/H2") == len(usual_copy().parts)


def test_no_value_of_a_card_quotes_the_person_in_its_repr() -> None:
    card = card_of(usual_copy())
    assert repr(card) == "<Card>"
    assert {repr(row) for side in card.sides for row in side} == {"<CardRow>"}


def test_every_line_is_told_in_one_piece_too_as_it_was_typed() -> None:
    typed = (
        "Put the kettle on, wait until it sings, and\nthen call Mei on 020 7946 0958 before the tea is cold."
    )
    rows = card_of(copy_of_lines(typed)).sides[0]
    assert typed in [row.paragraph for row in rows]
    assert len([row for row in rows if not row.paragraph]) > 1
