"""Scripts and emoji in what is exported: no character vanishes, joined letters join, and each line runs as it is read."""

import json
import os
import unicodedata
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from app.domain.support import WayKind
from app.exports import arabic, direction, shaping
from app.exports.json_table import json_table
from app.exports.line import Line, Span, broken
from app.exports.locked_page import locked_page
from app.exports.map_png import _placed
from app.exports.pdf import missing_characters, plan_pdf
from app.exports.tables import daylio_table, own_table
from app.exports.text import plan_markdown, plan_text
from app.exports.typeface import FOLDER, Face, in_faces, missing, printable
from app.exports.vcard import vcard
from tests.domain.sample import support, way
from tests.exports.sample import copy_of_lines, text_of
from tests.exports.test_json_table import NAMED
from tests.exports.test_locked_page import content_of, plainly
from tests.exports.test_report import check_in
from tests.samples import NOT_ON_A_PHONE, SAMPLES

WIDE = 400.0
JOINERS = "\u200c\u200d\ufe0f"


@pytest.fixture(params=[True, False], ids=["desktop", "phone"])
def shapes(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """With the library that shapes letters, as on a desktop, and without it, as on a phone."""
    wanted: bool = request.param
    if wanted and not find_spec("uharfbuzz") and os.environ.get("HOLDFAST_FULL") != "1":
        pytest.skip("install uharfbuzz, which the desktop extra brings")
    monkeypatch.setattr(shaping, "is_possible", lambda: wanted)
    return wanted


def line_of(text: str) -> Line:
    (line,) = broken([Span(text=text, size=10)], 10_000)
    return line


def seen(text: str) -> str:
    """The signs of a line from left to right."""
    return "".join(direction.drawn(run.text, run.face, run.level) for run in direction.seen(line_of(text)))


# ------------------------------------------------------------ nothing vanishes


@pytest.mark.parametrize("script", SAMPLES)
def test_each_sign_of_a_script_is_in_a_bundled_font_or_is_named(script: str, shapes: bool) -> None:
    typed = SAMPLES[script]
    if shapes or script not in NOT_ON_A_PHONE:
        assert missing(typed) == ""
        assert set(printable(typed)) | set(JOINERS) >= set(unicodedata.normalize("NFC", typed))
    else:
        for sign in missing(typed):
            assert f"U+{ord(sign):04X}" in printable(typed)
        assert missing(typed)


@pytest.mark.parametrize("script", SAMPLES)
def test_what_a_pdf_does_not_name_it_prints_and_it_can_be_copied_out_again(script: str, shapes: bool) -> None:
    typed = SAMPLES[script]
    copy = copy_of_lines(typed)
    printed = unicodedata.normalize("NFKD", text_of(plan_pdf(copy)))
    named = unicodedata.normalize("NFKD", missing_characters(copy))
    left = {*unicodedata.normalize("NFKD", typed)} - {*named, *JOINERS}
    assert not [sign for sign in left if sign not in printed]
    assert missing_characters(copy) == "" or not shapes


@pytest.mark.parametrize("script", SAMPLES)
def test_no_shape_that_is_printed_is_the_empty_box(script: str, shapes: bool) -> None:
    for run in line_of(SAMPLES[script]):
        if run.face.is_shaped:
            assert shapes
            assert all(shape.number for shape in shaping.shapes(run.text, run.face.file))
        else:
            with TTFont(run.face.file, lazy=True) as font:
                known = font.getBestCmap()
            assert not [
                sign for sign in direction.drawn(run.text, run.face, run.level) if ord(sign) not in known
            ]


@pytest.mark.parametrize("script", SAMPLES)
def test_texts_tables_cards_and_locked_pages_keep_every_sign(script: str) -> None:
    typed = SAMPLES[script]
    copy = copy_of_lines(typed)
    assert typed in plan_text(copy).decode()
    assert typed in plan_markdown(copy).decode()
    locked = content_of(locked_page(copy, "seven quiet otters", plainly))
    assert typed in json.dumps(locked, ensure_ascii=False)
    noted = [check_in(3, note=typed)]
    for table in (own_table, daylio_table, json_table):
        assert typed in b"".join(table(noted, NAMED)).decode("utf-8-sig"), table
    card = vcard([support(typed, way(WayKind.CALL, "020 7946 0958"))])
    assert typed in card.replace(b"\r\n ", b"").decode().replace("\\", "")


# ------------------------------------------------------------ as it is read


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Call אמא at 020 7946", "Call אמא at 020 7946"[:5] + "אמא"[::-1] + " at 020 7946"),
        ("שלום (abc) 12-34", "12-34 (abc) " + "שלום"[::-1]),
        ("שלום (אבא) 7", "7 (" + "אבא"[::-1] + ") " + "שלום"[::-1]),
        ("a «שלום» b", "a «" + "שלום"[::-1] + "» b"),
        ("just left to right (1)", "just left to right (1)"),
    ],
)
def test_each_part_of_a_line_runs_in_its_own_direction(typed: str, shown: str) -> None:
    assert seen(typed) == shown


def test_a_letter_keeps_its_points_where_the_line_runs_backward(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shaping, "is_possible", lambda: False)
    assert seen("בַּת") == "תבַּ"


@pytest.mark.parametrize(
    ("typed", "forms"),
    [
        ("سلام", "\ufeb3\ufefc\ufee1"),
        ("لا", "\ufefb"),
        ("بَيت", "\ufe91\u064e\ufef4\ufe96"),
        ("می‌خو", "\ufee3\ufbfd\ufea7\ufeee"),
        ("دار", "\ufea9\ufe8d\ufead"),
        ("ـب", "ـ\ufe90"),
        ("ء 1 a", "\ufe80 1 a"),
    ],
)
def test_arabic_letters_join_without_a_library(typed: str, forms: str) -> None:
    assert arabic.joined(typed) == forms


def test_a_letter_whose_forms_have_no_names_is_not_printed_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shaping, "is_possible", lambda: False)
    assert missing("ڕۆژ") == "ڕ"  # Kurdish


def test_consonants_that_join_are_set_together(shapes: bool) -> None:
    if shapes:
        assert in_faces("धन्यवाद", bold=True) == (("धन्यवाद", Face.DEVANAGARI),)
        assert len(shaping.shapes("न्य", Face.DEVANAGARI.file)) == 2
    assert (missing("न्य") == "") is shapes


def test_a_family_is_one_picture_where_it_can_be(shapes: bool) -> None:
    (run,) = line_of("👩🏽‍💻")
    assert len(list(_placed(run))) == 1
    assert len(list(shaping.shapes(run.text, run.face.file))) == 1 if shapes else run.text == "👩🏽💻"


def test_chinese_lines_end_anywhere_but_before_a_stop() -> None:
    lines = broken([Span(text="我很好。" * 40, size=10)], WIDE)
    texts = ["".join(run.text for run in line) for line in lines]
    assert "".join(texts) == "我很好。" * 40
    assert len(texts) == 4
    assert not [text for text in texts if text.startswith("。")]


# ------------------------------------------------------------ the fonts


def licences() -> Iterator[str]:
    return (path.read_text(encoding="utf-8") for path in Path(FOLDER).glob("*-OFL.txt"))


def test_each_font_is_told_in_a_licence_file() -> None:
    told = "\n".join(licences())
    for path in FOLDER.glob("*.?tf"):
        with TTFont(path, lazy=True) as font:
            assert font["name"].getDebugName(0) in told, path.name


def test_each_font_is_of_use_in_print() -> None:
    assert {path.stem for path in FOLDER.glob("*.?tf")} == {*Face, "AtkinsonHyperlegibleNext-SemiBold"}
