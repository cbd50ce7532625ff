"""Codes: what a phone reads from them is what went in, whole, in whatever order they are scanned."""

import unicodedata
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from app.domain.safety_plan import PartType
from app.exports.codes_pdf import codes_pdf, plan_series
from app.exports.qr import MOST_BYTES, MOST_CODES, QUIET, TooLong, png, series
from app.exports.text import plan_text
from tests.domain.sample import item, part, plan
from tests.exports.sample import copy_of, copy_of_lines, long_copy, read, text_of, usual_copy
from tests.exports.scanned import needs_renderer, scanned, scanned_pages, together

SCRIPTS = (
    "Zoë, Łukasz und Ñandú",
    "Это пройдёт",
    "سوف يمر هذا. 020 7946 0958",
    "זה יעבור",
    "会过去的。",
    "नमस्ते",
    "x\u030c 🌻 👩‍👩‍👧",
)


@pytest.mark.parametrize("said", SCRIPTS)
def test_a_phone_reads_what_went_in_in_every_script(said: str) -> None:
    assert scanned(png(said.encode())) == [said]


def test_a_code_is_black_on_white_with_white_around_it_and_tells_nothing_else() -> None:
    with Image.open(BytesIO(png(b"tea"))) as image:
        assert {colour for _, colour in image.convert("RGB").getcolors() or []} == {
            (0, 0, 0),
            (255, 255, 255),
        }
        edge = image.convert("L").crop((0, 0, image.width, QUIET * 10))
        assert edge.getextrema() == (255, 255)
        assert set(image.info) <= {"dpi"}


def test_a_code_holds_no_more_than_a_phone_reads_from_a_screen() -> None:
    said = "x" * MOST_BYTES
    assert scanned(png(said.encode())) == [said]
    with pytest.raises(TooLong) as caught:
        png(f"{said}x".encode())
    assert str(caught.value) == ""


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=2_000))
def test_the_pieces_of_a_series_are_the_whole_text_and_each_fits_into_a_code(text: str) -> None:
    pieces = series(text)
    assert "".join(piece.text for piece in pieces) == text
    assert all(len(piece.content) <= MOST_BYTES for piece in pieces)
    assert [piece.nth for piece in pieces] == [f"{n} of {len(pieces)}" for n in range(1, len(pieces) + 1)]


def test_a_series_parts_no_word_that_has_room_and_no_letter_from_its_marks() -> None:
    pieces = series("walk by the water " * 60)
    assert len(pieces) > 2
    assert all(piece.text.endswith(" ") for piece in pieces)
    for piece in series("e\u0301" * 500):
        assert not unicodedata.combining(piece.text[0])


def test_no_piece_quotes_the_person_in_its_repr() -> None:
    assert {repr(piece) for piece in series("canarybird")} == {"<Piece>"}


@needs_renderer
@pytest.mark.parametrize("said", SCRIPTS)
def test_every_code_of_a_page_is_read_and_they_are_the_whole_plan_in_any_order(said: str) -> None:
    copy = copy_of_lines(*(f"{said} {n}" for n in range(9)))
    codes = scanned_pages(codes_pdf(copy))
    assert len(codes) > 1
    assert together(sorted(codes, key=lambda code: code[::-1])) == plan_text(copy).decode()


@needs_renderer
def test_eight_codes_on_two_pages_are_read_and_say_below_which_they_are() -> None:
    lines = [f"{n}: walk by the water until it is quieter inside, then ask Mei for tea." for n in range(26)]
    pdf = codes_pdf(copy_of_lines(*lines))
    assert together(scanned_pages(pdf)) == plan_text(copy_of_lines(*lines)).decode()
    assert len(plan_series(copy_of_lines(*lines))) == MOST_CODES
    first, second = (page.extract_text() for page in read(pdf).pages)
    assert [n for n in range(1, 9) if f"{n} of 8" in first] == [1, 2, 3, 4, 5, 6]
    assert [n for n in range(1, 9) if f"{n} of 8" in second] == [7, 8]


def test_more_than_a_person_will_scan_are_not_made() -> None:
    assert len(plan_series(long_copy())) > MOST_CODES
    with pytest.raises(TooLong):
        codes_pdf(long_copy())


def test_a_reader_aloud_is_told_what_each_code_holds() -> None:
    copy = copy_of(plan(part(PartType.ON_MY_OWN, item("Put the kettle on."))))
    tree = read(codes_pdf(copy)).root_object["/StructTreeRoot"]
    told = [str(kid.get_object().get("/Alt", "")) for kid in tree["/K"][0].get_object()["/K"]]  # type: ignore[index]  # pypdf
    assert [one for one in told if one] == [f"1 of 1: {plan_text(copy).decode()}"]


def test_the_page_tells_nothing_but_the_codes_and_a_neutral_title() -> None:
    pdf = codes_pdf(usual_copy())
    assert read(pdf).metadata == {"/Title": "Plan", "/CreationDate": "D:20261121000000Z"}
    assert "kettle" not in text_of(pdf)
    assert codes_pdf(usual_copy()) == pdf
