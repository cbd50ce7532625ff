"""A copy of the map: who was chosen and may be shown, what is drawn of them, and nothing else of anybody."""

from dataclasses import fields, replace
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader

from app.domain.agreement import Agreement
from app.domain.exchange import Direction, Exchange, ExchangeWay, Given
from app.domain.hope import Hope
from app.domain.kept import Share
from app.domain.map_fold import Fold
from app.domain.support import ContactWay, Ring, Support, SupportKind, SupportState, WayKind
from app.exports.map_document import MapDocument, map_document, map_file_name, may_be_shown
from app.exports.map_pdf import map_pdf
from app.exports.map_picture import picture_of
from app.exports.map_png import PIXELS, map_png
from app.exports.page import Paper
from tests.domain.sample import new_id
from tests.domain.test_support_map import one
from tests.exports.sample import text_of, unspaced

DAY = date(2026, 11, 28)
KINDS = tuple(SupportKind)


def open_(number: int, name: str = "", **more: Any) -> Support:
    """A support that may be shown."""
    known = replace(
        one(number, tuple(Ring)[number % 3], name=name or f"Ana {number}"), kind=KINDS[number % 9]
    )
    return replace(known, share=Share.MAY_BE_SHARED, **more)


def copy_of(supports: list[Support], *, named: bool = True, but: frozenset[str] = frozenset()) -> MapDocument:
    chosen = {support.id for support in supports} - but
    return map_document(supports, chosen, named=named, made_by=" Zoë ", shown_on=DAY)


def everything_in(document: MapDocument) -> str:
    """Every word that a copy holds anywhere, names of its fields aside."""
    shapes = document.shapes.values()
    supports = [one for shape in shapes for one in (shape.members if isinstance(shape, Fold) else (shape,))]
    own = [
        str(getattr(support, field.name))
        for support in supports
        for field in fields(support)
        if field.name != "id"
    ]
    lines = [line.text for part in document.in_words.parts for group in part.groups for line in group.lines]
    return "\n".join([*own, *lines, *(repr(way) for support in supports for way in support.ways)])


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.sampled_from(Share), st.sampled_from(SupportState), st.booleans()), max_size=40))
def test_only_who_was_chosen_may_be_shared_and_is_on_the_map_is_in_a_copy(
    marks: list[tuple[Share, SupportState, bool]],
) -> None:
    supports = [
        replace(open_(number, f"<{number}>"), share=share, state=state)
        for number, (share, state, _) in enumerate(marks)
    ]
    chosen = {supports[number].id for number, (*_, taken) in enumerate(marks) if taken}
    held = everything_in(map_document(supports, chosen, named=True, made_by="", shown_on=DAY))
    for number, (share, _, taken) in enumerate(marks):
        shown = taken and share is Share.MAY_BE_SHARED and supports[number].on_map
        assert (f"<{number}>" in held) is shown


def test_nothing_of_a_support_is_in_a_copy_but_what_is_drawn() -> None:
    secret = "SECRET"
    ana = open_(
        0,
        "Ana",
        note=secret,
        ways=(ContactWay(id=new_id(), kind=WayKind.IN_PERSON, value=secret, note=secret),),
        topics=(secret,),
        exchanges=(Exchange(way=ExchangeWay.I_GIVE, what=Given.OTHER, example=secret),),
        agreement=Agreement(please_not=secret),
        hope=Hope(in_the_way=secret),
    )
    document = copy_of([ana])
    (shown,) = document.shapes.values()
    assert isinstance(shown, Support)
    assert (shown.name, shown.direction) == ("Ana", Direction.FROM_ME)
    assert (shown.ways, shown.exchanges) == ((), ())
    assert (shown.agreement, shown.hope) == (Agreement(), Hope())
    assert secret not in everything_in(document)
    assert secret.encode() not in map_pdf(document)


@pytest.mark.parametrize("count", [2, 60])
def test_with_names_hidden_no_name_is_in_a_copy(count: int) -> None:
    document = copy_of([open_(n, f"Zenobia{n}") for n in range(count)], named=False)
    assert "Zenobia" not in everything_in(document)
    assert "Zenobia" not in text_of(map_pdf(document))
    assert "Person" in everything_in(document)


@pytest.mark.parametrize("count", [1, 12, 60])
def test_a_page_says_in_words_everyone_who_is_on_the_map(count: int) -> None:
    document = copy_of([open_(n) for n in range(count)])
    printed = unspaced(text_of(map_pdf(document)))
    for n in range(count):
        assert unspaced(f"Ana {n}") in printed
    for phrase in (
        "Who and what holds me",
        "Made by Zoë",
        "28 November 2026",
        "we both give and receive",
        "Page 1 of",
    ):
        assert unspaced(phrase) in printed
    assert "safetynet" not in printed


def test_a_reader_aloud_is_told_that_there_is_a_map() -> None:
    reader: Any = PdfReader(BytesIO(map_pdf(copy_of([open_(0), open_(1)]))))
    kids = [
        kid.get_object() for kid in reader.trailer["/Root"]["/StructTreeRoot"]["/K"][0].get_object()["/K"]
    ]
    told = [str(kid["/Alt"]) for kid in kids if kid["/S"] == "/Figure"]
    assert told == ["A map with 2 marks around a person. The same follows in words."]


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("count", [1, 60])
def test_everything_on_the_page_of_the_map_stays_on_the_paper(paper: Paper, count: int) -> None:
    document = copy_of([open_(n, "Anne-Marie from the choir") for n in range(count)])
    places: list[tuple[float, float]] = []

    def visit(_: str, __: object, text: list[float], *___: object) -> None:
        places.append((text[4], text[5]))

    PdfReader(BytesIO(map_pdf(document, paper))).pages[0].extract_text(visitor_text=visit)
    wide, high = paper.size
    assert all(0 <= x <= wide and 0 <= y <= high for x, y in places)


@settings(deadline=None, max_examples=25)
@given(
    st.integers(0, 60),
    st.sampled_from(["Ana", "Anne-Marie from the Thursday choir", "水曜日の合唱団", "Donaudampfschiff" * 4]),
)
def test_every_mark_of_a_picture_has_its_name_on_the_sheet(count: int, name: str) -> None:
    document = copy_of([open_(n, name) for n in range(count)])
    picture = picture_of(document)
    numbers = sum(isinstance(shape, Fold) for shape in document.shapes.values())
    named = [label for label in picture.labels if not label.on_mark]
    assert len(picture.labels) - len(named) == numbers + 1
    assert len(document.shapes) <= len(named) <= len(document.shapes) + len(Ring)
    for label in picture.labels:
        half = max(sum(run.width for run in line) for line in label.lines) / 2
        assert half <= label.x <= picture.side - half
        assert len(label.lines) <= 2


def test_a_picture_is_a_png_without_any_more_words_and_the_same_every_time() -> None:
    document = copy_of([open_(n) for n in range(5)])
    image = Image.open(BytesIO(map_png(document)))
    assert (image.format, image.width, image.info) == ("PNG", PIXELS, {})
    assert map_png(document) == map_png(document)
    assert map_pdf(document) == map_pdf(document)
    assert len(set(image.resize((100, 100)).convert("L").tobytes())) > 20


def test_growing_and_hoped_for_are_told_apart_in_a_picture_without_colour() -> None:
    states = (SupportState.HERE_NOW, SupportState.GROWING, SupportState.HOPED_FOR)
    pictures = {map_png(copy_of([open_(0, state=state, kind=SupportKind.PERSON)])) for state in states}
    assert len(pictures) == 3


def test_what_may_be_shown_is_asked_of_each_and_a_file_name_tells_only_the_month() -> None:
    shared, mine = open_(0), replace(open_(1), share=Share.ONLY_ME)
    assert may_be_shown([shared, mine, replace(open_(2), state=SupportState.ENDED)]) == (shared,)
    assert map_file_name(DAY, "png") == "map-2026-11.png"
    assert repr(copy_of([shared])) == "<MapDocument>"
